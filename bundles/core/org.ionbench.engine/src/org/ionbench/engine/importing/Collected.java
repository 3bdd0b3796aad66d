// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what an importer reads in memory; recordings of one name are numbered. */
final class Collected implements Sink {
    private final List<CollectedRecording> recordings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<SuggestedRun> suggestions = new ArrayList<>();

    @Override
    public RecordingSink recording(String name, Technique technique) {
        CollectedRecording next = new CollectedRecording(distinct(name), technique);
        recordings.add(next);
        return next;
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void suggestRun(String analysis, Map<String, String> settings) {
        suggestions.add(new SuggestedRun(analysis, settings));
    }

    List<Recording> recordings() {
        return recordings.stream().map(CollectedRecording::build).toList();
    }

    List<Problem> problems() {
        return problems;
    }

    List<SuggestedRun> suggestions() {
        return suggestions;
    }

    private String distinct(String name) {
        String candidate = name;
        for (int n = 2; taken(candidate); n++) {
            candidate = name + " (" + n + ")";
        }
        return candidate;
    }

    private boolean taken(String name) {
        return recordings.stream().anyMatch(r -> r.name().equals(name));
    }
}

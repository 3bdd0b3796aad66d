// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what an importer reads in memory; recordings of one name are numbered. */
final class Collected implements Sink {
    private final List<CollectedRecording> recordings = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
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

    /** The first free one of "name", "name (2)", "name (3)" and so on, found without a search. */
    private String distinct(String name) {
        int n = names.merge(name, 1, Integer::sum);
        if (n == 1) {
            return name;
        }
        String candidate = name + " (" + n + ")";
        while (names.putIfAbsent(candidate, 1) != null) {
            n++;
            candidate = name + " (" + n + ")";
        }
        names.put(name, n);
        return candidate;
    }
}

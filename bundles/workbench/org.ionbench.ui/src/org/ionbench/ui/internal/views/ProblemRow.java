// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.ionbench.api.problem.Problem;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem and what has it; the same problem of several things is one row.
 *
 * @param project where; the project itself where nothing in it is meant
 * @param id the recording or run that has it; empty for the project
 * @param name what has it, as shown
 * @param others how many more have it
 */
record ProblemRow(OpenProject project, String id, String name, int others, Problem problem) {

    ProblemRow(OpenProject project, String id, String name, Problem problem) {
        this(project, id, name, 0, problem);
    }

    /** Rows with the worst first, those that say the same joined. */
    static List<ProblemRow> joined(List<ProblemRow> rows) {
        Map<List<Object>, ProblemRow> joined = new LinkedHashMap<>();
        for (ProblemRow row : rows) {
            Problem p = row.problem;
            joined.merge(
                    List.of(row.project, p.code(), p.severity(), p.message(), p.place()),
                    row,
                    (a, b) -> new ProblemRow(a.project, a.id, a.name, a.others + 1, a.problem));
        }
        return joined.values().stream()
                .sorted(Comparator.comparing((ProblemRow r) -> r.problem.severity()).reversed())
                .toList();
    }

    /** What has it. */
    String of() {
        return others == 0 ? name : name + " and " + others + " more";
    }
}

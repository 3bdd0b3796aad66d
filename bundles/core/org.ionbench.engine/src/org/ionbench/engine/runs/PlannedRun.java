// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Need;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.model.Cell;
import org.ionbench.model.Recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run there must be.
 *
 * @param link the analysis with its settings
 * @param group where its recordings belong
 * @param recordings what it reads itself
 * @param upstream the runs whose reports it reads
 */
record PlannedRun(Link link, Group group, List<Recording> recordings, List<PlannedRun> upstream) {

    /** Recordings that belong together: those of a cell, or one that has none. */
    record Group(Optional<Cell> cell, List<Recording> recordings) {}

    /** One analysis of the chain, with the settings asked for. */
    record Link(
            Contribution<Analysis<?>> contribution,
            Analysis<?> analysis,
            SettingTexts texts,
            Map<String, String> wanted,
            Map<String, String> first) {

        Need need() {
            return analysis.need();
        }
    }

    /** The recordings it rests on, those of its upstream where it reads none itself. */
    List<Recording> all() {
        return !recordings.isEmpty()
                ? recordings
                : upstream.stream().flatMap(u -> u.all().stream()).distinct().toList();
    }

    /** What its run is called where it is made. */
    String label() {
        String of =
                link.need().scope() == Need.Scope.EACH
                        ? String.join(", ", all().stream().map(Recording::getName).toList())
                        : group.cell().map(Cell::getName).orElse("");
        String name = link.contribution().name();
        return of.isEmpty() ? name : name + ", " + of;
    }
}

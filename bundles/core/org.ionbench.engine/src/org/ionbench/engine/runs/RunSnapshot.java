// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.engine.catalog.Contribution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it stood at a moment, with all its result depends on but the reports it reads.
 * Immutable.
 *
 * @param id the run's id
 * @param label its name on screen
 * @param analysis the id of its analysis
 * @param contribution that analysis, if it is installed
 * @param settings as they go to the analysis
 * @param recordings the recordings it reads directly
 * @param all the recordings it rests on, directly or further up
 * @param cell what it was measured on
 * @param cells all cells of the project, if it reads all of them, else the one
 * @param cellOf the cells' ids by the ids of recordings, if it reads all cells
 * @param upstream the ids of the runs whose reports it reads
 * @param needs whether it is nothing without one of these reports
 * @param content the hash of all of this
 * @param trouble one sentence why it cannot be computed
 */
record RunSnapshot(
        String id,
        String label,
        String analysis,
        Optional<Contribution<Analysis<?>>> contribution,
        Map<String, String> settings,
        List<Recording> recordings,
        List<Recording> all,
        Optional<Cell> cell,
        List<Cell> cells,
        Map<String, String> cellOf,
        List<String> upstream,
        boolean needs,
        String content,
        Optional<String> trouble) {

    RunSnapshot {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        recordings = List.copyOf(recordings);
        all = List.copyOf(all);
        cells = List.copyOf(cells);
        cellOf = Map.copyOf(cellOf);
        upstream = List.copyOf(upstream);
    }

    /** This run with other settings; it has no content that a report could be found by. */
    RunSnapshot with(Map<String, String> others) {
        return new RunSnapshot(
                id,
                label,
                analysis,
                contribution,
                others,
                recordings,
                all,
                cell,
                cells,
                cellOf,
                upstream,
                needs,
                "",
                trouble);
    }
}

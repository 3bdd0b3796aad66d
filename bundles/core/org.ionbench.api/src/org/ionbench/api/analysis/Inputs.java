// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.report.Report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The immutable inputs of a run.
 *
 * @param recordings the recordings read directly
 * @param upstream reports of earlier runs
 * @param cell the cell they were measured on, where there is a project
 * @param cells all cells of the project for an analysis that reads {@linkplain Need.Scope#PROJECT
 *     all of it}; else the one cell, if there is one
 * @param cellOf the ids of the cells that recordings were measured on, by the recordings' ids; of
 *     use where there are several cells
 */
public record Inputs(
        List<Recording> recordings,
        List<Upstream> upstream,
        Optional<Cell> cell,
        List<Cell> cells,
        Map<String, String> cellOf) {

    public Inputs {
        recordings = List.copyOf(recordings);
        upstream = List.copyOf(upstream);
        cells = List.copyOf(cells);
        cellOf = Map.copyOf(cellOf);
    }

    public Inputs(List<Recording> recordings, List<Upstream> upstream, Optional<Cell> cell) {
        this(recordings, upstream, cell, cell.stream().toList(), Map.of());
    }

    /** The recordings that were measured on a cell. */
    public List<Recording> of(Cell of) {
        return recordings.stream()
                .filter(
                        r ->
                                cellOf.isEmpty() && cells.size() == 1
                                        || of.id().equals(cellOf.get(r.id())))
                .toList();
    }

    public static Inputs of(Recording recording) {
        return new Inputs(List.of(recording), List.of(), Optional.empty());
    }

    public static Inputs of(Recording recording, Cell cell) {
        return new Inputs(List.of(recording), List.of(), Optional.of(cell));
    }

    /**
     * The report of an earlier run.
     *
     * @param runId the run's id
     * @param analysis the id of its analysis
     * @param recordings the recordings it was made from, directly or further up
     * @param report what it found
     * @param cell the cell it is about, if it is about one
     */
    public record Upstream(
            String runId,
            String analysis,
            List<Recording> recordings,
            Report report,
            Optional<Cell> cell) {

        public Upstream(String runId, String analysis, List<Recording> recordings, Report report) {
            this(runId, analysis, recordings, report, Optional.empty());
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.report.Report;

import java.util.List;
import java.util.Optional;

/**
 * The immutable inputs of a run.
 *
 * @param recordings the recordings read directly
 * @param upstream reports of earlier runs
 * @param cell the cell they were measured on, where there is a project
 */
public record Inputs(List<Recording> recordings, List<Upstream> upstream, Optional<Cell> cell) {

    public Inputs {
        recordings = List.copyOf(recordings);
        upstream = List.copyOf(upstream);
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
     */
    public record Upstream(
            String runId, String analysis, List<Recording> recordings, Report report) {}
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import org.ionbench.api.importing.Technique;

import java.util.List;

/**
 * What one run of an analysis is made over.
 *
 * @param scope one input a run, or all of a cell in one run
 * @param techniques the techniques of recordings it reads; empty if it reads reports
 * @param upstream the id of the analysis whose reports it reads; empty if it reads recordings
 */
public record Need(Scope scope, List<Technique> techniques, String upstream) {

    /** How inputs are shared out to runs. */
    public enum Scope {
        /** One run for each recording or upstream report. */
        EACH,
        /** One run for all recordings or upstream reports of a cell. */
        ALL_OF_CELL,
        /** One run for all upstream reports of the project. */
        ALL_OF_PROJECT,
        /** One run a cell, which reads the cell alone. */
        CELL
    }

    public static Need eachRecording(Technique... techniques) {
        return new Need(Scope.EACH, List.of(techniques), "");
    }

    public static Need allRecordings(Technique... techniques) {
        return new Need(Scope.ALL_OF_CELL, List.of(techniques), "");
    }

    public static Need eachReport(String upstream) {
        return new Need(Scope.EACH, List.of(), upstream);
    }

    public static Need allReports(String upstream) {
        return new Need(Scope.ALL_OF_CELL, List.of(), upstream);
    }

    /** The cell alone, as the composition analysis needs. */
    public static Need cell() {
        return new Need(Scope.CELL, List.of(), "");
    }
}

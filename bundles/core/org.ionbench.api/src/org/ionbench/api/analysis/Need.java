// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import org.ionbench.api.importing.Technique;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What one run of an analysis is made over.
 *
 * @param scope one input a run, or all of a cell in one run
 * @param techniques the techniques of recordings it reads; empty if it reads reports
 * @param upstream the id of the analysis whose reports it reads; empty if it reads recordings
 * @param also analyses whose reports it is given beside these, where there are any
 */
public record Need(Scope scope, List<Technique> techniques, String upstream, List<Beside> also) {

    /**
     * An analysis whose reports are given beside what is read.
     *
     * @param analysis its id
     * @param settings that its runs begin with where they are made for this need; others keep
     *     theirs
     */
    public record Beside(String analysis, Map<String, String> settings) {
        public Beside {
            settings = Map.copyOf(settings);
        }
    }

    /** How inputs are shared out to runs. */
    public enum Scope {
        /** One run for each recording or upstream report. */
        EACH,
        /** One run for all recordings or upstream reports of a cell. */
        ALL_OF_CELL,
        /** One run for all upstream reports of the project. */
        ALL_OF_PROJECT,
        /** One run a cell, which reads the cell alone. */
        CELL,
        /**
         * One run a project, which reads all its cells, all their recordings and what reports there
         * are of the analyses named in {@link Need#also}; it makes none.
         */
        PROJECT
    }

    public Need {
        techniques = List.copyOf(techniques);
        also = List.copyOf(also);
    }

    public Need(Scope scope, List<Technique> techniques, String upstream) {
        this(scope, techniques, upstream, List.of());
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

    /** All reports of an analysis in the project, in one run. */
    public static Need allReportsOfProject(String upstream) {
        return new Need(Scope.ALL_OF_PROJECT, List.of(), upstream);
    }

    /** All of a project, as a check of consistency reads it, with reports of these analyses. */
    public static Need project(String... also) {
        return new Need(
                Scope.PROJECT,
                List.of(),
                "",
                Arrays.stream(also).map(id -> new Beside(id, Map.of())).toList());
    }

    /**
     * This need, and beside it the reports of another analysis on what was measured on the same
     * cell: a polarisation and the fits of the spectra before and after it. Those runs are made
     * where the cell has recordings for them; where it has none, or the other analysis is not
     * installed, the run goes without. Only for an analysis that reads recordings.
     */
    public Need with(String analysis) {
        return with(analysis, Map.of());
    }

    /**
     * This need with reports of another analysis as {@link #with(String)} gives them, whose runs
     * begin with these settings where they are made for it: the circuit of a cell whose electrodes
     * let ions through.
     */
    public Need with(String analysis, Map<String, String> settings) {
        List<Beside> all = new ArrayList<>(also);
        all.add(new Beside(analysis, settings));
        return new Need(scope, techniques, upstream, all);
    }
}

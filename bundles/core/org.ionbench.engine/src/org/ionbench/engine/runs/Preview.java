// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.report.Report;

/**
 * A run with other settings, which nobody stores: what a handle dragged on a chart shows. Made on
 * the owner's thread, immutable, computed on any thread. Reports it reads are taken as they are.
 */
public final class Preview {

    /**
     * Computes it.
     *
     * @throws AnalysisException with a sentence if there is no result
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public Report compute(Progress progress) throws AnalysisException {
        throw new AnalysisException("There is no preview of this run.");
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.report.Report;
import org.ionbench.engine.internal.reports.Outcome;

import java.util.List;
import java.util.Optional;

/**
 * A run with other settings, which nobody stores: what a handle dragged on a chart shows. Made on
 * the owner's thread, immutable, computed on any thread. Reports it reads are taken as they are.
 */
public final class Preview {
    private final RunSnapshot run;
    private final List<Computation.Read> upstream;
    private final Elements elements;

    Preview(RunSnapshot run, List<Computation.Read> upstream, Elements elements) {
        this.run = run;
        this.upstream = List.copyOf(upstream);
        this.elements = elements;
    }

    /**
     * Computes it.
     *
     * @throws AnalysisException with a sentence if there is no result
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public Report compute(Progress progress) throws AnalysisException {
        return switch (Computation.compute(run, upstream, elements, progress)) {
            case Outcome.Done(Report report) -> report;
            case Outcome.Failed(String why, var defect) ->
                    throw defect.map(d -> new AnalysisException(why, d))
                            .orElseGet(() -> new AnalysisException(why));
        };
    }

    /**
     * Computes it and compares.
     *
     * @return one sentence on what differs from a report; numbers may differ by a millionth of
     *     theirs, as from one processor to another
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public Optional<String> differs(Report kept, Progress progress) {
        return Comparison.of(kept, Computation.compute(run, upstream, elements, progress));
    }
}

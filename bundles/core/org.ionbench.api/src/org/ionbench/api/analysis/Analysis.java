// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.report.Report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An analysis: stateless, declares what it needs, takes inputs and settings, gives a report.
 *
 * @param <S> its settings: a record whose components carry {@link Setting}
 */
public interface Analysis<S extends Record> {

    /** The record of settings; its components' defaults are in their {@link Setting}. */
    Class<S> settings();

    /**
     * What one run is made over. The engine makes a run for each {@linkplain Need.Scope#EACH
     * single} input or one run for all of a cell, and makes upstream runs first.
     */
    Need need();

    /**
     * Empty where the analysis can run on these inputs, else one sentence why not. Cheap: looks at
     * techniques and columns, computes nothing.
     */
    Optional<String> obstacle(Inputs inputs);

    /**
     * Runs the analysis.
     *
     * @throws AnalysisException if no result can be given
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    Report run(Context context, S settings) throws AnalysisException;

    /**
     * Settings written by an earlier revision in today's terms.
     *
     * @param stored settings as text, by key
     * @param fromRevision the revision that wrote them
     */
    default Map<String, String> migrate(Map<String, String> stored, int fromRevision) {
        return stored;
    }

    /** Literature the analysis follows, as {@code "Boukamp 1986, doi 10.1016/..."}. */
    default List<String> references() {
        return List.of();
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.report.Report;

import java.util.Optional;

/** What came of computing a run. */
sealed interface Outcome {

    /** A report. */
    record Done(Report report) implements Outcome {}

    /**
     * No report.
     *
     * @param why one sentence
     * @param defect what was thrown, if the analysis itself is at fault; it may be mended without
     *     the run being another one, so that such an outcome is not kept
     */
    record Failed(String why, Optional<Throwable> defect) implements Outcome {}

    /** The sentence of a failure. */
    default Optional<String> failure() {
        return this instanceof Failed failed ? Optional.of(failed.why()) : Optional.empty();
    }
}

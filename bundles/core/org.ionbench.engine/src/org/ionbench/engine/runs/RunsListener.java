// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import java.util.Set;

/** Hears what becomes of runs, on the owner's thread. */
@FunctionalInterface
public interface RunsListener {

    /** Runs whose state or report is another one now; new and deleted ones too. */
    void changed(Set<String> runIds);

    /** Runs are being computed in the background from now on, or no longer. */
    default void busy(boolean isBusy) {}

    /** An analysis threw what it must not; the run failed, and this is for the log. */
    default void defect(String runId, Throwable thrown) {}
}

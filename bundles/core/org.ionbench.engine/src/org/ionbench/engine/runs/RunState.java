// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import java.util.Locale;

/** How a run's result stands to what it was computed from; derived, never stored. */
public enum RunState {
    /** The report belongs to today's inputs and settings. */
    CURRENT,
    /** There is a report, but of other inputs or settings. */
    STALE,
    /** The analysis said why it can give no result. */
    FAILED,
    /** It was never computed. */
    NEVER;

    /** The lower-case word used in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

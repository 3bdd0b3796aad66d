// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.problem;

import java.util.Locale;

/** How much a problem matters. */
public enum Severity {
    /** Worth knowing; nothing is lost. */
    INFO,
    /** Something was assumed, left out or is doubtful. */
    WARNING,
    /** What was asked for is not there. */
    ERROR;

    /** The lower-case word used in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.quantity;

import java.util.Locale;

/** Where a value comes from. */
public enum Origin {
    MEASURED,
    ASSUMED,
    DERIVED;

    /** The lower-case word used in JSON and on screen. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

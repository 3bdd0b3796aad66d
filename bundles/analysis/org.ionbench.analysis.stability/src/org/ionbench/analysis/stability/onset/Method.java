// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import java.util.Locale;

/** How an onset is read from a rising current. */
public enum Method {
    /** Where the line through the rising current meets zero current. */
    REGRESSION,
    /** Where the line through the rising current meets the line through the background. */
    TANGENT,
    /** Where the current density passes a threshold. */
    THRESHOLD,
    /** Where the current leaves the noise of the background for good. */
    NOISE,
    /** Where the slope of the current has risen half-way to its largest value. */
    DERIVATIVE,
    /** Where the charge beyond the background passes a threshold. */
    CHARGE;

    /** The word used in conditions and settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

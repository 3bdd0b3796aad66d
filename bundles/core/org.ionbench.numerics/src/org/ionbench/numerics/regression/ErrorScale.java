// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.regression;

/** What the standard deviations given with the points are worth. */
public enum ErrorScale {
    /**
     * They are right: standard errors follow from them alone, intervals use the normal
     * distribution, and chi-square tests the line.
     */
    KNOWN,
    /**
     * They are right up to a common factor: standard errors are scaled by the scatter about the
     * line (root of the reduced chi-square), and intervals use Student's t.
     */
    ESTIMATED
}

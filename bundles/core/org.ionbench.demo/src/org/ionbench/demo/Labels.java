// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

/** What the samples of the {@link Twin} are called, and the note that stands with all of it. */
public final class Labels {
    /** The sample as it was bought. */
    public static final String PRISTINE = "pristine Li2B12H12";

    /** The sample after ball milling without an oxide. */
    public static final String BALL_MILLED = "ball-milled Li2B12H12";

    /** The nanocomposite. */
    public static final String COMPOSITE = "Li2B12H12 + 25 vol% ZrO2";

    /** What stands with every cell and sample, and in every file. */
    public static final String NOTE =
            "synthetic twin of Hehn et al. 2025, doi 10.1021/acsami.5c01939; nothing was measured";

    private Labels() {}
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import java.util.List;

/**
 * The technique of a recording: one of the constants, or an id a plug-in contributes.
 *
 * @param id the word used in JSON and in plugin.xml
 */
public record Technique(String id) {
    public static final Technique EIS = new Technique("eis");
    public static final Technique CV = new Technique("cv");
    public static final Technique LSV = new Technique("lsv");
    public static final Technique CA = new Technique("ca");
    public static final Technique CP = new Technique("cp");
    public static final Technique OCV = new Technique("ocv");

    /** Galvanostatic cycling, or any schedule of a battery cycler. */
    public static final Technique CYCLING = new Technique("cycling");

    public static final Technique GITT = new Technique("gitt");
    public static final Technique PITT = new Technique("pitt");
    public static final Technique SWV = new Technique("swv");
    public static final Technique DPV = new Technique("dpv");
    public static final Technique OTHER = new Technique("other");

    /** The techniques every lab has. */
    public static final List<Technique> KNOWN =
            List.of(EIS, CV, LSV, CA, CP, OCV, CYCLING, GITT, PITT, SWV, DPV, OTHER);

    @Override
    public String toString() {
        return id;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.studies;

import org.ionbench.demo.Labels;
import org.ionbench.demo.TwinCell;
import org.ionbench.demo.TwinRun;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The composites of the paper's Table 1 of which nothing else is known here. */
public final class CompositionStudy {
    static final String COMPOSITION = "org.ionbench.analysis.composition";

    private CompositionStudy() {}

    /** The name of a composite with a share of ZrO2 in vol %. */
    public static String name(int percent) {
        return "Li2B12H12 + " + percent + " vol% ZrO2";
    }

    /** Of 50 and 75 vol %; the composite of 25 vol % has cells of its own. */
    public static List<TwinCell> cells() {
        return Stream.of(50, 75).map(CompositionStudy::cell).toList();
    }

    private static TwinCell cell(int percent) {
        Powder powder = Powder.mixture(name(percent), percent);
        return new TwinCell(
                "composite-" + percent + "vol",
                powder.name(),
                powder.properties(),
                Map.of("note", Labels.NOTE),
                "",
                List.of(),
                Optional.empty(),
                List.of(TwinRun.of(COMPOSITION)),
                Optional.empty());
    }
}

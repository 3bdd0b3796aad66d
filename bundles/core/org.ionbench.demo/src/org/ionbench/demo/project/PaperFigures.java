// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.project;

import org.ionbench.demo.Twin;
import org.ionbench.demo.TwinCell;
import org.ionbench.engine.figures.FigureSpec;
import org.ionbench.engine.figures.Figures;
import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of the paper, over the runs of the example project. A figure whose analysis is not
 * installed is left out.
 */
final class PaperFigures {
    private static final String SYNTHETIC = " Synthetic data, nothing was measured.";

    private final Session session;
    private final Figures figures;

    PaperFigures(Session session, Figures figures) {
        this.session = session;
        this.figures = figures;
    }

    void make() {
        put(
                FigureSpec.of(
                                "Table 1. Composition",
                                List.of(FigureSpec.TABLE),
                                runs(
                                        "org.ionbench.analysis.composition",
                                        "composite",
                                        "composite-50vol",
                                        "composite-75vol"))
                        .with(
                                "columns",
                                "volume fraction of ZrO2 / %; mass fraction of ZrO2 / %; pore"
                                        + " filling / %")
                        .with(
                                "caption",
                                "ZrO2 of 5.890 g/cm\u00b3 with 0.246 cm\u00b3/g of pores, Li2B12H12"
                                        + " of 1.1773 g/cm\u00b3."));
        put(
                FigureSpec.of(
                                "Figure 3. Conductivity over temperature",
                                List.of("arrhenius"),
                                runs(
                                        "org.ionbench.analysis.eis.arrhenius",
                                        "pristine",
                                        "ball-milled",
                                        "composite"))
                        .with(
                                "caption",
                                "The composite conducts three orders better than the pristine salt,"
                                        + " with a lower activation energy."));
        put(
                FigureSpec.of(
                                "Figure 6. Stability against oxidation and reduction",
                                List.of("onset", "reduction-onset"),
                                runs("org.ionbench.analysis.stability.onset", "anodic", "cathodic"))
                        .with(
                                "series",
                                "cycle 1; cycle 2; cycle 3; line over the fit window; onset by"
                                        + " regression")
                        .with("quantities", "stability window")
                        .with(
                                "caption",
                                "Oxidation begins in the first cycle only; towards reduction"
                                    + " lithium is plated and stripped and nothing else happens."));
        String summary = "org.ionbench.analysis.cycling.summary";
        put(
                FigureSpec.of(
                                "Figure 7. A cell with TiS2 at 60 \u00b0C",
                                List.of("voltage", "capacity"),
                                runs(summary, "TiS2-60C"))
                        .with("right", "efficiency")
                        .with("quantities", "mean coulombic efficiency")
                        .with(
                                "caption",
                                "Right after a change of rate the efficiency stands out, for the"
                                        + " two halves of such a cycle end at other states of"
                                        + " charge."));
        put(
                FigureSpec.of(
                                "Figure S5. Conductivity over the time of milling",
                                List.of(FigureSpec.QUANTITY),
                                runs("org.ionbench.analysis.eis.conductivity", milled()))
                        .with("x", "milling time")
                        .with("y", "conductivity")
                        .with("at", "temperature = 333.15")
                        .with("caption", "At 60 \u00b0C; more milling helps until 50 h."));
        put(
                FigureSpec.of(
                                "Figure S9. Polarisation between blocking electrodes",
                                List.of("decay", "rest"),
                                runs("org.ionbench.analysis.transference.ionic", "t-ion"))
                        .with("quantities", "electronic transference number upper bound")
                        .with(
                                "caption",
                                "0.5 V across the pellet; what is left after an hour is the decay"
                                    + " of the electrodes within the noise of the instrument."));
        put(
                FigureSpec.of(
                                "Figure S10. Polarisation between lithium electrodes",
                                List.of("decay", "nyquist"),
                                joined(
                                        runs(
                                                "org.ionbench.analysis.transference.bruceVincent",
                                                "t-lithium"),
                                        fits("t-lithium")))
                        .with("labels", "10 mV; before; after")
                        .with("quantities", "cation transference number")
                        .with(
                                "caption",
                                "The current after a step of 10 mV, and the spectra before and"
                                        + " after it."));
        put(
                FigureSpec.of(
                                "Figure S11. Spectra before and after the anodic scan",
                                List.of("nyquist"),
                                runs("org.ionbench.analysis.stability.comparison", "anodic"))
                        .with("quantities", "resistance change")
                        .with("window", "150:650, 0:400")
                        .with("inset", "180:260, 0:40")
                        .with(
                                "caption",
                                "The interface has a little more resistance, the blocking tail has"
                                        + " changed; the inset shows the arc of the interface."));
        put(
                FigureSpec.of(
                                "Figure S13. A cell with LiFePO4",
                                List.of("voltage", "capacity"),
                                runs(summary, "LFP-60C"))
                        .with("right", "efficiency")
                        .with(
                                "caption",
                                "9 cycles at C/10 and 34 at C/5. The paper prints 0.122"
                                    + " mAh/cm\u00b2 for its capacity, which is 0.122 mAh; only"
                                    + " 0.433 mAh/cm\u00b2 fits its own mass, area and current."));
        put(
                FigureSpec.of(
                                "Cells with TiS2 at three temperatures",
                                List.of("voltage"),
                                runs(summary, "TiS2-60C", "TiS2-50C", "TiS2-40C"))
                        .with("series", "cycle 4")
                        .with("labels", "60 \u00b0C; 50 \u00b0C; 40 \u00b0C")
                        .with("caption", "Cycle 4, the first at C/10."));
    }

    /** The composites in the order of their time, the one of 50 h among them. */
    private static String[] milled() {
        return Stream.concat(
                        Twin.milling().cells().stream().map(TwinCell::name), Stream.of("composite"))
                .toArray(String[]::new);
    }

    private void put(FigureSpec figure) {
        if (!figure.runs().isEmpty()) {
            String caption = figure.option("caption").orElse("");
            figures.put(figure.with("caption", caption + SYNTHETIC));
        }
    }

    /** The runs of an analysis on cells, in the order of the cells. */
    private List<String> runs(String analysis, String... cells) {
        Outline outline = session.outline();
        List<String> runs = new ArrayList<>();
        for (String cell : cells) {
            Optional<String> id = session.findCell(cell);
            outline.runs().stream()
                    .filter(r -> r.analysis().equals(analysis) && r.cell().equals(id))
                    .map(Outline.RunItem::id)
                    .forEach(runs::add);
        }
        return runs;
    }

    private static List<String> joined(List<String> first, List<String> more) {
        return first.isEmpty() ? first : Stream.concat(first.stream(), more.stream()).toList();
    }

    /** The fits of spectra before and after, in this order. */
    private List<String> fits(String cell) {
        Outline outline = session.outline();
        return Stream.of("before", "after")
                .flatMap(
                        when ->
                                runs("org.ionbench.analysis.eis.fit", cell).stream()
                                        .filter(id -> isOf(outline, id, when)))
                .toList();
    }

    /** Whether the recording a run reads has a name with this word. */
    private static boolean isOf(Outline outline, String run, String word) {
        List<String> recordings =
                outline.runs().stream()
                        .filter(r -> r.id().equals(run))
                        .flatMap(r -> r.recordings().stream())
                        .toList();
        return outline.recordings().stream()
                .anyMatch(
                        r ->
                                recordings.contains(r.id())
                                        && (r.rawFile() + r.name()).contains(word));
    }
}

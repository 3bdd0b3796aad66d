// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.plotting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.util.List;

class RecordingPlotsTest {

    /** R of 100 ohm parallel to C of 1 uF: at 1/(2 pi R C) the impedance is 50 - 50j ohm. */
    private static final double APEX = 1 / (2 * Math.PI * 1e-4);

    private static Recording recording(Technique technique, ArrayTable.Builder table) {
        return Recording.of("sample", technique, table.build()).id("rec1").build();
    }

    private static Points.Inline inline(Plot plot) {
        return (Points.Inline) plot.series().getFirst().points();
    }

    @Test
    void spectrumGivesNyquistWithEqualAxesAndBodeInTheUsualSigns() {
        List<Plot> plots =
                RecordingPlots.of(
                        recording(
                                Technique.EIS,
                                ArrayTable.rows(1)
                                        .column(
                                                ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"),
                                                new double[] {APEX})
                                        .column(
                                                ColumnSpec.of("Zre")
                                                        .as(QuantityKind.IMPEDANCE_REAL, "ohm"),
                                                new double[] {50})
                                        .column(
                                                ColumnSpec.of("-Zim")
                                                        .as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm")
                                                        .negated(),
                                                new double[] {50})));
        assertEquals(
                List.of("nyquist", "bode-modulus", "bode-phase"),
                plots.stream().map(Plot::id).toList());
        assertTrue(plots.getFirst().equalAspect());
        assertArrayEquals(new double[] {50}, inline(plots.get(0)).x());
        assertArrayEquals(new double[] {50}, inline(plots.get(0)).y());
        assertEquals(Axis.Scale.LOGARITHMIC, plots.get(1).x().scale());
        assertArrayEquals(new double[] {Math.sqrt(5000)}, inline(plots.get(1)).y(), 1e-12);
        assertArrayEquals(new double[] {45}, inline(plots.get(2)).y(), 1e-12);
    }

    @Test
    void modulusAndPhaseAreASpectrumToo() {
        List<Plot> plots =
                RecordingPlots.of(
                        recording(
                                Technique.EIS,
                                ArrayTable.rows(1)
                                        .column(
                                                ColumnSpec.of("f")
                                                        .as(QuantityKind.FREQUENCY, "kHz"),
                                                new double[] {2})
                                        .column(
                                                ColumnSpec.of("|Z|")
                                                        .as(QuantityKind.IMPEDANCE_MODULUS, "kohm"),
                                                new double[] {2})
                                        .column(
                                                ColumnSpec.of("phase")
                                                        .as(QuantityKind.IMPEDANCE_PHASE, "deg"),
                                                new double[] {-30})));
        assertArrayEquals(new double[] {1000 * Math.sqrt(3)}, inline(plots.get(0)).x(), 1e-9);
        assertArrayEquals(new double[] {1000}, inline(plots.get(0)).y(), 1e-9);
        assertArrayEquals(new double[] {2000}, inline(plots.get(1)).x(), 1e-9);
        assertArrayEquals(new double[] {30}, inline(plots.get(2)).y(), 1e-9);
    }

    @Test
    void pointsThatCannotBeDrawnAreLeftOutAndTheOthersKeepTheirRows() {
        Plot nyquist =
                RecordingPlots.of(
                                recording(
                                        Technique.EIS,
                                        ArrayTable.rows(4)
                                                .column(
                                                        ColumnSpec.of("f")
                                                                .as(QuantityKind.FREQUENCY, "Hz"),
                                                        new double[] {0, 10, 100, 1000})
                                                .column(
                                                        ColumnSpec.of("re")
                                                                .as(
                                                                        QuantityKind.IMPEDANCE_REAL,
                                                                        "ohm"),
                                                        new double[] {1, 2, Double.NaN, 4})
                                                .column(
                                                        ColumnSpec.of("im")
                                                                .as(
                                                                        QuantityKind
                                                                                .IMPEDANCE_IMAGINARY,
                                                                        "ohm"),
                                                        new double[] {-1, -2, -3, -4})))
                        .getFirst();
        assertArrayEquals(new int[] {1, 3}, nyquist.series().getFirst().rows());
        assertArrayEquals(new double[] {2, 4}, inline(nyquist).x());
        assertArrayEquals(new double[] {10, 1000}, nyquist.series().getFirst().labels());
    }

    private static ArrayTable.Builder curves() {
        return ArrayTable.rows(2)
                .column(ColumnSpec.of("time/s").as(QuantityKind.TIME, "s"), new double[] {0, 1})
                .column(ColumnSpec.of("Ewe/V").as(QuantityKind.POTENTIAL, "V"), new double[] {0, 1})
                .column(ColumnSpec.of("I/mA").as(QuantityKind.CURRENT, "mA"), new double[] {5, 6});
    }

    @Test
    void voltammogramIsCurrentAgainstPotentialByColumnsOfTheRecording() {
        List<Plot> plots = RecordingPlots.of(recording(Technique.CV, curves()));
        assertEquals(1, plots.size());
        Points.Columns columns = (Points.Columns) plots.getFirst().series().getFirst().points();
        assertEquals(1.0, columns.xFactor());
        assertEquals("rec1", columns.recording());
        assertEquals("Potential / V", columns.x());
        assertEquals("Current / mA", columns.y());
        assertEquals("A", plots.getFirst().y().unit());
    }

    @Test
    void potentialNamesItsReference() {
        Recording cv = recording(Technique.CV, curves());
        assertEquals("E vs Li\u207a/Li", RecordingPlots.of(cv, "Li+/Li").getFirst().x().quantity());
        assertEquals(
                "E vs Fe\u00b3\u207a/Fe\u00b2\u207a",
                RecordingPlots.of(cv, "Fe3+/Fe2+").getFirst().x().quantity());
        assertEquals("E", RecordingPlots.of(cv).getFirst().x().quantity());
    }

    @Test
    void cyclingIsPotentialAndCurrentAgainstTime() {
        List<Plot> plots = RecordingPlots.of(recording(Technique.CYCLING, curves()));
        assertEquals(List.of("E", "I"), plots.stream().map(p -> p.y().quantity()).toList());
        assertTrue(plots.stream().allMatch(p -> p.x().id().equals("time")));
    }

    @Test
    void chargeIsShownInAmpereHours() {
        Recording r =
                recording(
                        Technique.OTHER,
                        ArrayTable.rows(1)
                                .column(
                                        ColumnSpec.of("Q").as(QuantityKind.CHARGE, "C"),
                                        new double[] {3600})
                                .column(ColumnSpec.of("n"), new double[] {7})
                                .column(ColumnSpec.text("note"), new String[] {"x"}));
        assertEquals(2, RecordingPlots.columns(r).size());
        assertTrue(RecordingPlots.of(r).isEmpty());
        Plot plot =
                RecordingPlots.of(
                        r, RecordingPlots.columns(r).get(1), r.table().columns().get(0), "");
        Points.Columns columns = (Points.Columns) plot.series().getFirst().points();
        assertEquals("Ah", plot.y().unit());
        assertEquals(1.0, 3600 * columns.yFactor(), 1e-12);
        assertEquals("n", plot.x().quantity());
    }
}

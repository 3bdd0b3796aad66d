// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import static org.ionbench.analysis.transference.SimulatedPolarisation.blocking;
import static org.ionbench.analysis.transference.SimulatedPolarisation.blockingFit;
import static org.ionbench.analysis.transference.SimulatedPolarisation.cell;
import static org.ionbench.analysis.transference.SimulatedPolarisation.codes;
import static org.ionbench.analysis.transference.SimulatedPolarisation.recording;
import static org.ionbench.analysis.transference.SimulatedPolarisation.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.transference.blocking.IonicAnalysis;
import org.ionbench.analysis.transference.blocking.IonicSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class IonicTest implements AnalysisContract<IonicSettings> {
    private static final Map<String, String> SPECIFIED = Map.of("offsetSpecification", "2");

    @Override
    public Analysis<IonicSettings> analysis() {
        return new IonicAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        Recording r = recording(0.5, 600, 5e-9, 1, t -> blocking(0.5, t));
        return List.of(
                Inputs.of(r),
                SimulatedPolarisation.inputs(r, Optional.of(cell()), blockingFit(175.6, 1)));
    }

    private static Report ionic(Recording r, Map<String, String> settings) throws Exception {
        return run(
                new IonicAnalysis(),
                SimulatedPolarisation.inputs(r, Optional.of(cell()), blockingFit(175.6, 1)),
                settings);
    }

    private static Quantity quantity(Report report, String key) {
        return report.quantity(key).orElseThrow();
    }

    /** 0.8 nA after an hour at 0.5 V, Q 1e-5, n 0.85. */
    @Test
    void theTailOfABlockingElectrode() throws Exception {
        assertEquals(0.8e-9, blocking(0.5, 3600), 0.05e-9);
        Recording r = recording(0.5, 3600, 0, 1, t -> blocking(0.5, t) + 3e-9);
        Polarisation p = Polarisation.of(r, 0);
        var all = Window.ALL;
        Tail power = Tail.of(p, Tail.Method.POWER_LAW, all, () -> false);
        assertEquals(3e-9, power.current(), 1e-12);
        assertEquals(0.85, power.exponent(), 1e-3);
        // The others take the rest of the decay for electrons, as they must.
        Tail mean = Tail.of(p, Tail.Method.MEAN, all, () -> false);
        assertEquals(3e-9 + blocking(0.5, 3420), mean.current(), 1e-11);
        assertTrue(Tail.of(p, Tail.Method.EXPONENTIAL, all, () -> false).current() > 3.7e-9);
    }

    @Test
    void otherDecays() throws Exception {
        var all = Window.ALL;
        Recording r = recording(0.5, 3600, 1e-9, 4, t -> 1e-6 * Math.exp(-t / 400) + 50e-9);
        Polarisation p = Polarisation.of(r, 0);
        Tail e = Tail.of(p, Tail.Method.EXPONENTIAL, all, () -> false);
        assertEquals(50e-9, e.current(), 4 * e.error());
        assertTrue(e.error() < 0.1e-9 && e.reducedChiSquare() < 1.4, e.error() + "");
        r = recording(0.5, 3600, 1e-9, 5, t -> 1e-6 * Math.exp(-Math.sqrt(t / 100)) + 50e-9);
        p = Polarisation.of(r, 0);
        Tail s = Tail.of(p, Tail.Method.STRETCHED, all, () -> false);
        assertEquals(50e-9, s.current(), 4 * s.error());
        assertEquals(0.5, s.exponent(), 0.03);
    }

    /**
     * No electrons, 5 nA of noise, an offset of 2 nA at most: the upper bound lies above 0 and
     * below 3e-6, and no transference number above 1 is given.
     */
    @Test
    void noElectrons() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            for (int seconds : new int[] {600, 3600}) {
                Recording r = recording(0.5, seconds, 5e-9, seed, t -> blocking(0.5, t));
                Report report = ionic(r, SPECIFIED);
                double bound = quantity(report, IonicAnalysis.BOUND).value();
                assertTrue(bound > 0 && bound <= 3e-6, seconds + " s: " + bound);
                Quantity t = quantity(report, IonicAnalysis.IONIC);
                assertTrue(t.value() <= 1 && t.value() > 1 - 3e-6, t.toString());
                assertTrue(t.interval95().orElseThrow().high() <= 1, t.toString());
                assertEquals(1, t.interval95().orElseThrow().low() + bound, 1e-12);
                assertFalse(codes(report).contains("transference.unsteady"), codes(report) + "");
            }
        }
    }

    /** The bound holds in 95 % of the cases or more, whatever the offset within its limits is. */
    @Test
    void theBoundHolds() throws Exception {
        Random random = new Random(7);
        int held = 0;
        for (int k = 0; k < 200; k++) {
            double electrons = 6e-9 * random.nextDouble();
            double offset = 2e-9 * (2 * random.nextDouble() - 1);
            Recording r = recording(0.5, 1200, 5e-9, k, t -> blocking(0.5, t) + electrons + offset);
            Quantity bound = quantity(ionic(r, SPECIFIED), IonicAnalysis.BOUND);
            held += bound.value() >= electrons / (0.5 / 175.6) ? 1 : 0;
        }
        assertTrue(held >= 186, held + " of 200");
    }

    /** 95 % intervals, and the bound, hold the truth in about 95 % of the cases. */
    @Test
    void intervalsCoverTheTruth() throws Exception {
        int n = 200;
        for (double electrons : new double[] {20e-9, 5e-6}) {
            double truth = electrons * 175.6 / 0.5;
            Random random = new Random(5);
            int share = 0;
            int rest = 0;
            int bound = 0;
            for (int k = 0; k < n; k++) {
                Recording r = recording(0.5, 3600, 5e-9, k, t -> blocking(0.5, t) + electrons);
                Inputs inputs =
                        SimulatedPolarisation.inputs(
                                r,
                                Optional.of(cell()),
                                blockingFit(175.6 + random.nextGaussian(), 1));
                Report report = run(new IonicAnalysis(), inputs, Map.of());
                share += holds(quantity(report, "electronic transference number"), truth);
                rest += holds(quantity(report, "residual current"), electrons * 1e9);
                bound += quantity(report, IonicAnalysis.BOUND).value() >= truth ? 1 : 0;
            }
            for (int held : List.of(share, rest, bound)) {
                assertTrue(held >= 0.91 * n && held <= 0.99 * n, held + " of " + n);
            }
        }
    }

    private static int holds(Quantity q, double truth) {
        var interval = q.interval95().orElseThrow();
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    /** 5 uA of electrons besides 2.847 mA: t_e 1.756e-3, sigma_e = I L / (V A). */
    @Test
    void electrons() throws Exception {
        Recording r = recording(0.5, 3600, 5e-9, 3, t -> blocking(0.5, t) + 5e-6);
        Report report = ionic(r, SPECIFIED);
        double truth = 5e-6 * 175.6 / 0.5;
        Quantity t = quantity(report, IonicAnalysis.IONIC);
        assertEquals(1 - truth, t.value(), 2e-6);
        // R by 1 of 175.6 ohm, the offset by 2 nA / sqrt 3
        assertEquals(-truth / 175.6, t.contributions().get("run:f/electrolyte resistance"), 1e-8);
        assertEquals(
                2e-9 / Math.sqrt(3) * 175.6 / 0.5,
                Math.abs(t.contributions().get("run:r/current offset")),
                1e-10);
        Quantity sigma = quantity(report, IonicAnalysis.CONDUCTIVITY);
        assertEquals("S/cm", sigma.unit().symbol());
        assertEquals(5e-6 * 0.032 / (0.5 * Math.PI / 4), sigma.value(), 1e-9);
        assertEquals(sigma.value() / 32, sigma.contributions().get("cell:c/thickness"), 1e-11);
        assertEquals("V/R", quantity(report, "initial current").conditions().get("method"));
        assertEquals(0.5 / 175.6 * 1e3, quantity(report, "initial current").value(), 1e-9);
        assertTrue(codes(report).contains("transference.first"));
        Report taken = ionic(r, Map.of("offset", "1000"));
        assertEquals(
                4e-6 * 175.6 / 0.5,
                quantity(taken, "electronic transference number").value(),
                2e-6);
    }

    /** 0.5 V over 175.6 ohm is 2.85 mA; 1 nA of it left is 0.99999965, and its bound is given. */
    @Test
    void oneNanoampere() throws Exception {
        Recording r = recording(0.5, 3600, 0.1e-9, 3, t -> 1e-9);
        Report report = ionic(r, Map.of("tail", "mean"));
        assertEquals(2.85, quantity(report, "initial current").value(), 0.005);
        assertEquals(0.99999965, quantity(report, IonicAnalysis.IONIC).value(), 5e-9);
        double bound = quantity(report, IonicAnalysis.BOUND).value();
        assertTrue(bound > 3.5e-7 && bound < 3.7e-7, bound + "");
    }

    @Test
    void offsetOfTheCell() throws Exception {
        Recording r = recording(0.5, 600, 5e-9, 3, t -> blocking(0.5, t));
        Cell cell = cell().with("current offset specification", 2, 0, Unit.of("nA"));
        Report with =
                run(
                        new IonicAnalysis(),
                        SimulatedPolarisation.inputs(r, Optional.of(cell), blockingFit(175.6, 1)),
                        Map.of());
        assertEquals(
                quantity(ionic(r, SPECIFIED), IonicAnalysis.BOUND).value(),
                quantity(with, IonicAnalysis.BOUND).value(),
                1e-15);
        assertTrue(codes(ionic(r, Map.of())).contains("transference.offset.unknown"));
    }

    /**
     * Without a spectrum the current is extrapolated, and that is said; a resistance may be given.
     */
    @Test
    void initialCurrents() throws Exception {
        Recording r =
                recording(0.5, 3600, 1e-9, 3, t -> 1e-5 * Math.exp(-t / 20) + blocking(0.5, t));
        Report report = run(new IonicAnalysis(), Inputs.of(r), Map.of());
        assertEquals(
                "extrapolated", quantity(report, "initial current").conditions().get("method"));
        assertEquals(1e-2, quantity(report, "initial current").value(), 5e-4);
        assertTrue(codes(report).contains("transference.initial"));
        report = run(new IonicAnalysis(), Inputs.of(r), Map.of("initial", "measured"));
        assertEquals(r.table().columns().get(2).at(0) * 1e3, value(report), 1e-15);
        report = run(new IonicAnalysis(), Inputs.of(r), Map.of("resistance", "500"));
        assertEquals(1, value(report), 1e-12);
        assertThrows(
                AnalysisException.class,
                () -> run(new IonicAnalysis(), Inputs.of(r), Map.of("initial", "eis")));
    }

    private static double value(Report report) {
        return quantity(report, "initial current").value();
    }

    /** A current that still falls by itself, and a mean, are no steady state. */
    @Test
    void unsteady() throws Exception {
        Recording r = recording(0.5, 3600, 1e-9, 3, t -> 1e-5 / (1 + t / 600));
        assertTrue(codes(ionic(r, Map.of("tail", "mean"))).contains("transference.unsteady"));
    }

    /** A rest before and a relaxation after the step are left out; time counts from the step. */
    @Test
    void stepWithinARecording() throws Exception {
        int n = 3000;
        double[] t = new double[n];
        double[] e = new double[n];
        double[] i = new double[n];
        for (int k = 0; k < n; k++) {
            t[k] = 100 + k;
            boolean on = k >= 200 && k < 2200;
            e[k] = on ? -0.5 : 0.001;
            i[k] = on ? -5e-6 - blocking(0.5, k - 199) : 1e-6;
        }
        Polarisation p = Polarisation.of(recording(t, e, i), 0);
        assertEquals(2000, p.size());
        assertEquals(0.5, p.voltage(), 1e-12);
        assertEquals(1, p.time(0), 1e-9);
        assertEquals(5e-6 + blocking(0.5, 1), p.current(0), 1e-15);
    }

    @Test
    void rangeSwitches() throws Exception {
        Recording plain = recording(0.5, 600, 1e-9, 3, t -> blocking(0.5, t));
        double[] range = new double[600];
        for (int k = 0; k < 600; k++) {
            range[k] = k < 300 ? 5 : 6;
        }
        var table = ArrayTable.rows(600);
        for (var c : plain.table().columns()) {
            double[] values = new double[600];
            c.copy(0, values, 0, 600);
            table.column(c.spec(), values);
        }
        table.column(ColumnSpec.of("Current Range"), range);
        Recording r = plain.change().table(table.build()).build();
        assertTrue(codes(ionic(r, Map.of())).contains("transference.range"));
        assertTrue(codes(ionic(r, Map.of("window", "310:"))).contains("transference.range.before"));
    }

    /** Spectra of two temperatures: that of the polarisation is taken, and asked for if unknown. */
    @Test
    void temperatures() throws Exception {
        Recording r = recording(0.5, 600, 1e-9, 3, t -> blocking(0.5, t));
        Inputs.Upstream[] fits = {
            SimulatedPolarisation.at(blockingFit(175.6, 1), 303.15),
            SimulatedPolarisation.at(blockingFit(40, 1), 333.15)
        };
        Report unknown =
                run(
                        new IonicAnalysis(),
                        SimulatedPolarisation.inputs(r, Optional.of(cell()), fits),
                        Map.of());
        assertTrue(codes(unknown).contains("transference.temperature.unknown"));
        Quantity warm = Quantity.of("temperature", "T", 333.2, Unit.of("K"));
        Report known =
                run(
                        new IonicAnalysis(),
                        SimulatedPolarisation.inputs(
                                r.change().condition("set temperature", warm).build(),
                                Optional.of(cell()),
                                fits),
                        Map.of());
        assertEquals(0.5 / 40 * 1e3, value(known), 1e-9);
        assertFalse(codes(known).contains("transference.temperature.unknown"));
        assertEquals("333.2", quantity(known, IonicAnalysis.BOUND).conditions().get("temperature"));
    }

    /** The first sample is never taken by itself. */
    @Test
    void noInitialCurrent() {
        Recording flat = recording(0.5, 600, 1e-9, 3, t -> 1e-6);
        var e =
                assertThrows(
                        AnalysisException.class,
                        () -> run(new IonicAnalysis(), Inputs.of(flat), Map.of()));
        assertTrue(e.getMessage().contains("not known"), e.getMessage());
    }

    /** 50 nA of offset that nobody gave: the bound is not the smaller for it, and it is said. */
    @Test
    void farBelowZero() throws Exception {
        Recording r = recording(0.5, 3600, 5e-9, 3, t -> blocking(0.5, t) - 50e-9);
        Report report = ionic(r, SPECIFIED);
        assertTrue(codes(report).contains("transference.below"));
        double bound = quantity(report, IonicAnalysis.BOUND).value() * 0.5 / 175.6;
        assertTrue(bound > 10e-9 && bound < 50e-9, bound + "");
        assertTrue(quantity(report, IonicAnalysis.IONIC).value() <= 1);
    }

    @Test
    void currentsThatGrow() throws Exception {
        Recording r = recording(0.5, 600, 1e-9, 3, t -> 1e-2 + 1e-6 / t);
        assertTrue(codes(ionic(r, Map.of())).contains("transference.grows"));
    }

    /** A pellet between lithium is no cell for this analysis, nor is a step of 10 mV. */
    @Test
    void whereItDoesNotApply() {
        Recording r = recording(0.5, 600, 1e-9, 3, t -> blocking(0.5, t));
        Cell lithium = cell().with("electrodes", "Li | Li");
        assertTrue(analysis().obstacle(Inputs.of(r, lithium)).isPresent());
        Cell steel = cell().with("electrodes", "stainless steel");
        assertTrue(analysis().obstacle(Inputs.of(r, steel)).isEmpty());
        Recording small = recording(0.01, 600, 1e-9, 3, t -> 1e-6);
        assertTrue(analysis().obstacle(Inputs.of(small)).isPresent());
    }
}

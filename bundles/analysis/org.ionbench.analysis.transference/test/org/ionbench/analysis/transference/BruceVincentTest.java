// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import static org.ionbench.analysis.transference.SimulatedPolarisation.cell;
import static org.ionbench.analysis.transference.SimulatedPolarisation.codes;
import static org.ionbench.analysis.transference.SimulatedPolarisation.recording;
import static org.ionbench.analysis.transference.SimulatedPolarisation.reversibleFit;
import static org.ionbench.analysis.transference.SimulatedPolarisation.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.transference.reversible.BruceVincentAnalysis;
import org.ionbench.analysis.transference.reversible.BruceVincentSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.statistics.Samples;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** R_e 175.6, R_0 60, R_ss 70 ohm at 10 mV: what the equations of the transport give. */
class BruceVincentTest implements AnalysisContract<BruceVincentSettings> {
    private static final double R_E = 175.6;

    @Override
    public Analysis<BruceVincentSettings> analysis() {
        return new BruceVincentAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        Recording r = step(0.01, 38.637e-6, 5e-9, 1);
        return List.of(Inputs.of(r), inputs(r));
    }

    private static Inputs inputs(Recording r) {
        return SimulatedPolarisation.inputs(
                r,
                Optional.of(cell().with("electrodes", "Li | Li")),
                reversibleFit("after", 90, R_E, 70, 0.4),
                reversibleFit("before", -20, R_E, 60, 0.4));
    }

    /** From I_0 = dV / (R_e + R_0) to the steady current within a quarter of an hour. */
    private static Recording step(double volts, double steady, double noise, long seed) {
        double initial = volts / (R_E + 60);
        return recording(
                volts, 3600, noise, seed, t -> steady + (initial - steady) * Math.exp(-t / 200));
    }

    private static Report report(Recording r, Map<String, String> settings) throws Exception {
        return run(new BruceVincentAnalysis(), inputs(r), settings);
    }

    private static Quantity number(Report report, String method) {
        return report.quantity("cation transference number " + method).orElseThrow();
    }

    @Test
    void twoElectrolytes() throws Exception {
        double[][] truth = {{38.637e-6, 0.9103, 0.9300}, {15.259e-6, 0.3595, 0.3000}};
        for (double[] row : truth) {
            Report report = report(step(0.01, row[0], 0, 1), Map.of());
            assertEquals(42.445, report.quantity("initial current").orElseThrow().value(), 1e-3);
            assertEquals(row[1], number(report, "simple").value(), 1e-4);
            assertEquals(row[2], number(report, "full").value(), 1e-4);
            assertEquals("cation transference number", number(report, "full").name());
            assertEquals("full", number(report, "full").conditions().get("method"));
            // Watanabe's form stands in the table and is the same here.
            var watanabe = report.tables().getFirst().rows().getLast();
            assertEquals("Watanabe", watanabe.get(0));
            assertEquals(row[2], (double) watanabe.get(1), 1e-4);
            assertFalse(codes(report).contains("transference.watanabe"), codes(report) + "");
        }
    }

    @Test
    void withNoise() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Report report = report(step(0.01, 38.637e-6, 20e-9, seed), Map.of());
            assertEquals(0.910, number(report, "simple").value(), 0.005);
            assertEquals(0.930, number(report, "full").value(), 0.01);
            assertFalse(codes(report).contains("transference.unsteady"), codes(report) + "");
        }
    }

    /** Against a Monte Carlo over correlated resistances, which share their fit's errors. */
    @Test
    void uncertainty() throws Exception {
        Report report = report(step(0.01, 38.637e-6, 0, 1), Map.of());
        Random random = new Random(3);
        int n = 20000;
        double[] full = new double[n];
        double[] simple = new double[n];
        for (int k = 0; k < n; k++) {
            double a = random.nextGaussian();
            double b = -0.6 * a + 0.8 * random.nextGaussian();
            double c = random.nextGaussian();
            double re = R_E + 0.4 * a;
            double r0 = 60 + 0.4 * b;
            double rs = 70 + 0.4 * c;
            double i0 = 0.01 / (re + r0);
            double is = 38.637e-6;
            simple[k] = is / i0;
            full[k] = is * (0.01 - i0 * r0) / (i0 * (0.01 - is * rs));
        }
        double u = Samples.standardDeviation(full);
        double v = Samples.standardDeviation(simple);
        assertEquals(u, number(report, "full").standardUncertainty(), 0.05 * u);
        assertEquals(v, number(report, "simple").standardUncertainty(), 0.05 * v);
    }

    /** 95 % intervals hold the truth in about 95 % of the cells. */
    @Test
    void intervalsCoverTheTruth() throws Exception {
        int n = 300;
        Random random = new Random(3);
        int simple = 0;
        int full = 0;
        double told = 0;
        double[] found = new double[n];
        for (int k = 0; k < n; k++) {
            double[] before = errors(random);
            double[] after = errors(random);
            Inputs inputs =
                    SimulatedPolarisation.inputs(
                            step(0.01, 38.637e-6, 20e-9, k),
                            Optional.of(cell().with("electrodes", "Li | Li")),
                            reversibleFit("before", -20, R_E + before[0], 60 + before[1], 0.4),
                            reversibleFit("after", 90, R_E + after[0], 70 + after[1], 0.4));
            Report report = run(new BruceVincentAnalysis(), inputs, Map.of());
            simple += holds(number(report, "simple"), 38.637 / 42.4448);
            full += holds(number(report, "full"), 0.93);
            found[k] = number(report, "full").value();
            told += number(report, "full").standardUncertainty() / n;
        }
        assertTrue(simple >= 0.91 * n && simple <= 0.99 * n, simple + " of " + n);
        assertTrue(full >= 0.91 * n && full <= 0.99 * n, full + " of " + n);
        double u = Samples.standardDeviation(found);
        assertEquals(u, told, 0.12 * u);
    }

    /** Of R_e and R_i, correlated by -0.6. */
    private static double[] errors(Random random) {
        double a = random.nextGaussian();
        return new double[] {0.4 * a, 0.4 * (-0.6 * a + 0.8 * random.nextGaussian())};
    }

    private static int holds(Quantity q, double truth) {
        var interval = q.interval95().orElseThrow();
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    @Test
    void limitsAreSaid() throws Exception {
        Report report = report(step(0.05, 38.637e-6 * 5, 0, 1), Map.of());
        assertTrue(codes(report).contains("transference.voltage"), codes(report) + "");
        report = report(step(0.01, 43e-6, 0, 1), Map.of());
        assertTrue(codes(report).contains("transference.above"));
        report = report(step(0.01, 38.637e-6, 0, 1), Map.of("steadyResistance", "400"));
        assertTrue(codes(report).contains("transference.negative"));
        assertTrue(codes(report).contains("transference.growth"));
        Recording falling = recording(0.01, 3600, 0, 1, t -> 42.4e-6 / (1 + t / 3600));
        assertTrue(codes(report(falling, Map.of())).contains("transference.unsteady"));
        report = report(step(0.01, 38.637e-6, 0, 1), Map.of("electrolyteResistance", "100"));
        assertTrue(codes(report).contains("transference.watanabe"));
    }

    @Test
    void resistancesThatAreGiven() throws Exception {
        Inputs alone = Inputs.of(step(0.01, 38.637e-6, 0, 1));
        Report report =
                run(
                        new BruceVincentAnalysis(),
                        alone,
                        Map.of(
                                "electrolyteResistance",
                                "175.6",
                                "initialResistance",
                                "60",
                                "steadyResistance",
                                "70"));
        assertEquals(0.93, number(report, "full").value(), 1e-4);
        report = run(new BruceVincentAnalysis(), alone, Map.of());
        assertTrue(report.quantity("cation transference number full").isEmpty());
        assertTrue(codes(report).contains("transference.simple"));
    }

    /** A name that no spectrum has is refused, and the names there are are said. */
    @Test
    void spectraByName() throws Exception {
        Recording r = step(0.01, 38.637e-6, 0, 1);
        Report swapped = report(r, Map.of("before", "spectrum after", "after", "spectrum before"));
        assertEquals(70, swapped.quantity("interface resistance before").orElseThrow().value());
        String message =
                assertThrows(AnalysisException.class, () -> report(r, Map.of("before", "first")))
                        .getMessage();
        assertTrue(message.contains("spectrum before, spectrum after"), message);
    }

    /** A fit that tells no interface from the electrolyte is named. */
    @Test
    void blockingCircuit() throws Exception {
        Report report =
                run(
                        new BruceVincentAnalysis(),
                        SimulatedPolarisation.inputs(
                                step(0.01, 38.637e-6, 0, 1),
                                Optional.empty(),
                                SimulatedPolarisation.blockingFit(175.6, 1)),
                        Map.of());
        assertTrue(codes(report).contains("transference.interface"), codes(report) + "");
    }
}

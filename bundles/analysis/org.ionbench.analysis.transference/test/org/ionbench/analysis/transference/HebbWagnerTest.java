// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import static org.ionbench.analysis.transference.SimulatedPolarisation.cell;
import static org.ionbench.analysis.transference.SimulatedPolarisation.codes;
import static org.ionbench.analysis.transference.SimulatedPolarisation.recording;
import static org.ionbench.analysis.transference.SimulatedPolarisation.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.transference.blocking.HebbWagnerAnalysis;
import org.ionbench.analysis.transference.blocking.HebbWagnerSettings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A pellet of 0.32 mm and 10 mm at 298.15 K; its currents from Ohm's law and from Wagner's. */
class HebbWagnerTest implements AnalysisContract<HebbWagnerSettings> {
    private static final double THERMAL = 8.314463 * 298.15 / 96485.33;
    private static final double L_OVER_A = 0.032 / (Math.PI / 4);

    @Override
    public Analysis<HebbWagnerSettings> analysis() {
        return new HebbWagnerAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(new Inputs(steps(e -> 1e-7 * e), List.of(), Optional.of(cell())));
    }

    /** Half an hour at each of 0.05 to 0.40 V: what blocks decays, what does not stays. */
    private static List<Recording> steps(DoubleUnaryOperator rest) {
        List<Recording> all = new ArrayList<>();
        for (int k = 1; k <= 8; k++) {
            double e = 0.05 * k;
            all.add(
                    recording(
                            e,
                            1800,
                            1e-11,
                            k,
                            t -> rest.applyAsDouble(e) + 1e-3 * e * Math.exp(-t / 60)));
        }
        return all;
    }

    private static Report report(List<Recording> r, Map<String, String> settings) throws Exception {
        return run(
                new HebbWagnerAnalysis(), new Inputs(r, List.of(), Optional.of(cell())), settings);
    }

    private static Quantity sigma(Report report) {
        return report.quantity("electronic conductivity").orElseThrow();
    }

    @Test
    void straight() throws Exception {
        Report report = report(steps(e -> 1e-7 * e), Map.of("tail", "exponential"));
        assertEquals(1e-7 * L_OVER_A, sigma(report).value(), 1e-11);
        assertEquals("S/cm", sigma(report).unit().symbol());
        assertEquals(
                sigma(report).value() / 32,
                sigma(report).contributions().get("cell:c/thickness"),
                1e-13);
        assertEquals("linear", sigma(report).conditions().get("method"));
    }

    /** Holes of 1e-9 S/cm at 0 V: the branch is found, and in a narrow window its slope. */
    @Test
    void holes() throws Exception {
        double p = 1e-9 / L_OVER_A * THERMAL;
        Report report =
                report(
                        steps(e -> p * Math.expm1(e / THERMAL)),
                        Map.of("tail", "exponential", "linear", "0.19:0.31"));
        Quantity holes = report.quantity("electronic conductivity of holes").orElseThrow();
        assertEquals(1e-9, holes.value(), 2e-11);
        double secant =
                p * (Math.expm1(0.3 / THERMAL) - Math.expm1(0.2 / THERMAL)) / 0.1 * L_OVER_A;
        // Through three points at equal distances the line has the slope of the outer two.
        assertEquals(secant, sigma(report).value(), 0.05 * secant);
    }

    /** One recording that steps through all potentials, and a slow sweep, give the same. */
    @Test
    void staircaseAndSweep() throws Exception {
        int n = 8 * 600;
        double[] t = new double[n];
        double[] e = new double[n];
        double[] i = new double[n];
        Random random = new Random(1);
        for (int k = 0; k < n; k++) {
            t[k] = k + 1;
            e[k] = 0.05 * (1 + k / 600);
            i[k] = 1e-7 * e[k] + 1e-5 * Math.exp(-(k % 600) / 30.) + 1e-11 * random.nextGaussian();
        }
        Report report = report(List.of(recording(t, e, i)), Map.of("tail", "exponential"));
        assertEquals(1e-7 * L_OVER_A, sigma(report).value(), 1e-10);
        assertEquals(8, report.tables().getFirst().rows().size());
        for (int k = 0; k < n; k++) {
            e[k] = 0.4 * k / n;
            i[k] = 1e-7 * e[k] + 1e-10 * random.nextGaussian();
        }
        Recording sweep = recording(t, e, i).change().technique(Technique.LSV).build();
        assertEquals(1e-7 * L_OVER_A, sigma(report(List.of(sweep), Map.of())).value(), 1e-11);
    }

    @Test
    void refusals() throws Exception {
        List<Recording> two = steps(e -> 1e-7 * e).subList(0, 2);
        var e = assertThrows(AnalysisException.class, () -> report(two, Map.of()));
        assertTrue(e.getMessage().contains("3 or more"), e.getMessage());
        Inputs bare = new Inputs(two, List.of(), Optional.empty());
        assertTrue(analysis().obstacle(bare).orElseThrow().contains("thickness"));
        Recording warm =
                two.getFirst()
                        .change()
                        .condition(
                                "set temperature",
                                Quantity.of("temperature", "T", 333.15, Unit.of("K")))
                        .build();
        List<Recording> with = new ArrayList<>(steps(x -> 1e-7 * x));
        with.set(0, warm);
        assertTrue(
                codes(report(steps(x -> 1e-7 * x), Map.of()))
                        .contains("transference.temperature.unknown"));
        assertTrue(!codes(report(with, Map.of())).contains("transference.temperature.unknown"));
    }
}

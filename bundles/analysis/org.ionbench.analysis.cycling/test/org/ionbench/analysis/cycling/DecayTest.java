// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Integrals of held voltages against what is known in closed form. */
class DecayTest {
    private static final double TAU = 600;

    /** A row each so many seconds, in mA and V; for an hour. */
    private static Recording rows(
            double every, DoubleUnaryOperator milliamperes, DoubleUnaryOperator volts) {
        List<double[]> rows = new ArrayList<>();
        for (double t = 0; t <= 3600; t += every) {
            rows.add(new double[] {t, milliamperes.applyAsDouble(t), volts.applyAsDouble(t)});
        }
        return SimulatedCycler.recording(Technique.CYCLING, rows);
    }

    private static List<Step> steps(Recording recording) throws Exception {
        return Counting.of(Inputs.of(recording), Counting.Options.AUTO, Progress.NONE).steps();
    }

    private static double millicoulombs(Recording recording) throws Exception {
        return steps(recording).stream()
                .mapToDouble(s -> 1e3 * (s.charged() - s.discharged()))
                .sum();
    }

    /** 1/ln 2 of 2 and 1; the mean itself of two that are equal; 1.0986 = 2/ln(3) of 3 and 1. */
    @Test
    void logarithmicMeans() {
        assertEquals(1 / Math.log(2), Decay.mean(2, 1), 1e-15);
        assertEquals(2 / Math.log(3), Decay.mean(3, 1), 1e-15);
        assertEquals(-1 / Math.log(2), Decay.mean(-2, -1), 1e-15);
        assertEquals(5, Decay.mean(5, 5), 0);
        for (double b = 0.999; b > 0.9; b -= 0.001) {
            // exact, by log1p
            assertEquals((b - 1) / Math.log1p(b - 1), Decay.mean(1, b), 1e-10);
        }
        assertTrue(Decay.isIt(-2, -1));
        assertFalse(Decay.isIt(-1, -2));
        assertFalse(Decay.isIt(1, -0.5));
        assertFalse(Decay.isIt(1, 0.01));
        assertFalse(Decay.isIt(0, 0));
    }

    /** exp(-t/tau) for six tau is tau (1 - e^-6), whether 12 rows tell or 3600. */
    @Test
    void anExponentialIsExactHoweverFewRows() throws Exception {
        double exact = TAU * (1 - Math.exp(-6));
        for (double every : new double[] {1, 30, 300}) {
            for (int sign : new int[] {1, -1}) {
                Recording r = rows(every, t -> sign * Math.exp(-t / TAU), t -> 4.2);
                assertEquals(sign * exact, millicoulombs(r), 2e-4 * exact);
            }
        }
        // the trapezoid of rows 300 s apart is 2 % too great
        double trapezoid = 0;
        for (int k = 0; k < 12; k++) {
            trapezoid += 150 * (Math.exp(-k / 2.0) + Math.exp(-(k + 1) / 2.0));
        }
        assertEquals(1.0207, trapezoid / exact, 1e-3);
    }

    /** Where rows are dense, the rule makes no difference. */
    @Test
    void denseRowsStayAsTheyAre() throws Exception {
        DoubleUnaryOperator current = t -> Math.exp(-t / TAU);
        double trapezoid = 0;
        for (int t = 0; t < 3600; t++) {
            trapezoid += (current.applyAsDouble(t) + current.applyAsDouble(t + 1)) / 2;
        }
        assertEquals(trapezoid, millicoulombs(rows(1, current, t -> 4.2)), 1e-6 * trapezoid);
    }

    /** A current that falls because it is told to, with the voltage following, is a trapezoid. */
    @Test
    void aVoltageThatIsNotHeldIsNoDecay() throws Exception {
        Recording ramp = rows(300, t -> 1 - t / 4000, t -> 4.2 - t / 3600);
        assertEquals(3600 * 0.55, millicoulombs(ramp), 1e-9);
    }

    /** A profile of driving between 1 and 0.3 mA that a great cell holds its voltage under. */
    @Test
    void aCurrentThatVariesIsNoDecay() throws Exception {
        Recording profile = rows(10, t -> t / 10 % 2 == 0 ? 1 : 0.3, t -> 3.7);
        assertEquals(3600 * 0.65, millicoulombs(profile), 0.002 * 3600 * 0.65);
    }

    /** What is plotted against capacity is the charge of the step. */
    @Test
    void theCourseEndsAtTheChargeOfTheStep() throws Exception {
        Recording r = rows(300, t -> Math.exp(-t / TAU), t -> 4.2);
        Step step = steps(r).getFirst();
        Course course = Course.of(List.of(r), List.of(step));
        assertEquals(step.charged(), course.charge()[course.rows() - 1], 1e-12);
    }
}

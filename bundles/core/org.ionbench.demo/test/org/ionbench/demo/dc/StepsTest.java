// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StepsTest {

    /** Tabulated: Gamma(1/2) = sqrt(pi), Gamma(5) = 24, Gamma(0.15) = 6.22027. */
    @Test
    void gamma() {
        assertEquals(Math.sqrt(Math.PI), BlockedStep.gamma(0.5), 1e-12);
        assertEquals(24, BlockedStep.gamma(5), 1e-11);
        assertEquals(6.2202729, BlockedStep.gamma(0.15), 1e-6);
        assertEquals(1.112483737, BlockedStep.gamma(0.85), 1e-8);
    }

    /** A blocking tail of Q 1e-5, n 0.85 leaves 0.8 nA an hour after 0.5 V. */
    @Test
    void blocked() {
        BlockedStep step = new BlockedStep(0.5, 1e-5, 0.85, 0);
        assertEquals(0.76e-9, step.current(3600), 0.01e-9);
        assertEquals(step.current(100) * Math.pow(10, -0.85), step.current(1000), 1e-15);
        BlockedStep leaking = new BlockedStep(0.5, 1e-5, 0.85, 2e-9);
        assertEquals(1e-9, leaking.current(10) - step.current(10), 1e-15);
    }

    /** The charge of a capacitor, the limit of n to 1, is Q V: a sum over decades of time. */
    @Test
    void chargeOfTheTail() {
        BlockedStep step = new BlockedStep(1, 1e-5, 0.5, 0);
        // the integral of t^-0.5 / Gamma(0.5) from 0 to 100 is 2 sqrt(100 / pi)
        double charge = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            double from = 100.0 * i * i / ((double) n * n);
            double to = 100.0 * (i + 1) * (i + 1) / ((double) n * n);
            charge += step.current((from + to) / 2) * (to - from);
        }
        assertEquals(1e-5 * 2 * Math.sqrt(100 / Math.PI), charge, 1e-8);
    }

    @Test
    void noiseOfTheMeter() {
        BlockedStep step = new BlockedStep(0.5, 1e-5, 0.85, 0);
        Trace trace = step.record(1, 3600, new Meter(1e-4, 5e-9), 7);
        double square = 0;
        for (int i = 0; i < trace.rows(); i++) {
            assertEquals(i + 1, trace.seconds()[i]);
            double d = trace.current()[i] - step.current(i + 1);
            square += d * d / trace.rows();
        }
        assertEquals(5e-9, Math.sqrt(square), 4 * 5e-9 / Math.sqrt(2.0 * trace.rows()));
    }

    /** Worked numbers: 10 mV, R_e 175.6, R_0 60, R_ss 70. */
    @Test
    void reversible() {
        ReversibleStep high = new ReversibleStep(0.010, 175.6, 60, 70, 0.93);
        assertEquals(42.445e-6, high.initial(), 0.0005e-6);
        assertEquals(38.637e-6, high.steady(), 0.0005e-6);
        ReversibleStep low = new ReversibleStep(0.010, 175.6, 60, 70, 0.30);
        assertEquals(15.259e-6, low.steady(), 0.0005e-6);
        assertEquals(high.initial(), high.current(0), 1e-15);
        assertEquals(high.steady(), high.current(7200), 1e-10);
        assertTrue(high.current(60) < high.current(30));
    }

    /** Far above the onset the rise is a line through it; below there is the background. */
    @Test
    void anodic() {
        AnodicScan scan = new AnodicScan(0.02e-6, 12e-6, 3.80, 0.020);
        assertEquals(12e-6 * 0.4, scan.oxidation(4.2), 1e-12);
        assertEquals(12e-6 * 0.020 * Math.log(2), scan.oxidation(3.80), 1e-18);
        assertTrue(scan.oxidation(3.6) < 1e-9 * 0.02);
        Ramp ramp = new Ramp(100e-6, 0.002, 2.9, 4.5, 2.6, 3);
        Trace t = scan.record(ramp, new Meter(0, 0), 1);
        int top = 800;
        assertEquals(4.5, t.applied()[top], 1e-12);
        assertEquals(16000, t.seconds()[top], 1e-6);
        assertEquals(0.02e-6 + 12e-6 * 0.7, t.current()[top], 1e-12);
        int end = top + 950;
        assertEquals(2.6, t.applied()[end], 1e-12);
        assertEquals(-0.02e-6, t.current()[end], 1e-12);
        assertEquals(end + 1 + 4 * 950, t.rows());
        double most = 0;
        for (int i = end + 1; i < t.rows(); i++) {
            most = Math.max(most, Math.abs(t.current()[i]));
        }
        assertEquals(0.02e-6, most, 1e-15);
    }

    /** What is stripped is the share of what was plated, cycle by cycle. */
    @Test
    void plating() {
        PlatingScan scan = new PlatingScan(0, 200e-6, -0.02, 0.93);
        Ramp ramp = new Ramp(100e-6, 0.002, 2.6, -0.1, 2.6, 2);
        Trace t = scan.record(ramp, new Meter(0, 0), 1);
        double plated = 0;
        double stripped = 0;
        for (int i = 1; i < t.rows(); i++) {
            double q = t.current()[i] * (t.seconds()[i] - t.seconds()[i - 1]);
            assertTrue(q <= 0 || t.applied()[i] > 0);
            assertTrue(q >= 0 || t.applied()[i] < 0);
            plated += Math.min(q, 0);
            stripped += Math.max(q, 0);
        }
        // a triangle down from -0.02 V and one back to 0 V, twice
        double down = 200e-6 * (0.1 * 0.1 - 0.02 * 0.02) / 2 / 100e-6;
        double back = 200e-6 * 0.1 * 0.1 / 2 / 100e-6;
        assertEquals(-2 * (down + back), plated, 0.05 * (down + back));
        assertEquals(-0.93 * plated, stripped, 0.01 * stripped);
    }

    /** At high frequency the electrolyte alone, at low frequency the interfaces too. */
    @Test
    void interfaces() {
        InterfaceCell cell = InterfaceCell.reversible(175.6, 60);
        assertEquals(175.6, cell.impedance(1e9).real(), 0.05);
        assertEquals(235.6, cell.impedance(1e-4).real(), 0.05);
        double apex = Math.pow(60 * 3e-6, -1 / 0.85) / (2 * Math.PI);
        double half = 60 / 2.0;
        assertEquals(175.6 + half, cell.impedance(apex).real(), 1e-9);
        assertEquals(-half * Math.tan(Math.PI * 0.85 / 4), cell.impedance(apex).imaginary(), 1e-9);
    }
}

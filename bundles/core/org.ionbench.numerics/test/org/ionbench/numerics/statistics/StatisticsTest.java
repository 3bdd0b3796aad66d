// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void quantilesOfPrintedTables() {
        assertEquals(2.447, Distributions.studentQuantile(0.975, 6), 5e-4);
        assertEquals(12.706, Distributions.studentQuantile(0.975, 1), 5e-4);
        assertEquals(1.9600, Distributions.normalQuantile(0.975), 5e-5);
        assertEquals(11.070, Distributions.chiSquareQuantile(0.95, 5), 5e-4);
        assertEquals(3.708, Distributions.fisherQuantile(0.95, 3, 10), 5e-4);
        assertEquals(2.571, Distributions.coverageFactor(0.95, 5), 5e-4);
        assertEquals(1.645, Distributions.coverageFactor(0.9, Double.POSITIVE_INFINITY), 5e-4);
        assertEquals(Double.POSITIVE_INFINITY, Distributions.coverageFactor(0.95, 0));
    }

    @Test
    void tailsAreTheOtherSideOfQuantiles() {
        assertEquals(0.05, Distributions.studentTwoSidedTail(-2.446912, 6), 1e-7);
        assertEquals(1, Distributions.studentTwoSidedTail(0, 6), 1e-15);
        assertEquals(0.05, Distributions.chiSquareTail(11.0705, 5), 1e-6);
        assertEquals(0.05, Distributions.fisherTail(3.708265, 3, 10), 1e-7);
        // chi-square with 2 degrees of freedom is exponential, far out as well
        assertEquals(1, Distributions.chiSquareTail(80, 2) / Math.exp(-40), 1e-9);
    }

    @Test
    void refusesImpossibleArguments() {
        assertThrows(IllegalArgumentException.class, () -> Distributions.studentQuantile(0.9, 0));
        assertThrows(IllegalArgumentException.class, () -> Distributions.normalQuantile(1.01));
        assertThrows(IllegalArgumentException.class, () -> Distributions.coverageFactor(1, 5));
    }

    @Test
    void nistUnivariateSetsForAccuracy() {
        // NumAcc3 and NumAcc4: 1001 numbers, certified deviation 0.1
        for (double base : new double[] {1000000, 10000000}) {
            double[] values = new double[1001];
            values[0] = base + 0.2;
            for (int i = 1; i < values.length; i++) {
                values[i] = i % 2 == 1 ? base + 0.1 : base + 0.3;
            }
            assertEquals(base + 0.2, Samples.mean(values), 2e-9);
            assertEquals(0.1, Samples.standardDeviation(values), 1e-8);
        }
    }

    @Test
    void robustMeasures() {
        double[] values = {1, 1, 2, 2, 4, 6, 9};
        assertEquals(2, Samples.median(values));
        assertEquals(1, Samples.medianAbsoluteDeviation(values));
        assertEquals(1.4826, Samples.robustStandardDeviation(values), 1e-4);
        assertEquals(2.5, Samples.median(new double[] {4, 1, 2, 3}));
        assertTrue(Double.isNaN(Samples.median(new double[0])));
        assertTrue(Double.isNaN(Samples.median(new double[] {1, Double.NaN, 2})));
        assertTrue(Double.isNaN(Samples.standardDeviation(new double[] {1})));
        assertEquals(
                Double.MAX_VALUE,
                Samples.median(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}));
    }

    /** 9, 10, 11: deviation 1, t(0.975, 2) = 4.302653 of the tables. */
    @Test
    void meanOfASample() {
        SampleMean mean = SampleMean.of(9, 10, 11);
        assertEquals(3, mean.count());
        assertEquals(10, mean.mean());
        assertEquals(1, mean.standardDeviation(), 1e-15);
        assertEquals(1 / Math.sqrt(3), mean.standardError(), 1e-15);
        assertEquals(10 - 4.302653 / Math.sqrt(3), mean.interval(0.95).lower(), 1e-6);
        assertEquals(4.302653 / Math.sqrt(3), mean.interval(0.95).radius(), 1e-6);
        assertTrue(Double.isNaN(SampleMean.of(7).standardError()));
        assertTrue(Double.isNaN(SampleMean.of(7).interval(0.95).upper()));
    }
}

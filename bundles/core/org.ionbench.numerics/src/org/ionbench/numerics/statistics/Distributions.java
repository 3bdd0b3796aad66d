// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.statistics;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Gamma;

/**
 * Quantiles and tail probabilities of the distributions of statistics. Probabilities lie in [0, 1],
 * degrees of freedom are positive; anything else is refused with IllegalArgumentException.
 */
public final class Distributions {
    private Distributions() {}

    /** The value below which a standard normal variable stays with the given probability. */
    public static double normalQuantile(double probability) {
        return new NormalDistribution(0, 1).inverseCumulativeProbability(inUnit(probability));
    }

    /** Probability that a standard normal variable stays below the value. */
    public static double normalProbability(double value) {
        return new NormalDistribution(0, 1).cumulativeProbability(value);
    }

    /** The value below which Student's t stays with the given probability. */
    public static double studentQuantile(double probability, double degreesOfFreedom) {
        return new TDistribution(positive(degreesOfFreedom))
                .inverseCumulativeProbability(inUnit(probability));
    }

    /** The value below which chi-square stays with the given probability. */
    public static double chiSquareQuantile(double probability, double degreesOfFreedom) {
        return new ChiSquaredDistribution(positive(degreesOfFreedom))
                .inverseCumulativeProbability(inUnit(probability));
    }

    /** The value below which Fisher's F stays with the given probability. */
    public static double fisherQuantile(
            double probability, double numeratorDegrees, double denominatorDegrees) {
        return new FDistribution(positive(numeratorDegrees), positive(denominatorDegrees))
                .inverseCumulativeProbability(inUnit(probability));
    }

    /** Probability that Student's t exceeds the magnitude of the value on either side. */
    public static double studentTwoSidedTail(double value, double degreesOfFreedom) {
        return Math.min(
                1,
                2
                        * new TDistribution(positive(degreesOfFreedom))
                                .cumulativeProbability(-Math.abs(value)));
    }

    /**
     * Probability that chi-square exceeds the value: the quality of a fit with known errors. Small
     * probabilities keep their relative accuracy.
     */
    public static double chiSquareTail(double value, double degreesOfFreedom) {
        double half = positive(degreesOfFreedom) / 2;
        return value > 0 ? Gamma.regularizedGammaQ(half, value / 2) : 1;
    }

    /**
     * Probability that Fisher's F exceeds the value: the test of one model inside another. Small
     * probabilities keep their relative accuracy.
     */
    public static double fisherTail(
            double value, double numeratorDegrees, double denominatorDegrees) {
        FDistribution inverse =
                new FDistribution(positive(denominatorDegrees), positive(numeratorDegrees));
        return value > 0 ? inverse.cumulativeProbability(1 / value) : 1;
    }

    /**
     * Factor on a standard error for a two-sided interval.
     *
     * @param level confidence, for example 0.95
     * @param degreesOfFreedom of the estimated variance; +infinity for a known one
     * @return Student's quantile; +infinity without a degree of freedom
     */
    public static double coverageFactor(double level, double degreesOfFreedom) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1: " + level);
        }
        double probability = (1 + level) / 2;
        if (degreesOfFreedom == Double.POSITIVE_INFINITY) {
            return normalQuantile(probability);
        }
        return degreesOfFreedom > 0
                ? studentQuantile(probability, degreesOfFreedom)
                : Double.POSITIVE_INFINITY;
    }

    private static double inUnit(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1]: " + probability);
        }
        return probability;
    }

    private static double positive(double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom: " + degreesOfFreedom);
        }
        return degreesOfFreedom;
    }
}

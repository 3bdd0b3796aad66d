// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class CovarianceTest {

    /** r = (p0 + p1) + p2 x - y: only the sum of the first two counts, the last not at all. */
    private static LeastSquaresFit redundant() {
        double[] y = {1.1, 1.9, 3.2, 3.9, 5.1, 5.8};
        TestModel model =
                new TestModel(
                        y.length,
                        4,
                        (i, p, d) -> {
                            d[0] = 1;
                            d[1] = 1;
                            d[2] = i;
                            d[3] = 0;
                            return p[0] + p[1] + p[2] * i - y[i];
                        });
        return LevenbergMarquardt.fit(
                model,
                List.of(
                        Parameter.linear("R0", 0),
                        Parameter.linear("R1", 0),
                        Parameter.linear("slope", 0),
                        Parameter.logarithmic("idle", 7)));
    }

    @Test
    void namesWhatCannotBeToldApart() {
        LeastSquaresFit fit = redundant();
        assertTrue(fit.converged());
        Covariance covariance = fit.covariance();
        assertTrue(covariance.singular());
        List<WeakDirection> directions = covariance.undeterminedDirections();
        assertEquals(2, directions.size());
        List<Set<String>> groups =
                directions.stream().map(d -> Set.copyOf(d.parameters())).toList();
        assertTrue(groups.contains(Set.of("R0", "R1")), groups.toString());
        assertTrue(groups.contains(Set.of("idle")), groups.toString());
        WeakDirection pair =
                directions.stream().filter(d -> d.parameters().size() == 2).findFirst().get();
        assertEquals(-pair.components().get("R0"), pair.components().get("R1"), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, covariance.standardError(0));
        assertEquals(Double.POSITIVE_INFINITY, covariance.standardError(3));
        assertTrue(Double.isNaN(covariance.correlation(0, 1)));
        assertEquals(7, fit.value("idle"), 1e-12);
    }

    @Test
    void whatIsDeterminedKeepsItsError() {
        // ordinary regression of the same points by the textbook: s / sqrt(Sxx), Sxx = 17.5
        LeastSquaresFit fit = redundant();
        Covariance covariance = fit.covarianceForKnownErrors();
        assertEquals(Math.sqrt(1 / 17.5), covariance.standardError(2), 1e-12);
    }

    @Test
    void intervalUsesStudentsQuantile() {
        double[] y = {5.02, 3.41, 2.43, 1.89, 1.52, 1.34, 1.21, 1.09, 1.07};
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        TestModel.decay(y),
                        List.of(
                                Parameter.logarithmic("height", 3),
                                Parameter.logarithmic("rate", 1),
                                Parameter.linear("rest", 1)));
        Covariance covariance = fit.covariance();
        assertFalse(covariance.singular());
        assertEquals(6, covariance.degreesOfFreedom());
        // 2.447 for 6 degrees of freedom, 1.960 for known errors: any table
        assertEquals(
                2.447, covariance.interval(1, 0.95).radius() / covariance.standardError(1), 5e-4);
        Covariance known = fit.covarianceForKnownErrors();
        assertEquals(1.960, known.interval(1, 0.95).radius() / known.standardError(1), 5e-4);
        assertEquals(
                Math.sqrt(fit.reducedChiSquare()),
                covariance.standardError(0) / known.standardError(0),
                1e-12);
        assertEquals(1, covariance.correlation(1, 1), 1e-14);
        double[] gradient = {1, 0, 1};
        double variance =
                covariance.covariance(0, 0)
                        + covariance.covariance(2, 2)
                        + 2 * covariance.covariance(0, 2);
        assertEquals(Math.sqrt(variance), covariance.standardErrorOf(gradient), 1e-14);
    }

    @Test
    void tooFewDataLeaveNoInterval() {
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        TestModel.rosenbrock(),
                        List.of(Parameter.linear("x", -1.2), Parameter.linear("y", 1)));
        assertEquals(0, fit.degreesOfFreedom());
        assertTrue(Double.isNaN(fit.reducedChiSquare()));
        assertEquals(Double.POSITIVE_INFINITY, fit.covariance().standardError(0));
        assertEquals(Double.POSITIVE_INFINITY, fit.covariance().interval(0, 0.95).upper());
        TestModel one = TestModel.linear(new double[][] {{1, 2}}, new double[] {3});
        LeastSquaresFit under =
                LevenbergMarquardt.fit(
                        one, List.of(Parameter.linear("a", 0), Parameter.linear("b", 0)));
        assertEquals(0, under.chiSquare(), 1e-12);
        assertTrue(under.covarianceForKnownErrors().singular());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class LevenbergMarquardtTest {

    private static final double[] DECAY = {5.02, 3.41, 2.43, 1.89, 1.52, 1.34, 1.21, 1.09, 1.07};

    private static List<Parameter> decayParameters() {
        return List.of(
                Parameter.logarithmic("height", 1),
                Parameter.logarithmic("rate", 10),
                Parameter.linear("rest", 0));
    }

    @Test
    void curvedValley() {
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        TestModel.rosenbrock(),
                        List.of(Parameter.linear("x", -1.2), Parameter.linear("y", 1)));
        assertTrue(fit.converged());
        assertEquals(1, fit.value("x"), 1e-7);
        assertEquals(1, fit.value("y"), 1e-7);
        assertThrows(IllegalArgumentException.class, () -> fit.value("z"));
    }

    @Test
    void restsOnBound() {
        // with x held at 0.5 the second residual vanishes at y = 0.25: sum of squares 0.25
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        TestModel.rosenbrock(),
                        List.of(
                                Parameter.linear("x", -1.2).between(-2, 0.5),
                                Parameter.linear("y", 1)),
                        FitOptions.tight());
        assertTrue(fit.converged());
        assertEquals(0.5, fit.value(0));
        assertEquals(0.25, fit.value(1), 1e-8);
        assertEquals(0.25, fit.chiSquare(), 1e-12);
        assertTrue(fit.atBound(0));
        assertFalse(fit.atBound(1));
        assertTrue(Double.isNaN(fit.covariance().standardError(0)));
    }

    @Test
    void leavesBoundAgain() {
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        TestModel.rosenbrock(),
                        List.of(
                                Parameter.linear("x", -2).between(-2, 2),
                                Parameter.linear("y", 3).between(-1, 3)));
        assertEquals(1, fit.value(0), 1e-7);
        assertEquals(1, fit.value(1), 1e-7);
        assertFalse(fit.atBound(0));
    }

    @Test
    void startOutsideMovesToBound() {
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        TestModel.decay(DECAY),
                        List.of(
                                Parameter.logarithmic("height", 1000).between(1, 10),
                                Parameter.logarithmic("rate", 1e-9).between(0.1, 20),
                                Parameter.linear("rest", -7).between(-1, 2)));
        assertTrue(fit.converged());
        LeastSquaresFit free = LevenbergMarquardt.fit(TestModel.decay(DECAY), decayParameters());
        for (int j = 0; j < 3; j++) {
            assertEquals(free.value(j), fit.value(j), 1e-4 * Math.abs(free.value(j)));
        }
    }

    @Test
    void fixedParameterAndEmptyBoxStay() {
        LeastSquaresFit fixed =
                LevenbergMarquardt.fit(
                        TestModel.decay(DECAY),
                        List.of(
                                Parameter.logarithmic("height", 1),
                                Parameter.logarithmic("rate", 3),
                                Parameter.fixed("rest", 0.75)),
                        FitOptions.tight());
        LeastSquaresFit pinned =
                LevenbergMarquardt.fit(
                        TestModel.decay(DECAY),
                        List.of(
                                Parameter.logarithmic("height", 1),
                                Parameter.logarithmic("rate", 3),
                                Parameter.linear("rest", 0).between(0.75, 0.75)),
                        FitOptions.tight());
        assertEquals(0.75, fixed.value(2));
        assertEquals(0.75, pinned.value(2));
        assertEquals(7, fixed.degreesOfFreedom());
        assertEquals(6, pinned.degreesOfFreedom());
        assertEquals(fixed.value(0), pinned.value(0), 1e-9);
        assertEquals(fixed.value(1), pinned.value(1), 1e-9);
        assertTrue(Double.isNaN(fixed.covariance().standardError(2)));
        assertTrue(fixed.covariance().standardError(1) > 0);
    }

    @Test
    void everyParameterFixedGivesTheMisfitOnly() {
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        TestModel.decay(new double[] {4, 1}),
                        List.of(
                                Parameter.fixed("height", 1),
                                Parameter.fixed("rate", 0),
                                Parameter.fixed("rest", 1)));
        assertEquals(5, fit.chiSquare(), 1e-15); // (2 - 4)^2 + (2 - 1)^2
        assertTrue(fit.converged());
        assertEquals(1, fit.covariance().conditionNumber());
    }

    @Test
    void scaleDoesNotChangeTheResult() {
        LeastSquaresFit logarithmic =
                LevenbergMarquardt.fit(
                        TestModel.decay(DECAY), decayParameters(), FitOptions.tight());
        LeastSquaresFit linear =
                LevenbergMarquardt.fit(
                        TestModel.decay(DECAY),
                        List.of(
                                Parameter.linear("height", 3),
                                Parameter.linear("rate", 2),
                                Parameter.linear("rest", 0)),
                        FitOptions.tight());
        for (int j = 0; j < 3; j++) {
            assertEquals(linear.value(j), logarithmic.value(j), 1e-9);
            double error = linear.covariance().standardError(j);
            assertEquals(error, logarithmic.covariance().standardError(j), 1e-7 * error);
        }
    }

    @Test
    void sameInputSameBits() {
        LeastSquaresFit first = LevenbergMarquardt.fit(TestModel.decay(DECAY), decayParameters());
        LeastSquaresFit second = LevenbergMarquardt.fit(TestModel.decay(DECAY), decayParameters());
        assertArrayEquals(first.values(), second.values());
        assertEquals(first.evaluations(), second.evaluations());
    }

    @Test
    void stepsBackWhereTheModelDoesNotExist() {
        // r = ln p - 1 with an undamped first step to p < 0, where the logarithm is NaN
        TestModel model =
                new TestModel(
                        1,
                        1,
                        (i, p, d) -> {
                            d[0] = 1 / p[0];
                            return Math.log(p[0]) - 1;
                        });
        LeastSquaresFit fit = LevenbergMarquardt.fit(model, List.of(Parameter.linear("p", 100)));
        assertTrue(fit.converged());
        assertEquals(Math.E, fit.value(0), 1e-8);
    }

    @Test
    void saysWhyItEnded() {
        TestModel nowhere = new TestModel(1, 1, (i, p, d) -> Double.NaN);
        List<Parameter> one = List.of(Parameter.linear("p", 1));
        assertEquals(Termination.NOT_FINITE, LevenbergMarquardt.fit(nowhere, one).termination());
        TestModel wrongDerivative =
                new TestModel(
                        2,
                        1,
                        (i, p, d) -> {
                            d[0] = i == 0 ? -1 : 0;
                            return i == 0 ? p[0] : 1;
                        });
        LeastSquaresFit wrong = LevenbergMarquardt.fit(wrongDerivative, one);
        assertEquals(1, wrong.value(0), 1e-6);
        FitOptions options = FitOptions.standard();
        TestModel decay = TestModel.decay(DECAY);
        assertEquals(
                Termination.ITERATION_LIMIT,
                LevenbergMarquardt.fit(decay, decayParameters(), options.withMaximumIterations(2))
                        .termination());
        LeastSquaresFit few =
                LevenbergMarquardt.fit(decay, decayParameters(), options.withMaximumEvaluations(3));
        assertEquals(Termination.EVALUATION_LIMIT, few.termination());
        assertTrue(few.evaluations() <= 4);
        assertThrows(IllegalArgumentException.class, () -> LevenbergMarquardt.fit(decay, one));
    }

    @Test
    void cancelledFitKeepsItsBestPoint() {
        AtomicInteger asked = new AtomicInteger();
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        TestModel.decay(DECAY),
                        decayParameters(),
                        FitOptions.standard().withCancelled(() -> asked.incrementAndGet() > 3));
        assertEquals(Termination.CANCELLED, fit.termination());
        LeastSquaresFit start =
                LevenbergMarquardt.fit(
                        TestModel.decay(DECAY),
                        decayParameters(),
                        FitOptions.standard().withMaximumIterations(0));
        assertTrue(fit.chiSquare() < start.chiSquare());
    }

    @Test
    void criteriaOfModelChoice() {
        LeastSquaresFit fit = LevenbergMarquardt.fit(TestModel.decay(DECAY), decayParameters());
        double misfit = 9 * Math.log(fit.chiSquare() / 9);
        assertEquals(misfit + 6, fit.akaikeCriterion(), 1e-12);
        assertEquals(misfit + 3 * Math.log(9), fit.bayesianCriterion(), 1e-12);
        assertEquals(fit.chiSquare() / 6, fit.reducedChiSquare(), 1e-15);
    }

    @Test
    void refusesImpossibleParameters() {
        assertThrows(IllegalArgumentException.class, () -> Parameter.logarithmic("p", 0));
        assertThrows(IllegalArgumentException.class, () -> Parameter.linear("p", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Parameter.linear("p", 1).between(2, 1));
        assertEquals(-3, Parameter.fixed("p", -3).start());
    }
}

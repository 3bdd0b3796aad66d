// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.interpolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.analysis.interpolation.LinearInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;
import org.junit.jupiter.api.Test;

import java.util.Random;

class LinearInterpolationTest {

    @Test
    void agreesWithHipparchus() {
        Random random = new Random(8);
        double[] x = new double[50];
        double[] y = new double[50];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 0.8 * random.nextDouble();
            y[i] = random.nextGaussian();
        }
        LinearInterpolation ours = LinearInterpolation.through(x, y);
        PolynomialSplineFunction theirs = new LinearInterpolator().interpolate(x, y);
        for (int i = 0; i < 1000; i++) {
            double place = x[0] + (x[49] - x[0]) * random.nextDouble();
            assertEquals(theirs.value(place), ours.valueAt(place), 1e-13);
        }
        for (int i = 0; i < x.length; i++) {
            assertEquals(y[i], ours.valueAt(x[i]));
        }
        assertTrue(Double.isNaN(ours.valueAt(x[0] - 1e-9)));
        assertTrue(Double.isNaN(ours.valueAt(x[49] + 1e-9)));
        assertTrue(Double.isNaN(ours.valueAt(Double.NaN)));
    }

    @Test
    void zeroHasNoSign() {
        double[] x = {0, 1};
        assertEquals(5, LinearInterpolation.through(x, new double[] {5, 6}).valueAt(-0.0));
    }

    @Test
    void refusesDisorder() {
        assertFalse(LinearInterpolation.strictlyIncreasing(new double[] {1, 1}));
        assertFalse(LinearInterpolation.strictlyIncreasing(new double[] {Double.NaN}));
        assertTrue(LinearInterpolation.strictlyIncreasing(new double[] {}));
        double[] back = {2, 1};
        assertThrows(IllegalArgumentException.class, () -> LinearInterpolation.through(back, back));
        double[] none = {};
        assertThrows(IllegalArgumentException.class, () -> LinearInterpolation.through(none, none));
    }
}

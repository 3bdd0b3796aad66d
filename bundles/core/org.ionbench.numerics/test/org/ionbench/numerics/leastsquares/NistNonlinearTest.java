// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Certified values and standard deviations of the NIST Statistical Reference Datasets. */
class NistNonlinearTest {

    static List<String> names() {
        return NistDataset.names();
    }

    /**
     * Far starts from which a descent ends in another minimum or crawls along a valley for
     * thousands of steps; see {@link #farStartOnLogarithmicScale}.
     */
    private static final List<String> BEYOND_REACH = List.of("BoxBOD", "MGH10", "MGH17");

    static List<String> withinReach() {
        return NistDataset.names().stream().filter(name -> !BEYOND_REACH.contains(name)).toList();
    }

    @ParameterizedTest
    @MethodSource("withinReach")
    void farStart(String name) throws IOException {
        check(name, 0, Scale.LINEAR);
    }

    @ParameterizedTest
    @MethodSource("names")
    void nearStart(String name) throws IOException {
        check(name, 1, Scale.LINEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BoxBOD", "MGH10", "Misra1a", "DanWood", "Rat42", "Rat43", "Eckerle4"})
    void farStartOnLogarithmicScale(String name) throws IOException {
        check(name, 0, Scale.LOGARITHMIC);
    }

    private static void check(String name, int start, Scale scale) throws IOException {
        NistDataset set = NistDataset.read(name);
        List<Parameter> parameters = new ArrayList<>();
        for (int j = 0; j < set.certified().length; j++) {
            double first = set.starts()[start][j];
            String label = "b" + (j + 1);
            parameters.add(
                    scale == Scale.LINEAR
                            ? Parameter.linear(label, first)
                            : Parameter.logarithmic(label, first));
        }
        LeastSquaresFit fit = LevenbergMarquardt.fit(set.model(), parameters, FitOptions.tight());
        String what = name + ": " + fit.termination() + " after " + fit.iterations();
        assertTrue(fit.converged(), what);
        Covariance covariance = fit.covariance();
        for (int j = 0; j < parameters.size(); j++) {
            double value = set.certified()[j];
            assertEquals(value, fit.value(j), 5e-7 * Math.abs(value), what);
            if (!name.equals("Lanczos1")) { // its scatter lies below the rounding of the data
                double deviation = set.deviations()[j];
                assertEquals(deviation, covariance.standardError(j), 1e-6 * deviation, what);
            }
        }
    }
}

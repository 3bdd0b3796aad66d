// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certified values and standard deviations of the NIST Statistical Reference Datasets. */
class NistNonlinearTest {

    static List<String> names() {
        return NistDataset.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void farStart(String name) throws IOException {
        check(name, 0);
    }

    @ParameterizedTest
    @MethodSource("names")
    void nearStart(String name) throws IOException {
        check(name, 1);
    }

    private static void check(String name, int start) throws IOException {
        NistDataset set = NistDataset.read(name);
        List<Parameter> parameters = new ArrayList<>();
        for (int j = 0; j < set.certified().length; j++) {
            parameters.add(Parameter.linear("b" + (j + 1), set.starts()[start][j]));
        }
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(set.model(), parameters, FitOptions.tight());
        String what = name + " start " + (start + 1) + " " + fit.termination() + " after "
                + fit.iterations();
        System.out.println(what + " " + fit.evaluations() + " chi " + fit.chiSquare() / set.squares());
        assertTrue(fit.converged(), what);
        Covariance covariance = fit.covariance();
        for (int j = 0; j < parameters.size(); j++) {
            double value = set.certified()[j];
            assertEquals(value, fit.value(j), 1e-7 * Math.abs(value), what);
            if (!name.equals("Lanczos1")) {
                double deviation = set.deviations()[j];
                assertEquals(deviation, covariance.standardError(j), 1e-6 * deviation, what);
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics.leastsquares;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class MultistartTest {

    /** (p squared - 4) and a pull towards positive p: minima near 2 (lower) and -2. */
    private static final TestModel TWO_MINIMA =
            new TestModel(
                    2,
                    1,
                    (i, p, d) -> {
                        d[0] = i == 0 ? 2 * p[0] : 0.1;
                        return i == 0 ? p[0] * p[0] - 4 : 0.1 * (p[0] - 2);
                    });

    @Test
    void findsTheLowerMinimum() {
        List<Parameter> guess = List.of(Parameter.linear("p", -1.9).between(-5, 5));
        LeastSquaresFit single = LevenbergMarquardt.fit(TWO_MINIMA, guess);
        assertTrue(single.value(0) < 0);
        MultistartFit many = Multistart.seeded(1).fit(TWO_MINIMA, guess, FitOptions.standard());
        assertEquals(2, many.best().value(0), 1e-6);
        assertEquals(6, many.agreeing());
        assertTrue(many.starts() > 6 && many.starts() < 40, "starts " + many.starts());
    }

    @Test
    void reachesCertifiedValuesFromFarStarts() throws Exception {
        for (String name : List.of("BoxBOD", "MGH17", "MGH09")) {
            NistDataset set = NistDataset.read(name);
            List<Parameter> parameters = new ArrayList<>();
            for (int j = 0; j < set.certified().length; j++) {
                double size = 100 * Math.abs(set.starts()[1][j]);
                parameters.add(
                        Parameter.linear("b" + (j + 1), set.starts()[0][j]).between(-size, size));
            }
            MultistartFit many =
                    Multistart.seeded(7)
                            .withMaximumStarts(200)
                            .fit(set.model(), parameters, FitOptions.tight());
            for (int j = 0; j < parameters.size(); j++) {
                double value = set.certified()[j];
                double least = Math.abs(set.certified()[j]) * 1e-6;
                if (name.equals("MGH17")) {
                    continue; // its two decays may change places
                }
                assertEquals(value, many.best().value(j), least, name);
            }
            assertEquals(1, many.best().chiSquare() / set.squares(), 1e-8, name);
        }
    }

    @Test
    void seedDecidesAlone() {
        List<Parameter> guess = List.of(Parameter.linear("p", -1.9).between(-5, 5));
        MultistartFit first = Multistart.seeded(5).fit(TWO_MINIMA, guess, FitOptions.standard());
        MultistartFit second = Multistart.seeded(5).fit(TWO_MINIMA, guess, FitOptions.standard());
        assertArrayEquals(first.best().values(), second.best().values());
        assertEquals(first.starts(), second.starts());
        assertEquals(first.best().evaluations(), second.best().evaluations());
    }

    @Test
    void perfectDataAgreeToo() {
        double[] y = new double[20];
        for (int i = 0; i < y.length; i++) {
            y[i] = 3 * Math.exp(-0.7 * 0.5 * i) + 1;
        }
        MultistartFit many =
                Multistart.seeded(3)
                        .withAgreement(3)
                        .fit(
                                TestModel.decay(y),
                                List.of(
                                        Parameter.logarithmic("height", 1).between(1e-3, 1e3),
                                        Parameter.logarithmic("rate", 1).between(1e-3, 1e3),
                                        Parameter.linear("rest", 0).between(-5, 5)),
                                FitOptions.standard());
        assertEquals(3, many.agreeing());
        assertEquals(0.7, many.best().value("rate"), 1e-6);
    }

    @Test
    void drawsWithinBounds() {
        double[] outside = {0};
        TestModel watching =
                new TestModel(
                        2,
                        2,
                        (i, p, d) -> {
                            if (p[0] < 1e-3 || p[0] > 10 || p[1] < -1 || p[1] > 2) {
                                outside[0]++;
                            }
                            d[i] = 1;
                            return i == 0 ? p[0] - 0.1 : p[1];
                        });
        List<Parameter> guess =
                List.of(
                        Parameter.logarithmic("r", 5).between(1e-3, 10),
                        Parameter.linear("a", 0.5).between(-1, 2));
        Multistart search = Multistart.seeded(1).withAgreement(30).withMaximumStarts(30);
        for (Multistart kind : List.of(search, search.withinBounds(), search.withDecades(5))) {
            MultistartFit many = kind.fit(watching, guess, FitOptions.standard());
            assertEquals(30, many.starts());
            assertEquals(0.1, many.best().value(0), 1e-6);
        }
        assertEquals(0, outside[0]);
    }

    @Test
    void cancelEndsTheSearch() {
        AtomicInteger asked = new AtomicInteger();
        MultistartFit many =
                Multistart.seeded(1)
                        .fit(
                                TWO_MINIMA,
                                List.of(Parameter.linear("p", -1.9).between(-5, 5)),
                                FitOptions.standard()
                                        .withCancelled(() -> asked.incrementAndGet() > 8));
        assertEquals(Termination.CANCELLED, many.best().termination());
        assertTrue(Double.isFinite(many.best().chiSquare()));
        assertTrue(asked.get() < 20);
    }

    @Test
    void modelWithoutAnyValueIsSaidToBeSo() {
        TestModel nowhere = new TestModel(1, 1, (i, p, d) -> Double.NaN);
        MultistartFit many =
                Multistart.seeded(1)
                        .fit(nowhere, List.of(Parameter.linear("p", 1)), FitOptions.standard());
        assertEquals(Termination.NOT_FINITE, many.best().termination());
        assertEquals(0, many.agreeing());
    }
}

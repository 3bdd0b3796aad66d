// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.eis.conduction.ArrheniusAnalysis;
import org.ionbench.analysis.eis.conduction.ConductivityAnalysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Worked numbers of the Arrhenius evaluation (computed independently). */
class ArrheniusTest {
    private static final double[] SIGMA = {
        2.9000e-4, 4.6911e-4, 7.3586e-4, 1.1225e-3, 1.6691e-3, 2.4248e-3, 3.4483e-3, 4.8085e-3
    };

    private static Report line(
            double[] celsius, double[] sigma, double relative, Map<String, String> settings)
            throws AnalysisException {
        List<Inputs.Upstream> upstream = new ArrayList<>();
        for (int i = 0; i < sigma.length; i++) {
            Quantity q =
                    Quantity.of("conductivity", "s", sigma[i], Unit.of("S/cm"))
                            .withContribution("run:" + i + "/R", relative * sigma[i])
                            .withContribution("cell:c/thickness", 0.05 * sigma[i])
                            .withCondition("temperature", celsius[i] + 273.15);
            upstream.add(
                    new Inputs.Upstream(
                            "s" + i,
                            ConductivityAnalysis.ID,
                            List.of(),
                            Report.builder().quantity(q).build()));
        }
        return SimulatedCell.run(
                new ArrheniusAnalysis(),
                "a",
                new Inputs(List.of(), upstream, Optional.empty()),
                settings);
    }

    private static double[] celsius(int n) {
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = 30 + 10 * i;
        }
        return c;
    }

    private static double[] exact(DoubleUnaryOperator measuredOfTrue) {
        double[] s = new double[8];
        for (int i = 0; i < 8; i++) {
            double t = measuredOfTrue.applyAsDouble(30 + 10 * i) + 273.15;
            s[i] = 8.4417e5 / t * Math.exp(-0.42 / 8.617333e-5 / t);
        }
        return s;
    }

    private static Quantity quantity(Report r, String key) {
        return r.quantity(key).orElseThrow();
    }

    @Test
    void bothForms() throws Exception {
        Report r = line(celsius(8), SIGMA, 0.005, Map.of());
        assertEquals(0.42, quantity(r, "activation energy sigma T").value(), 2e-5);
        assertEquals(0.3911, quantity(r, "activation energy sigma").value(), 6e-5);
        assertEquals(40.52, quantity(r, "molar activation energy sigma T").value(), 0.006);
        Quantity prefactor = quantity(r, "pre-exponential factor sigma T");
        assertEquals(8.4417e5, prefactor.value(), 600);
        assertEquals("S K/cm", prefactor.unit().symbol());
        assertEquals(2.9e-4, quantity(r, "conductivity at 30.00 degC").value(), 2e-8);
        // common errors: none of the energy, all of the prefactor
        assertFalse(
                quantity(r, "activation energy sigma T")
                        .contributions()
                        .containsKey("cell:c/thickness"));
        assertEquals(
                0.05, prefactor.contributions().get("cell:c/thickness") / prefactor.value(), 1e-9);
        var plot = r.plots().getFirst();
        assertEquals(Axis.Opposite.CELSIUS, plot.x().top());
        assertEquals(
                List.of(Series.Role.BAND, Series.Role.FIT, Series.Role.MEASURED),
                plot.series().stream().map(Series::role).toList());
    }

    /** With 1 % known error the standard error is 1.5 meV, the interval 2.447 times it. */
    @Test
    void onePercent() throws Exception {
        Quantity e = quantity(line(celsius(8), SIGMA, 0.01, Map.of()), "activation energy sigma T");
        assertEquals(1.5e-3, e.standardUncertainty(), 0.05e-3);
        var i = e.interval95().orElseThrow();
        assertEquals(2.447, (i.high() - i.low()) / 2 / e.standardUncertainty(), 5e-4);
    }

    /** A lead in series with 0.4 mm of 10 mm diameter makes the energy too small. */
    @ParameterizedTest
    @CsvSource({"0.2,0.4177", "0.5,0.4143", "1,0.4088", "2,0.3985"})
    void leads(double ohm, double energy) throws Exception {
        double[] s = new double[8];
        for (int i = 0; i < 8; i++) {
            s[i] = 0.04 / 0.785398 / (0.04 / 0.785398 / SIGMA[i] + ohm);
        }
        Report r = line(celsius(8), s, 0, Map.of());
        assertEquals(energy, quantity(r, "activation energy sigma T").value(), 6e-5);
    }

    /** What wrong temperatures do. */
    @Test
    void temperatures() throws Exception {
        String key = "activation energy sigma T";
        double[] c = celsius(8);
        assertEquals(
                0.406,
                quantity(line(c, exact(t -> t - 3 * (t - 30) / 70), 0, Map.of()), key).value(),
                8e-4);
        assertEquals(
                0.434,
                quantity(line(c, exact(t -> t + 3 * (t - 30) / 70), 0, Map.of()), key).value(),
                8e-4);
        assertEquals(
                0.4224, quantity(line(c, exact(t -> t - 1), 0, Map.of()), key).value(), 1.5e-4);
        assertEquals(
                0.4176, quantity(line(c, exact(t -> t + 1), 0, Map.of()), key).value(), 1.5e-4);
    }

    /** Uncertain temperatures widen the interval: 1 K alone is about 0.5 % of 0.42 eV / 13 kT. */
    @Test
    void temperatureUncertainty() throws Exception {
        String key = "activation energy sigma T";
        Quantity without = quantity(line(celsius(8), SIGMA, 0.001, Map.of()), key);
        Quantity with =
                quantity(
                        line(celsius(8), SIGMA, 0.001, Map.of("temperatureUncertainty", "1")), key);
        assertEquals(0.42, with.value(), 1e-4);
        // u(ln sigma T) = E/(k T^2) x 1 K = 4 to 5 %, and SE is 1.5 meV for each per cent
        assertEquals(6.4e-3, with.standardUncertainty(), 0.8e-3);
        assertTrue(with.standardUncertainty() > 20 * without.standardUncertainty());
    }

    @Test
    void aDoubtfulPointAndABend() throws Exception {
        double[] outlier = SIGMA.clone();
        outlier[3] *= 1.1;
        String doubt =
                line(celsius(8), outlier, 0.005, Map.of()).problems().stream()
                        .filter(p -> p.code().equals("eis.arrhenius.outlier"))
                        .findFirst()
                        .orElseThrow()
                        .message();
        assertTrue(doubt.startsWith("The conductivity at 60 \u00b0C lies "), doubt);
        double[] bent = SIGMA.clone();
        for (int i = 0; i < 8; i++) {
            bent[i] *= Math.exp(-0.01 * (i - 3.5) * (i - 3.5));
        }
        assertTrue(codes(line(celsius(8), bent, 0.002, Map.of())).contains("eis.arrhenius.curved"));
        int false1 = 0;
        Random random = new Random(3);
        for (int k = 0; k < 200; k++) {
            double[] s = SIGMA.clone();
            for (int i = 0; i < 8; i++) {
                s[i] *= Math.exp(0.005 * random.nextGaussian());
            }
            false1 += codes(line(celsius(8), s, 0.005, Map.of())).isEmpty() ? 0 : 1;
        }
        assertTrue(false1 <= 12, false1 + " of 200 good series doubted");
    }

    private static List<String> codes(Report r) {
        return r.problems().stream().map(Problem::code).toList();
    }

    @Test
    void fewTemperatures() throws Exception {
        Report two = line(new double[] {30, 60}, new double[] {2.9e-4, 1.2e-3}, 0.01, Map.of());
        assertEquals(0.439, quantity(two, "activation energy sigma T").value(), 5e-4);
        assertEquals(0.412, quantity(two, "activation energy sigma").value(), 5e-4);
        assertTrue(codes(two).contains("eis.arrhenius.few"));
        assertTrue(quantity(two, "activation energy sigma T").interval95().isEmpty());
        assertThrows(
                AnalysisException.class,
                () -> line(new double[] {30}, new double[] {1e-4}, 0.01, Map.of()));
        assertThrows(
                AnalysisException.class,
                () -> line(new double[] {30, 30}, new double[] {1e-4, 1e-4}, 0.01, Map.of()));
        assertThrows(
                AnalysisException.class,
                () -> line(celsius(8), SIGMA, 0.01, Map.of("predict", "warm")));
    }
}

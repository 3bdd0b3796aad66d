// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.CircuitEvaluator;
import org.ionbench.api.circuit.CircuitParameter;
import org.ionbench.api.circuit.FrequencyGrid;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;
import org.ionbench.engine.importing.SuggestedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * DECiM's fit as our circuit: the file is written here from DECiM's formulas in real numbers, the
 * impedance of the circuit it becomes is that of our elements.
 */
class DecimTest {
    private static final Catalog INSTALLED = Catalog.ofClassPath();
    private static final double TURN = 2 * Math.PI;

    /** The parameters of the file, all elements of DECiM among them. */
    private static final String PARAMETERS =
            """
            R0: 12.5 Ohm | 0
            R1: 340.0 Ohm | 1
            Q0: 2e-06 Fs^(n-1) | 2
            n0: 0.83  | 3
            O0: 75.0 Ohm | 4
            k0: 0.4 s^{1/2} | 5
            S0: 55.0 Ohm | 6
            l0: 2.5 s^{1/2} | 7
            G0: 90.0 Ohm | 8
            m0: 0.7 s^{1/2} | 9
            H0: 150.0 Ohm | 10
            t0: 0.003 s^{b*g} | 11
            b0: 0.9  | 12
            g0: 0.7  | 13
            C0: 1e-08 F | 14
            L0: 2e-07 H | 15
            """;

    @TempDir Path folder;

    private static double[] polar(double size, double angle) {
        return new double[] {size * Math.cos(angle), size * Math.sin(angle)};
    }

    private static double[] product(double[] a, double[] b) {
        return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
    }

    private static double[] sum(double[]... each) {
        return new double[] {
            Arrays.stream(each).mapToDouble(z -> z[0]).sum(),
            Arrays.stream(each).mapToDouble(z -> z[1]).sum()
        };
    }

    private static double[] inverse(double[] a) {
        double d = a[0] * a[0] + a[1] * a[1];
        return new double[] {a[0] / d, -a[1] / d};
    }

    /** {L0R0(R1Q0)O0({S0G0H0}C0)} at a frequency. */
    private static double[] impedance(double f, boolean earlier) {
        double w = TURN * f;
        double[] q = polar(2e-6 * Math.pow(w, 0.83), 0.83 * Math.PI / 2);
        double[] arc = inverse(sum(q, new double[] {1 / 340.0, 0}));
        // sqrt(jx) = (1 + j) sqrt(x/2); coth and tanh of a (1 + j) by double angles
        double a = Math.sqrt(0.4 * f / 2);
        double low = Math.cosh(2 * a) - Math.cos(2 * a);
        double[] coth = {Math.sinh(2 * a) / low, -Math.sin(2 * a) / low};
        double[] open = product(polar(75 / Math.sqrt(0.4 * w), -Math.PI / 4), coth);
        double b = Math.sqrt(2.5 * f / 2);
        double top = Math.cosh(2 * b) + Math.cos(2 * b);
        double[] tanh =
                b > 300
                        ? new double[] {1, 0}
                        : new double[] {Math.sinh(2 * b) / top, Math.sin(2 * b) / top};
        double[] closed = product(polar(55 / Math.sqrt(2.5 * w), -Math.PI / 4), tanh);
        double re = earlier ? 0.7 : 1;
        double im = earlier ? f : 0.7 * f;
        double[] gerischer = polar(90 / Math.sqrt(Math.hypot(re, im)), -Math.atan2(im, re) / 2);
        double[] x = polar(Math.pow(0.003 * f, 0.9), 0.9 * Math.PI / 2);
        double[] havriliak =
                polar(
                        150 * Math.pow(Math.hypot(1 + x[0], x[1]), -0.7),
                        -0.7 * Math.atan2(x[1], 1 + x[0]));
        double[] beside =
                inverse(
                        sum(
                                inverse(sum(closed, gerischer, havriliak)),
                                new double[] {0, 1e-8 * w}));
        return sum(new double[] {12.5, 2e-7 * w}, arc, open, beside);
    }

    private static double[] grid() {
        double[] f = new double[40];
        for (int i = 0; i < f.length; i++) {
            f[i] = Math.pow(10, -1 + 5.0 * i / (f.length - 1));
        }
        return f;
    }

    private Path write(boolean earlier) throws IOException {
        StringBuilder rows = new StringBuilder("Frequency (Hz), Re(Z) / Ohm, Im(Z) / Ohm\n");
        for (double f : grid()) {
            double[] z = impedance(f, earlier);
            rows.append(String.format(Locale.ROOT, "%.9g, %.9g, %.9g%n", f, z[0], z[1]));
        }
        return Files.writeString(
                folder.resolve(earlier ? "earlier.recm2" : "later.recm2"),
                ">CIRCUIT DEFINITION\n{L0R0(R1Q0)O0({S0G0H0}C0)}\n\n>MODEL PARAMETERS\n"
                        + PARAMETERS
                        + "\n>STATISTICAL DATA\nNumber of parameters: 16\n\n>IMPEDANCE DATA\n"
                        + rows
                        + "\n>IMPEDANCE FIT\n"
                        + rows);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ourCircuitGivesItsFit(boolean earlier) throws IOException {
        ReadFile read = new FileReading(INSTALLED).read(write(earlier), Map.of(), Progress.NONE);
        SuggestedRun run = read.suggestions().getFirst();
        Circuit circuit = CircuitCode.parse(run.settings().get("circuit"), INSTALLED.elements());
        assertEquals("L0-R0-p(R1,CPE0)-Wo0-p(Ws0-G0-H0,C0)", CircuitCode.print(circuit));
        Map<String, Double> guess = new HashMap<>();
        for (String pair : run.settings().get("guess").split(",")) {
            String[] parts = pair.split("=");
            guess.put(parts[0], Double.parseDouble(parts[1]));
        }
        List<CircuitParameter> parameters = circuit.parameters();
        double[] p =
                parameters.stream()
                        .mapToDouble(q -> guess.getOrDefault(q.name(), q.spec().typical()))
                        .toArray();
        double[] f = grid();
        double[] z = CircuitEvaluator.of(circuit, FrequencyGrid.of(f)).impedance(p);
        for (int i = 0; i < f.length; i++) {
            double[] fit = impedance(f[i], earlier);
            double size = Math.hypot(fit[0], fit[1]);
            assertEquals(fit[0], z[2 * i], 1e-9 * size, "Re at " + f[i]);
            assertEquals(fit[1], z[2 * i + 1], 1e-9 * size, "Im at " + f[i]);
        }
        var spectrum = read.recordings().getFirst();
        assertTrue(spectrum.problems().isEmpty(), spectrum.problems()::toString);
        assertTrue(
                spectrum.assumptions().getFirst().contains(earlier ? "before 1.2.5" : "since"),
                spectrum.assumptions()::toString);
    }

    /** Imported, the fit is there as two runs; both find the parameters the file was made with. */
    @Test
    void aRefitByBothSideBySide() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (double f : grid()) {
            // 12 ohm and 340 ohm beside 2 uF
            double x = TURN * f * 340 * 2e-6;
            double share = 340 / (1 + x * x);
            rows.append(
                    String.format(Locale.ROOT, "%.12g, %.12g, %.12g%n", f, 12 + share, -x * share));
        }
        Path file =
                Files.writeString(
                        folder.resolve("fit.recm2"),
                        ">CIRCUIT DEFINITION\n{R0(R1C0)}\n\n>MODEL PARAMETERS\n"
                                + "R0: 12.0 Ohm | 0\nR1: 340.0 Ohm | 1\nC0: 2e-06 F | 2\n"
                                + "\n>STATISTICAL DATA\n\n>IMPEDANCE DATA\n"
                                + rows
                                + "\n>IMPEDANCE FIT\n"
                                + rows);
        Path project = folder.resolve("project");
        assertEquals(Exit.DONE, Terminal.run("new", project).code());
        var imported = Terminal.run("import", project, file, "--cell", "a");
        assertEquals(Exit.DONE, imported.code(), imported.err());
        JsonObject run = Terminal.run("run", project, "--json").json();
        assertEquals(2, run.getAsJsonArray("runs").size(), run::toString);
        List<String> labels = new ArrayList<>();
        for (JsonElement each : run.getAsJsonArray("runs")) {
            JsonObject fit = each.getAsJsonObject();
            assertEquals("org.ionbench.analysis.eis.fit", fit.get("analysis").getAsString());
            assertEquals("current", fit.get("state").getAsString(), run::toString);
            labels.add(fit.get("label").getAsString());
            JsonObject first = fit.getAsJsonArray("quantities").get(0).getAsJsonObject();
            assertEquals("capacitance", first.get("name").getAsString());
            assertEquals(2e-6, first.get("value").getAsDouble(), 2e-14);
        }
        assertEquals(
                List.of("Circuit fit, Spectrum, decim", "Circuit fit, Spectrum, modulus"), labels);
    }

    /**
     * One resistor for two points, 1 ohm and 8 ohm: |Z| weights give (1 + 64)/(1 + 8) ohm, equal
     * relative errors (1 + 1/8)/(1 + 1/64) ohm.
     */
    @Test
    void itsObjectiveAndOurs() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("two.csv"),
                        "Frequency (Hz),Re(Z) / Ohm,Im(Z) / Ohm\n1,8,0\n10,1,0\n");
        assertEquals(65.0 / 9, resistance(file, "decim"), 1e-6);
        assertEquals(1.125 / (1 + 1.0 / 64), resistance(file, "modulus"), 1e-6);
    }

    private static double resistance(Path file, String weight) throws IOException {
        JsonObject fit =
                Terminal.run("fit", file, "--circuit", "R0", "--weight", weight, "--json").json();
        assertEquals(weight, fit.get("weight").getAsString());
        for (JsonElement e : fit.getAsJsonArray("parameters")) {
            return e.getAsJsonObject().get("value").getAsDouble();
        }
        throw new AssertionError("no parameter in " + fit);
    }
}

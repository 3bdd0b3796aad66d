// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.ionbench.analysis.eis.conduction.ArrheniusAnalysis;
import org.ionbench.analysis.eis.conduction.ConductivityAnalysis;
import org.ionbench.analysis.eis.fitting.FitAnalysis;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A simulated pellet between blocking electrodes, written from the equations and not with the
 * product's circuits: bulk R || C (permittivity 10), grain boundary R || C or ZARC, blocking tail
 * 1/(Q (jw)^n), leads R + jwL, noise proportional to the modulus.
 */
final class SimulatedCell {
    static final double BOLTZMANN = 8.617333e-5;
    private static final Elements ELEMENTS = InstalledElements.all();

    double energy = 0.424;
    double sigma30 = 2.94e-4;
    double thickness = 0.032;
    double diameter = 1.0;
    double grainShare = 0.3;
    double grainCapacitance = 1e-9;
    double grainExponent = 1;
    double tailQ = 1e-5;
    double tailN = 0.9;
    double interfaceOhm = 0;
    double interfaceFarad = 4e-7;
    double leadOhm = 0.35;
    double leadHenry = 0.6e-6;
    double noise = 0.002;
    double fastest = 1e6;
    double slowest = 1;
    int points = 61;
    double[] celsius = {30, 40, 50, 60, 70, 80, 90, 100};
    boolean withShort = true;
    double relativeThicknessError = 0.05;

    private final Random random;

    SimulatedCell(long seed) {
        random = new Random(seed);
    }

    /** The true conductivity in S/cm. */
    double sigma(double kelvin) {
        return sigma30
                * 303.15
                / kelvin
                * Math.exp(-energy / BOLTZMANN * (1 / kelvin - 1 / 303.15));
    }

    double area() {
        return Math.PI * diameter * diameter / 4;
    }

    double resistance(double kelvin) {
        return thickness / (sigma(kelvin) * area());
    }

    Recording spectrum(double degrees) {
        double kelvin = degrees + 273.15;
        double bulk = resistance(kelvin) * (1 - grainShare);
        double grain = resistance(kelvin) * grainShare;
        double capacitance = 8.854188e-14 * 10 * area() / thickness;
        double[][] z = new double[3][points];
        for (int i = 0; i < points; i++) {
            z[0][i] = frequency(i);
            double w = 2 * Math.PI * z[0][i];
            double wt = w * bulk * capacitance;
            double re = bulk / (1 + wt * wt);
            double im = -bulk * wt / (1 + wt * wt);
            double x = Math.pow(w * grain * grainCapacitance, grainExponent);
            double c = 1 + x * Math.cos(Math.PI / 2 * grainExponent);
            double s = x * Math.sin(Math.PI / 2 * grainExponent);
            re += grain * c / (c * c + s * s);
            im -= grain * s / (c * c + s * s);
            double y = w * interfaceOhm * interfaceFarad;
            re += interfaceOhm / (1 + y * y);
            im -= interfaceOhm * y / (1 + y * y);
            double tail = 1 / (tailQ * Math.pow(w, tailN));
            re += tail * Math.cos(Math.PI / 2 * tailN);
            im -= tail * Math.sin(Math.PI / 2 * tailN);
            noisy(z, i, re + leadOhm, im + w * leadHenry);
        }
        return recording("eis " + degrees, z)
                .condition("set temperature", Quantity.of("temperature", "T", kelvin, Unit.of("K")))
                .build();
    }

    Recording shortCircuit() {
        double[][] z = new double[3][points];
        for (int i = 0; i < points; i++) {
            z[0][i] = frequency(i);
            noisy(z, i, leadOhm, 2 * Math.PI * z[0][i] * leadHenry);
        }
        return recording("short", z).build();
    }

    private double frequency(int i) {
        return fastest * Math.pow(slowest / fastest, i / (points - 1.0));
    }

    private void noisy(double[][] z, int i, double re, double im) {
        double size = noise * Math.hypot(re, im);
        z[1][i] = re + size * random.nextGaussian();
        z[2][i] = im + size * random.nextGaussian();
    }

    static Recording.Builder recording(String name, double[][] z) {
        return Recording.of(
                name,
                Technique.EIS,
                ArrayTable.rows(z[0].length)
                        .column(ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"), z[0])
                        .column(ColumnSpec.of("re").as(QuantityKind.IMPEDANCE_REAL, "ohm"), z[1])
                        .column(
                                ColumnSpec.of("im").as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"),
                                z[2])
                        .build());
    }

    Cell cell() {
        Cell cell =
                Cell.of("c1", "c1", Sample.named("simulated"))
                        .with(
                                Cell.THICKNESS,
                                thickness * 10,
                                thickness * 10 * relativeThicknessError,
                                Unit.of("mm"))
                        .with(Cell.DIAMETER, diameter * 10, 0.02, Unit.of("mm"));
        return withShort ? cell.withShortCircuit(shortCircuit()) : cell;
    }

    static <S extends Record> Report run(
            Analysis<S> analysis, String id, Inputs inputs, Map<String, String> settings)
            throws AnalysisException {
        return analysis.run(
                new Context(id, inputs, ELEMENTS, Progress.NONE),
                Settings.read(analysis.settings(), settings));
    }

    /** Fit, conductivity and Arrhenius reports of the series, under their ids. */
    Map<String, List<Report>> analyse(Map<String, String> settings) throws AnalysisException {
        Cell cell = cell();
        Map<String, List<Report>> reports = new TreeMap<>();
        List<Inputs.Upstream> conductivities = new ArrayList<>();
        for (double t : celsius) {
            Recording r = spectrum(t);
            Report fit = run(new FitAnalysis(), "f" + t, Inputs.of(r, cell), settings);
            Report sigma =
                    run(
                            new ConductivityAnalysis(),
                            "s" + t,
                            new Inputs(
                                    List.of(),
                                    List.of(
                                            new Inputs.Upstream(
                                                    "f" + t, FitAnalysis.ID, List.of(r), fit)),
                                    java.util.Optional.of(cell)),
                            settings);
            conductivities.add(
                    new Inputs.Upstream("s" + t, ConductivityAnalysis.ID, List.of(r), sigma));
            reports.computeIfAbsent(FitAnalysis.ID, k -> new ArrayList<>()).add(fit);
            reports.computeIfAbsent(ConductivityAnalysis.ID, k -> new ArrayList<>()).add(sigma);
        }
        reports.put(
                ArrheniusAnalysis.ID,
                List.of(
                        run(
                                new ArrheniusAnalysis(),
                                "a",
                                new Inputs(List.of(), conductivities, java.util.Optional.of(cell)),
                                settings)));
        return reports;
    }
}

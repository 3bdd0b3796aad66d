// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

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
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Currents and fits written down from the equations. */
public final class SimulatedPolarisation {
    public static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 2, 12, 0);

    private SimulatedPolarisation() {}

    /** Every second up to a time, with noise of a standard deviation in A. */
    public static Recording recording(
            double volts, int seconds, double noise, long seed, DoubleUnaryOperator current) {
        Random random = new Random(seed);
        double[] t = new double[seconds];
        double[] e = new double[seconds];
        double[] i = new double[seconds];
        for (int k = 0; k < seconds; k++) {
            t[k] = k + 1;
            e[k] = volts;
            i[k] = current.applyAsDouble(t[k]) + noise * random.nextGaussian();
        }
        return recording(t, e, i);
    }

    public static Recording recording(double[] t, double[] e, double[] i) {
        return Recording.of(
                        "step",
                        Technique.CA,
                        ArrayTable.rows(t.length)
                                .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), t)
                                .column(ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V"), e)
                                .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "A"), i)
                                .build())
                .start(NOON)
                .build();
    }

    /** V Q t^-n / Gamma(1 - n) for Q 1e-5 and n 0.85; Gamma(0.15) = 6.2202730. */
    public static double blocking(double volts, double t) {
        return volts * 1e-5 * Math.pow(t, -0.85) / 6.2202730;
    }

    public static Cell cell() {
        return Cell.of("c", "pellet", Sample.named("s"))
                .with(Cell.THICKNESS, 0.32, 0.01, Unit.of("mm"))
                .with(Cell.DIAMETER, 10, 0.02, Unit.of("mm"));
    }

    /** The fit of a spectrum between blocking electrodes. */
    public static Inputs.Upstream blockingFit(double ohms, double error) {
        return upstream(
                "spectrum",
                "f",
                -10,
                fit("p(R1,CPE1)-CPE2", List.of(parameter("R1.R", ohms, error)), 0),
                Optional.of(
                        Quantity.of("resistance", "R", ohms, Unit.of("ohm"))
                                .withKey("electrolyte resistance")
                                .withContribution("run:f/electrolyte resistance", error)));
    }

    /** The fit of a spectrum between electrodes of metal: R_e in series with R_i and its arc. */
    public static Inputs.Upstream reversibleFit(
            String id, int minutes, double electrolyte, double interfaces, double error) {
        List<FitParameter> p = new ArrayList<>();
        p.add(parameter("R0.R", electrolyte, error));
        p.add(parameter("R1.R", interfaces, error));
        p.add(parameter("CPE1.Q", 2e-6, 0));
        p.add(parameter("CPE1.n", 0.9, 0));
        return upstream(
                "spectrum " + id, id, minutes, fit("R0-p(R1,CPE1)", p, -0.6), Optional.empty());
    }

    /** R0-p(R1,CPE1)-X with 1 ohm and 10 ohm of error; the spectrum reaches 1 mHz. */
    public static Inputs.Upstream diffusionFit(
            String element, double bulk, double diffusion, double tau) {
        List<FitParameter> p = new ArrayList<>();
        p.add(parameter("R0.R", bulk, 1));
        p.add(parameter("R1.R", 30, 1));
        p.add(parameter("CPE1.Q", 2e-6, 0));
        p.add(parameter("CPE1.n", 0.9, 0));
        p.add(parameter(element + ".R", diffusion, 10));
        p.add(parameter(element + ".tau", tau, 1));
        return upstream("slow", "f", 0, fit("R0-p(R1,CPE1)-" + element, p, 0), Optional.empty());
    }

    private static Fit fit(String circuit, List<FitParameter> parameters, double correlation) {
        List<Fit.Correlation> correlations =
                parameters.size() > 1
                        ? List.of(new Fit.Correlation("R0.R", "R1.R", correlation))
                        : List.of();
        return new Fit(
                circuit,
                "modulus",
                61,
                List.of(1e-3, 1e6),
                true,
                "",
                9,
                1,
                1,
                0,
                0,
                parameters,
                correlations,
                Map.of());
    }

    private static FitParameter parameter(String name, double value, double error) {
        return new FitParameter(
                name, value, "ohm", error, Optional.empty(), true, 0, Double.POSITIVE_INFINITY);
    }

    private static Inputs.Upstream upstream(
            String name, String id, int minutes, Fit fit, Optional<Quantity> resistance) {
        Report.Builder report = Report.builder().fit(fit);
        resistance.ifPresent(report::quantity);
        Recording spectrum =
                Recording.of(name, Technique.EIS, ArrayTable.rows(0).build())
                        .start(NOON.plusMinutes(minutes))
                        .build();
        return new Inputs.Upstream(id, Spectra.FIT, List.of(spectrum), report.build());
    }

    /** The same fit of a spectrum at a temperature in K. */
    public static Inputs.Upstream at(Inputs.Upstream fit, double kelvin) {
        Quantity t = Quantity.of("temperature", "T", kelvin, Unit.of("K"));
        return new Inputs.Upstream(
                fit.runId(),
                fit.analysis(),
                List.of(
                        fit.recordings()
                                .getFirst()
                                .change()
                                .condition("set temperature", t)
                                .build()),
                fit.report());
    }

    public static Inputs inputs(Recording r, Optional<Cell> cell, Inputs.Upstream... upstream) {
        return new Inputs(List.of(r), List.of(upstream), cell);
    }

    public static <S extends Record> Report run(
            Analysis<S> analysis, Inputs inputs, Map<String, String> settings)
            throws AnalysisException {
        return analysis.run(
                new Context("r", inputs, Elements.of(List.of()), Progress.NONE),
                Settings.read(analysis.settings(), settings));
    }

    public static List<String> codes(Report report) {
        return report.problems().stream().map(p -> p.code()).toList();
    }
}

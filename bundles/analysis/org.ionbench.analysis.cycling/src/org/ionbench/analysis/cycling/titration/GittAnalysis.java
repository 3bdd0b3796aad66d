// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.titration;

import org.ionbench.analysis.cycling.Accuracy;
import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Course;
import org.ionbench.analysis.cycling.CyclerColumns;
import org.ionbench.analysis.cycling.Electrode;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Temperatures;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Diffusivity in an electrode by the galvanostatic intermittent titration technique.
 *
 * <p>D = 4/(pi tau) (m V_M/(M S))^2 (dE_s/dE_tau)^2 for pulses short against L^2/D ({@link
 * Titration}). dE_s is the change of the voltage from rest to rest; dE_tau that during the pulse,
 * of a line over the root of time laid through a window of it, read from time zero to its end, so
 * that the drop of resistances is taken off. Where the voltage does not follow the root of time, no
 * diffusivity is given. The area S is an assumption that results go with squared: absolute values
 * of one material scatter over four orders in the literature.
 */
public final class GittAnalysis implements Analysis<GittSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.cycling.gitt";

    private static final Unit DIFFUSIVITY = Unit.of("cm2/s");
    private static final int FEWEST = 4;

    @Override
    public Class<GittSettings> settings() {
        return GittSettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.GITT, Technique.CYCLING);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Weppner and Huggins 1977, J. Electrochem. Soc. 124, 1569, doi 10.1149/1.2133112",
                "Kang and Chueh 2021, J. Electrochem. Soc. 168, 120504, doi"
                        + " 10.1149/1945-7111/ac3940");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return CyclerColumns.obstacleWithVoltage(
                inputs, "A titration needs a recording of current pulses.");
    }

    @Override
    public Report run(Context context, GittSettings settings) throws AnalysisException {
        Optional<Quantity> length = length(context.inputs(), settings);
        Counting counting =
                Counting.of(context.inputs(), Counting.Options.AUTO, context.progress());
        Accuracy accuracy = new Accuracy();
        Temperatures temperatures = Temperatures.of(counting, context.inputs());
        Report.Builder report = Report.builder();
        List<List<Object>> rows = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        int curved = 0;
        List<Step> steps = counting.steps();
        for (int k = 1; k + 1 < steps.size(); k++) {
            context.progress().checkCancelled();
            Step rest = steps.get(k - 1);
            Step pulse = steps.get(k);
            Step relaxed = steps.get(k + 1);
            boolean isPulse =
                    rest.direction() == 0
                            && pulse.direction() != 0
                            && relaxed.direction() == 0
                            && rest.recording() == pulse.recording()
                            && relaxed.recording() == pulse.recording();
            if (!isPulse) {
                continue;
            }
            Course course = Course.of(counting.recordings(), List.of(pulse));
            if (course.rows() == 0) {
                continue;
            }
            double tau = pulse.end() - rest.end();
            double begin = course.time()[0] - (pulse.start() - rest.end());
            Optional<LineFit> line = rootLine(course, begin, tau, settings);
            double steady = relaxed.lastVoltage() - rest.lastVoltage();
            double within = line.map(f -> f.slope() * Math.sqrt(tau)).orElse(Double.NaN);
            double quality = line.map(LineFit::determination).orElse(Double.NaN);
            boolean isStraight = quality >= settings.leastDetermination();
            curved += isStraight ? 0 : 1;
            double d =
                    isStraight && length.isPresent()
                            ? Titration.pulseDiffusivity(tau, length.get().si(), steady, within)
                            : Double.NaN;
            double drop = line.map(f -> f.intercept() - rest.lastVoltage()).orElse(Double.NaN);
            rows.add(
                    List.of(
                            (double) (rows.size() + 1),
                            pulse.act(),
                            rest.lastVoltage(),
                            tau,
                            1e3 * steady,
                            1e3 * within,
                            drop / pulse.current() * pulse.direction(),
                            quality,
                            DIFFUSIVITY.fromSi(d)));
            if (d > 0 && Double.isFinite(d)) {
                points.add(
                        new double[] {
                            relaxed.lastVoltage(), DIFFUSIVITY.fromSi(d), pulse.direction()
                        });
                report.quantity(
                        accuracy.note(
                                temperatures.with(
                                        diffusivity(d, length.get(), rows.size(), pulse, relaxed),
                                        pulse)));
                limit(tau, d, length.get(), rows.size(), report);
            }
        }
        if (rows.isEmpty()) {
            throw new AnalysisException("There is no pulse of current between two rests.");
        }
        if (!points.isEmpty()) {
            report.plot(plot(points));
        }
        report.table(
                new DataTable(
                        "Pulses",
                        List.of(
                                "Pulse",
                                "Act",
                                "Voltage before / V",
                                "Duration / s",
                                "Change at rest / mV",
                                "Change within / mV",
                                "Resistance / ohm",
                                "R2 of the line",
                                "Diffusivity / cm2/s"),
                        rows));
        report.text(
                "D = 4/(pi tau) (m V_M/(M S))^2 (dE_s/dE_tau)^2. "
                        + length.map(
                                        l ->
                                                "The volume of the active material over its area is"
                                                        + " "
                                                        + NumberText.of(1e6 * l.si())
                                                        + " um; the area is an assumption, and"
                                                        + " absolute diffusivities go with its"
                                                        + " inverse square.")
                                .orElse(""));
        if (length.isEmpty()) {
            report.problem(
                    Problem.warning(
                                    "cycling.gitt.length",
                                    "Without the active mass of the cell, its area, the molar mass"
                                            + " and the molar volume there is no diffusivity, only"
                                            + " changes of the voltage.")
                            .mend(
                                    "Give the cell mass, active fraction and diameter, and the"
                                            + " settings molar mass and molar volume."));
        }
        if (curved > 0) {
            report.problem(
                    Problem.warning(
                            "cycling.gitt.curved",
                            "In "
                                    + curved
                                    + " of "
                                    + rows.size()
                                    + " pulses the voltage does not follow the root of time (R2"
                                    + " below "
                                    + settings.leastDetermination()
                                    + "): no diffusivity is given for them."));
        }
        counting.problems().forEach(report::problem);
        accuracy.problem(
                        "Mass and area, which go in with their squares, were given without an"
                                + " uncertainty.")
                .ifPresent(report::problem);
        return report.build();
    }

    /** m V_M / (M S) with the contributions of mass and area. */
    private static Optional<Quantity> length(Inputs inputs, GittSettings settings) {
        Optional<Quantity> mass = Electrode.of(inputs.cell()).activeMass();
        Optional<Quantity> area =
                settings.area() > 0
                        ? Optional.of(
                                Quantity.of("area", "S", settings.area() * 1e-4, Unit.of("m2")))
                        : inputs.cell().flatMap(c -> c.area());
        if (mass.isEmpty()
                || area.isEmpty()
                || !(settings.molarMass() > 0)
                || !(settings.molarVolume() > 0)) {
            return Optional.empty();
        }
        double specific = settings.molarVolume() * 1e-6 / (settings.molarMass() * 1e-3);
        double value = mass.get().si() * specific / area.get().si();
        Quantity length = Quantity.of("length", "L", value, Unit.of("m"));
        for (Map.Entry<String, Double> u : mass.get().contributions().entrySet()) {
            length = length.withContribution(u.getKey(), value * u.getValue() / mass.get().value());
        }
        for (Map.Entry<String, Double> u : area.get().contributions().entrySet()) {
            length =
                    length.withContribution(u.getKey(), -value * u.getValue() / area.get().value());
        }
        return Optional.of(length);
    }

    private static Optional<LineFit> rootLine(
            Course course, double begin, double tau, GittSettings settings) {
        List<double[]> in = new ArrayList<>();
        for (int k = 0; k < course.rows(); k++) {
            double t = course.time()[k] - begin;
            if (t > 0 && settings.window().contains(t / tau)) {
                in.add(new double[] {Math.sqrt(t), course.voltage()[k]});
            }
        }
        if (in.size() < FEWEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    StraightLine.fit(
                            in.stream().mapToDouble(p -> p[0]).toArray(),
                            in.stream().mapToDouble(p -> p[1]).toArray()));
        } catch (UndeterminedException e) {
            return Optional.empty();
        }
    }

    private static Quantity diffusivity(
            double d, Quantity length, int number, Step pulse, Step relaxed) {
        Quantity q =
                Quantity.of("diffusion coefficient", "D", d, Unit.of("m2/s"))
                        .withKey("diffusion coefficient " + number)
                        .withCondition("method", "GITT")
                        .withCondition("pulse", String.valueOf(number))
                        .withCondition("act", pulse.act())
                        .withCondition("voltage", relaxed.lastVoltage());
        for (Map.Entry<String, Double> u : length.contributions().entrySet()) {
            q = q.withContribution(u.getKey(), 2 * d * u.getValue() / length.value());
        }
        return q.in(DIFFUSIVITY);
    }

    /** The formula holds for pulses short against L^2/D. */
    private static void limit(
            double tau, double d, Quantity length, int number, Report.Builder report) {
        double time = length.si() * length.si() / d;
        if (tau > time / 4) {
            report.problem(
                    Problem.warning(
                            "cycling.gitt.long",
                            "Pulse "
                                    + number
                                    + " of "
                                    + NumberText.of(tau)
                                    + " s is not short against L^2/D = "
                                    + NumberText.of(time)
                                    + " s."));
        }
    }

    private static Plot plot(List<double[]> points) {
        List<Series> series = new ArrayList<>();
        for (int direction : new int[] {1, -1}) {
            List<double[]> own = points.stream().filter(p -> p[2] == direction).toList();
            if (!own.isEmpty()) {
                series.add(
                        Series.measured(
                                direction > 0 ? "charge" : "discharge",
                                direction > 0 ? 0 : 1,
                                own.stream().mapToDouble(p -> p[0]).toArray(),
                                own.stream().mapToDouble(p -> p[1]).toArray()));
            }
        }
        return Plot.of(
                "diffusivity",
                "Diffusion coefficient over the voltage at rest",
                Axis.linear("voltage", "Voltage", "V"),
                Axis.logarithmic("diffusivity", "D", "cm2/s"),
                series);
    }
}

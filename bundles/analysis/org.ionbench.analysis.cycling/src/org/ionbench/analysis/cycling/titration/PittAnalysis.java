// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.titration;

import org.ionbench.analysis.cycling.Accuracy;
import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Course;
import org.ionbench.analysis.cycling.CyclerColumns;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Temperatures;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;
import org.ionbench.numerics.statistics.Samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Diffusivity in an electrode by the potentiostatic intermittent titration technique. After a step
 * of the voltage
 *
 * <pre>I = (2 F S dC D / L) sum exp(-(2n+1)^2 pi^2 D t / (4 L^2)),</pre>
 *
 * so that late ln I falls with -pi^2 D/(4 L^2), and early I sqrt(t) = (Q/L) sqrt(D/pi). Both are
 * given; where they differ, the kinetics of the surface or of resistances takes part, and the early
 * one is too low.
 */
public final class PittAnalysis implements Analysis<PittSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.cycling.pitt";

    private static final Unit DIFFUSIVITY = Unit.of("cm2/s");
    private static final int FEWEST = 5;
    private static final double EARLY = 0.3;
    private static final double REST = 1e-5;
    private static final double APART = 1.5;

    @Override
    public Class<PittSettings> settings() {
        return PittSettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.PITT, Technique.CYCLING, Technique.CA);
    }

    @Override
    public List<String> references() {
        return List.of("Wen et al. 1979, J. Electrochem. Soc. 126, 2258, doi 10.1149/1.2128939");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return CyclerColumns.obstacleWithVoltage(
                inputs, "A titration needs a recording of steps of the voltage.");
    }

    @Override
    public Report run(Context context, PittSettings settings) throws AnalysisException {
        double length = settings.length() * 1e-6;
        Counting counting = wholeDecays(context);
        Accuracy accuracy = new Accuracy();
        Temperatures temperatures = Temperatures.of(counting, context.inputs());
        Report.Builder report = Report.builder();
        List<List<Object>> rows = new ArrayList<>();
        List<Series> decays = new ArrayList<>();
        for (Step step : counting.steps()) {
            context.progress().checkCancelled();
            if (step.control() != Step.Control.CONSTANT_VOLTAGE) {
                continue;
            }
            Course course = Course.of(counting.recordings(), List.of(step));
            Optional<LineFit> late = late(course, settings.window());
            double early = early(course);
            if (late.isEmpty() && Double.isNaN(early)) {
                continue;
            }
            int number = rows.size() + 1;
            double slope = late.map(LineFit::slope).orElse(Double.NaN);
            double slow = length > 0 ? Titration.longTimeDiffusivity(slope, length) : Double.NaN;
            double fast =
                    length > 0
                            ? Titration.shortTimeDiffusivity(
                                    early, course.charge()[course.rows() - 1], length)
                            : Double.NaN;
            diffusivity("long time", slow, number, step)
                    .map(q -> accuracy.note(temperatures.with(q, step)))
                    .ifPresent(report::quantity);
            diffusivity("short time", fast, number, step)
                    .map(q -> accuracy.note(temperatures.with(q, step)))
                    .ifPresent(report::quantity);
            if (slow / fast > APART || fast / slow > APART) {
                report.problem(
                        Problem.info(
                                "cycling.pitt.apart",
                                "In step "
                                        + number
                                        + " the diffusivities of early and late times differ by"
                                        + " more than half: not diffusion alone rules the"
                                        + " current."));
            }
            decays.add(decay(course, number));
            rows.add(
                    List.of(
                            (double) number,
                            step.lastVoltage(),
                            1e3 * course.charge()[course.rows() - 1] / 3600,
                            slope,
                            1e3 * early,
                            DIFFUSIVITY.fromSi(slow),
                            DIFFUSIVITY.fromSi(fast)));
        }
        if (rows.isEmpty()) {
            throw new AnalysisException(
                    "There is no step at constant voltage with a decay of the current.");
        }
        report.plot(
                Plot.of(
                        "decay",
                        "Decay of the current after steps of the voltage",
                        Axis.linear("time", "Time", "s"),
                        Axis.logarithmic("current", "|I|", "A"),
                        decays));
        report.table(
                new DataTable(
                        "Steps",
                        List.of(
                                "Step",
                                "Voltage / V",
                                "Charge / mAh",
                                "Slope of ln I / 1/s",
                                "I root(t) / mA s^1/2",
                                "Diffusivity, long time / cm2/s",
                                "Diffusivity, short time / cm2/s"),
                        rows));
        if (!(length > 0)) {
            report.problem(
                    Problem.warning(
                                    "cycling.pitt.length",
                                    "Without a length of diffusion there is no diffusivity, only"
                                            + " slopes.")
                            .mend("Give the setting length."));
        }
        counting.problems().forEach(report::problem);
        accuracy.problem(
                        "The length of diffusion, which goes in with its square, is taken as"
                                + " exact.")
                .ifPresent(report::problem);
        return report.build();
    }

    /** Steps in which a decay is followed far below what elsewhere counts as rest. */
    private static Counting wholeDecays(Context context) throws AnalysisException {
        Counting rough = Counting.of(context.inputs(), Counting.Options.AUTO, context.progress());
        double greatest = rough.steps().stream().mapToDouble(Step::current).max().orElse(0);
        return Counting.of(
                context.inputs(),
                new Counting.Options(
                        Counting.By.AUTO, Counting.By.AUTO, Counting.First.AUTO, REST * greatest),
                context.progress());
    }

    private static Optional<Quantity> diffusivity(String method, double d, int number, Step step) {
        return d > 0 && Double.isFinite(d)
                ? Optional.of(
                        Quantity.of("diffusion coefficient", "D", d, Unit.of("m2/s"))
                                .withKey("diffusion coefficient " + number + " " + method)
                                .withCondition("method", "PITT, " + method)
                                .withCondition("step", String.valueOf(number))
                                .withCondition("voltage", step.lastVoltage())
                                .in(DIFFUSIVITY))
                : Optional.empty();
    }

    /** The line of ln |I| over time between two shares of the charge. */
    private static Optional<LineFit> late(Course course, Window window) {
        int n = course.rows();
        double whole = n > 0 ? course.charge()[n - 1] : 0;
        List<double[]> in = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double i = Math.abs(course.current()[k]);
            if (i > 0 && window.contains(course.charge()[k] / whole)) {
                in.add(new double[] {course.time()[k] - course.time()[0], Math.log(i)});
            }
        }
        if (in.size() < FEWEST) {
            return Optional.empty();
        }
        try {
            LineFit line =
                    StraightLine.fit(
                            in.stream().mapToDouble(p -> p[0]).toArray(),
                            in.stream().mapToDouble(p -> p[1]).toArray());
            return line.slope() < 0 ? Optional.of(line) : Optional.empty();
        } catch (UndeterminedException e) {
            return Optional.empty();
        }
    }

    /** The median of I sqrt(t) while the first third of the charge flows; NaN for too few rows. */
    private static double early(Course course) {
        int n = course.rows();
        double whole = n > 0 ? course.charge()[n - 1] : 0;
        List<Double> in = new ArrayList<>();
        for (int k = 1; k < n; k++) {
            double t = course.time()[k] - course.time()[0];
            if (t > 0 && course.charge()[k] <= EARLY * whole) {
                in.add(Math.abs(course.current()[k]) * Math.sqrt(t));
            }
        }
        return in.size() < FEWEST
                ? Double.NaN
                : Samples.median(in.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Series decay(Course course, int number) {
        Course c = course.thinned(400);
        double[] x = new double[c.rows()];
        double[] y = new double[c.rows()];
        for (int k = 0; k < x.length; k++) {
            x[k] = c.time()[k] - c.time()[0];
            y[k] = Math.abs(c.current()[k]);
        }
        return Series.measured("step " + number, number - 1, x, y);
    }
}

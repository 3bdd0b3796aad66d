// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.kinetics;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Lines;
import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tafel lines of a scan through zero current, eta = a + b log|i| on either side, the polarisation
 * resistance dE/di at zero current, and the corrosion (or exchange) current both ways: by running
 * the lines back to zero overpotential, and by Stern and Geary as B/R_p.
 */
public final class TafelAnalysis implements Analysis<TafelSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.tafel";

    private static final int MOST_POINTS = 3000;
    private static final int FEWEST = 5;

    /** exp(-4): the back reaction is below 2 % from four times RT/F on. */
    private static final double FAR = 4;

    /** The share of a branch's currents that may have the wrong sign for the side they are on. */
    private static final double MOST_WRONG = 0.25;

    /** Each brings the back reaction nearer by a factor of about 50. */
    private static final int ROUNDS = 3;

    /** A branch as overpotentials and currents. */
    private record Curve(double[] eta, double[] current, double rest) {}

    @Override
    public Class<TafelSettings> settings() {
        return TafelSettings.class;
    }

    @Override
    public Need need() {
        return Need.eachRecording(Technique.LSV, Technique.CV);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Stern and Geary 1957, J. Electrochem. Soc. 104, 56, doi 10.1149/1.2428496",
                "Bard and Faulkner 2001, Electrochemical Methods, 2nd edition, chapter 3");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return Voltammogram.obstacle(inputs);
    }

    @Override
    public Report run(Context context, TafelSettings s) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Recording recording = context.inputs().recordings().getFirst();
        context.progress().task("Tafel lines of " + recording.name(), 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        Optional<Quantity> area = Surroundings.area(context.inputs(), s.area());
        double kelvin = Surroundings.kelvin(List.of(recording), s.temperature(), problems);
        Curve curve = curve(Voltammogram.of(recording, Voltammogram.Counting.AUTO, area), s);
        double far = FAR * Kinetics.thermalVoltage(kelvin);
        Report.Builder report = Report.builder();
        Optional<LineFit> near = nearRest(curve, s);
        Quantity rest = Quantity.of("potential of zero current", "E_0", curve.rest(), Unit.of("V"));
        // read between two points, each with the scatter about the line through zero
        report.quantity(
                near.map(
                                l ->
                                        rest.withContribution(
                                                context.source("zero current"),
                                                Math.sqrt(2 / 3.)
                                                        * l.residualStandardDeviation()
                                                        / Math.abs(l.slope())))
                        .orElse(rest));
        List<Series> anodicSeries = new ArrayList<>();
        List<Series> cathodicSeries = new ArrayList<>();
        Optional<LineFit> up = Optional.empty();
        Optional<LineFit> down = Optional.empty();
        for (int k = 0; k < ROUNDS; k++) {
            up = line(curve, 1, s.anodic(), far, down);
            down = line(curve, -1, s.cathodic(), far, up);
        }
        Optional<LineFit> anodic =
                side(
                        curve,
                        1,
                        s.anodic(),
                        far,
                        down,
                        area,
                        context,
                        report,
                        anodicSeries,
                        problems);
        Optional<LineFit> cathodic =
                side(
                        curve,
                        -1,
                        s.cathodic(),
                        far,
                        up,
                        area,
                        context,
                        report,
                        cathodicSeries,
                        problems);
        if (near.isPresent()) {
            resistance(near.get(), anodic, cathodic, area, context, report);
        }
        if (s.transfer() > 0) {
            report.quantity(
                    current(
                            Kinetics.exchangeCurrent(s.transfer(), s.electrons(), kelvin),
                            "charge-transfer resistance",
                            area));
        }
        report.plot(plot("tafel", "overpotential", "Tafel plot, anodic line", anodicSeries, curve));
        report.plot(
                plot(
                        "cathodic-tafel",
                        "cathodic-overpotential",
                        "Tafel plot, cathodic line",
                        cathodicSeries,
                        curve));
        report.text(
                "Overpotentials count from the potential of zero current, "
                        + NumberText.of(curve.rest())
                        + " V. A line runs from "
                        + NumberText.of(far, "V")
                        + " on, where the back reaction is below 2 %, to half the largest current,"
                        + " unless its window is set; the back reaction is that of the other line,"
                        + " run on, where there is one. For one electron and a transfer coefficient"
                        + " of one half the slope is "
                        + NumberText.of(2 * Kinetics.decade(kelvin), "V")
                        + " a decade.");
        problems.forEach(report::problem);
        return report.build();
    }

    /** The longest branch that passes zero current. */
    private static Curve curve(Voltammogram scan, TafelSettings s) throws AnalysisException {
        Optional<Curve> best = Optional.empty();
        for (Branch b : scan.branches()) {
            double[] e = new double[b.size()];
            double[] i = new double[b.size()];
            for (int k = 0; k < e.length; k++) {
                i[k] = scan.current(b.from() + k);
                e[k] = scan.potential(b.from() + k) - s.resistance() * i[k];
            }
            double rest = rest(e, i, b.rising());
            if (!Double.isNaN(rest) && best.map(c -> c.eta().length < e.length).orElse(true)) {
                best =
                        Optional.of(
                                new Curve(Arrays.stream(e).map(v -> v - rest).toArray(), i, rest));
            }
        }
        return best.orElseThrow(
                () ->
                        new AnalysisException(
                                "The current does not change its sign on any branch, so there is no"
                                        + " potential of zero current to count from."));
    }

    /**
     * Where the current goes from cathodic to anodic for good: between the two points about which
     * the fewest have the wrong sign, for near zero noise turns it. NaN where it does not.
     */
    private static double rest(double[] e, double[] i, boolean rising) {
        double sign = rising ? 1 : -1;
        int wrong = 0;
        for (double v : i) {
            wrong += sign * v < 0 ? 1 : 0;
        }
        int best = 0;
        int least = wrong;
        for (int k = 1; k < e.length; k++) {
            wrong += sign * i[k - 1] < 0 ? -1 : 1;
            if (wrong < least) {
                least = wrong;
                best = k;
            }
        }
        if (best < 2 || best > e.length - 2 || least > MOST_WRONG * e.length) {
            return Double.NaN;
        }
        double part = i[best - 1] / (i[best - 1] - i[best]);
        return e[best - 1] + part * (e[best] - e[best - 1]);
    }

    private static Optional<LineFit> side(
            Curve curve,
            int sign,
            Window set,
            double far,
            Optional<LineFit> other,
            Optional<Quantity> area,
            Context context,
            Report.Builder report,
            List<Series> series,
            List<Problem> problems)
            throws AnalysisException {
        String name = sign > 0 ? "anodic" : "cathodic";
        int[] inside = inside(curve, sign, set, far);
        if (inside.length < FEWEST) {
            problems.add(none(name, "its window holds " + inside.length + " points"));
            return Optional.empty();
        }
        double[] eta = Arrays.stream(inside).mapToDouble(k -> curve.eta()[k]).toArray();
        double[] log = logs(curve, inside, other);
        LineFit line = Lines.through(eta, log, "points of the " + name + " line");
        if (!(sign * line.slope() > 0)) {
            problems.add(
                    none(name, "the current does not grow with the overpotential in its window"));
            return Optional.empty();
        }
        tooShort(name, log).ifPresent(problems::add);
        double slope = 1 / line.slope();
        String source = context.source(lineOf(name));
        report.quantity(
                Lines.with(
                        Quantity.of("Tafel slope", "b", slope, Unit.of("V"))
                                .withKey("Tafel slope " + name)
                                .withCondition("branch", name)
                                .withCondition("for", "a decade of current"),
                        slope * slope * line.slopeError(),
                        line,
                        source));
        double zero = Math.pow(10, line.intercept());
        Quantity q = current(zero, name + " Tafel line", area);
        report.quantity(
                Lines.with(q, q.value() * Math.log(10) * line.interceptError(), line, source));
        double[] ends = {0, sign * Arrays.stream(eta).map(v -> sign * v).max().orElseThrow()};
        series.add(
                Series.fit(
                        name + " line",
                        1,
                        ends,
                        Arrays.stream(ends).map(v -> Math.pow(10, line.valueAt(v))).toArray()));
        return Optional.of(line);
    }

    /** The line of a side; empty where there is none that rises. */
    private static Optional<LineFit> line(
            Curve curve, int sign, Window set, double far, Optional<LineFit> other)
            throws AnalysisException {
        int[] inside = inside(curve, sign, set, far);
        if (inside.length < FEWEST) {
            return Optional.empty();
        }
        double[] eta = Arrays.stream(inside).mapToDouble(k -> curve.eta()[k]).toArray();
        LineFit line = Lines.through(eta, logs(curve, inside, other), "points of a Tafel line");
        return Optional.of(line).filter(l -> sign * l.slope() > 0);
    }

    /** Of the current, to which that of the other side's line, run on to here, is added. */
    private static double[] logs(Curve curve, int[] inside, Optional<LineFit> other) {
        return Arrays.stream(inside)
                .mapToDouble(
                        k -> {
                            double back =
                                    other.map(l -> Math.pow(10, l.valueAt(curve.eta()[k])))
                                            .orElse(0.);
                            return Math.log10(Math.abs(curve.current()[k]) + back);
                        })
                .toArray();
    }

    /**
     * The points of a line. Where its window is open it begins where the back reaction no longer
     * counts and ends at half the largest current.
     */
    private static int[] inside(Curve curve, int sign, Window set, double far) {
        double low = sign > 0 ? set.low() : -set.high();
        double high = sign > 0 ? set.high() : -set.low();
        double from = Double.isInfinite(low) ? far : low;
        double to = Double.isInfinite(high) ? Math.max(far(curve, far, sign), low + far) : high;
        return IntStream.range(0, curve.eta().length)
                .filter(k -> sign * curve.eta()[k] >= from && sign * curve.eta()[k] <= to)
                .filter(k -> sign * curve.current()[k] > 0)
                .toArray();
    }

    private static Problem none(String name, String why) {
        return Problem.info("stability.tafel.side", "There is no " + name + " line: " + why + ".")
                .mend("Set the window of the line.");
    }

    private static Optional<Problem> tooShort(String name, double[] log) {
        double decades =
                Arrays.stream(log).max().orElseThrow() - Arrays.stream(log).min().orElseThrow();
        return decades < 1
                ? Optional.of(
                        Problem.warning(
                                "stability.tafel.decade",
                                "The "
                                        + name
                                        + " line spans "
                                        + NumberText.of(decades)
                                        + " decades of current; less than one says little about a"
                                        + " slope."))
                : Optional.empty();
    }

    /**
     * The overpotential, without its sign, from which on half the largest current of a side flows:
     * beyond it diffusion bends a line.
     */
    private static double far(Curve curve, double least, int sign) {
        double largest = 0;
        for (int k = 0; k < curve.eta().length; k++) {
            if (sign * curve.eta()[k] > 0) {
                largest = Math.max(largest, sign * curve.current()[k]);
            }
        }
        double from = Double.POSITIVE_INFINITY;
        for (int k = 0; k < curve.eta().length; k++) {
            if (sign * curve.eta()[k] > 0 && sign * curve.current()[k] >= largest / 2) {
                from = Math.min(from, sign * curve.eta()[k]);
            }
        }
        return Double.isInfinite(from) ? 2 * least : Math.max(from, 1.001 * least);
    }

    private static String lineOf(String side) {
        return "Tafel line " + side;
    }

    private static Quantity current(double amperes, String method, Optional<Quantity> area) {
        Quantity q =
                area.isPresent()
                        ? Surroundings.withArea(
                                Quantity.of(
                                                "exchange current density",
                                                "j_0",
                                                amperes / area.get().si(),
                                                Unit.of("A/m2"))
                                        .in(Unit.of("mA/cm2")),
                                area.get(),
                                -1)
                        : Quantity.of("exchange current", "i_0", amperes, Unit.of("A"));
        return q.withKey(q.name() + " " + method).withCondition("method", method);
    }

    /** The line of the current about its zero; empty where too few points are there. */
    private static Optional<LineFit> nearRest(Curve curve, TafelSettings s)
            throws AnalysisException {
        int[] near =
                IntStream.range(0, curve.eta().length)
                        .filter(k -> Math.abs(curve.eta()[k]) <= s.linear() * 1e-3)
                        .toArray();
        if (near.length < FEWEST) {
            return Optional.empty();
        }
        double[] eta = Arrays.stream(near).mapToDouble(k -> curve.eta()[k]).toArray();
        double[] i = Arrays.stream(near).mapToDouble(k -> curve.current()[k]).toArray();
        return Optional.of(Lines.through(eta, i, "points about zero current"));
    }

    private static void resistance(
            LineFit line,
            Optional<LineFit> anodic,
            Optional<LineFit> cathodic,
            Optional<Quantity> area,
            Context context,
            Report.Builder report) {
        double ohms = 1 / line.slope();
        String source = context.source("polarisation resistance");
        report.quantity(
                Lines.with(
                        Quantity.of("polarisation resistance", "R_p", ohms, Unit.of("ohm")),
                        Math.abs(ohms * ohms * line.slopeError()),
                        line,
                        source));
        if (anodic.isPresent() && cathodic.isPresent() && ohms > 0) {
            double b =
                    Kinetics.sternGeary(
                            Math.abs(1 / anodic.get().slope()),
                            Math.abs(1 / cathodic.get().slope()));
            Quantity constant = Quantity.of("Stern-Geary constant", "B", b, Unit.of("V"));
            Quantity q = current(b / ohms, "Stern-Geary", area);
            // 1/B = ln 10 (s_a + s_c) with the slopes of the lines
            for (LineFit side : List.of(anodic.get(), cathodic.get())) {
                double share = b * Math.log(10) * side.slopeError();
                String of = context.source(lineOf(side.slope() > 0 ? "anodic" : "cathodic"));
                constant = constant.withContribution(of, b * share);
                q = q.withContribution(of, q.value() * share);
            }
            report.quantity(constant);
            report.quantity(
                    Lines.with(
                            q,
                            Math.abs(q.value() * line.slopeError() / line.slope()),
                            line,
                            source));
        }
    }

    private static Plot plot(
            String id, String axis, String title, List<Series> lines, Curve curve) {
        int step = Math.ceilDiv(curve.eta().length, MOST_POINTS);
        int[] shown =
                IntStream.range(0, curve.eta().length)
                        .filter(k -> k % step == 0 && curve.current()[k] != 0)
                        .toArray();
        List<Series> series = new ArrayList<>();
        series.add(
                Series.curve(
                        "measured",
                        0,
                        new Points.Inline(
                                Arrays.stream(shown).mapToDouble(k -> curve.eta()[k]).toArray(),
                                Arrays.stream(shown)
                                        .mapToDouble(k -> Math.abs(curve.current()[k]))
                                        .toArray())));
        series.addAll(lines);
        return Plot.of(
                id,
                title,
                Axis.linear(axis, "\u03b7", "V"),
                Axis.logarithmic("current", "|i|", "A"),
                series);
    }
}

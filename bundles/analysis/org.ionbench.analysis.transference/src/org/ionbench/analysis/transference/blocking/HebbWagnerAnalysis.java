// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.blocking;

import org.ionbench.analysis.transference.Amounts;
import org.ionbench.analysis.transference.Polarisation;
import org.ionbench.analysis.transference.Tail;
import org.ionbench.analysis.transference.blocking.Branches.Point;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The electronic conductivity of a mixed conductor between one reversible and one blocking
 * electrode: sigma_e(E) = (L / A) dI/dE at rest (Hebb, Wagner).
 *
 * <p>Each potential of the chronoamperometries gives its current at rest; a slow sweep gives them
 * directly. The slope of a straight line through those in the linear window is the conductivity
 * there. Wagner's branches of electrons and holes, I = (R T A / (L F)) (s_n (1 - exp(-E F/RT)) +
 * s_p (exp(E F/RT) - 1)), are fitted beside it, and it is said which of the two the currents
 * follow.
 *
 * <p>Assumed are a local equilibrium, no decomposition at the potentials, and rest.
 */
public final class HebbWagnerAnalysis implements Analysis<HebbWagnerSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.transference.hebbWagner";

    private static final int SWEEP_POINTS = 100;
    private static final int LINE_POINTS = 101;
    private static final int FEWEST = 3;

    @Override
    public Class<HebbWagnerSettings> settings() {
        return HebbWagnerSettings.class;
    }

    @Override
    public Need need() {
        return Need.allRecordings(Technique.CA, Technique.LSV);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Hebb 1952, J. Chem. Phys. 20, 185, doi 10.1063/1.1700165",
                "Wagner 1957, Proc. CITCE 7, 361",
                "Riess 1996, Solid State Ionics 91, 221, doi 10.1016/S0167-2738(96)83022-0");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        if (inputs.recordings().isEmpty()) {
            return Optional.of("Recordings of currents at several potentials are needed.");
        }
        if (inputs.cell().isEmpty()
                || inputs.cell().get().area().isEmpty()
                || inputs.cell().get().quantity(Cell.THICKNESS).isEmpty()) {
            return Optional.of(
                    "An electronic conductivity needs thickness and diameter of the pellet: set"
                            + " them.");
        }
        return Optional.empty();
    }

    @Override
    public Report run(Context context, HebbWagnerSettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        List<Point> points = points(context, settings, problems);
        List<Point> inside =
                points.stream().filter(p -> settings.linear().contains(p.potential())).toList();
        if (inside.size() < FEWEST) {
            throw new AnalysisException(
                    "The recordings give currents at "
                            + inside.size()
                            + " potentials of the linear window; "
                            + FEWEST
                            + " or more are needed.");
        }
        double kelvin = kelvin(context.inputs(), settings, problems);
        LineFit line = line(inside);
        Branches branches = Branches.of(points, kelvin);
        Cell cell = context.inputs().cell().orElseThrow();
        Report.Builder report = Report.builder();
        report.quantity(
                conductivity(line.slope(), line.slopeError(), cell, context.source("line"))
                        .withCondition("potential", NumberText.of(middle(inside)) + " V")
                        .withCondition("method", "linear"));
        if (isCurved(points, line, branches)) {
            double scale = Math.sqrt(Math.max(1, reduced(branches, points)));
            double vt = Branches.thermal(kelvin);
            branch(
                            "electrons",
                            branches.electrons() / vt,
                            scale / vt * branches.electronsError(),
                            cell,
                            context)
                    .ifPresent(report::quantity);
            branch(
                            "holes",
                            branches.holes() / vt,
                            scale / vt * branches.holesError(),
                            cell,
                            context)
                    .ifPresent(report::quantity);
        }
        report.plot(currents(points, inside, line, branches, kelvin));
        report.plot(conductivities(points, branches, kelvin, cell));
        report.table(table(points, settings.linear()));
        report.text(text(points, inside, line, branches));
        problems.forEach(report::problem);
        return report.build();
    }

    // ---- currents at rest

    private static List<Point> points(
            Context context, HebbWagnerSettings settings, List<Problem> problems)
            throws AnalysisException {
        List<Point> points = new ArrayList<>();
        int moving = 0;
        for (Recording r : context.inputs().recordings()) {
            context.progress().checkCancelled();
            if (r.technique().equals(Technique.LSV)) {
                points.addAll(sweep(r));
                continue;
            }
            for (Polarisation p : Polarisation.all(r)) {
                Tail tail =
                        Tail.of(p, settings.tail(), Window.ALL, context.progress()::isCancelled);
                if (Double.isFinite(tail.error())) {
                    double sign = p.signedVoltage() < 0 ? -1 : 1;
                    points.add(new Point(p.signedVoltage(), sign * tail.current(), tail.error()));
                    double left = Math.abs(tail.remaining(p.duration()));
                    moving +=
                            left > Math.max(3 * tail.error(), 0.1 * Math.abs(tail.current()))
                                    ? 1
                                    : 0;
                }
            }
        }
        if (moving > 0) {
            problems.add(
                    Problem.warning(
                                    "transference.unsteady",
                                    "At "
                                            + moving
                                            + " of "
                                            + points.size()
                                            + " potentials the current had not come to rest.")
                            .mend("Hold each potential longer."));
        }
        points.sort(Comparator.comparingDouble(Point::potential));
        return points;
    }

    /** Means of a sweep over equal stretches of its points. */
    private static List<Point> sweep(Recording r) throws AnalysisException {
        Optional<double[]> e =
                r.si(QuantityKind.POTENTIAL).or(() -> r.si(QuantityKind.CELL_VOLTAGE));
        Optional<double[]> i = r.si(QuantityKind.CURRENT);
        if (e.isEmpty() || i.isEmpty()) {
            throw new AnalysisException(r.name() + " holds no currents over potentials.");
        }
        int n = e.get().length;
        int width = Math.max(1, n / SWEEP_POINTS);
        List<Point> points = new ArrayList<>();
        double scatter = 0;
        int counted = 0;
        for (int k = 1; k + 1 < n; k++) {
            double d = i.get()[k - 1] - 2 * i.get()[k] + i.get()[k + 1];
            if (Double.isFinite(d)) {
                scatter += d * d / 6;
                counted++;
            }
        }
        double noise = counted > 0 ? Math.sqrt(scatter / counted) : 0;
        for (int k = 0; k + width <= n; k += width) {
            double se = 0;
            double si = 0;
            for (int j = k; j < k + width; j++) {
                se += e.get()[j] / width;
                si += i.get()[j] / width;
            }
            if (Double.isFinite(se) && Double.isFinite(si)) {
                double floor = 1e-6 * Math.abs(si) + 1e-18;
                points.add(new Point(se, si, Math.max(noise / Math.sqrt(width), floor)));
            }
        }
        return points;
    }

    private static double kelvin(
            Inputs inputs, HebbWagnerSettings settings, List<Problem> problems) {
        Optional<Quantity> t =
                inputs.recordings().stream().flatMap(r -> r.temperature().stream()).findFirst();
        if (t.isEmpty()) {
            problems.add(
                    Problem.info(
                            "transference.temperature.unknown",
                            "The temperature of the recordings is not known;"
                                    + " the branches were computed for "
                                    + NumberText.of(settings.temperature())
                                    + " K."));
        }
        return t.map(Quantity::si).orElse(settings.temperature());
    }

    private static LineFit line(List<Point> points) throws AnalysisException {
        try {
            return StraightLine.fit(potentials(points), amps(points));
        } catch (UndeterminedException e) {
            throw new AnalysisException("The potentials determine no line: they are all one.", e);
        }
    }

    private static double middle(List<Point> points) {
        return (points.getFirst().potential() + points.getLast().potential()) / 2;
    }

    // ---- quantities

    private static Quantity conductivity(double siemens, double error, Cell cell, String source) {
        Quantity thickness = cell.quantity(Cell.THICKNESS).orElseThrow();
        Quantity area = cell.area().orElseThrow();
        double factor = thickness.si() / area.si();
        double sigma = siemens * factor;
        Quantity q =
                Quantity.of(IonicAnalysis.CONDUCTIVITY, "\u03c3_e", sigma, Unit.of("S/m"))
                        .withContribution(source, Double.isFinite(error) ? error * factor : 0);
        q = Amounts.add(q, thickness, sigma / thickness.si());
        return Amounts.add(q, area, -sigma / area.si()).in(Unit.of("S/cm"));
    }

    private static Optional<Quantity> branch(
            String of, double siemens, double error, Cell cell, Context context) {
        return siemens > 0
                ? Optional.of(
                        conductivity(siemens, error, cell, context.source(of))
                                .withKey(IonicAnalysis.CONDUCTIVITY + " of " + of)
                                .withCondition("method", "branch of " + of + ", at 0 V"))
                : Optional.empty();
    }

    private static double reduced(Branches branches, List<Point> points) {
        return branches.chiSquare() / Math.max(1, points.size() - 2);
    }

    private static double reduced(LineFit line, List<Point> points) {
        double chi = 0;
        for (Point p : points) {
            double r = (p.current() - line.valueAt(p.potential())) / p.error();
            chi += r * r;
        }
        return chi / Math.max(1, points.size() - 2);
    }

    private static boolean isCurved(List<Point> points, LineFit line, Branches branches) {
        return reduced(branches, points) < reduced(line, points);
    }

    // ---- what is drawn and said

    private static Axis potential() {
        return Axis.linear("potential", "Potential", "V");
    }

    private static Plot currents(
            List<Point> points,
            List<Point> inside,
            LineFit line,
            Branches branches,
            double kelvin) {
        List<Point> outside = points.stream().filter(p -> !inside.contains(p)).toList();
        List<Series> series = new ArrayList<>();
        if (!outside.isEmpty()) {
            series.add(Series.excluded("not in the window", 0, potentials(outside), amps(outside)));
        }
        series.add(
                Series.measured("currents at rest", 0, potentials(inside), amps(inside))
                        .withErrors(inside.stream().mapToDouble(Point::error).toArray()));
        double[] ends = {inside.getFirst().potential(), inside.getLast().potential()};
        series.add(
                Series.fit(
                        "straight line",
                        1,
                        ends,
                        new double[] {line.valueAt(ends[0]), line.valueAt(ends[1])}));
        double[] x = grid(points);
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            y[k] = branches.at(x[k], kelvin);
        }
        series.add(Series.fit("electrons and holes", 2, x, y));
        return Plot.of(
                "currents",
                "Currents at rest over the potential",
                potential(),
                Axis.linear("current", "Current at rest", "A"),
                series);
    }

    private static Plot conductivities(
            List<Point> points, Branches branches, double kelvin, Cell cell) {
        double factor =
                cell.quantity(Cell.THICKNESS).orElseThrow().si()
                        / cell.area().orElseThrow().si()
                        / 100;
        List<double[]> steps = new ArrayList<>();
        for (int k = 1; k < points.size(); k++) {
            Point a = points.get(k - 1);
            Point b = points.get(k);
            double de = b.potential() - a.potential();
            double s = (b.current() - a.current()) / de * factor;
            if (de > 1e-4 && s > 0) {
                double u = Math.hypot(a.error(), b.error()) / de * factor;
                steps.add(new double[] {(a.potential() + b.potential()) / 2, s, u});
            }
        }
        double[] x = grid(points);
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            y[k] = branches.slope(x[k], kelvin) * factor;
        }
        return Plot.of(
                "conductivities",
                "Electronic conductivity over the potential",
                potential(),
                Axis.logarithmic("conductivity", "\u03c3_e", "S/cm"),
                List.of(
                        Series.measured(
                                "from neighbours",
                                0,
                                steps.stream().mapToDouble(s -> s[0]).toArray(),
                                steps.stream().mapToDouble(s -> s[1]).toArray()),
                        Series.fit("electrons and holes", 2, x, y)));
    }

    private static double[] grid(List<Point> points) {
        double low = points.getFirst().potential();
        double high = points.getLast().potential();
        double[] x = new double[LINE_POINTS];
        for (int k = 0; k < x.length; k++) {
            x[k] = low + (high - low) * k / (LINE_POINTS - 1);
        }
        return x;
    }

    private static double[] potentials(List<Point> points) {
        return points.stream().mapToDouble(Point::potential).toArray();
    }

    private static double[] amps(List<Point> points) {
        return points.stream().mapToDouble(Point::current).toArray();
    }

    private static DataTable table(List<Point> points, Window linear) {
        List<List<Object>> rows = new ArrayList<>();
        for (Point p : points) {
            rows.add(
                    List.of(
                            p.potential(),
                            p.current() * 1e9,
                            p.error() * 1e9,
                            linear.contains(p.potential()) ? "yes" : "no"));
        }
        return new DataTable(
                "Currents at rest",
                List.of("E / V", "I / nA", "u(I) / nA", "in the linear window"),
                rows);
    }

    private static String text(
            List<Point> points, List<Point> inside, LineFit line, Branches branches) {
        return "The slope of the currents at "
                + inside.size()
                + " potentials gives the electronic conductivity of the linear region. Over all "
                + points.size()
                + " potentials the straight line leaves a reduced chi-square of "
                + NumberText.of(reduced(line, points))
                + " and the branches of electrons and holes one of "
                + NumberText.of(reduced(branches, points))
                + ": the currents follow "
                + (isCurved(points, line, branches)
                        ? "the branches, so a single conductivity holds in the window only."
                        : "the straight line.");
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.comparison;

import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.analysis.stability.comparison.FittedSpectrum.Arc;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a scan or a polarisation has changed in a cell: two fitted spectra, before and after, arc by
 * arc.
 *
 * <p>Arcs are matched by their time constants tau = (R Q)^(1/n), nearest first, no arc twice. For
 * each pair the report gives R_after - R_before with the uncertainty of both fits, and whether it
 * exceeds twice that. Only spectra of one cell at one temperature say anything; where they differ
 * the report warns.
 */
public final class ComparisonAnalysis implements Analysis<ComparisonSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.comparison";

    private static final String FIT = "org.ionbench.analysis.eis.fit";
    private static final double SAME_TEMPERATURE = 1;

    /** A pair of arcs that are taken for the same. */
    private record Match(Arc before, Arc after) {
        Change change() {
            return new Change(
                    "arc " + before.code(),
                    before.code(),
                    before.resistance(),
                    after.resistance(),
                    before.seconds(),
                    after.seconds());
        }

        double apart() {
            return Math.abs(Math.log(after.seconds() / before.seconds()));
        }
    }

    @Override
    public Class<ComparisonSettings> settings() {
        return ComparisonSettings.class;
    }

    @Override
    public Need need() {
        return Need.allReports(FIT);
    }

    @Override
    public List<String> references() {
        return List.of("JCGM 100:2008, Guide to the expression of uncertainty in measurement");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return FittedSpectrum.of(inputs).size() < 2
                ? Optional.of("Two fitted spectra of the cell are needed, before and after.")
                : Optional.empty();
    }

    @Override
    public Report run(Context context, ComparisonSettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        context.progress().task("Comparing spectra", 0);
        context.progress().checkCancelled();
        List<FittedSpectrum> all = FittedSpectrum.of(context.inputs());
        List<Problem> problems = new ArrayList<>();
        FittedSpectrum before = chosen(all, settings.before(), all.getFirst());
        FittedSpectrum after = chosen(all, settings.after(), all.getLast());
        if (before.equals(after)) {
            throw new AnalysisException(
                    "Before and after are the same spectrum, " + before.name(all) + ".");
        }
        doubts(before, after, all, settings, problems);
        List<Match> matches = matches(before.arcs(), after.arcs(), settings.apart());
        Report.Builder report = Report.builder();
        List<Change> changes = new ArrayList<>();
        if (before.series().isPresent() && after.series().isPresent()) {
            changes.add(
                    Change.of(
                            "series resistance R0",
                            "R0",
                            before.series().get(),
                            after.series().get()));
        }
        matches.forEach(m -> changes.add(m.change()));
        changes.forEach(c -> report.quantity(quantity(c, before, after, all, settings)));
        alone(before.arcs(), matches.stream().map(Match::before).toList(), "before", problems);
        alone(after.arcs(), matches.stream().map(Match::after).toList(), "after", problems);
        if (changes.isEmpty()) {
            problems.add(
                    Problem.warning(
                            "stability.comparison.none",
                            "No arc of one spectrum has a time constant near that of one of the"
                                    + " other."));
        }
        plots(before, after).forEach(report::plot);
        report.text(
                "Before: "
                        + before.name(all)
                        + "; after: "
                        + after.name(all)
                        + ". "
                        + String.join(" ", changes.stream().map(c -> c.words(settings)).toList()));
        if (!changes.isEmpty()) {
            report.table(table(changes, settings));
        }
        report.table(parameters(before, after, settings));
        problems.forEach(report::problem);
        return report.build();
    }

    private static FittedSpectrum chosen(
            List<FittedSpectrum> all, String name, FittedSpectrum otherwise)
            throws AnalysisException {
        if (name.isBlank()) {
            return otherwise;
        }
        return all.stream()
                .filter(s -> s.isNamed(name, all))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AnalysisException(
                                        "No fitted spectrum of the cell is named \""
                                                + name.strip()
                                                + "\"; there are "
                                                + String.join(
                                                        ", ",
                                                        all.stream().map(s -> s.name(all)).toList())
                                                + "."));
    }

    private static List<Match> matches(List<Arc> before, List<Arc> after, double apart) {
        List<Match> possible = new ArrayList<>();
        for (Arc b : before) {
            for (Arc a : after) {
                Match m = new Match(b, a);
                if (m.apart() <= Math.log(apart)) {
                    possible.add(m);
                }
            }
        }
        possible.sort(Comparator.comparingDouble(Match::apart));
        List<Match> taken = new ArrayList<>();
        for (Match m : possible) {
            if (taken.stream()
                    .noneMatch(t -> t.before().equals(m.before()) || t.after().equals(m.after()))) {
                taken.add(m);
            }
        }
        taken.sort(Comparator.comparingDouble(m -> m.before().seconds()));
        return taken;
    }

    // ---- changes

    /**
     * A resistance before and after.
     *
     * @param name what it is
     * @param code of the arc before
     * @param secondsBefore the time constant before; NaN where it has none
     * @param secondsAfter the time constant after
     */
    private record Change(
            String name,
            String code,
            FitParameter before,
            FitParameter after,
            double secondsBefore,
            double secondsAfter) {

        /** One without a time constant. */
        static Change of(String name, String code, FitParameter before, FitParameter after) {
            return new Change(name, code, before, after, Double.NaN, Double.NaN);
        }

        double difference() {
            return after.value() - before.value();
        }

        double error() {
            return Math.hypot(error(before), error(after));
        }

        static double error(FitParameter p) {
            return Double.isFinite(p.stderr()) ? p.stderr() : 0;
        }

        boolean isTold() {
            return Double.isFinite(before.stderr()) && Double.isFinite(after.stderr());
        }

        boolean isChange(ComparisonSettings s) {
            return isTold() && Math.abs(difference()) > s.certainty() * error();
        }

        String verdict(ComparisonSettings s) {
            if (!isTold()) {
                return "not to be told: a fit gives no uncertainty";
            }
            return !isChange(s) ? "no change" : difference() > 0 ? "larger" : "smaller";
        }

        List<Object> row(ComparisonSettings s) {
            return List.of(
                    name,
                    seconds(secondsBefore),
                    seconds(secondsAfter),
                    before.value(),
                    after.value(),
                    difference(),
                    error(),
                    100 * difference() / before.value(),
                    verdict(s));
        }

        private static Object seconds(double s) {
            return Double.isNaN(s) ? "none" : (Object) s;
        }

        String words(ComparisonSettings s) {
            return "The resistance of "
                    + (code.equals("R0") ? "R0" : "the arc " + code)
                    + " went from "
                    + NumberText.of(before.value())
                    + " to "
                    + NumberText.of(after.value())
                    + " ohm, a difference of "
                    + NumberText.of(difference())
                    + " +- "
                    + NumberText.of(error())
                    + " ohm: "
                    + verdict(s)
                    + ".";
        }
    }

    private static Quantity quantity(
            Change c,
            FittedSpectrum before,
            FittedSpectrum after,
            List<FittedSpectrum> all,
            ComparisonSettings s) {
        Quantity q =
                Quantity.of("resistance change", "\u0394R", c.difference(), Unit.of("ohm"))
                        .withKey("resistance change " + c.code())
                        .withCondition("arc", c.code())
                        .withCondition("before", before.name(all))
                        .withCondition("after", after.name(all))
                        .withCondition("verdict", c.verdict(s));
        return Surroundings.withTemperature(q, after.recording())
                .withContribution(before.source(c.before().name()), -Change.error(c.before()))
                .withContribution(after.source(c.after().name()), Change.error(c.after()));
    }

    private static DataTable table(List<Change> changes, ComparisonSettings s) {
        return new DataTable(
                "Resistances before and after",
                List.of(
                        "Part",
                        "Time constant before / s",
                        "Time constant after / s",
                        "Before / ohm",
                        "After / ohm",
                        "Difference / ohm",
                        "Its standard uncertainty / ohm",
                        "Difference / %",
                        "Verdict"),
                changes.stream().map(c -> c.row(s)).toList());
    }

    private static DataTable parameters(
            FittedSpectrum before, FittedSpectrum after, ComparisonSettings s) {
        List<List<Object>> rows = new ArrayList<>();
        for (FitParameter b : before.fit().parameters()) {
            Optional<FitParameter> a = after.fit().parameter(b.name());
            if (a.isPresent()) {
                Change c = Change.of(b.name(), b.name(), b, a.get());
                rows.add(
                        List.of(
                                b.name(),
                                b.unit(),
                                b.value(),
                                a.get().value(),
                                c.difference(),
                                c.error(),
                                c.verdict(s)));
            }
        }
        return new DataTable(
                "All parameters by name",
                List.of(
                        "Parameter",
                        "Unit",
                        "Before",
                        "After",
                        "Difference",
                        "Its standard uncertainty",
                        "Verdict"),
                rows);
    }

    // ---- plots

    private static List<Plot> plots(FittedSpectrum before, FittedSpectrum after) {
        List<Series> series = new ArrayList<>(nyquist(before, 0, "before"));
        series.addAll(nyquist(after, 1, "after"));
        if (series.isEmpty()) {
            return List.of();
        }
        double limit =
                1.3
                        * Math.max(
                                before.fit().parameters().stream()
                                        .filter(ComparisonAnalysis::isResistance)
                                        .mapToDouble(FitParameter::value)
                                        .sum(),
                                after.fit().parameters().stream()
                                        .filter(ComparisonAnalysis::isResistance)
                                        .mapToDouble(FitParameter::value)
                                        .sum());
        List<Plot> plots = new ArrayList<>();
        plots.add(plot("nyquist", "Nyquist plot before and after", series));
        List<Series> near =
                series.stream()
                        .map(s -> within(s, limit))
                        .filter(s -> ((Points.Inline) s.points()).x().length > 1)
                        .toList();
        if (limit > 0 && !near.isEmpty()) {
            plots.add(plot("inset", "Arcs of the Nyquist plot before and after", near));
        }
        return plots;
    }

    private static boolean isResistance(FitParameter p) {
        return p.unit().equals("ohm") && p.name().endsWith(".R") && p.value() < 1e9;
    }

    private static Plot plot(String id, String title, List<Series> series) {
        return Plot.of(
                        id,
                        title,
                        Axis.linear("re", "Re Z", "ohm"),
                        Axis.linear("im", "\u2212Im Z", "ohm"),
                        series)
                .withEqualAspect();
    }

    /** The points and the fitted line as the report of the fit draws them. */
    private static List<Series> nyquist(FittedSpectrum s, int group, String name) {
        List<Series> found = new ArrayList<>();
        for (Plot p : s.upstream().report().plots()) {
            if (!p.id().equals("nyquist")) {
                continue;
            }
            for (Series one : p.series()) {
                if (one.points() instanceof Points.Inline points) {
                    if (one.role() == Series.Role.MEASURED) {
                        found.add(
                                Series.measured(name, group, points.x(), points.y())
                                        .withLabels(one.labelName(), one.labels()));
                    } else if (one.role() == Series.Role.FIT) {
                        found.add(Series.fit(name + ", fit", group, points.x(), points.y()));
                    }
                }
            }
        }
        return found;
    }

    private static Series within(Series s, double limit) {
        Points.Inline p = (Points.Inline) s.points();
        int[] kept =
                IntStream.range(0, p.x().length)
                        .filter(k -> p.x()[k] <= limit && Math.abs(p.y()[k]) <= limit)
                        .toArray();
        double[] x = Arrays.stream(kept).mapToDouble(k -> p.x()[k]).toArray();
        double[] y = Arrays.stream(kept).mapToDouble(k -> p.y()[k]).toArray();
        if (s.role() != Series.Role.MEASURED) {
            return Series.fit(s.name(), s.group(), x, y);
        }
        Series shown = Series.measured(s.name(), s.group(), x, y);
        return s.labels().length == p.x().length
                ? shown.withLabels(
                        s.labelName(),
                        Arrays.stream(kept).mapToDouble(k -> s.labels()[k]).toArray())
                : shown;
    }

    // ---- doubts

    private static void doubts(
            FittedSpectrum before,
            FittedSpectrum after,
            List<FittedSpectrum> all,
            ComparisonSettings s,
            List<Problem> problems) {
        if (!FittedSpectrum.isTimed(all) && (s.before().isBlank() || s.after().isBlank())) {
            problems.add(
                    Problem.warning(
                                    "stability.comparison.order",
                                    "It is not known when the spectra were measured: the first and"
                                            + " the last by their order were taken.")
                            .mend("Name the spectra before and after."));
        }
        var tb = before.recording().temperature();
        var ta = after.recording().temperature();
        if (tb.isPresent() != ta.isPresent()) {
            problems.add(
                    Problem.warning(
                            "stability.comparison.temperature",
                            "The temperature of one of the spectra is not known."));
        } else if (tb.isPresent() && Math.abs(tb.get().si() - ta.get().si()) > SAME_TEMPERATURE) {
            problems.add(
                    Problem.warning(
                                    "stability.comparison.temperature",
                                    "The spectra were measured at "
                                            + NumberText.celsius(tb.get().si())
                                            + " and "
                                            + NumberText.celsius(ta.get().si())
                                            + ": a difference of resistances is one of"
                                            + " temperatures too.")
                            .mend("Name two spectra of one temperature."));
        }
        Optional<Cell> cb = before.upstream().cell();
        Optional<Cell> ca = after.upstream().cell();
        if (cb.isPresent() && ca.isPresent() && !cb.get().id().equals(ca.get().id())) {
            for (String property : List.of(Cell.THICKNESS, Cell.DIAMETER)) {
                Optional<Quantity> b = cb.get().quantity(property);
                Optional<Quantity> a = ca.get().quantity(property);
                if (b.isPresent() && a.isPresent() && isOther(b.get(), a.get())) {
                    problems.add(
                            Problem.warning(
                                    "stability.comparison.geometry",
                                    "The spectra are of cells that differ in "
                                            + property
                                            + ": a difference of resistances is one of geometry"
                                            + " too."));
                }
            }
        }
        if (!before.fit().model().equals(after.fit().model())) {
            problems.add(
                    Problem.warning(
                            "stability.comparison.circuit",
                            "The spectra were fitted with different circuits, "
                                    + before.fit().model()
                                    + " and "
                                    + after.fit().model()
                                    + "."));
        }
    }

    private static boolean isOther(Quantity a, Quantity b) {
        double u =
                Math.hypot(
                        a.standardUncertainty() * a.unit().factor(),
                        b.standardUncertainty() * b.unit().factor());
        return Math.abs(a.si() - b.si()) > Math.max(2 * u, 1e-3 * Math.abs(a.si()));
    }

    private static void alone(
            List<Arc> all, List<Arc> matched, String when, List<Problem> problems) {
        for (Arc a : all) {
            if (!matched.contains(a)) {
                problems.add(
                        Problem.info(
                                "stability.comparison.alone",
                                "The arc "
                                        + a.code()
                                        + " of the spectrum "
                                        + when
                                        + ", with a time constant of "
                                        + NumberText.of(a.seconds(), "s")
                                        + ", has no counterpart."));
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.onset;

import org.ionbench.analysis.stability.Conditions;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.analysis.stability.ScanRate;
import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what was read from a scan into a report. */
final class OnsetFindings {
    private static final Unit VOLT = Unit.of("V");
    private static final double NOTABLE_DROP = 0.005;
    private static final double WIDE = 0.1;

    private final Context context;
    private final Recording recording;
    private final Conditions conditions;
    private final Voltammogram scan;
    private final OnsetSettings settings;
    private final Search search;
    private final Drop drop;
    private final int cycle;
    private final List<Problem> problems;

    OnsetFindings(
            Context context,
            Conditions conditions,
            Search search,
            Drop drop,
            int cycle,
            List<Problem> problems) {
        this.context = context;
        this.recording = context.inputs().recordings().getFirst();
        this.conditions = conditions;
        this.scan = search.scan();
        this.settings = search.settings();
        this.search = search;
        this.drop = drop;
        this.cycle = cycle;
        this.problems = problems;
    }

    Report report(Optional<Side> oxidation, Optional<Side> reduction) {
        Report.Builder report = Report.builder();
        List<Side> sides = new ArrayList<>();
        oxidation.ifPresent(sides::add);
        reduction.ifPresent(sides::add);
        for (Side side : sides) {
            chosen(side).ifPresent(o -> report.quantity(quantity(side, o, true)));
        }
        window(oxidation, reduction).ifPresent(report::quantity);
        for (Side side : sides) {
            for (Onset o : side.reading().onsets()) {
                if (!chosen(side).map(c -> c.isLike(o)).orElse(false)) {
                    report.quantity(quantity(side, o, false));
                }
            }
        }
        OnsetPlots plots = new OnsetPlots(scan, search, conditions, drop.ohms());
        sides.forEach(s -> plots.of(s, chosen(s)).forEach(report::plot));
        if (sides.isEmpty()) {
            report.plot(plots.scanAlone());
        }
        sides.forEach(s -> report.text(text(s)));
        report.text(scanText());
        if (!sides.isEmpty()) {
            report.table(table(sides));
        }
        for (Side side : sides) {
            report.fit(fit(side));
            LaterCycles later = LaterCycles.of(search, side);
            later.quantities(conditions).forEach(report::quantity);
            later.table().ifPresent(report::table);
            later.text().ifPresent(report::text);
        }
        doubts(sides, oxidation, reduction);
        problems.forEach(report::problem);
        return report.build();
    }

    private Optional<Onset> chosen(Side side) {
        return side.reading().onset(settings.method());
    }

    // ---- quantities

    private Quantity quantity(Side side, Onset onset, boolean isChosen) {
        Rise rise = side.rise();
        String key = OnsetAnalysis.ONSET + " " + rise.name();
        String source = context.source(rise.name() + " " + onset.method().id());
        Quantity q =
                Quantity.of(OnsetAnalysis.ONSET, "E_onset", rise.potential(onset.x()), VOLT)
                        .withKey(isChosen ? key : key + " " + label(onset))
                        .withCondition("method", onset.method().id())
                        .withCondition("branch", rise.name());
        if (onset.method() == Method.THRESHOLD) {
            q = q.withCondition("current density", density(onset));
        } else if (!Double.isNaN(onset.level())) {
            q = q.withCondition("sigmas", NumberText.of(onset.level()));
        }
        q = conditions.put(q).withCondition("cycle", Integer.toString(side.branch().cycle()));
        q = Surroundings.withTemperature(ScanRate.put(q, scanRate(side)), recording);
        if (drop.ohms() > 0) {
            q = q.withCondition("ohmic drop", "taken off");
        }
        return q.withContribution(source + " scatter", finite(onset.error()))
                .withContribution(source + " windows", side.spread(onset).deviation())
                .withContribution(
                        drop.taken().map(r -> r.source()).filter(s -> !s.isEmpty()).orElse(source),
                        drop.taken().map(r -> -slopeCurrent(side, onset) * r.error()).orElse(0.));
    }

    /** The current whose drop stands between the onset and the potential applied there, in A. */
    private static double slopeCurrent(Side side, Onset onset) {
        LineFit line = side.reading().line();
        double sign = side.rise().isOxidation() ? 1 : -1;
        return sign * Math.max(0, line.valueAt(onset.x()));
    }

    private static double finite(double x) {
        return Double.isFinite(x) ? x : 0;
    }

    private double scanRate(Side side) {
        return scan.scanRate(side.branch(), settings.scanRate());
    }

    private Optional<Quantity> window(Optional<Side> oxidation, Optional<Side> reduction) {
        Optional<Quantity> up = oxidation.flatMap(s -> chosen(s).map(o -> quantity(s, o, true)));
        Optional<Quantity> down = reduction.flatMap(s -> chosen(s).map(o -> quantity(s, o, true)));
        if (oxidation.isPresent() && up.isEmpty() || reduction.isPresent() && down.isEmpty()) {
            return Optional.empty();
        }
        if (settings.direction() != OnsetSettings.Direction.AUTO
                && (up.isEmpty() || down.isEmpty())) {
            return Optional.empty();
        }
        double high = up.map(Quantity::value).orElseGet(() -> scanned(true));
        double low = down.map(Quantity::value).orElseGet(() -> scanned(false));
        if (!(high > low)) {
            return Optional.empty();
        }
        Quantity q =
                Quantity.of("stability window", "\u0394E", high - low, VOLT)
                        .withCondition("method", settings.method().id())
                        .withCondition("from", NumberText.of(low) + " V")
                        .withCondition("to", NumberText.of(high) + " V");
        q = conditions.put(q);
        if (up.isEmpty() || down.isEmpty()) {
            q =
                    q.withCondition(
                            "limit",
                            "at least: no "
                                    + (up.isPresent()
                                            ? "reduction"
                                            : down.isPresent()
                                                    ? "oxidation"
                                                    : "oxidation or reduction")
                                    + " within the scan");
        }
        Quantity result = Surroundings.withTemperature(q, recording);
        for (var c : up.map(Quantity::contributions).orElse(Map.of()).entrySet()) {
            result = result.withContribution(c.getKey(), c.getValue());
        }
        for (var c : down.map(Quantity::contributions).orElse(Map.of()).entrySet()) {
            double known = result.contributions().getOrDefault(c.getKey(), 0.);
            result = result.withContribution(c.getKey(), known - c.getValue());
        }
        return Optional.of(result);
    }

    /** How far a cycle was scanned without a current, in V as reported. */
    private double scanned(boolean isHigh) {
        return conditions.shift()
                + search.branch(cycle, isHigh)
                        .filter(b -> search.rise(b, isHigh).isPresent())
                        .map(b -> scan.potential(b.to() - 1))
                        .orElse(scan.start());
    }

    // ---- words and tables

    static String label(Onset o) {
        return switch (o.method()) {
            case THRESHOLD -> "threshold " + density(o);
            case NOISE -> "noise " + NumberText.of(o.level()) + " sigma";
            default -> o.method().id();
        };
    }

    private static String density(Onset threshold) {
        return NumberText.of(threshold.level() * 1e-4, "A/cm2");
    }

    private String text(Side side) {
        Rise rise = side.rise();
        Windows w = side.reading().windows();
        StringBuilder s = new StringBuilder();
        s.append("The ")
                .append(rise.name())
                .append(" is read from cycle ")
                .append(side.branch().cycle());
        double rate = scanRate(side);
        if (Double.isFinite(rate)) {
            s.append(" at ").append(NumberText.of(rate, "V/s"));
        }
        s.append(": line over ")
                .append(Search.text(rise, w.fit()))
                .append(", background over ")
                .append(Search.text(rise, w.background()))
                .append(". ");
        Optional<Onset> chosen = chosen(side);
        if (chosen.isPresent()) {
            Side.Spread spread = side.spread(chosen.get());
            s.append("By ")
                    .append(label(chosen.get()))
                    .append(" it begins at ")
                    .append(volts(rise.potential(chosen.get().x())))
                    .append(" V; other windows give ")
                    .append(range(rise, spread.low(), spread.high()))
                    .append(", all methods ");
        } else {
            s.append("All methods give ");
        }
        s.append(range(rise, least(side), most(side))).append('.');
        if (Double.isFinite(side.reading().inflection())) {
            s.append(" The current rises most steeply at ")
                    .append(volts(rise.potential(side.reading().inflection())))
                    .append(" V.");
        }
        return s.toString();
    }

    private static double least(Side side) {
        return side.reading().onsets().stream().mapToDouble(Onset::x).min().orElse(Double.NaN);
    }

    private static double most(Side side) {
        return side.reading().onsets().stream().mapToDouble(Onset::x).max().orElse(Double.NaN);
    }

    private static String range(Rise rise, double low, double high) {
        double a = rise.potential(low);
        double b = rise.potential(high);
        return volts(Math.min(a, b)) + " to " + volts(Math.max(a, b)) + " V";
    }

    private static String volts(double v) {
        return String.format(Locale.ROOT, "%.3f", v);
    }

    private String scanText() {
        int n = scan.cycles().size();
        return "The scan has "
                + scan.branches().size()
                + (scan.branches().size() == 1 ? " branch in " : " branches in ")
                + n
                + (n == 1 ? " cycle" : " cycles")
                + (scan.isCounted()
                        ? ", counted by the instrument"
                        : ", told apart by the turning points of the potential")
                + (conditions.conversion().isEmpty()
                        ? ""
                        : "; potentials were shifted by " + conditions.conversion())
                + drop.taken()
                        .map(
                                r ->
                                        "; the drop over "
                                                + NumberText.of(r.ohms())
                                                + " ohm was taken off, "
                                                + r.origin())
                        .orElse("")
                + ".";
    }

    private DataTable table(List<Side> sides) {
        List<List<Object>> rows = new ArrayList<>();
        for (Side side : sides) {
            for (Onset o : side.reading().onsets()) {
                Side.Spread spread = side.spread(o);
                double a = side.rise().potential(spread.low());
                double b = side.rise().potential(spread.high());
                rows.add(
                        List.of(
                                side.rise().name(),
                                label(o),
                                side.rise().potential(o.x()),
                                finite(o.error()),
                                spread.deviation(),
                                Math.min(a, b),
                                Math.max(a, b)));
            }
        }
        return new DataTable(
                "Onsets by all methods",
                List.of(
                        "Branch",
                        "Method",
                        "Onset / V",
                        "Uncertainty from scatter / V",
                        "Uncertainty from windows / V",
                        "Lowest with other windows / V",
                        "Highest with other windows / V"),
                rows);
    }

    private static Fit fit(Side side) {
        LineFit line = side.reading().line();
        Rise rise = side.rise();
        double sign = rise.isOxidation() ? 1 : -1;
        var w = rise.mirrored(side.reading().windows().fit());
        int n = line.points();
        double sum = line.chiSquare();
        double likelihood = n * Math.log(Math.max(sum, Double.MIN_NORMAL) / n);
        // the mirrored line has the same slope and the opposite intercept
        return new Fit(
                "I = a + b E, " + rise.name(),
                "unit",
                n,
                List.of(w.low(), w.high()),
                line.slope() > 0,
                "least squares",
                1,
                sum,
                line.reducedChiSquare(),
                likelihood + 4,
                likelihood + 2 * Math.log(n),
                List.of(
                        parameter("a", sign * line.intercept(), "A", line.interceptError(), line),
                        parameter("b", line.slope(), "A/V", line.slopeError(), line)),
                List.of(new Fit.Correlation("a", "b", sign * line.correlation())),
                Map.of("determination", line.determination()));
    }

    private static FitParameter parameter(
            String name, double value, String unit, double error, LineFit line) {
        double half = line.coverageFactor(0.95) * error;
        return new FitParameter(
                name,
                value,
                unit,
                Double.isFinite(error) ? error : Double.NaN,
                Double.isFinite(half)
                        ? Optional.of(new Interval(value - half, value + half))
                        : Optional.empty(),
                true,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    // ---- doubts

    private void doubts(List<Side> sides, Optional<Side> oxidation, Optional<Side> reduction) {
        missing(oxidation, true);
        missing(reduction, false);
        if (conditions.area().isEmpty()) {
            problems.add(
                    Problem.info(
                                    "stability.area.unknown",
                                    "The area of the electrode is not known, so no threshold of"
                                            + " current density or charge was read.")
                            .mend("Give the cell a diameter, or set the area."));
        }
        for (Side side : sides) {
            if (chosen(side).isEmpty()) {
                problems.add(
                        Problem.warning(
                                        "stability.onset.method",
                                        "The method "
                                                + settings.method().id()
                                                + " gives no onset of the "
                                                + side.rise().name()
                                                + "; others are in the table.")
                                .mend("Choose another method or other windows."));
            }
            double width = most(side) - least(side);
            if (width > WIDE) {
                problems.add(
                        Problem.info(
                                "stability.onset.spread",
                                "The methods differ by "
                                        + NumberText.of(width)
                                        + " V about the onset of the "
                                        + side.rise().name()
                                        + ": say with an onset how it was read."));
            }
            double largest = drop.known().map(r -> r.ohms() * topCurrent(side)).orElse(0.);
            if (drop.taken().isEmpty() && largest > NOTABLE_DROP) {
                problems.add(
                        Problem.info(
                                        "stability.drop.left",
                                        "At the top of the fit window the ohmic drop is "
                                                + NumberText.of(largest, "V")
                                                + " and was not taken off.")
                                .mend("Set the ohmic drop to spectrum."));
            }
            if (!Double.isFinite(scanRate(side))) {
                problems.add(
                        Problem.info(
                                        "stability.rate.unknown",
                                        "The scan rate is not known, for the file has no times; no"
                                                + " charge was read.")
                                .mend("Set the scan rate."));
            }
        }
    }

    private static double topCurrent(Side side) {
        return Math.abs(side.reading().line().valueAt(side.reading().windows().fit().high()));
    }

    private void missing(Optional<Side> side, boolean isOxidation) {
        if (side.isPresent() || !search.isWanted(isOxidation)) {
            return;
        }
        String name = isOxidation ? "oxidation" : "reduction";
        var branch = search.branch(cycle, isOxidation);
        boolean isScanned = branch.flatMap(b -> search.rise(b, isOxidation)).isPresent();
        if (isScanned) {
            problems.add(
                    Problem.info(
                            "stability.onset.none",
                            "No current of "
                                    + name
                                    + " rises out of the background "
                                    + (isOxidation ? "up to " : "down to ")
                                    + NumberText.of(
                                            conditions.shift()
                                                    + scan.potential(branch.orElseThrow().to() - 1))
                                    + " V."));
        } else {
            problems.add(
                    Problem.info(
                                    "stability.onset.unscanned",
                                    "Cycle "
                                            + cycle
                                            + " was hardly scanned "
                                            + (isOxidation ? "above" : "below")
                                            + " its start at "
                                            + NumberText.of(conditions.shift() + scan.start())
                                            + " V, so nothing is said about "
                                            + name
                                            + ".")
                            .mend("Set what to look for to both to read all branches."));
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.peaks;

import org.ionbench.analysis.stability.Branch;
import org.ionbench.analysis.stability.Conditions;
import org.ionbench.analysis.stability.Curves;
import org.ionbench.analysis.stability.Rise;
import org.ionbench.analysis.stability.ScanRate;
import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.analysis.stability.Voltammogram;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Recording;
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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Peaks of a cyclic scan: potential, height over the baseline, distance to half height, and for
 * pairs of an anodic and a cathodic peak their separation, midpoint and the ratio of their heights.
 *
 * <p>A reversible couple of n electrons has peaks 2.22 RT/(nF) apart (57 mV at 25 degC; a little
 * more when the scan turns close behind the first) and a ratio of one. See {@link Peak}.
 */
public final class PeaksAnalysis implements Analysis<PeaksSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.peaks";

    /** Name of the heights. */
    public static final String CURRENT = "peak current";

    private static final int FEWEST = 20;

    /** A cathodic peak with the anodic one it belongs to. */
    private record Pair(Peak anodic, Peak cathodic) {
        double separation() {
            return anodic.potential() - cathodic.potential();
        }

        /** Whether the heights are compared by Nicholson's formula. */
        boolean isNicholson() {
            return anodic.isOverZero() != cathodic.isOverZero();
        }

        /**
         * |i_pa/i_pc|. Where one of them is counted from zero current the ratio of the second to
         * the first is i_2/i_1 + 0.485 i_s/i_1 + 0.086, with the current i_s at the turn
         * (Nicholson, Anal. Chem. 38 (1966) 1406, doi 10.1021/ac60242a030).
         */
        double ratio() {
            if (!isNicholson()) {
                return anodic.height() / cathodic.height();
            }
            Peak second = anodic.isOverZero() ? anodic : cathodic;
            Peak first = anodic.isOverZero() ? cathodic : anodic;
            double ratio =
                    second.height() / first.height()
                            + 0.485 * second.before() / first.height()
                            + 0.086;
            return anodic.isOverZero() ? ratio : 1 / ratio;
        }
    }

    @Override
    public Class<PeaksSettings> settings() {
        return PeaksSettings.class;
    }

    @Override
    public Need need() {
        return Need.eachRecording(Technique.CV, Technique.LSV);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Nicholson and Shain 1964, Anal. Chem. 36, 706, doi 10.1021/ac60210a007",
                "Bard and Faulkner 2001, Electrochemical Methods, 2nd edition, chapter 6");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        return Voltammogram.obstacle(inputs);
    }

    @Override
    public Report run(Context context, PeaksSettings settings) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Recording recording = context.inputs().recordings().getFirst();
        context.progress().task("Peaks of " + recording.name(), 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        Conditions conditions =
                Conditions.of(
                        context.inputs(),
                        settings.measuredAgainst(),
                        settings.reportAgainst(),
                        settings.offset(),
                        Double.NaN,
                        settings.area(),
                        problems);
        Voltammogram scan = Voltammogram.of(recording, settings.cycles(), conditions.area());
        int cycle = cycle(scan, settings);
        List<Peak> peaks = peaks(scan, cycle, settings, conditions);
        List<Pair> pairs = pairs(peaks);
        Report.Builder report = Report.builder();
        for (Peak p : peaks) {
            quantities(p, peaks, context, conditions, scan, settings).forEach(report::quantity);
        }
        for (Pair p : pairs) {
            quantities(p, peaks, context, conditions, recording).forEach(report::quantity);
        }
        report.plot(plot(scan, cycle, peaks, true, settings, conditions));
        if (scan.cycle(cycle).stream().anyMatch(b -> !b.rising())) {
            report.plot(plot(scan, cycle, peaks, false, settings, conditions));
        }
        if (peaks.isEmpty()) {
            problems.add(
                    Problem.info(
                                    "stability.peaks.none",
                                    "No peak of cycle "
                                            + cycle
                                            + " stands out by "
                                            + NumberText.of(settings.prominence())
                                            + " % of the range of the current.")
                            .mend("Set a smaller prominence, or read another cycle."));
        } else {
            report.table(table(peaks, pairs));
            report.text(text(cycle, peaks, pairs));
        }
        problems.forEach(report::problem);
        return report.build();
    }

    private static int cycle(Voltammogram scan, PeaksSettings s) throws AnalysisException {
        if (s.cycle() > 0) {
            return scan.cycleNumbered(s.cycle());
        }
        List<Integer> all = scan.cycles();
        double range = scan.highestPotential() - scan.lowestPotential();
        for (int k = all.size() - 1; k >= 0; k--) {
            List<Branch> b = scan.cycle(all.get(k));
            boolean up = b.stream().anyMatch(x -> x.rising() && isWhole(scan, x, range));
            boolean down = b.stream().anyMatch(x -> !x.rising() && isWhole(scan, x, range));
            if (up && down) {
                return all.get(k);
            }
        }
        return all.getFirst();
    }

    private static boolean isWhole(Voltammogram scan, Branch b, double range) {
        return scan.span(b) > 0.6 * range;
    }

    private static List<Peak> peaks(
            Voltammogram scan, int cycle, PeaksSettings s, Conditions conditions) {
        List<Peak> all = new ArrayList<>();
        for (Branch b : scan.cycle(cycle)) {
            if (b.size() < FEWEST) {
                continue;
            }
            Rise rise =
                    Rise.of(
                            scan,
                            b,
                            b.rising(),
                            conditions.shift(),
                            s.resistance(),
                            Double.NaN,
                            Double.NaN);
            all.addAll(
                    Peak.of(
                            b,
                            rise,
                            s.prominence() / 100,
                            b.rising() ? s.baseline() : rise.mirrored(s.cathodicBaseline())));
        }
        all.sort(
                Comparator.comparing(Peak::isAnodic)
                        .reversed()
                        .thenComparing(Comparator.comparingDouble(Peak::height).reversed()));
        return all;
    }

    /** Each anodic peak with the nearest cathodic one that has no nearer anodic one. */
    private static List<Pair> pairs(List<Peak> peaks) {
        List<Pair> possible = new ArrayList<>();
        for (Peak a : peaks) {
            for (Peak c : peaks) {
                if (a.isAnodic() && !c.isAnodic()) {
                    possible.add(new Pair(a, c));
                }
            }
        }
        possible.sort(Comparator.comparingDouble(p -> Math.abs(p.separation())));
        List<Pair> taken = new ArrayList<>();
        for (Pair p : possible) {
            if (taken.stream()
                    .noneMatch(t -> t.anodic() == p.anodic() || t.cathodic() == p.cathodic())) {
                taken.add(p);
            }
        }
        return taken;
    }

    // ---- quantities

    /** {@code "anodic"} for the highest of its side, {@code "anodic 2"} for the next. */
    private static String name(Peak p, List<Peak> all) {
        long before =
                all.stream()
                        .takeWhile(o -> o != p)
                        .filter(o -> o.isAnodic() == p.isAnodic())
                        .count();
        return before == 0 ? p.side() : p.side() + " " + (before + 1);
    }

    private static List<Quantity> quantities(
            Peak p,
            List<Peak> all,
            Context context,
            Conditions conditions,
            Voltammogram scan,
            PeaksSettings s) {
        String name = name(p, all);
        Recording recording = context.inputs().recordings().getFirst();
        double rate = scan.scanRate(p.branch(), s.scanRate());
        Quantity current =
                Quantity.of(
                                CURRENT,
                                "i_p",
                                p.rise().isOxidation() ? p.height() : -p.height(),
                                Unit.of("A"))
                        .withCondition("over", p.isOverZero() ? "zero current" : "baseline")
                        .withContribution(context.source(name + " peak"), p.error());
        List<Quantity> list = new ArrayList<>();
        list.add(current);
        String place = context.source(name + " peak potential");
        list.add(
                conditions
                        .put(Quantity.of("peak potential", "E_p", p.potential(), Unit.of("V")))
                        .withContribution(place, placeError(p)));
        if (Double.isFinite(p.halfX())) {
            list.add(
                    Quantity.of(
                                    "peak half width",
                                    "E_p - E_p/2",
                                    Math.abs(p.x() - p.halfX()),
                                    Unit.of("V"))
                            .withContribution(place, placeError(p))
                            .withContribution(context.source(name + " peak"), p.halfError()));
        }
        return list.stream()
                .map(
                        q -> {
                            Quantity with =
                                    q.withKey(q.name() + " " + name)
                                            .withCondition("peak", name)
                                            .withCondition(
                                                    "cycle", Integer.toString(p.branch().cycle()));
                            return Surroundings.withTemperature(
                                    ScanRate.put(with, rate), recording);
                        })
                .toList();
    }

    /** Standard uncertainty of a peak's potential in V: noise, and the distance of two points. */
    private static double placeError(Peak p) {
        double step = (p.rise().high() - p.rise().low()) / p.rise().size();
        return Math.hypot(p.placeError(), step / Math.sqrt(12));
    }

    private static List<Quantity> quantities(
            Pair p, List<Peak> all, Context context, Conditions conditions, Recording recording) {
        String names = name(p.anodic(), all) + " and " + name(p.cathodic(), all);
        String a = context.source(name(p.anodic(), all) + " peak");
        String c = context.source(name(p.cathodic(), all) + " peak");
        double ua = placeError(p.anodic());
        double uc = placeError(p.cathodic());
        double ratio = p.ratio();
        List<Quantity> list =
                List.of(
                        Quantity.of("peak separation", "\u0394E_p", p.separation(), Unit.of("V"))
                                .withContribution(a + " potential", ua)
                                .withContribution(c + " potential", -uc),
                        conditions
                                .put(
                                        Quantity.of(
                                                "midpoint potential",
                                                "E_1/2",
                                                (p.anodic().potential() + p.cathodic().potential())
                                                        / 2,
                                                Unit.of("V")))
                                .withContribution(a + " potential", ua / 2)
                                .withContribution(c + " potential", uc / 2),
                        Quantity.of("peak current ratio", "|i_pa/i_pc|", ratio, Unit.ONE)
                                .withCondition(
                                        "method",
                                        p.isNicholson() ? "Nicholson" : "heights over baselines")
                                .withContribution(
                                        a, ratio * p.anodic().error() / p.anodic().height())
                                .withContribution(
                                        c, -ratio * p.cathodic().error() / p.cathodic().height()));
        return list.stream()
                .map(q -> q.withKey(q.name() + " " + names).withCondition("peaks", names))
                .map(q -> Surroundings.withTemperature(q, recording))
                .toList();
    }

    // ---- plot, table, words

    private static Plot plot(
            Voltammogram scan,
            int cycle,
            List<Peak> peaks,
            boolean rising,
            PeaksSettings s,
            Conditions conditions) {
        List<Series> series = new ArrayList<>();
        List<Branch> branches = scan.cycle(cycle);
        series.add(
                Curves.of(
                        "cycle " + cycle,
                        0,
                        branches.getFirst().from(),
                        branches.getLast().to(),
                        k ->
                                scan.potential(k)
                                        + conditions.shift()
                                        - s.resistance() * scan.current(k),
                        scan::current));
        int group = 1;
        for (Peak p : peaks) {
            if (p.isAnodic() != rising) {
                continue;
            }
            String name = name(p, peaks);
            double sign = p.isAnodic() ? 1 : -1;
            double[] ends = {p.window().low(), p.x()};
            series.add(
                    Series.fit(
                            "baseline, " + name,
                            group,
                            new double[] {p.rise().potential(ends[0]), p.rise().potential(ends[1])},
                            new double[] {
                                sign * p.baseline().applyAsDouble(ends[0]),
                                sign * p.baseline().applyAsDouble(ends[1])
                            }));
            series.add(
                    Series.fit(
                            "height, " + name,
                            group,
                            new double[] {p.potential(), p.potential()},
                            new double[] {sign * p.baseline().applyAsDouble(p.x()), sign * p.y()}));
            series.add(
                    Series.measured(
                            "peak, " + name,
                            group++,
                            new double[] {p.potential()},
                            new double[] {sign * p.y()}));
        }
        return Plot.of(
                rising ? "anodic" : "cathodic",
                (rising ? "Anodic" : "Cathodic") + " peaks with their baselines",
                Axis.linear(
                        rising ? "potential" : "cathodic-potential",
                        conditions.reported().axis(),
                        "V"),
                Axis.linear("current", "I", "A"),
                series);
    }

    private static DataTable table(List<Peak> peaks, List<Pair> pairs) {
        List<List<Object>> rows = new ArrayList<>();
        for (Peak p : peaks) {
            Optional<Pair> pair =
                    pairs.stream().filter(q -> q.anodic() == p || q.cathodic() == p).findFirst();
            rows.add(
                    List.of(
                            name(p, peaks),
                            p.potential(),
                            (p.isAnodic() ? 1 : -1) * p.height() * 1e6,
                            p.error() * 1e6,
                            Double.isFinite(p.halfX())
                                    ? (Object) (1e3 * Math.abs(p.x() - p.halfX()))
                                    : "none",
                            pair.map(q -> (Object) (1e3 * q.separation())).orElse("alone"),
                            pair.map(q -> (Object) q.ratio()).orElse("alone")));
        }
        return new DataTable(
                "Peaks",
                List.of(
                        "Peak",
                        "Potential / V",
                        "Height / uA",
                        "Its standard uncertainty / uA",
                        "From half height / mV",
                        "Separation of the pair / mV",
                        "Anodic over cathodic height"),
                rows);
    }

    private static String text(int cycle, List<Peak> peaks, List<Pair> pairs) {
        String found =
                "Cycle "
                        + cycle
                        + " has "
                        + peaks.size()
                        + (peaks.size() == 1 ? " peak" : " peaks")
                        + ", heights are those over the baseline.";
        if (pairs.isEmpty()) {
            return found;
        }
        Pair p = pairs.getFirst();
        return found
                + " The nearest pair is "
                + NumberText.of(p.separation(), "V")
                + " apart; a reversible couple of one electron is 57 mV apart at 25 \u00b0C, and"
                + " its peaks are equally high.";
    }
}

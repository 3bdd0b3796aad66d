// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.peaks;

import org.ionbench.analysis.stability.Lines;
import org.ionbench.analysis.stability.ScanRate;
import org.ionbench.analysis.stability.Surroundings;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
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
import org.ionbench.numerics.regression.LineFit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * How the highest peak of each side grows with the scan rate: the diffusion coefficient from the
 * slope of the height over v^(1/2) ({@link RandlesSevcik}), and the exponent b of i_p = a v^b,
 * which is 0.5 for diffusion and 1 for a surface or a double layer. A b between the two mixes both
 * and may as well come from an ohmic drop.
 */
public final class ScanRatesAnalysis implements Analysis<ScanRatesSettings> {

    /** The id this analysis is contributed under. */
    public static final String ID = "org.ionbench.analysis.stability.scanRates";

    private static final double LARGE_INTERCEPT = 0.1;

    /** A peak: its scan rate in V/s and height in A, positive. */
    private record Point(double rate, double height) {}

    @Override
    public Class<ScanRatesSettings> settings() {
        return ScanRatesSettings.class;
    }

    @Override
    public Need need() {
        return Need.allReports(PeaksAnalysis.ID);
    }

    @Override
    public List<String> references() {
        return List.of(
                "Nicholson and Shain 1964, Anal. Chem. 36, 706, doi 10.1021/ac60210a007",
                "Lindstrom et al. 1997, J. Phys. Chem. B 101, 7717, doi 10.1021/jp970490q");
    }

    @Override
    public Optional<String> obstacle(Inputs inputs) {
        boolean enough =
                rates(points(inputs, "anodic")) > 1 || rates(points(inputs, "cathodic")) > 1;
        return enough
                ? Optional.empty()
                : Optional.of("Peaks of scans at two rates or more are needed.");
    }

    @Override
    public Report run(Context context, ScanRatesSettings s) throws AnalysisException {
        Optional<String> obstacle = obstacle(context.inputs());
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        context.progress().task("Peaks over scan rates", 0);
        context.progress().checkCancelled();
        List<Problem> problems = new ArrayList<>();
        Optional<Quantity> area = Surroundings.area(context.inputs(), s.area());
        double kelvin =
                Surroundings.kelvin(
                        context.inputs().upstream().stream()
                                .flatMap(u -> u.recordings().stream())
                                .toList(),
                        s.temperature(),
                        problems);
        if (area.isEmpty() || s.concentration() == 0) {
            problems.add(
                    Problem.info(
                                    "stability.rates.unknown",
                                    "Without "
                                            + (area.isEmpty()
                                                    ? "the area of the electrode"
                                                    : "the concentration of the species")
                                            + " there is no diffusion coefficient.")
                            .mend("Set area and concentration."));
        }
        Report.Builder report = Report.builder();
        List<Series> roots = new ArrayList<>();
        List<Series> powers = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (String side : List.of("anodic", "cathodic")) {
            List<Point> points = points(context.inputs(), side);
            if (rates(points) < 2) {
                continue;
            }
            int group = side.equals("anodic") ? 0 : 1;
            double[] v = points.stream().mapToDouble(Point::rate).toArray();
            double[] i = points.stream().mapToDouble(Point::height).toArray();
            LineFit root = Lines.through(map(v, Math::sqrt), i, "peaks");
            LineFit power = Lines.through(map(v, Math::log10), map(i, Math::log10), "peaks");
            report.quantity(exponent(power, side, context));
            if (area.isPresent() && s.concentration() > 0) {
                report.quantity(diffusivity(root, side, context, s, area.get(), kelvin));
            }
            series(roots, side, group, map(v, Math::sqrt), i, root, false);
            series(powers, side, group, v, i, power, true);
            for (Point p : points) {
                rows.add(
                        List.of(
                                side,
                                p.rate() * 1e3,
                                p.height() * 1e6,
                                root.valueAt(Math.sqrt(p.rate())) * 1e6));
            }
            double share = Math.abs(root.intercept()) / i[i.length - 1];
            if (share > LARGE_INTERCEPT) {
                problems.add(
                        Problem.info(
                                "stability.rates.intercept",
                                "The line of the "
                                        + side
                                        + " peaks does not go through the origin: at no scan rate"
                                        + " it has "
                                        + NumberText.percent(share)
                                        + " of its largest current, so not all of it is"
                                        + " diffusion."));
            }
        }
        report.plot(
                Plot.of(
                        "root",
                        "Peak current against the square root of the scan rate",
                        Axis.linear("root", "\u221a(v / V s\u207b\u00b9)", "1"),
                        Axis.linear("current", "|i_p|", "A"),
                        roots));
        report.plot(
                Plot.of(
                        "power",
                        "Peak current against scan rate, logarithmic",
                        Axis.logarithmic("rate", "v", "V/s"),
                        Axis.logarithmic("current", "|i_p|", "A"),
                        powers));
        report.table(
                new DataTable(
                        "Peaks over scan rates",
                        List.of("Side", "Scan rate / mV/s", "Height / uA", "On the line / uA"),
                        rows));
        problems.forEach(report::problem);
        return report.build();
    }

    /** The highest peaks of a side, by scan rate. */
    private static List<Point> points(Inputs inputs, String side) {
        List<Point> all = new ArrayList<>();
        for (Inputs.Upstream u : inputs.upstream()) {
            u.report()
                    .quantity(PeaksAnalysis.CURRENT + " " + side)
                    .filter(q -> q.si() != 0)
                    .flatMap(q -> ScanRate.of(q).map(v -> new Point(v, Math.abs(q.si()))))
                    .ifPresent(all::add);
        }
        all.sort(Comparator.comparingDouble(Point::rate));
        return all;
    }

    /** How many scan rates differ by 5 % or more. */
    private static int rates(List<Point> points) {
        return ScanRate.distinct(points.stream().mapToDouble(Point::rate));
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    private static Quantity exponent(LineFit power, String side, Context context) {
        Quantity q =
                Quantity.of("b-value", "b", power.slope(), Unit.ONE)
                        .withKey("b-value " + side)
                        .withCondition("peak", side);
        return Lines.with(q, power.slopeError(), power, context.source("b-value " + side));
    }

    private static Quantity diffusivity(
            LineFit root,
            String side,
            Context context,
            ScanRatesSettings s,
            Quantity area,
            double kelvin) {
        boolean isReversible = s.reaction() == ScanRatesSettings.Reaction.REVERSIBLE;
        double factor =
                RandlesSevcik.factor(s.electrons(), kelvin, isReversible ? Double.NaN : s.alpha());
        double d =
                RandlesSevcik.diffusivity(root.slope(), factor, area.si(), s.concentration() * 1e3);
        Unit unit = Unit.of("cm2/s");
        double value = unit.fromSi(d);
        Quantity q =
                Quantity.of("diffusion coefficient", "D", value, unit)
                        .withKey("diffusion coefficient " + side)
                        .withCondition("peak", side)
                        .withCondition(
                                "method",
                                "Randles-Sevcik, " + (isReversible ? "reversible" : "irreversible"))
                        .withCondition("temperature", kelvin)
                        .withContribution(
                                context.source("slope " + side),
                                Math.abs(2 * value * root.slopeError() / root.slope()));
        return Surroundings.withArea(q, area, -2);
    }

    private static void series(
            List<Series> all,
            String side,
            int group,
            double[] x,
            double[] y,
            LineFit line,
            boolean isPower) {
        double low = isPower ? x[0] : 0;
        double[] ends = {low, x[x.length - 1]};
        double[] on = new double[2];
        for (int k = 0; k < 2; k++) {
            on[k] =
                    isPower
                            ? Math.pow(10, line.valueAt(Math.log10(ends[k])))
                            : line.valueAt(ends[k]);
        }
        all.add(
                Series.fit(
                        isPower ? side + ", b = " + NumberText.of(line.slope()) : side + ", line",
                        group,
                        ends,
                        on));
        all.add(Series.measured(side, group, x, y));
    }
}

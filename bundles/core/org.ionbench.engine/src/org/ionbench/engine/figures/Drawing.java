// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.figures;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Report;
import org.ionbench.engine.output.FindingText;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.Overlay;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.session.Measurement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a figure out of results.
 *
 * @param spec what it shows
 * @param results of its runs, in their order
 * @param properties of the cell and sample of a run, as texts by key
 */
record Drawing(
        FigureSpec spec,
        List<RunResult> results,
        Function<RunResult, Map<String, String>> properties) {
    private static final double NEAR = 1e-6;

    Figure figure() {
        boolean quantity = spec.plots().equals(List.of(FigureSpec.QUANTITY));
        boolean table = spec.plots().equals(List.of(FigureSpec.TABLE));
        List<Plot> plots = quantity ? over().stream().toList() : overlaid(spec.plots());
        List<Plot> right = overlaid(spec.parts("right"));
        Optional<Extent> window = spec.option("window").flatMap(Drawing::extent);
        Optional<Extent> inset = spec.option("inset").flatMap(Drawing::extent);
        List<Figure.Panel> panels = new ArrayList<>();
        for (Plot plot : plots) {
            Plot drawn =
                    right.stream()
                            .filter(r -> r.x().equals(plot.x()))
                            .findFirst()
                            .map(plot::withRight)
                            .orElse(plot);
            panels.add(new Figure.Panel(drawn, window, inset));
        }
        return new Figure(
                spec.name(),
                spec.option("caption").orElse(""),
                panels,
                table ? table().stream().toList() : List.of(),
                spec.option("graded").filter(g -> g.equals("yes")).isPresent(),
                spec.parts("quantities"),
                results);
    }

    // ---- plots of reports over each other

    private List<Plot> overlaid(List<String> plots) {
        List<String> names = names();
        List<Plot> panels = new ArrayList<>();
        for (String id : plots) {
            List<Overlay.Named> found = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                String name = names.get(i);
                results.get(i)
                        .report()
                        .flatMap(r -> r.plot(id))
                        .map(this::chosen)
                        .ifPresent(p -> found.add(new Overlay.Named(name, p)));
            }
            if (found.size() == 1) {
                panels.add(found.getFirst().plot());
            } else {
                found.stream()
                        .findFirst()
                        .ifPresent(f -> panels.addAll(Overlay.of(f.plot().title(), found)));
            }
        }
        return panels;
    }

    /** A plot with the series that were asked for. */
    private Plot chosen(Plot plot) {
        List<String> words = spec.parts("series");
        if (words.isEmpty()) {
            return plot;
        }
        List<Series> series =
                plot.series().stream()
                        .filter(s -> words.stream().anyMatch(w -> holds(s.name(), w)))
                        .toList();
        return new Plot(
                plot.id(),
                plot.title(),
                plot.x(),
                plot.y(),
                series,
                plot.equalAspect(),
                plot.right());
    }

    /** Whole words, so that cycle 1 is not cycle 10. */
    private static boolean holds(String name, String words) {
        String padded = " " + name.toLowerCase(Locale.ROOT).replaceAll("[,;()]", " ") + " ";
        return padded.contains(" " + words.toLowerCase(Locale.ROOT) + " ");
    }

    /** As told; else sample, cell or label, the first that tells the runs apart. */
    private List<String> names() {
        List<String> told = spec.parts("labels");
        if (told.size() == results.size()) {
            return told;
        }
        for (Function<RunResult, String> by :
                List.<Function<RunResult, String>>of(RunResult::sample, RunResult::cell)) {
            List<String> names = results.stream().map(by).toList();
            if (Set.copyOf(names).size() == names.size() && !names.contains("")) {
                return names;
            }
        }
        return results.stream().map(RunResult::label).toList();
    }

    // ---- a table

    private record Heading(String key, Optional<Unit> unit) {
        static Heading of(String text) {
            int slash = text.lastIndexOf('/');
            Optional<Unit> unit =
                    slash < 0 ? Optional.empty() : Unit.parse(text.substring(slash + 1).strip());
            return new Heading(unit.isPresent() ? text.substring(0, slash).strip() : text, unit);
        }
    }

    private Optional<DataTable> table() {
        List<Heading> headings = spec.parts("columns").stream().map(Heading::of).toList();
        List<String> names = names();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Optional<Report> report = results.get(i).report();
            List<Object> row = new ArrayList<>(List.of(names.get(i)));
            for (Heading h : headings) {
                row.add(
                        report.flatMap(r -> r.quantity(h.key()))
                                .filter(
                                        q ->
                                                h.unit()
                                                        .filter(u -> !u.isCompatible(q.unit()))
                                                        .isEmpty())
                                .<Object>map(q -> h.unit().map(q::in).orElse(q).value())
                                .orElse("\u2014"));
            }
            if (report.isPresent()) {
                rows.add(row);
            }
        }
        if (rows.isEmpty() || headings.isEmpty()) {
            return Optional.empty();
        }
        List<String> headers = new ArrayList<>(List.of("Sample"));
        spec.parts("columns").forEach(c -> headers.add(FindingText.capital(c)));
        return Optional.of(new DataTable("", headers, rows));
    }

    // ---- a quantity over a property

    private record Point(double x, Quantity y) {}

    private Optional<Plot> over() {
        String x = spec.option("x").orElse("");
        String y = spec.option("y").orElse("");
        List<Point> points = new ArrayList<>();
        Optional<Unit> unit = Optional.empty();
        for (RunResult run : results) {
            Optional<Quantity> quantity = run.report().flatMap(r -> quantity(r, y));
            Optional<Measurement> at =
                    Optional.ofNullable(properties.apply(run).get(x)).flatMap(Measurement::parse);
            if (quantity.isEmpty() || at.isEmpty()) {
                continue;
            }
            Unit first = unit.orElse(at.get().unit());
            if (at.get().unit().isCompatible(first)) {
                unit = Optional.of(first);
                points.add(
                        new Point(
                                first.fromSi(at.get().unit().toSi(at.get().value())),
                                quantity.get()));
            }
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        points.sort(Comparator.comparingDouble(Point::x));
        Unit of = points.getFirst().y().unit();
        List<Quantity> quantities = points.stream().map(p -> p.y().in(of)).toList();
        Series series =
                Series.measured(
                                "",
                                0,
                                points.stream().mapToDouble(Point::x).toArray(),
                                quantities.stream().mapToDouble(Quantity::value).toArray())
                        .withErrors(
                                quantities.stream()
                                        .mapToDouble(Quantity::standardUncertainty)
                                        .toArray());
        String quantityName = quantities.getFirst().symbol() + conditions();
        return Optional.of(
                Plot.of(
                        FigureSpec.QUANTITY,
                        spec.name(),
                        Axis.linear(x, FindingText.capital(x), unit.orElseThrow().symbol()),
                        Axis.linear(y, quantityName, of.symbol()),
                        List.of(series)));
    }

    private String conditions() {
        return wanted().entrySet().stream()
                .filter(c -> c.getKey().equals("temperature"))
                .findFirst()
                .flatMap(c -> number(c.getValue()))
                .map(k -> String.format(Locale.ROOT, "(%.0f \u00b0C)", k - 273.15))
                .orElse("");
    }

    /** The conditions a quantity is wanted at. */
    private Map<String, String> wanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String part : spec.parts("at")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                wanted.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        return wanted;
    }

    private Optional<Quantity> quantity(Report report, String name) {
        Map<String, String> wanted = wanted();
        return report.quantities().stream()
                .filter(q -> q.name().equals(name))
                .filter(
                        q ->
                                wanted.entrySet().stream()
                                        .allMatch(
                                                w ->
                                                        same(
                                                                w.getValue(),
                                                                q.conditions()
                                                                        .getOrDefault(
                                                                                w.getKey(), ""))))
                .findFirst();
    }

    private static boolean same(String a, String b) {
        Optional<Double> x = number(a);
        Optional<Double> y = number(b);
        return a.equals(b)
                || x.isPresent()
                        && y.isPresent()
                        && Math.abs(x.get() - y.get()) <= NEAR * Math.abs(x.get());
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Reads {@code 0:600, 0:400}; empty where it is not of that form. */
    private static Optional<Extent> extent(String text) {
        String[] axes = text.split(",");
        if (axes.length != 2) {
            return Optional.empty();
        }
        double[] bounds = new double[4];
        for (int i = 0; i < 2; i++) {
            String[] ends = axes[i].split(":");
            Optional<Double> low = ends.length == 2 ? number(ends[0].strip()) : Optional.empty();
            Optional<Double> high = ends.length == 2 ? number(ends[1].strip()) : Optional.empty();
            if (low.isEmpty() || high.isEmpty() || low.get() >= high.get()) {
                return Optional.empty();
            }
            bounds[2 * i] = low.get();
            bounds[2 * i + 1] = high.get();
        }
        return Optional.of(new Extent(bounds[0], bounds[1], bounds[2], bounds[3]));
    }
}

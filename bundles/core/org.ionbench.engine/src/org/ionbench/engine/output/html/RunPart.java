// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Finding;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.ionbench.engine.output.FindingText;
import org.ionbench.engine.output.Markup;
import org.ionbench.engine.plotting.Overlay;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.RunState;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs on the page: one in full, or many of one analysis side by side. */
final class RunPart {
    private static final int MOST_COLUMNS = 7;

    private final Parts parts;
    private final Markup page;

    RunPart(Parts parts, Markup page) {
        this.parts = parts;
        this.page = page;
    }

    // ---- one run

    /** A run with everything it found but its problems. */
    void whole(RunResult run) {
        page.element("h3", run.analysisName());
        content(run);
    }

    private void content(RunResult run) {
        Report report = run.report().orElseThrow();
        if (run.state() != RunState.CURRENT) {
            page.element(
                    "p",
                    "This result is of earlier data or settings. Recompute the run.",
                    "class",
                    "note");
        }
        parts.quantities(run, report.quantities());
        List<Plot> plots = report.plots();
        if (!plots.isEmpty()) {
            Parts.Look look = plots.size() == 1 ? Parts.Look.LARGE : Parts.Look.SMALL;
            page.open("div", "class", plots.size() == 1 ? "figure" : "figures");
            for (Plot plot : plots) {
                parts.figure(plot, look, stem(run) + " " + plot.id(), plot.title());
            }
            page.close().line();
        }
        for (Finding finding : report.findings()) {
            if (finding instanceof Finding.Said said) {
                page.open("p");
                page.indexed(said.text());
                page.close().line();
            }
        }
        report.fits().forEach(parts::fit);
        for (DataTable table : report.tables()) {
            parts.table(table, stem(run) + " " + table.title());
        }
        if (!run.settings().isEmpty()) {
            page.open("p", "class", "note").text("Settings: ");
            page.element(
                    "code",
                    run.settings().entrySet().stream()
                            .map(s -> s.getKey() + "=" + s.getValue())
                            .collect(Collectors.joining("; ")));
            page.close().line();
        }
    }

    private static String stem(RunResult run) {
        return run.sample() + " " + run.cell() + " " + run.label();
    }

    private static String cellStem(List<RunResult> runs) {
        return runs.getFirst().sample() + " " + runs.getFirst().cell();
    }

    // ---- many runs of one analysis

    /** Runs of one analysis on one cell: first side by side, then each to unfold. */
    void series(List<RunResult> unordered) {
        List<RunResult> runs = ordered(unordered);
        List<String> names = names(runs);
        page.element("h3", runs.getFirst().analysisName() + ", " + runs.size() + " runs");
        figures(runs, names);
        quantities(runs, names);
        parameters(runs, names);
        page.open("details").element("summary", "Each run in full").line();
        for (int i = 0; i < runs.size(); i++) {
            page.open("details").element("summary", runs.get(i).label()).line();
            content(runs.get(i));
            page.close().line();
        }
        page.close().line();
    }

    /** By temperature where each has one, else as they came. */
    private static List<RunResult> ordered(List<RunResult> runs) {
        boolean all = runs.stream().allMatch(r -> kelvin(r).isPresent());
        return all
                ? runs.stream().sorted(Comparator.comparingDouble(r -> kelvin(r).get())).toList()
                : runs;
    }

    /** Their temperatures where these tell them apart, else their labels. */
    private static List<String> names(List<RunResult> runs) {
        List<String> names =
                runs.stream()
                        .map(r -> kelvin(r).map(Parts.PRINT::celsius).orElse(r.label()))
                        .toList();
        return Set.copyOf(names).size() == runs.size()
                ? names
                : runs.stream().map(RunResult::label).toList();
    }

    private static Optional<Double> kelvin(RunResult run) {
        return run.report().stream()
                .flatMap(r -> r.quantities().stream())
                .flatMap(q -> FindingText.kelvin(q).stream())
                .findFirst();
    }

    private void figures(List<RunResult> runs, List<String> names) {
        List<Overlay.Named> first = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<Plot> plots = runs.get(i).report().orElseThrow().plots();
            if (!plots.isEmpty()) {
                first.add(new Overlay.Named(names.get(i), plots.getFirst()));
            }
        }
        if (first.isEmpty()) {
            return;
        }
        String title = first.getFirst().plot().title();
        for (Plot plot : Overlay.of(title, first)) {
            page.open("div", "class", "figure");
            shown(plot, Parts.Look.LARGE, true, cellStem(runs), title + ", all runs");
            page.close().line();
        }
        page.open("div", "class", "figures");
        for (int i = 0; i < runs.size(); i++) {
            List<Plot> plots = runs.get(i).report().orElseThrow().plots();
            if (!plots.isEmpty()) {
                shown(plots.getFirst(), Parts.Look.SMALL, false, stem(runs.get(i)), names.get(i));
            }
        }
        page.close().line();
    }

    private void shown(Plot plot, Parts.Look look, boolean graded, String stem, String caption) {
        var window = NyquistWindow.of(plot);
        parts.figure(
                plot,
                look.gradedIn(graded, window),
                stem + " " + plot.id() + (window.isPresent() ? " arcs" : ""),
                caption + (window.isPresent() ? ", without most of the tail" : ""));
    }

    private void quantities(List<RunResult> runs, List<String> names) {
        Map<String, Quantity> columns = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RunResult run : runs) {
            for (Quantity q : run.report().orElseThrow().quantities()) {
                columns.putIfAbsent(q.key(), q);
                counts.merge(q.key(), 1, Integer::sum);
            }
        }
        List<String> keys =
                columns.keySet().stream()
                        .filter(k -> 2 * counts.get(k) >= runs.size())
                        .limit(MOST_COLUMNS)
                        .toList();
        if (keys.isEmpty()) {
            return;
        }
        List<String> headers = new ArrayList<>(List.of("Run"));
        keys.forEach(k -> headers.add(FindingText.capital(k)));
        parts.openTable();
        parts.head(headers);
        page.open("tbody");
        for (int i = 0; i < runs.size(); i++) {
            Report report = runs.get(i).report().orElseThrow();
            page.open("tr");
            parts.number(names.get(i));
            for (String key : keys) {
                parts.number(report.quantity(key).map(Parts.PRINT::concise).orElse("\u2014"));
            }
            page.close();
        }
        page.close();
        parts.closeTable();
    }

    /** The parameters of all runs, a table for each model. */
    private void parameters(List<RunResult> runs, List<String> names) {
        Map<String, Map<String, Fit>> byModel = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            for (Fit fit : runs.get(i).report().orElseThrow().fits()) {
                byModel.computeIfAbsent(fit.model(), m -> new LinkedHashMap<>())
                        .putIfAbsent(names.get(i), fit);
            }
        }
        byModel.forEach(this::parameters);
    }

    private void parameters(String model, Map<String, Fit> fits) {
        Collection<FitParameter> first = fits.values().iterator().next().parameters();
        List<String> headers = new ArrayList<>(List.of("Run"));
        first.forEach(p -> headers.add(p.name()));
        headers.add("\u03c7\u00b2 reduced");
        parts.openTable().open("caption").text("Parameters of ").element("code", model).close();
        parts.head(headers);
        page.open("tbody");
        fits.forEach(
                (name, fit) -> {
                    page.open("tr");
                    parts.number(name);
                    for (FitParameter p : fit.parameters()) {
                        parts.number(
                                Parts.PRINT.concise(p.value(), p.stderr(), p.unit())
                                        + (p.ci95().isPresent()
                                                ? ""
                                                : " " + FindingText.standing(p)));
                    }
                    parts.number(Parts.PRINT.number(fit.reducedChiSquare(), 3, "1"));
                    page.close();
                });
        page.close();
        parts.closeTable();
    }
}

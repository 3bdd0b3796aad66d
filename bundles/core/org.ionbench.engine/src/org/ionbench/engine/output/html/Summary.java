// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.engine.output.FindingText;
import org.ionbench.engine.output.Markup;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.plotting.Overlay;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.RunState;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What comes first: conductivities and activation energies of all cells, then other results. */
final class Summary {
    private static final String CONDUCTIVITY = "conductivity";
    private static final String ARRHENIUS = "arrhenius";
    private static final String ENERGY = "activation energy";
    private static final double[] KELVIN = {303.15, 333.15};
    private static final double NEAR = 0.5;
    private static final int MOST_OF_A_RUN = 8;

    private final ReportFrame frame;
    private final Parts parts;
    private final Markup page;
    private final List<CellResults> cells;
    private final Set<Quantity> shown = new LinkedHashSet<>();
    private final Set<PublishedValue> compared = new LinkedHashSet<>();

    Summary(ReportFrame frame, Parts parts, Markup page, List<CellResults> cells) {
        this.frame = frame;
        this.parts = parts;
        this.page = page;
        this.cells = cells;
    }

    void write() {
        page.open("section", "id", "summary").element("h2", "Summary").line();
        states();
        conductivities();
        arrhenius();
        others();
        page.close().line();
    }

    /**
     * What a reader must know before reading a number: runs without a result of today, and what a
     * check of the whole project found.
     */
    private void states() {
        long missing = count(r -> r.report().isEmpty());
        long stale = count(r -> r.report().isPresent() && r.state() != RunState.CURRENT);
        List<String> sentences = new ArrayList<>();
        if (missing > 0) {
            sentences.add(
                    missing == 1 ? "One run has no result." : missing + " runs have no result.");
        }
        if (stale > 0) {
            sentences.add(
                    (stale == 1 ? "One result is" : stale + " results are")
                            + " of earlier data or settings.");
        }
        List<Problem> contradictions =
                cells.stream()
                        .filter(c -> c.cell().isEmpty() && c.sample().isEmpty())
                        .flatMap(CellResults::reports)
                        .flatMap(r -> r.problems().stream())
                        .filter(p -> p.severity() != Severity.INFO)
                        .toList();
        if (!sentences.isEmpty()) {
            page.open("ul", "class", "problems").open("li", "class", "warning");
            page.element("b", "Incomplete ").text(String.join(" ", sentences));
            page.close().close().line();
        }
        parts.problems(contradictions);
    }

    private long count(Predicate<RunResult> which) {
        return cells.stream().flatMap(c -> c.runs().stream()).filter(which).count();
    }

    private void conductivities() {
        List<CellResults> conducting =
                cells.stream()
                        .filter(c -> c.quantities().anyMatch(Summary::isOfConduction))
                        .toList();
        if (conducting.isEmpty()) {
            return;
        }
        List<String> headers = new ArrayList<>(List.of("Sample", "Cell"));
        for (double t : KELVIN) {
            headers.add("\u03c3(" + Parts.PRINT.celsius(t) + ")");
        }
        headers.add("E_A");
        parts.openTable();
        parts.head(headers);
        page.open("tbody");
        Set<String> forms = new LinkedHashSet<>();
        for (CellResults cell : conducting) {
            page.open("tr");
            named(cell);
            for (double t : KELVIN) {
                value(cell, conductivity(cell, t));
            }
            Optional<Quantity> energy =
                    cell.quantities().filter(q -> q.name().equals(ENERGY)).findFirst();
            energy.map(e -> e.conditions().getOrDefault("form", "")).ifPresent(forms::add);
            value(cell, energy);
            page.close().line();
        }
        page.close();
        parts.closeTable();
        page.element("p", note(forms), "class", "note").line();
    }

    /** Sample and cell, with a link to where they are. */
    private void named(CellResults cell) {
        boolean sample = !cell.sample().isEmpty() || cell.cell().isEmpty();
        page.open("td");
        if (sample) {
            page.element("a", cell.heading(), "href", "#" + cell.anchor()).close();
            parts.cell(cell.cell());
        } else {
            page.text("\u2014").close().open("td");
            page.element("a", cell.cell(), "href", "#" + cell.anchor()).close();
        }
    }

    private static String note(Set<String> forms) {
        String brackets = "Digits in brackets are the standard uncertainty of the last two digits.";
        return forms.size() == 1 && !forms.contains("")
                ? brackets
                        + " Activation energies are from ln("
                        + forms.iterator()
                                .next()
                                .replace("sigma ", "\u03c3")
                                .replace("sigma", "\u03c3")
                        + ") against 1/T."
                : brackets;
    }

    private static boolean isOfConduction(Quantity q) {
        return q.name().equals(CONDUCTIVITY) || q.name().equals(ENERGY);
    }

    /** The one nearest to a temperature; of several the first that rests on most, a line's. */
    private static Optional<Quantity> conductivity(CellResults cell, double kelvin) {
        return cell.quantities()
                .filter(q -> q.name().equals(CONDUCTIVITY))
                .filter(
                        q ->
                                FindingText.kelvin(q).stream()
                                        .anyMatch(t -> Math.abs(t - kelvin) < NEAR))
                .min(Comparator.comparing(q -> !q.conditions().containsKey("method")));
    }

    private void value(CellResults cell, Optional<Quantity> quantity) {
        page.open("td", "class", "n");
        if (quantity.isEmpty()) {
            page.text("\u2014");
        } else {
            Quantity q = quantity.get();
            shown.add(q);
            page.text(Parts.PRINT.concise(q));
            published(cell, q)
                    .filter(compared::add)
                    .ifPresent(
                            p ->
                                    page.element(
                                            "span",
                                            "published " + Parts.published(p, q),
                                            "class",
                                            "pub"));
        }
        page.close();
    }

    private record Other(CellResults cell, Quantity quantity) {}

    /** All that were published, and to unfold results of analyses that ran once on a cell. */
    private void others() {
        List<Other> printed = new ArrayList<>();
        List<Other> others = new ArrayList<>();
        for (CellResults cell : cells) {
            for (RunResult run : cell.runs()) {
                boolean once =
                        cell.runs().stream()
                                        .filter(r -> r.analysis().equals(run.analysis()))
                                        .count()
                                == 1;
                List<Quantity> all = run.report().map(r -> r.quantities()).orElse(List.of());
                boolean conduction = all.stream().anyMatch(Summary::isOfConduction);
                int listed = 0;
                for (Quantity q : all) {
                    if (shown.contains(q)) {
                        continue;
                    }
                    if (published(cell, q).filter(p -> !compared.contains(p)).isPresent()) {
                        printed.add(new Other(cell, q));
                    } else if (once && !conduction && listed < MOST_OF_A_RUN) {
                        others.add(new Other(cell, q));
                        listed++;
                    }
                }
            }
        }
        if (!printed.isEmpty()) {
            page.element("h3", "Beside what was published").line();
            table(printed, true);
        }
        if (!others.isEmpty() && printed.isEmpty()) {
            page.element("h3", "Other results").line();
            table(others, false);
        } else if (!others.isEmpty()) {
            page.open("details").element("summary", others.size() + " other results").line();
            table(others, false);
            page.close().line();
        }
    }

    private void table(List<Other> others, boolean published) {
        parts.openTable();
        List<String> headers = new ArrayList<>(List.of("Sample", "Cell", "Quantity", "Value"));
        if (published) {
            headers.add("Published");
        }
        parts.head(headers);
        page.open("tbody");
        for (Other o : others) {
            page.open("tr");
            named(o.cell);
            parts.named(o.quantity);
            parts.number(Parts.PRINT.concise(o.quantity));
            if (published) {
                parts.number(
                        published(o.cell, o.quantity)
                                .map(p -> Parts.published(p, o.quantity))
                                .orElse(""));
            }
            page.close().line();
        }
        page.close();
        parts.closeTable();
    }

    private Optional<PublishedValue> published(CellResults cell, Quantity q) {
        return PublishedValue.of(cell.sample(), cell.cell(), q, frame.published());
    }

    /** Unless a figure of the project shows them. */
    private void arrhenius() {
        boolean drawn =
                frame.figures().stream()
                        .flatMap(f -> f.panels().stream())
                        .anyMatch(p -> p.plot().id().startsWith(ARRHENIUS));
        if (drawn) {
            return;
        }
        List<Overlay.Named> plots = new ArrayList<>();
        for (CellResults cell : cells) {
            cell.reports()
                    .flatMap(r -> r.plots().stream())
                    .filter(p -> p.id().equals(ARRHENIUS))
                    .findFirst()
                    .ifPresent(p -> plots.add(new Overlay.Named(cell.told(cells), p)));
        }
        for (Plot plot : Overlay.of("Arrhenius plots of all cells", plots)) {
            page.open("div", "class", "figure");
            parts.figure(plot, Parts.Look.LARGE, plot.id(), plot.title());
            page.close().line();
        }
    }
}

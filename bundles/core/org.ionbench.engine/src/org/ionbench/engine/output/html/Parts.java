// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.engine.output.CsvTables;
import org.ionbench.engine.output.FindingText;
import org.ionbench.engine.output.Formulas;
import org.ionbench.engine.output.Markup;
import org.ionbench.engine.output.NumberColumn;
import org.ionbench.engine.output.Printed;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.output.SvgPlot;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.runs.RunResult;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pieces of a page: figures, tables, quantities, fits, problems. */
final class Parts {
    static final Printed PRINT = Printed.TYPESET;
    private static final int ON_PAPER = 440;

    private final ReportFrame frame;
    private final ReportFolder files;
    private final Markup page;

    Parts(ReportFrame frame, ReportFolder files, Markup page) {
        this.frame = frame;
        this.files = files;
        this.page = page;
    }

    // ---- figures

    /** How a figure differs from a plain one. */
    record Look(int width, boolean graded, Optional<Extent> window, Optional<Extent> inset) {
        /** One of several side by side. */
        static final Look SMALL = new Look(332, false, Optional.empty(), Optional.empty());

        /** One that stands alone. */
        static final Look LARGE = new Look(540, false, Optional.empty(), Optional.empty());

        /** One of two side by side. */
        static final Look PAIRED = new Look(430, false, Optional.empty(), Optional.empty());

        Look gradedIn(boolean grades, Optional<Extent> box) {
            return new Look(width, grades, box, inset);
        }

        Look inside(Optional<Extent> box) {
            return new Look(width, graded, window, box);
        }
    }

    /** A figure with a caption, in the page and as a file. */
    void figure(Plot plot, Look look, String file, String caption) {
        SvgPlot drawing = SvgPlot.of(frame.tables()).width(ON_PAPER);
        if (look.graded) {
            drawing = drawing.graded();
        }
        if (look.window.isPresent()) {
            drawing = drawing.window(look.window.get());
        }
        if (look.inset.isPresent()) {
            drawing = drawing.inset(look.inset.get());
        }
        String link = files.add("figures", file, ".svg", drawing.draw(alone(plot)));
        page.open("figure").add(drawing.width(look.width).bothThemes().draw(plot));
        page.open("figcaption").text(caption + " ");
        page.element("a", "SVG", "href", link).close().close().line();
    }

    /** A figure that leaves the page takes the banner along. */
    private Plot alone(Plot plot) {
        return frame.banner().isEmpty()
                ? plot
                : plot.withTitle(plot.title() + ". " + frame.banner());
    }

    // ---- tables

    /** Opens a table that scrolls where the window is too narrow. */
    Markup openTable() {
        return page.open("div", "class", "scroll").open("table");
    }

    void closeTable() {
        page.close().close().line();
    }

    void head(List<String> headers) {
        page.open("thead").open("tr");
        for (String h : headers) {
            page.open("th", "scope", "col");
            page.indexed(h);
            page.close();
        }
        page.close().close().line();
    }

    void cell(String text) {
        page.element("td", text);
    }

    void number(String text) {
        page.element("td", text, "class", "n");
    }

    void table(DataTable table, String file) {
        String link = files.add("tables", file, ".csv", CsvTables.table(table));
        openTable().open("caption").text(table.title());
        page.element("a", "CSV", "href", link).close();
        List<Optional<NumberColumn>> columns = NumberColumn.of(table);
        page.open("thead").open("tr");
        for (int c = 0; c < columns.size(); c++) {
            String header = table.headers().get(c);
            page.open("th", "scope", "col", "class", columns.get(c).isPresent() ? "r" : "l");
            page.indexed(Formulas.lowered(columns.get(c).map(NumberColumn::header).orElse(header)));
            page.close();
        }
        page.close().close().open("tbody");
        for (List<Object> row : table.rows()) {
            page.open("tr");
            for (int c = 0; c < row.size(); c++) {
                if (row.get(c) instanceof Double d && c < columns.size()) {
                    String text = columns.get(c).map(n -> n.text(d)).orElse(PRINT.number(d));
                    page.element("td", text, "class", "n r");
                } else {
                    cell(Formulas.lowered(row.get(c).toString()));
                }
            }
            page.close();
        }
        page.close();
        closeTable();
    }

    // ---- quantities

    /** Quantities one below the other, with interval and published value. */
    void quantities(RunResult run, List<Quantity> quantities) {
        if (quantities.isEmpty()) {
            return;
        }
        boolean published = quantities.stream().anyMatch(q -> published(run, q).isPresent());
        openTable();
        head(
                published
                        ? List.of("Quantity", "Symbol", "Value", "95 % interval", "Published")
                        : List.of("Quantity", "Symbol", "Value", "95 % interval"));
        page.open("tbody");
        for (Quantity q : quantities) {
            page.open("tr");
            named(q);
            page.open("td", "class", "n");
            page.indexed(q.symbol());
            page.close();
            number(PRINT.concise(q));
            number(FindingText.interval(q));
            if (published) {
                Optional<PublishedValue> p = published(run, q);
                page.open("td", "class", "n").text(p.map(v -> published(v, q)).orElse(""));
                p.ifPresent(v -> page.element("span", v.source(), "class", "pub"));
                page.close();
            }
            page.close();
        }
        page.close();
        closeTable();
    }

    private Optional<PublishedValue> published(RunResult run, Quantity q) {
        return PublishedValue.of(run.sample(), run.cell(), q, frame.published());
    }

    /** A published value in the unit of a result. */
    static String published(PublishedValue p, Quantity q) {
        return PRINT.given(p.in(q.unit()), q.unit().symbol());
    }

    /** The name with temperature, and below it what else the value holds for. */
    void named(Quantity q) {
        page.open("td").text(FindingText.name(q));
        String rest = FindingText.conditions(q);
        if (!rest.isEmpty()) {
            page.element("span", rest, "class", "pub");
        }
        page.close();
    }

    // ---- fits

    void fit(Fit fit) {
        page.open("p").element("code", fit.model());
        page.text(
                ", weight "
                        + fit.weight()
                        + ", "
                        + fit.points()
                        + " points; reduced chi-square "
                        + PRINT.number(fit.reducedChiSquare())
                        + (fit.success() ? "." : ". Did not converge: " + fit.message()));
        page.close().line();
        openTable();
        head(List.of("Parameter", "Value", "95 % interval", "Bounds"));
        page.open("tbody");
        for (FitParameter p : fit.parameters()) {
            page.open("tr");
            cell(p.name());
            number(PRINT.concise(p.value(), p.stderr(), p.unit()));
            number(FindingText.interval(p));
            number(bound(p.min(), p) + " to " + bound(p.max(), p));
            page.close();
        }
        page.close();
        closeTable();
        String correlations = FindingText.correlations(fit);
        if (!correlations.isEmpty()) {
            page.element("p", correlations + ".", "class", "note");
        }
    }

    private static String bound(double bound, FitParameter p) {
        return PRINT.number(bound, 3, Double.isInfinite(bound) ? "1" : p.unit());
    }

    // ---- problems

    /** Problems, the worst first; of those alike but for their numbers one stands for all. */
    void problems(List<Problem> unordered) {
        List<Problem> problems =
                unordered.stream()
                        .sorted(Comparator.comparing(Problem::severity).reversed())
                        .toList();
        if (problems.isEmpty()) {
            return;
        }
        Map<String, Map<String, Integer>> alike = new LinkedHashMap<>();
        Map<String, Problem> first = new LinkedHashMap<>();
        for (Problem p : problems) {
            String kind = p.code() + " " + p.severity().id();
            first.putIfAbsent(kind, p);
            alike.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                    .merge(sentence(p), 1, Integer::sum);
        }
        page.open("ul", "class", "problems");
        for (Map.Entry<String, Problem> e : first.entrySet()) {
            Map<String, Integer> sentences = alike.get(e.getKey());
            Problem p = e.getValue();
            page.open("li", "class", p.severity().id());
            page.element("b", label(p) + " ");
            page.text(counted(sentence(p), sentences));
            if (sentences.size() > 1) {
                page.open("details").element("summary", (sentences.size() - 1) + " more like this");
                sentences.keySet().stream()
                        .skip(1)
                        .forEach(s -> page.element("p", counted(s, sentences)));
                page.close();
            }
            page.close();
        }
        page.close().line();
    }

    private static String sentence(Problem p) {
        return p.message()
                + (p.place().isEmpty() ? "" : " (" + p.place() + ")")
                + (p.mend().isEmpty() ? "" : " " + p.mend());
    }

    private static String counted(String sentence, Map<String, Integer> counts) {
        int n = counts.get(sentence);
        return n > 1 ? sentence + " In " + n + " runs." : sentence;
    }

    private static String label(Problem p) {
        return switch (p.severity()) {
            case INFO -> "Note";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }
}

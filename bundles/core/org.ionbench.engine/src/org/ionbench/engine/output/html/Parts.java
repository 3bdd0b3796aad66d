// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.engine.output.CsvTables;
import org.ionbench.engine.output.Markup;
import org.ionbench.engine.output.Printed;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.output.SvgPlot;
import org.ionbench.engine.plotting.Extent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pieces of a page: figures, tables, quantities, fits, problems. */
final class Parts {
    static final Printed PRINT = Printed.TYPESET;
    private static final int TABLE_DIGITS = 5;
    private static final int INLINE_WIDTH = 440;
    private static final double STRONG = 0.95;
    private static final String TEMPERATURE = "temperature";

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
    record Look(boolean graded, Optional<Extent> window) {
        static final Look PLAIN = new Look(false, Optional.empty());
    }

    /** A figure with a caption, in the page and as a file. */
    void figure(Plot plot, Look look, String file, String caption) {
        SvgPlot drawing = SvgPlot.of(frame.tables()).width(INLINE_WIDTH);
        if (look.graded) {
            drawing = drawing.graded();
        }
        if (look.window.isPresent()) {
            drawing = drawing.window(look.window.get());
        }
        String link = files.add("figures", file, ".svg", drawing.draw(plot));
        page.open("figure").add(drawing.bothThemes().draw(plot));
        page.open("figcaption").text(caption + " ");
        page.element("a", "SVG", "href", link).close().close().line();
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
            symbol(h);
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
        head(table.headers().stream().map(Parts::header).toList());
        page.open("tbody");
        for (List<Object> row : table.rows()) {
            page.open("tr");
            for (Object value : row) {
                if (value instanceof Double d) {
                    number(PRINT.number(d, TABLE_DIGITS, "1"));
                } else {
                    cell(value.toString());
                }
            }
            page.close();
        }
        page.close();
        closeTable();
    }

    /** {@code Conductivity / S cm⁻¹} for {@code Conductivity / S/cm}. */
    private static String header(String header) {
        int slash = header.indexOf(" / ");
        if (slash < 0) {
            return header;
        }
        String unit = header.substring(slash + 3);
        return Unit.parse(unit).isPresent()
                ? header.substring(0, slash) + " / " + PRINT.unit(unit)
                : header;
    }

    // ---- quantities

    /** Quantities one below the other, with interval and published value. */
    void quantities(String sample, List<Quantity> quantities) {
        if (quantities.isEmpty()) {
            return;
        }
        boolean published =
                quantities.stream()
                        .anyMatch(q -> PublishedValue.of(sample, q, frame.published()).isPresent());
        openTable();
        head(
                published
                        ? List.of("Quantity", "Symbol", "Value", "95 % interval", "Published")
                        : List.of("Quantity", "Symbol", "Value", "95 % interval"));
        page.open("tbody");
        for (Quantity q : quantities) {
            page.open("tr");
            cell(named(q));
            page.open("td", "class", "n");
            symbol(q.symbol());
            page.close();
            number(PRINT.concise(q));
            number(
                    q.interval95()
                            .map(
                                    i ->
                                            PRINT.interval(
                                                    q.value(),
                                                    i,
                                                    q.standardUncertainty(),
                                                    q.unit().symbol()))
                            .orElse(""));
            if (published) {
                Optional<PublishedValue> p = PublishedValue.of(sample, q, frame.published());
                page.open("td", "class", "n").text(p.map(v -> published(v, q)).orElse(""));
                p.ifPresent(v -> page.element("span", v.source(), "class", "pub"));
                page.close();
            }
            page.close();
        }
        page.close();
        closeTable();
    }

    /** A published value in the unit of a result. */
    static String published(PublishedValue p, Quantity q) {
        return PRINT.given(p.in(q.unit()), q.unit().symbol());
    }

    /** {@code Conductivity at 60 °C, form sigma T}. */
    static String named(Quantity q) {
        StringBuilder text = new StringBuilder(capital(q.name()));
        temperature(q).ifPresent(t -> text.append(" at ").append(t));
        for (Map.Entry<String, String> c : q.conditions().entrySet()) {
            if (!c.getKey().equals(TEMPERATURE)) {
                text.append(", ").append(c.getKey()).append(' ').append(c.getValue());
            }
        }
        return text.toString();
    }

    /** The Celsius temperature a quantity holds for, as printed. */
    static Optional<String> temperature(Quantity q) {
        return kelvin(q).map(PRINT::celsius);
    }

    /** The temperature a quantity holds for, in K. */
    static Optional<Double> kelvin(Quantity q) {
        String text = q.conditions().get(TEMPERATURE);
        try {
            return text == null ? Optional.empty() : Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A symbol; what stands behind a low line is set low. */
    void symbol(String text) {
        int low = text.indexOf('_');
        int end = low < 0 ? -1 : wordEnd(text, low + 1);
        if (low < 0 || end == low + 1) {
            page.text(text);
            return;
        }
        page.text(text.substring(0, low)).element("sub", text.substring(low + 1, end));
        symbol(text.substring(end));
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
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
            number(
                    p.ci95()
                            .map(i -> PRINT.interval(p.value(), i, p.stderr(), p.unit()))
                            .orElse(p.vary() ? "not determined" : "fixed"));
            number(bound(p.min(), p) + " to " + bound(p.max(), p));
            page.close();
        }
        page.close();
        closeTable();
        List<Fit.Correlation> strong =
                fit.correlations().stream().filter(c -> Math.abs(c.value()) > STRONG).toList();
        if (!strong.isEmpty()) {
            page.element(
                    "p",
                    strong.stream()
                            .map(
                                    c ->
                                            c.first()
                                                    + " and "
                                                    + c.second()
                                                    + " "
                                                    + PRINT.number(c.value(), 3, "1"))
                            .collect(Collectors.joining("; ", "Strong correlations: ", ".")),
                    "class",
                    "note");
        }
    }

    private static String bound(double bound, FitParameter p) {
        return PRINT.number(bound, 3, Double.isInfinite(bound) ? "1" : p.unit());
    }

    // ---- problems

    /** Problems, each once, with how often it came up. */
    void problems(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        Map<String, List<Problem>> alike =
                problems.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Problem::toString,
                                        java.util.LinkedHashMap::new,
                                        Collectors.toList()));
        page.open("ul", "class", "problems");
        for (List<Problem> same : alike.values()) {
            Problem p = same.getFirst();
            page.open("li", "class", p.severity().id());
            page.element("b", label(p) + " ").text(p.message());
            if (!p.place().isEmpty()) {
                page.text(" (" + p.place() + ")");
            }
            if (!p.mend().isEmpty()) {
                page.text(" " + p.mend());
            }
            if (same.size() > 1) {
                page.element("span", " In " + same.size() + " runs.", "class", "quiet");
            }
            page.close();
        }
        page.close().line();
    }

    private static String label(Problem p) {
        return switch (p.severity()) {
            case INFO -> "Note";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.internal.reports;

import com.google.gson.stream.JsonWriter;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.Change;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Finding;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes the findings of a report as JSON that {@link ReportReader} reads back to the last bit.
 * Numbers have full double precision; what JSON has no number for is written as text: {@code
 * "NaN"}, {@code "Infinity"}, {@code "-Infinity"}.
 */
final class ReportWriter {
    private final JsonWriter out;

    ReportWriter(JsonWriter out) {
        this.out = out;
    }

    /** Writes the findings as an array. */
    void write(Report report) throws IOException {
        out.beginArray();
        for (Finding finding : report.findings()) {
            out.beginObject();
            switch (finding) {
                case Finding.Measured(Quantity quantity) -> {
                    out.name("quantity");
                    quantity(quantity);
                }
                case Finding.Fitted(Fit fit) -> {
                    out.name("fit");
                    fit(fit);
                }
                case Finding.Tabulated(DataTable table) -> {
                    out.name("table");
                    table(table);
                }
                case Finding.Drawn(Plot plot) -> {
                    out.name("plot");
                    plot(plot);
                }
                case Finding.Said(String text) -> out.name("text").value(text);
                case Finding.Doubtful(Problem problem) -> {
                    out.name("problem");
                    problem(problem);
                }
            }
            out.endObject();
        }
        out.endArray();
    }

    private void quantity(Quantity q) throws IOException {
        out.beginObject();
        out.name("name").value(q.name());
        out.name("symbol").value(q.symbol());
        number("value", q.value());
        out.name("unit");
        unit(q.unit());
        out.name("origin").value(q.origin().id());
        numbers("contributions", q.contributions());
        out.name("conditions").beginObject();
        for (Map.Entry<String, String> e : q.conditions().entrySet()) {
            out.name(e.getKey()).value(e.getValue());
        }
        out.endObject();
        if (q.hasOwnInterval()) {
            interval("interval95", q.interval95().orElseThrow());
        }
        out.name("key").value(q.key());
        out.endObject();
    }

    /** The symbol where the table of units has it, else all that makes the unit. */
    private void unit(Unit unit) throws IOException {
        if (Unit.parse(unit.symbol()).filter(unit::equals).isPresent()) {
            out.value(unit.symbol());
            return;
        }
        out.beginObject();
        out.name("symbol").value(unit.symbol());
        out.name("dimension").value(unit.dimension().name());
        number("factor", unit.factor());
        number("offset", unit.offset());
        out.endObject();
    }

    private void fit(Fit fit) throws IOException {
        out.beginObject();
        out.name("model").value(fit.model());
        out.name("weight").value(fit.weight());
        out.name("points").value(fit.points());
        out.name("range").beginArray();
        for (double bound : fit.range()) {
            number(bound);
        }
        out.endArray();
        out.name("success").value(fit.success());
        out.name("message").value(fit.message());
        out.name("evaluations").value(fit.evaluations());
        number("chiSquare", fit.chiSquare());
        number("reducedChiSquare", fit.reducedChiSquare());
        number("aic", fit.aic());
        number("bic", fit.bic());
        out.name("parameters").beginArray();
        for (FitParameter p : fit.parameters()) {
            parameter(p);
        }
        out.endArray();
        out.name("correlations").beginArray();
        for (Fit.Correlation c : fit.correlations()) {
            out.beginArray().value(c.first()).value(c.second());
            number(c.value());
            out.endArray();
        }
        out.endArray();
        numbers("details", fit.details());
        out.endObject();
    }

    private void parameter(FitParameter p) throws IOException {
        out.beginObject();
        out.name("name").value(p.name());
        number("value", p.value());
        out.name("unit").value(p.unit());
        number("stderr", p.stderr());
        if (p.ci95().isPresent()) {
            interval("ci95", p.ci95().get());
        }
        out.name("vary").value(p.vary());
        number("min", p.min());
        number("max", p.max());
        out.endObject();
    }

    private void table(DataTable table) throws IOException {
        out.beginObject();
        out.name("title").value(table.title());
        texts("headers", table.headers());
        out.name("rows").beginArray();
        for (List<Object> row : table.rows()) {
            out.beginArray();
            for (Object cell : row) {
                cell(cell);
            }
            out.endArray();
        }
        out.endArray();
        out.endObject();
    }

    /** A text {@code NaN} in a cell is a text; the number is told apart by an array around it. */
    private void cell(Object cell) throws IOException {
        if (!(cell instanceof Number number)) {
            out.value(String.valueOf(cell));
        } else if (Double.isFinite(number.doubleValue())) {
            number(number.doubleValue());
        } else {
            out.beginArray();
            number(number.doubleValue());
            out.endArray();
        }
    }

    private void plot(Plot plot) throws IOException {
        out.beginObject();
        out.name("id").value(plot.id());
        out.name("title").value(plot.title());
        axis("x", plot.x());
        axis("y", plot.y());
        out.name("series").beginArray();
        for (Series s : plot.series()) {
            series(s);
        }
        out.endArray();
        out.name("equalAspect").value(plot.equalAspect());
        if (plot.right().isPresent()) {
            out.name("right");
            plot(plot.right().get());
        }
        out.endObject();
    }

    private void axis(String name, Axis axis) throws IOException {
        out.name(name).beginObject();
        out.name("id").value(axis.id());
        out.name("quantity").value(axis.quantity());
        out.name("unit").value(axis.unit());
        out.name("scale").value(axis.scale().name());
        out.name("top").value(axis.top().name());
        out.endObject();
    }

    private void series(Series s) throws IOException {
        out.beginObject();
        out.name("name").value(s.name());
        out.name("role").value(s.role().name());
        out.name("group").value(s.group());
        switch (s.points()) {
            case Points.Inline(double[] x, double[] y) -> {
                numbers("x", x);
                numbers("y", y);
            }
            case Points.Columns c -> {
                out.name("columns").beginObject();
                out.name("recording").value(c.recording());
                out.name("x").value(c.x());
                out.name("y").value(c.y());
                number("xFactor", c.xFactor());
                number("yFactor", c.yFactor());
                out.endObject();
            }
        }
        numbers("upper", s.upper());
        numbers("errors", s.errors());
        out.name("rows").beginArray();
        for (int row : s.rows()) {
            out.value(row);
        }
        out.endArray();
        numbers("labels", s.labels());
        out.name("labelName").value(s.labelName());
        out.endObject();
    }

    private void problem(Problem p) throws IOException {
        out.beginObject();
        out.name("code").value(p.code());
        out.name("severity").value(p.severity().id());
        out.name("message").value(p.message());
        texts("arguments", p.arguments());
        out.name("place").value(p.place());
        out.name("mend").value(p.mend());
        if (!p.changes().isEmpty()) {
            out.name("changes").beginArray();
            for (Change c : p.changes()) {
                out.beginObject();
                out.name("id").value(c.id()).name("name").value(c.name());
                out.name("key").value(c.key()).name("text").value(c.text());
                out.endObject();
            }
            out.endArray();
        }
        out.endObject();
    }

    // ---- parts

    private void interval(String name, Interval interval) throws IOException {
        numbers(name, new double[] {interval.low(), interval.high()});
    }

    private void texts(String name, List<String> texts) throws IOException {
        out.name(name).beginArray();
        for (String text : texts) {
            out.value(text);
        }
        out.endArray();
    }

    private void numbers(String name, Map<String, Double> numbers) throws IOException {
        out.name(name).beginObject();
        for (Map.Entry<String, Double> e : numbers.entrySet()) {
            number(e.getKey(), e.getValue());
        }
        out.endObject();
    }

    private void numbers(String name, double[] numbers) throws IOException {
        out.name(name).beginArray();
        for (double number : numbers) {
            number(number);
        }
        out.endArray();
    }

    private void number(String name, double number) throws IOException {
        out.name(name);
        number(number);
    }

    private void number(double number) throws IOException {
        if (Double.isFinite(number)) {
            out.value(number);
        } else {
            out.value(Double.toString(number));
        }
    }
}

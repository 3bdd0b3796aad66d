// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import org.ionbench.api.quantity.Interval;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.ionbench.engine.runs.RunResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Results as comma-separated values: full double precision, a dot for the decimals, an empty field
 * where something is not known. The text is UTF-8 for whoever writes it.
 */
public final class CsvTables {
    private static final List<String> OF_RUN = List.of("sample", "cell", "run", "analysis");

    private CsvTables() {}

    /** A table of results with its headers. */
    public static String table(DataTable table) {
        StringBuilder text = new StringBuilder(Csv.line(table.headers()));
        table.rows()
                .forEach(row -> text.append(Csv.line(row.stream().map(CsvTables::known).toList())));
        return text.toString();
    }

    /**
     * Every quantity of the runs, one a line, with its standard uncertainty, 95 % interval,
     * conditions ({@code name=value; ...}) and the published value in the same unit where there is
     * one.
     *
     * @param note what stands in each line, such as that the data are synthetic; no column if empty
     */
    public static String quantities(
            List<RunResult> results, List<PublishedValue> published, String note) {
        StringBuilder text =
                new StringBuilder(
                        header(
                                note,
                                "quantity",
                                "symbol",
                                "value",
                                "standard uncertainty",
                                "ci95 low",
                                "ci95 high",
                                "unit",
                                "conditions",
                                "origin",
                                "state",
                                "published",
                                "published source"));
        for (RunResult run : results) {
            for (Quantity q : run.report().map(Report::quantities).orElse(List.of())) {
                Optional<PublishedValue> printed =
                        PublishedValue.of(run.sample(), run.cell(), q, published);
                text.append(line(quantity(run, q, printed), note));
            }
        }
        return text.toString();
    }

    /**
     * Every parameter of every fit of the runs, one a line.
     *
     * @param note as of {@link #quantities}
     */
    public static String parameters(List<RunResult> results, String note) {
        StringBuilder text =
                new StringBuilder(
                        header(
                                note,
                                "model",
                                "parameter",
                                "value",
                                "standard error",
                                "ci95 low",
                                "ci95 high",
                                "unit",
                                "varied",
                                "min",
                                "max"));
        for (RunResult run : results) {
            for (Fit fit : run.report().map(Report::fits).orElse(List.of())) {
                for (FitParameter p : fit.parameters()) {
                    List<Object> line = ofRun(run);
                    line.add(fit.model());
                    line.add(p.name());
                    line.add(known(p.value()));
                    line.add(known(p.stderr()));
                    interval(line, p.ci95());
                    line.add(p.unit());
                    line.add(p.vary() ? "yes" : "no");
                    line.add(known(p.min()));
                    line.add(known(p.max()));
                    text.append(line(line, note));
                }
            }
        }
        return text.toString();
    }

    private static List<Object> quantity(
            RunResult run, Quantity q, Optional<PublishedValue> published) {
        List<Object> line = ofRun(run);
        line.add(q.name());
        line.add(q.symbol());
        line.add(known(q.value()));
        line.add(q.contributions().isEmpty() ? "" : known(q.standardUncertainty()));
        interval(line, q.interval95());
        line.add(q.unit().symbol());
        line.add(conditions(q.conditions()));
        line.add(q.origin().id());
        line.add(run.state().id());
        line.add(published.<Object>map(p -> p.in(q.unit())).orElse(""));
        line.add(published.map(PublishedValue::source).orElse(""));
        return line;
    }

    private static String header(String note, String... names) {
        List<Object> all = new ArrayList<>(OF_RUN);
        all.addAll(List.of(names));
        return line(all, note.isEmpty() ? "" : "note");
    }

    private static String line(List<Object> fields, String note) {
        if (!note.isEmpty()) {
            fields.add(note);
        }
        return Csv.line(fields);
    }

    private static List<Object> ofRun(RunResult run) {
        return new ArrayList<>(List.of(run.sample(), run.cell(), run.label(), run.analysis()));
    }

    private static void interval(List<Object> line, Optional<Interval> interval) {
        line.add(interval.map(i -> known(i.low())).orElse(""));
        line.add(interval.map(i -> known(i.high())).orElse(""));
    }

    /** Not-a-number and infinities are left empty: many readers of CSV know neither. */
    private static Object known(Object value) {
        return value instanceof Double d && !Double.isFinite(d) ? "" : value;
    }

    private static String conditions(Map<String, String> conditions) {
        return conditions.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }
}

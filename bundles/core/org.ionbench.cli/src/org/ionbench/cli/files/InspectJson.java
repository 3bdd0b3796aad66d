// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.cli.output.ColumnStatistics;
import org.ionbench.cli.output.JsonDocument;
import org.ionbench.engine.importing.ReadFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files as {@code inspect --json} prints them. */
final class InspectJson {
    private final JsonDocument json;
    private final int limit;

    /**
     * @param limit how many rows are printed
     */
    InspectJson(JsonDocument json, int limit) {
        this.json = json;
        this.limit = limit;
    }

    void write(Path file, ReadFile read) {
        json.object(
                () -> {
                    json.put("file", file.toString());
                    json.put("sha256", read.sha256().isEmpty() ? null : read.sha256());
                    json.put("bytes", read.bytes());
                    json.put("importer", read.importer().map(c -> c.id()));
                    json.put("certainty", read.certainty().id());
                    json.list("recordings", () -> read.recordings().forEach(this::recording));
                    List<Problem> problems = new ArrayList<>(read.problems());
                    read.recordings().forEach(r -> problems.addAll(r.problems()));
                    problems(json, problems);
                });
    }

    /** A member with problems. */
    static void problems(JsonDocument json, List<Problem> problems) {
        json.list(
                "problems",
                () ->
                        problems.forEach(
                                p ->
                                        json.object(
                                                () ->
                                                        json.put("severity", p.severity().id())
                                                                .put("code", p.code())
                                                                .put("message", p.message())
                                                                .put(
                                                                        "place",
                                                                        p.place().isEmpty()
                                                                                ? null
                                                                                : p.place()))));
    }

    private void recording(Recording r) {
        json.object(
                () -> {
                    json.put("name", r.name());
                    json.put("technique", r.technique().id());
                    json.put("instrument", r.instrument().isEmpty() ? null : r.instrument());
                    json.put("start", r.start().map(Texts::localTime));
                    json.put("zone", r.zone());
                    json.put("calibrated", r.isCalibrated());
                    json.put("rows", r.table().rows());
                    json.list("columns", () -> r.table().columns().forEach(this::column));
                    json.put("metadata", r.metadata());
                    json.put("assumptions", r.assumptions());
                    json.put("changes", r.changes());
                    if (limit > 0) {
                        firstRows(r);
                    }
                });
    }

    private void column(Column column) {
        ColumnSpec spec = column.spec();
        json.object(
                () -> {
                    json.put("name", spec.name());
                    json.put("vendorName", spec.vendorName());
                    json.put("quantity", spec.kind().id());
                    json.put("unit", spec.unitText());
                    json.put("numeric", !spec.isText());
                    if (spec.isText()) {
                        text(column);
                    } else {
                        numbers(column);
                    }
                });
    }

    private void numbers(Column column) {
        ColumnStatistics s = ColumnStatistics.stored(column);
        json.put("count", s.count()).put("nan", s.nan());
        json.put("sum", s.sum()).put("min", s.min()).put("max", s.max());
        json.put("first", s.first()).put("last", s.last());
        QuantityKind kind = column.spec().kind();
        if (kind != QuantityKind.OTHER) {
            ColumnStatistics si = ColumnStatistics.si(column);
            json.object(
                    "si",
                    () -> {
                        json.put("unit", kind.dimension().siSymbol());
                        json.put("sum", si.sum()).put("min", si.min()).put("max", si.max());
                    });
        }
    }

    private void text(Column column) {
        int rows = column.rows();
        json.put("count", rows).put("nan", 0);
        json.putNull("sum").putNull("min").putNull("max");
        json.put("first", rows == 0 ? null : column.text(0));
        json.put("last", rows == 0 ? null : column.text(rows - 1));
    }

    private void firstRows(Recording r) {
        json.list(
                "firstRows",
                () -> {
                    for (int row = 0; row < Math.min(limit, r.table().rows()); row++) {
                        int i = row;
                        json.list(
                                () ->
                                        r.table()
                                                .columns()
                                                .forEach(
                                                        c ->
                                                                json.add(
                                                                        c.spec().isText()
                                                                                ? c.text(i)
                                                                                : c.at(i))));
                    }
                });
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.exporters.xlsx;

import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.spreadsheets.SheetSize;
import org.ionbench.spreadsheets.SpreadsheetWriter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A recording as an Excel workbook.
 *
 * <p>The sheet {@code Data} has every column, as the vendor stored it and in the vendor's unit,
 * under its canonical name ({@code Current / mA}); it goes on as {@code Data 2} where a sheet is
 * full. Numbers keep every digit of a double; cells are empty where there is none. The sheet {@code
 * About} says in three columns (topic, name, text) what the columns are, what is known of the
 * recording, and what was assumed and changed when it was read.
 */
public final class XlsxExporter implements Exporter {
    private static final int BLOCK = 4096;

    @Override
    public List<Path> export(Recording recording, Path folder, String stem, Progress progress)
            throws IOException {
        int columns = recording.table().columns().size();
        if (columns > SheetSize.COLUMNS) {
            throw new IOException(
                    stem
                            + ".xlsx: a sheet holds "
                            + SheetSize.COLUMNS
                            + " columns, the recording has "
                            + columns
                            + "; export it as csv or Parquet");
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(stem + ".xlsx");
        progress.task("Writing " + file.getFileName(), recording.table().rows());
        try (SpreadsheetWriter writer =
                new SpreadsheetWriter(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            data(recording, writer, progress);
            about(recording, writer);
        }
        return List.of(file);
    }

    private static void data(Recording recording, SpreadsheetWriter writer, Progress progress)
            throws IOException {
        List<Column> columns = recording.table().columns();
        List<String> names = ColumnSpec.distinctNames(columns.stream().map(Column::spec).toList());
        int rows = recording.table().rows();
        writer.sheet("Data");
        writer.header(names);
        double[][] block = new double[columns.size()][BLOCK];
        for (int from = 0; from < rows; from += BLOCK) {
            progress.checkCancelled();
            int n = Math.min(BLOCK, rows - from);
            for (int c = 0; c < block.length; c++) {
                if (!columns.get(c).spec().isText()) {
                    columns.get(c).copy(from, block[c], 0, n);
                }
            }
            for (int r = 0; r < n; r++) {
                if (writer.rows() == SheetSize.ROWS) {
                    writer.sheet("Data");
                    writer.header(names);
                }
                for (int c = 0; c < block.length; c++) {
                    if (columns.get(c).spec().isText()) {
                        writer.text(c, columns.get(c).text(from + r));
                    } else {
                        writer.number(c, block[c][r]);
                    }
                }
                writer.next();
            }
            progress.done(n);
        }
    }

    private static void about(Recording recording, SpreadsheetWriter writer) throws IOException {
        writer.sheet("About");
        writer.header(List.of("topic", "name", "text"));
        line(writer, "recording", "name", recording.name());
        line(writer, "recording", "technique", recording.technique().id());
        if (!recording.instrument().isEmpty()) {
            line(writer, "recording", "instrument", recording.instrument());
        }
        if (recording.start().isPresent()) {
            line(writer, "recording", "start", recording.start().get().toString());
        }
        if (recording.zone().isPresent()) {
            line(writer, "recording", "zone", recording.zone().get());
        }
        line(writer, "recording", "calibrated", recording.isCalibrated() ? "yes" : "no");
        for (Column column : recording.table().columns()) {
            ColumnSpec spec = column.spec();
            line(
                    writer,
                    "column",
                    spec.name(),
                    "vendor's name "
                            + spec.vendorName()
                            + ", "
                            + spec.kind().id()
                            + spec.unitText().map(u -> ", in " + u).orElse("")
                            + (spec.isNegated() ? ", sign turned" : ""));
        }
        for (var condition : recording.conditions().entrySet()) {
            line(writer, "condition", condition.getKey(), condition.getValue().toString());
        }
        for (var value : recording.metadata().entrySet()) {
            line(writer, "metadata", value.getKey(), String.valueOf(value.getValue()));
        }
        for (String assumption : recording.assumptions()) {
            line(writer, "assumption", "", assumption);
        }
        for (String change : recording.changes()) {
            line(writer, "change", "", change);
        }
        for (var problem : recording.problems()) {
            line(writer, "problem", problem.code(), problem.message());
        }
    }

    private static void line(SpreadsheetWriter writer, String topic, String name, String text)
            throws IOException {
        writer.text(0, topic);
        writer.text(1, name);
        writer.text(2, text);
        writer.next();
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.exporting;

import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.Column;
import org.ionbench.engine.output.Csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Writes rows of a table as CSV, in blocks, so that memory stays bounded. */
final class Rows {
    private static final int BLOCK = 4096;

    /** A column that is written, as text or as numbers. */
    record Field(Column column, boolean text, DoubleUnaryOperator turned) {
        static Field text(Column column) {
            return new Field(column, true, x -> x);
        }

        static Field numbers(Column column, DoubleUnaryOperator turned) {
            return new Field(column, false, turned);
        }
    }

    private Rows() {}

    static void write(
            Path file, List<String> names, List<Field> fields, int rows, Progress progress)
            throws IOException {
        Files.createDirectories(file.getParent());
        progress.task("Writing " + file.getFileName(), rows);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(Csv.line(names));
            double[][] block = new double[fields.size()][BLOCK];
            for (int from = 0; from < rows; from += BLOCK) {
                progress.checkCancelled();
                int n = Math.min(BLOCK, rows - from);
                for (int c = 0; c < block.length; c++) {
                    if (!fields.get(c).text) {
                        fields.get(c).column.copy(from, block[c], 0, n);
                    }
                }
                for (int r = 0; r < n; r++) {
                    row(out, fields, block, from, r);
                }
                progress.done(n);
            }
        }
    }

    private static void row(Writer out, List<Field> fields, double[][] block, int from, int r)
            throws IOException {
        for (int c = 0; c < block.length; c++) {
            Field field = fields.get(c);
            out.write(c == 0 ? "" : ",");
            out.write(
                    field.text
                            ? Csv.field(field.column.text(from + r))
                            : Csv.number(field.turned.applyAsDouble(block[c][r])));
        }
        out.write("\r\n");
    }
}

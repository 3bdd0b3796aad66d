// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.spreadsheets.Cell;
import org.ionbench.spreadsheets.Spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A sheet that is a list rather than a measurement: a row of names, and rows of words, dates and
 * numbers under them, as people keep of samples and experiments.
 */
public final class Listing {
    private static final int LONGEST = 100_000;

    private final List<String> names;
    private final List<List<Cell>> rows;

    private Listing(List<String> names, List<List<Cell>> rows) {
        this.names = names;
        this.rows = rows;
    }

    /** The list on a sheet; empty where its first row names no columns or nothing is below it. */
    public static Optional<Listing> of(Spreadsheet workbook, String sheet) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        workbook.read(
                sheet,
                (number, cells) -> {
                    if (!cells.stream().allMatch(Cell::isBlank)) {
                        rows.add(List.copyOf(cells));
                    }
                    return rows.size() <= LONGEST;
                });
        if (rows.size() < 2 || rows.size() > LONGEST) {
            return Optional.empty();
        }
        List<Cell> head = rows.removeFirst();
        List<String> names = head.stream().map(c -> c.text().strip()).toList();
        boolean named =
                head.stream().allMatch(c -> c instanceof Cell.Text && !c.isBlank())
                        && new HashSet<>(names).size() == names.size();
        boolean numbers =
                rows.stream().flatMap(List::stream).anyMatch(c -> c instanceof Cell.Number);
        boolean fits = rows.stream().allMatch(r -> r.size() <= names.size());
        return named && numbers && fits && names.size() > 1
                ? Optional.of(new Listing(names, rows))
                : Optional.empty();
    }

    /** Hands its columns over: as numbers those that hold nothing else, all others as text. */
    public void tell(RecordingSink recording) {
        boolean[] texts = new boolean[names.size()];
        for (int c = 0; c < texts.length; c++) {
            int column = c;
            texts[c] =
                    rows.stream()
                            .filter(r -> r.size() > column && !r.get(column).isBlank())
                            .anyMatch(r -> !(r.get(column) instanceof Cell.Number));
            String unit = Heading.of(names.get(c)).unit();
            ColumnSpec numbers = ColumnSpec.of(names.get(c));
            recording.column(
                    texts[c]
                            ? ColumnSpec.text(names.get(c))
                            : unit.isEmpty() ? numbers : numbers.unit(unit));
        }
        double[] values = new double[texts.length];
        for (List<Cell> row : rows) {
            for (int c = 0; c < texts.length; c++) {
                Cell cell = c < row.size() ? row.get(c) : Cell.EMPTY;
                values[c] = texts[c] ? Double.NaN : cell.number();
                if (texts[c]) {
                    recording.text(c, cell.text().strip());
                }
            }
            recording.row(values);
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets.internal;

import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Numbers;
import org.ionbench.formats.XmlReader;
import org.ionbench.spreadsheets.Cell;
import org.ionbench.spreadsheets.Rows;
import org.ionbench.spreadsheets.SheetSize;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the rows of one sheet from its XML. */
public final class SheetRows {
    /** Cells that may be skipped in all: what a sheet of a few bytes could otherwise make of us. */
    private static final long GAPS = 100_000_000;

    private static final int DAYS_TO_1904 = 1462;

    private final Parts parts;
    private final XmlReader xml;
    private final Progress progress;
    private final Numbers numbers = Numbers.plain();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Cell> view = Collections.unmodifiableList(cells);
    private int row;
    private long gaps;

    public SheetRows(Parts parts, XmlReader xml, Progress progress) {
        this.parts = parts;
        this.xml = xml;
        this.progress = progress;
    }

    /** Hands them over. */
    public void read(Rows rows) throws IOException {
        while (xml.next()) {
            if (!xml.name().equals("sheetData")) {
                continue;
            }
            int data = xml.depth();
            boolean inside = xml.nextWithin(data);
            while (inside) {
                if (xml.name().equals("row")) {
                    progress.checkCancelled();
                    int depth = xml.depth();
                    startRow();
                    inside = readCells(depth);
                    if (!cells.isEmpty() && !rows.row(row, view)) {
                        return;
                    }
                } else {
                    inside = xml.nextWithin(data);
                }
            }
            return;
        }
        throw xml.wrong("expected rows in the sheet");
    }

    private void startRow() throws IOException {
        cells.clear();
        int next = row + 1;
        Optional<String> number = xml.attribute("r");
        if (number.isPresent()) {
            next = number(number.get());
        }
        if (next <= row || next > SheetSize.ROWS) {
            throw xml.wrong(
                    "expected a row from "
                            + (row + 1)
                            + " to "
                            + SheetSize.ROWS
                            + ", found "
                            + next);
        }
        row = next;
    }

    /** Returns whether another row begins. */
    private boolean readCells(int rowDepth) throws IOException {
        boolean inside = xml.next();
        while (inside && xml.depth() > rowDepth) {
            inside = xml.name().equals("c") ? readCell() : xml.next();
        }
        return inside && xml.depth() == rowDepth;
    }

    /** Reads the present cell; returns whether another element begins after it. */
    private boolean readCell() throws IOException {
        int depth = xml.depth();
        int column =
                xml.attribute("r").isPresent() ? column(xml.attribute("r").get()) : cells.size();
        String type = xml.attribute("t").orElse("n");
        String style = xml.attribute("s").orElse("");
        String value = "";
        String text = null;
        boolean inside = xml.next();
        while (inside && xml.depth() > depth) {
            switch (xml.name()) {
                case "v" -> {
                    value = xml.text();
                    inside = xml.next();
                }
                case "is" -> {
                    text = RichText.of(xml);
                    inside = xml.next();
                }
                default -> inside = xml.next();
            }
        }
        put(column, text == null ? cell(type, style, value) : new Cell.Text(text));
        return inside;
    }

    private void put(int column, Cell cell) throws IOException {
        if (cell == Cell.EMPTY) {
            return;
        }
        if (column < cells.size()) {
            throw xml.wrong("expected the cells of a row in their order");
        }
        gaps += column - cells.size();
        if (gaps > GAPS) {
            throw xml.wrong("expected fewer empty cells between those with values");
        }
        while (cells.size() < column) {
            cells.add(Cell.EMPTY);
        }
        cells.add(cell);
    }

    private Cell cell(String type, String style, String value) throws IOException {
        if (value.isEmpty()) {
            return type.equals("str") ? new Cell.Text("") : Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> new Cell.Text(shared(value));
            case "str", "inlineStr" -> new Cell.Text(RichText.plain(value));
            case "b" -> new Cell.Flag(value.strip().equals("1") || value.strip().equals("true"));
            case "e" -> new Cell.Fault(value.strip());
            case "d" ->
                    Dates.parse(value, Dates.Order.MONTH_DAY)
                            .<Cell>map(d -> new Cell.Date(d.local(), days(d.local())))
                            .orElseGet(() -> new Cell.Text(value));
            default -> number(style, value);
        };
    }

    private Cell number(String style, String value) {
        OptionalDouble number = numbers.parse(value.strip());
        if (number.isEmpty()) {
            return new Cell.Text(value);
        }
        double stored = number.getAsDouble();
        if (isDate(style)) {
            double days = parts.from1904() ? stored + DAYS_TO_1904 : stored;
            return Dates.ofOle(days)
                    .<Cell>map(date -> new Cell.Date(date, days))
                    .orElseGet(() -> new Cell.Number(stored));
        }
        return new Cell.Number(stored);
    }

    private boolean isDate(String style) {
        if (style.isEmpty() || style.length() > 6 || !style.matches("\\d+")) {
            return false;
        }
        int index = Integer.parseInt(style);
        return index < parts.dates().size() && parts.dates().get(index);
    }

    private static double days(LocalDateTime local) {
        LocalDateTime zero = LocalDateTime.of(1899, 12, 30, 0, 0);
        return Duration.between(zero, local).toMillis() / 86_400_000.0;
    }

    private String shared(String index) throws IOException {
        int i = number(index.strip());
        if (i >= parts.texts().size()) {
            throw xml.wrong("expected the number of one of " + parts.texts().size() + " texts");
        }
        return parts.texts().get(i);
    }

    private int number(String digits) throws IOException {
        if (digits.isEmpty() || digits.length() > 9 || !digits.matches("\\d+")) {
            throw xml.wrong("expected a whole number, found \"" + digits + "\"");
        }
        return Integer.parseInt(digits);
    }

    /** The column of a reference such as {@code BC12}, from 0. */
    private int column(String reference) throws IOException {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            char c = Character.toUpperCase(reference.charAt(i));
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = 26 * column + c - 'A' + 1;
            if (column > SheetSize.COLUMNS) {
                break;
            }
        }
        if (column == 0 || column > SheetSize.COLUMNS) {
            throw xml.wrong("expected a cell of columns A to XFD, found \"" + reference + "\"");
        }
        return column - 1;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes an Excel workbook ({@code .xlsx}) as a stream: one sheet after another, rows from top to
 * bottom. Numbers keep every digit of a double; those that are none (NaN) leave their cell empty,
 * infinite ones, which a sheet cannot hold as numbers, are written as the text {@code Infinity}.
 */
public final class SpreadsheetWriter implements Closeable {
    private static final int NAME = 31;

    /** Characters a cell can hold. */
    private static final int LONGEST = 32_767;

    private static final int BATCH = 1000;

    private final OutputStream out;
    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private Worksheet sheet;
    private int row;

    /**
     * @param out closed with the writer
     */
    public SpreadsheetWriter(OutputStream out) {
        this.out = out;
        workbook = new Workbook(out, "Ionbench", "1.0");
    }

    /**
     * Begins a sheet; the one before is finished by this.
     *
     * @param name shortened to what a sheet may be called, and numbered where it is there already
     * @return the name it has
     */
    public String sheet(String name) throws IOException {
        finishSheet();
        String free = free(name);
        sheet = workbook.newWorksheet(free);
        row = 0;
        return free;
    }

    /** Writes a row of texts that stays in sight when the sheet is scrolled. */
    public void header(List<String> texts) throws IOException {
        for (int column = 0; column < texts.size(); column++) {
            text(column, texts.get(column));
            sheet.style(row, column).bold().set();
        }
        next();
        sheet.freezePane(0, row);
    }

    /** Sets a cell of the present row to a text, cut where it is longer than a cell can hold. */
    public void text(int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(row, column, printable(cut(text, LONGEST)));
        }
    }

    /** Sets a cell of the present row to a number. */
    public void number(int column, double value) {
        if (Double.isInfinite(value)) {
            sheet.value(row, column, Double.toString(value));
        } else if (!Double.isNaN(value)) {
            sheet.value(row, column, Double.valueOf(value));
        }
    }

    /** Sets a cell of the present row to true or false. */
    public void flag(int column, boolean value) {
        sheet.value(row, column, Boolean.valueOf(value));
    }

    /**
     * Goes to the next row.
     *
     * @throws IOException if it cannot be written
     */
    public void next() throws IOException {
        row++;
        if (row % BATCH == 0) {
            sheet.flush();
        }
    }

    /** How many rows the present sheet has; it can have {@link Spreadsheet#ROWS}. */
    public int rows() {
        return row;
    }

    @Override
    public void close() throws IOException {
        // the library flushes what it is given and leaves it open
        try (out) {
            if (names.isEmpty()) {
                sheet("Sheet");
            }
            finishSheet();
            workbook.close();
        }
    }

    private void finishSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }

    private String free(String name) {
        String base = name.replaceAll("[\\\\/?*\\[\\]:]", "_").strip();
        base = base.replaceAll("^'|'$", "_");
        base = base.isEmpty() ? "Sheet" : printable(cut(base, NAME)).strip();
        String free = base;
        for (int i = 2; !names.add(free.toLowerCase(Locale.ROOT)); i++) {
            String end = " " + i;
            free = cut(base, NAME - end.length()).strip() + end;
        }
        return free;
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    /** The text with blanks for what XML cannot hold. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> isPrintable(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0xD800
                || c > 0xDFFF && c < 0xFFFE
                || c > 0xFFFF;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for a terminal: columns as wide as their widest cell, two blanks between them. A column
 * whose cells are all numbers stands flush right.
 */
public final class TextTable {
    private final String indent;
    private final List<String[]> rows = new ArrayList<>();

    /**
     * @param indent stands before every line
     * @param headers of the columns
     */
    public TextTable(String indent, String... headers) {
        this.indent = indent;
        rows.add(headers.clone());
    }

    /** Adds a row with a cell for each column. */
    public TextTable row(String... cells) {
        if (cells.length != rows.getFirst().length) {
            throw new IllegalArgumentException(Arrays.toString(cells));
        }
        rows.add(cells.clone());
        return this;
    }

    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The lines, each ended. */
    @Override
    public String toString() {
        int columns = rows.getFirst().length;
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            widths[c] = rows.stream().mapToInt(r -> width(r[column])).max().orElse(0);
            right[c] =
                    rows.size() > 1
                            && rows.stream().skip(1).allMatch(r -> isNumber(r[column]))
                            && rows.stream().skip(1).anyMatch(r -> !r[column].isEmpty());
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < columns; c++) {
                String blanks = " ".repeat(widths[c] - width(row[c]));
                line.append(right[c] ? blanks + row[c] : row[c] + blanks);
                line.append(c < columns - 1 ? "  " : "");
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static boolean isNumber(String cell) {
        return cell.isEmpty() || cell.equals("-") || cell.matches("[-+]?\\d[-+0-9.eE]*");
    }
}

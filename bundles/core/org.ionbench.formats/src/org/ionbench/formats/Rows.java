// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import java.util.Arrays;

/**
 * Reads the fields of one line after another as numbers, straight from the bytes of {@link Lines}.
 *
 * <p>Holds what it read last: one for each thread.
 */
public final class Rows {
    private final Numbers numbers;
    private final Numbers unquoted;
    private final byte delimiter;
    private final double[] values;
    private final boolean[] texts;
    private final int[] starts;
    private final int[] ends;
    private int fields;
    private int strange;
    private byte[] line = new byte[0];

    /**
     * @param columns how many fields are kept; further ones are counted only
     */
    public Rows(Dialect dialect, int columns) {
        this(dialect, columns, dialect.numbers());
    }

    /** Reads numbers in another way than the dialect's own, such as with SI suffixes. */
    public Rows(Dialect dialect, int columns, Numbers numbers) {
        this.numbers = numbers;
        this.unquoted = numbers.without(dialect.delimiter());
        this.delimiter = (byte) dialect.delimiter();
        values = new double[columns];
        texts = new boolean[columns];
        starts = new int[columns];
        ends = new int[columns];
    }

    /**
     * Reads the present line.
     *
     * @return how many fields it has; those missing at its end read as NaN
     */
    public int read(Lines lines) {
        return read(lines, lines.from(), lines.to());
    }

    /** Reads a part of the present line, in the positions of {@link Lines#bytes}. */
    int read(Lines lines, int from, int to) {
        line = lines.bytes();
        byte[] b = line;
        int i = from;
        byte part = delimiter;
        boolean blanks = part == Dialect.BLANKS;
        int n = 0;
        strange = 0;
        while (true) {
            while (i < to && (b[i] == ' ' || b[i] == '\t' && part != '\t')) {
                i++;
            }
            if (blanks && i >= to) {
                break;
            }
            int start = i;
            int end = unquoted.scan(b, i, to);
            boolean number = end > 0;
            double value = unquoted.value();
            i = end;
            if (number && !blanks) {
                while (i < to && (b[i] == ' ' || b[i] == '\t' && part != '\t')) {
                    i++;
                }
            }
            if (!number || i < to && b[i] != part && !(blanks && b[i] == '\t')) {
                end = endOfField(b, start, to);
                number = numbers.read(b, start, end);
                value = numbers.value();
                i = end;
            }
            if (n < values.length) {
                starts[n] = start;
                ends[n] = end;
                texts[n] = !number;
                values[n] = number ? value : Double.NaN;
            }
            strange += number ? 0 : 1;
            n++;
            if (i >= to) {
                break;
            }
            i++;
        }
        fields = n;
        if (n < values.length) {
            Arrays.fill(values, n, values.length, Double.NaN);
            Arrays.fill(texts, n, values.length, false);
        }
        return n;
    }

    /** The numbers of the line; NaN for text and for missing values. Overwritten by each read. */
    public double[] values() {
        return values;
    }

    /** How many fields the line has. */
    public int fields() {
        return fields;
    }

    /** How many fields are neither numbers nor spellings of a missing one. */
    public int texts() {
        return strange;
    }

    /** Whether a field is neither a number nor a spelling of a missing one. */
    public boolean isText(int field) {
        return texts[field];
    }

    /** A field as text, quotes and blanks around it removed; valid until the line changes. */
    public String text(int field, Lines lines) {
        if (field >= fields) {
            return "";
        }
        String s = lines.text(starts[field], ends[field]).strip();
        return s.length() >= 2 && s.charAt(0) == '"' && s.charAt(s.length() - 1) == '"'
                ? s.substring(1, s.length() - 1).replace("\"\"", "\"").strip()
                : s;
    }

    private int endOfField(byte[] b, int start, int to) {
        int i = start;
        if (i < to && b[i] == '"') {
            i++;
            while (i < to && !(b[i] == '"' && (i + 1 == to || b[i + 1] != '"'))) {
                i += b[i] == '"' ? 2 : 1;
            }
            i = Math.min(i, to);
        }
        while (i < to && b[i] != delimiter && !(delimiter == Dialect.BLANKS && b[i] == '\t')) {
            i++;
        }
        return i;
    }
}

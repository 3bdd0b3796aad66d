// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.formats.internal.EightBytes;

import java.util.Arrays;

/**
 * Reads the fields of one line after another as numbers, straight from the bytes of {@link Lines}.
 * Fields that are plain numbers, as nearly all are, are read {@link EightBytes eight bytes} at a
 * time; what else a field may hold, {@link Numbers} knows.
 *
 * <p>Holds what it read last: one for each thread.
 */
public final class Rows {
    /** How many bytes from where it begins a plain number may be looked for. */
    private static final int REACH = 40;

    /** Digits that a long holds whatever they are. */
    private static final int LONG_DIGITS = 18;

    /** Up to here a double holds every whole number. */
    private static final long EXACT_LONG = 1L << 53;

    /** The last of the powers of ten that a double holds. */
    private static final int EXACT_POWER = 22;

    /** Powers of ten, and their negatives behind them. */
    private static final double[] DIVISORS = new double[2 * (EXACT_POWER + 1)];

    static {
        for (int i = 0; i <= EXACT_POWER; i++) {
            DIVISORS[i] = Numbers.nearest(1, i);
            DIVISORS[i + EXACT_POWER + 1] = -DIVISORS[i];
        }
    }

    private final Numbers numbers;
    private final Numbers unquoted;
    private final byte delimiter;
    private final byte decimal;
    private final double[] values;
    private final boolean[] texts;

    /** Field k stands from bounds[k] to before bounds[k + 1] - 1, blanks around it included. */
    private final int[] bounds;

    private int fields;
    private int strange;

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
        this.decimal = (byte) unquoted.decimal();
        values = new double[columns];
        texts = new boolean[columns];
        bounds = new int[columns + 1];
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
        byte[] b = lines.bytes();
        if (strange > 0) {
            strange = 0;
            Arrays.fill(texts, false);
        }
        int i = from;
        fields = 0;
        bounds[0] = from;
        while (i <= to) {
            int n = plain(b, fields, i, to);
            if (n > fields && bounds[n] <= to + 1) {
                fields = n;
                i = bounds[n];
            } else {
                i = careful(b, i, to);
            }
        }
        if (fields < values.length) {
            Arrays.fill(values, fields, values.length, Double.NaN);
        }
        return fields;
    }

    /**
     * Reads fields as long as they are plain numbers: at most seven digits, the decimal sign and
     * sixteen more, an exponent, and the delimiter straight behind them. At the end of the array
     * what stands behind the line may be taken for more of it; the bound is then beyond.
     *
     * <p>In a method of its own with few variables: all of it has to fit into registers.
     *
     * @param first how many fields were read already
     * @param from where the next one begins
     * @return how many fields are read now
     */
    private int plain(byte[] b, int first, int from, int to) {
        double[] values = this.values;
        int[] bounds = this.bounds;
        int most = Math.min(values.length, bounds.length - 1);
        int last = Math.min(to, b.length - REACH);
        int i = from;
        for (int n = first; n < most; n++) {
            if (i > last) {
                return n;
            }
            long eight = EightBytes.at(b, i);
            int sign = 0;
            if ((byte) eight == '-') {
                eight = EightBytes.at(b, ++i);
                sign = EXACT_POWER + 1;
            }
            int digits = EightBytes.digits(eight);
            if (digits == 0 || digits == 8) {
                return n;
            }
            long w = EightBytes.number(eight, digits);
            byte next = (byte) (eight >>> 8 * digits);
            i += digits;
            int places = 0;
            if (next == decimal) {
                eight = EightBytes.at(b, ++i);
                places = EightBytes.digits(eight);
                if (places == 0) {
                    return n;
                }
                w = EightBytes.append(w, eight, places);
                i += places;
                if (places < 8) {
                    next = (byte) (eight >>> 8 * places);
                } else {
                    eight = EightBytes.at(b, i);
                    int more = EightBytes.digits(eight);
                    if (more > 0) {
                        w = EightBytes.append(w, eight, more);
                        i += more;
                        places += more;
                    }
                    next = b[i];
                }
                digits += places;
            }
            if ((next | 0x21) == 'e') {
                eight = EightBytes.at(b, ++i);
                boolean down = (byte) eight == '-';
                if (down || (byte) eight == '+') {
                    eight >>>= 8;
                    i++;
                }
                int length = EightBytes.digits(eight);
                if (length == 0 || length > 3) {
                    return n;
                }
                int exponent = (int) EightBytes.number(eight, length);
                next = (byte) (eight >>> 8 * length);
                i += length;
                places += down ? exponent : -exponent;
            }
            if (next != delimiter && i != to) {
                return n;
            }
            boolean exact = digits <= LONG_DIGITS && w <= EXACT_LONG;
            if (!exact || places < 0 || places > EXACT_POWER) {
                return n;
            }
            values[n] = w / DIVISORS[places + sign];
            bounds[n + 1] = ++i;
            if (i > to) {
                return n + 1;
            }
        }
        return most;
    }

    /**
     * Reads one field, whatever it holds.
     *
     * @return the index after its delimiter
     */
    private int careful(byte[] b, int from, int to) {
        boolean blanks = delimiter == Dialect.BLANKS;
        int start = afterBlanks(b, from, to);
        if (blanks && start == to) {
            return to + 1;
        }
        int end = unquoted.scan(b, start, to);
        boolean number = end > 0;
        double value = unquoted.value();
        if (number && !blanks) {
            end = afterBlanks(b, end, to);
        }
        if (!number || end < to && !isDelimiter(b[end])) {
            end = endOfField(b, start, to);
            number = numbers.read(b, start, end);
            value = numbers.value();
        }
        if (fields < values.length) {
            bounds[fields + 1] = end + 1;
            texts[fields] = !number;
            values[fields] = number ? value : Double.NaN;
        }
        strange += number ? 0 : 1;
        fields++;
        return end + 1;
    }

    private boolean isDelimiter(byte c) {
        return c == delimiter || delimiter == Dialect.BLANKS && c == '\t';
    }

    private int afterBlanks(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] == ' ' || b[i] == '\t' && delimiter != '\t')) {
            i++;
        }
        return i;
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
        String s = lines.text(bounds[field], bounds[field + 1] - 1).strip();
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
        while (i < to && !isDelimiter(b[i])) {
            i++;
        }
        return i;
    }
}

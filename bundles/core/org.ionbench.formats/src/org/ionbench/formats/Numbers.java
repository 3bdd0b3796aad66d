// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.formats.internal.EightBytes;
import org.ionbench.formats.internal.PowersOfFive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads numbers from bytes, correctly rounded, without a String for each.
 *
 * <p>Understands a sign, digits in groups of three where a grouping character is set, one decimal
 * character, exponents with {@code e}, {@code E}, {@code d} or {@code D}, the spellings of "not a
 * number" and "infinite" that instruments write ({@code NaN}, {@code 1.#QNAN}, {@code #N/A}, {@code
 * ---}) and, where asked for, SI suffixes ({@code 735.948m}, {@code 1.462k}). An empty field is a
 * missing value and reads as NaN.
 *
 * <p>An instance keeps the value it read last: one for each thread.
 */
public final class Numbers {
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };
    private static final Set<String> MISSING =
            Set.of(
                    "nan",
                    "-nan",
                    "+nan",
                    "nan(ind)",
                    "-nan(ind)",
                    "na",
                    "n/a",
                    "#n/a",
                    "n.a.",
                    "null",
                    "none",
                    "-",
                    "--",
                    "---",
                    "----",
                    "-----",
                    "?",
                    "1.#qnan",
                    "-1.#qnan",
                    "1.#ind",
                    "-1.#ind",
                    "1,#qnan",
                    "-1,#qnan",
                    "1,#ind",
                    "-1,#ind",
                    "#nv",
                    "#value!",
                    "#num!",
                    "#div/0!",
                    "#wert!",
                    "#zahl!",
                    "n. def.",
                    "n. def");
    private static final Set<String> INFINITE =
            Set.of("inf", "infinity", "1.#inf", "1,#inf", "\u221e", "1.#infinity");
    private static final String SUFFIXES = "fpnumkKMGT";
    private static final double[] FACTORS = {
        1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1e3, 1e3, 1e6, 1e9, 1e12
    };
    private static final int[] EXPONENTS = {-15, -12, -9, -6, -3, 3, 3, 6, 9, 12};

    private final char decimal;
    private final char grouping;
    private final boolean suffixes;
    private double value;

    /**
     * @param decimal {@code '.'} or {@code ','}
     * @param grouping the thousands separator, 0 for none
     * @param suffixes whether SI suffixes are understood
     */
    public Numbers(char decimal, char grouping, boolean suffixes) {
        this.decimal = decimal;
        this.grouping = grouping;
        this.suffixes = suffixes;
    }

    /** Decimal point, no grouping, no suffixes. */
    public static Numbers plain() {
        return new Numbers('.', '\0', false);
    }

    /** Decimal comma, no grouping, no suffixes. */
    public static Numbers comma() {
        return new Numbers(',', '\0', false);
    }

    /** The same reader for fields without quotes, in which the delimiter cannot stand. */
    Numbers without(char delimiter) {
        return new Numbers(
                decimal == delimiter ? '\0' : decimal,
                grouping == delimiter ? '\0' : grouping,
                suffixes);
    }

    /** The decimal character; 0 for none. */
    char decimal() {
        return decimal;
    }

    /** What was read last; NaN for a missing value. */
    public double value() {
        return value;
    }

    /**
     * Reads a text; empty where it is no number. A missing value is a number: NaN.
     *
     * @see #read
     */
    public OptionalDouble parse(String text) {
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        return read(b, 0, b.length) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * Reads a whole field, blanks and double quotes around it aside, into {@link #value}.
     *
     * @return whether it is a number or a spelling of a missing one
     */
    public boolean read(byte[] b, int from, int to) {
        int i = from;
        int end = to;
        while (i < end && isBlank(b[i])) {
            i++;
        }
        while (end > i && isBlank(b[end - 1])) {
            end--;
        }
        if (end - i >= 2 && b[i] == '"' && b[end - 1] == '"') {
            return read(b, i + 1, end - 1);
        }
        if (i == end) {
            value = Double.NaN;
            return true;
        }
        if (scan(b, i, end) == end) {
            return true;
        }
        return end - i <= 64 && unusual(b, i, end);
    }

    /**
     * Reads the number that begins at {@code from} into {@link #value}: digits only, no missing
     * values, no blanks before it.
     *
     * @return the index after its last character, or -1 where none begins there
     */
    public int scan(byte[] b, int from, int to) {
        int end = scan(b, from, to, b.length - 8);
        return end <= to ? end : scan(b, from, to, to - 8);
    }

    /**
     * Takes digits eight at a time up to {@code last}. Where that is beyond {@code to}, what stands
     * there may be taken for more of the number; the index is then beyond {@code to} as well.
     */
    private int scan(byte[] b, int from, int to, int last) {
        int i = from;
        boolean negative = false;
        if (i < to && (b[i] == '-' || b[i] == '+')) {
            negative = b[i] == '-';
            i++;
        }
        int first = i;
        long w = 0;
        int taken = 8;
        while (taken == 8 && i <= last) {
            long eight = EightBytes.at(b, i);
            taken = EightBytes.digits(eight);
            w = taken == 0 ? w : EightBytes.append(w, eight, taken);
            i += taken;
        }
        while (taken == 8 && i < to && isDigit(b[i])) {
            w = 10 * w + b[i++] - '0';
        }
        int digits = i - first;
        int groups = 0;
        if (grouping != 0 && digits >= 1 && digits <= 3) {
            while (i + 3 < to
                    && b[i] == grouping
                    && isDigit(b[i + 1])
                    && isDigit(b[i + 2])
                    && isDigit(b[i + 3])
                    && (i + 4 == to || !isDigit(b[i + 4]))) {
                w = 1000 * w + 100 * (b[i + 1] - '0') + 10 * (b[i + 2] - '0') + b[i + 3] - '0';
                i += 4;
                digits += 3;
                groups++;
            }
        }
        int q = 0;
        if (i < to
                && b[i] == decimal
                && decimal != 0
                && (decimal == '.' || i + 1 < to && isDigit(b[i + 1]))) {
            int fraction = ++i;
            taken = 8;
            while (taken == 8 && i <= last) {
                long eight = EightBytes.at(b, i);
                taken = EightBytes.digits(eight);
                w = taken == 0 ? w : EightBytes.append(w, eight, taken);
                i += taken;
            }
            while (taken == 8 && i < to && isDigit(b[i])) {
                w = 10 * w + b[i++] - '0';
            }
            q = fraction - i;
            digits -= q;
        }
        if (digits == 0) {
            return -1;
        }
        int mantissaEnd = i;
        int exponent = 0;
        if (i < to && ((b[i] | 0x20) == 'e' || (b[i] | 0x20) == 'd')) {
            int j = i + 1;
            boolean down = j < to && b[j] == '-';
            if (down || j < to && b[j] == '+') {
                j++;
            }
            if (j < to && isDigit(b[j])) {
                while (j < to && isDigit(b[j])) {
                    if (exponent < 100000) {
                        exponent = 10 * exponent + b[j] - '0';
                    }
                    j++;
                }
                exponent = down ? -exponent : exponent;
                i = j;
            }
        } else if (suffixes && i < to) {
            int length = suffix(b, i, to);
            if (length > 0) {
                int which = SUFFIXES.indexOf(length == 1 && b[i] > 0 ? b[i] : 'u');
                exponent = EXPONENTS[which];
                i += length;
            }
        }
        q += exponent;
        if (digits > 19) {
            value = Double.parseDouble(ascii(b, from, mantissaEnd, groups) + "e" + exponent);
            return i;
        }
        double x = nearest(w, q);
        value = negative ? -x : x;
        return i;
    }

    /**
     * The double nearest to {@code w * 10^q}. Where both are small, one operation on two numbers
     * that are exact rounds once: W. D. Clinger, "How to read floating point numbers accurately",
     * PLDI 1990, 92, doi 10.1145/93542.93557.
     *
     * @param w unsigned
     */
    static double nearest(long w, int q) {
        if (w >= 0 && w <= 1L << 53 && q >= -22 && q <= 22) {
            return q < 0 ? w / TENS[-q] : w * TENS[q];
        }
        if (w == 0) {
            return 0;
        }
        if (q >= -PowersOfFive.RANGE && q <= PowersOfFive.RANGE) {
            double x = PowersOfFive.nearest(w, q);
            if (x == x) {
                return x;
            }
        }
        return Double.parseDouble(Long.toUnsignedString(w) + "e" + q);
    }

    /** The factor of an SI prefix ({@code 'm' -> 1e-3}); empty if the character is none. */
    public static OptionalDouble prefix(char c) {
        int i = SUFFIXES.indexOf(c == '\u00b5' || c == '\u03bc' ? 'u' : c);
        return i < 0 ? OptionalDouble.empty() : OptionalDouble.of(FACTORS[i]);
    }

    /** Missing and infinite values, typographic minus signs, groups set off by hard spaces. */
    private boolean unusual(byte[] b, int from, int to) {
        String s = new String(b, from, to - from, StandardCharsets.UTF_8);
        if (s.indexOf('\ufffd') >= 0) {
            s = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
        }
        String lower = s.toLowerCase(Locale.ROOT);
        if (MISSING.contains(lower)) {
            value = Double.NaN;
            return true;
        }
        boolean minus = lower.startsWith("-");
        if (INFINITE.contains(minus || lower.startsWith("+") ? lower.substring(1) : lower)) {
            value = minus ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            return true;
        }
        String plain = s.replace('\u2212', '-').replace('\u2013', '-');
        if (grouping == ' ' || grouping == '\u00a0' || grouping == '\u202f') {
            plain = plain.replaceAll("(?<=\\d)[ \\u00a0\\u202f](?=\\d{3}(?!\\d))", "");
        }
        if (plain.equals(s)) {
            return false;
        }
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        return scan(bytes, 0, bytes.length) == bytes.length;
    }

    private static int suffix(byte[] b, int i, int to) {
        int length = 1;
        if (b[i] == (byte) 0xC2 && i + 1 < to && b[i + 1] == (byte) 0xB5
                || b[i] == (byte) 0xCE && i + 1 < to && b[i + 1] == (byte) 0xBC) {
            length = 2;
        } else if (b[i] != (byte) 0xB5 && (b[i] <= 0 || SUFFIXES.indexOf(b[i]) < 0)) {
            return 0;
        }
        boolean last = i + length == to || !isWord(b[i + length]);
        return last ? length : 0;
    }

    private String ascii(byte[] b, int from, int to, int groups) {
        String s = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
        if (groups > 0) {
            s = s.replace(String.valueOf(grouping), "");
        }
        return s.replace(decimal, '.');
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(byte c) {
        return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c < 0;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}

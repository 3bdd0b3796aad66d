// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the last line of a file that has no line end is whole. Many programs end their last line,
 * some never do; so what the line itself looks like decides, beside the lines above it: a value
 * that is missing, or has no exponent or no decimals where all above have them, was cut.
 */
public enum LastLine {
    /** Nothing speaks against it. */
    WHOLE,
    /** Its last value is shorter than those above, and may be so rightly. */
    DOUBTFUL,
    /** It ends within its last value. */
    CUT;

    private static final Pattern EXPONENT = Pattern.compile(".*\\d[eE][-+]?(\\d+)");
    private static final Pattern DECIMALS = Pattern.compile("[-+]?\\d*[.,]\\d+.*");
    private static final Pattern BEGUN = Pattern.compile("[-+]|[-+]?\\d*[.,]?|.*\\d[eE][-+]?");
    private static final int FEWEST = 2;

    /**
     * What a last line is.
     *
     * @param above some lines above it, the nearest last; those of another width count nothing
     */
    public static LastLine of(List<String> above, String line) {
        char delimiter = delimiter(line);
        List<String> values = values(line, delimiter);
        List<String> others = new ArrayList<>();
        int ended = 0;
        for (String other : above) {
            List<String> those = values(other, delimiter);
            if (those.size() == values.size()) {
                others.add(those.getLast());
            }
            ended += those.size() == values.size() + 1 && those.getLast().isEmpty() ? 1 : 0;
        }
        if (ended >= FEWEST && others.isEmpty()) {
            return CUT;
        }
        if (others.size() < FEWEST) {
            return WHOLE;
        }
        String last = values.getLast();
        boolean whole = others.stream().noneMatch(String::isEmpty);
        if (whole && last.isEmpty()) {
            return CUT;
        }
        if (others.stream().allMatch(v -> EXPONENT.matcher(v).matches())) {
            int digits = others.stream().mapToInt(LastLine::exponentDigits).min().orElse(0);
            boolean padded = digits >= 2;
            return exponentDigits(last) == 0 || padded && exponentDigits(last) < digits
                    ? CUT
                    : WHOLE;
        }
        boolean decimals = others.stream().allMatch(v -> DECIMALS.matcher(v).matches());
        if (decimals && BEGUN.matcher(last).matches()) {
            return CUT;
        }
        int shortest = others.stream().mapToInt(String::length).min().orElse(0);
        int fewest = others.stream().mapToInt(LastLine::decimals).min().orElse(0);
        return last.length() < shortest || decimals && decimals(last) < fewest ? DOUBTFUL : WHOLE;
    }

    /** What to tell of a {@link #DOUBTFUL} line at a place, which is kept. */
    public static Problem doubt(String place) {
        return Problem.warning(
                        "rows.end",
                        "The file ends without an end of the line, and its last value is shorter"
                                + " than those above it.")
                .at(place)
                .mend("If the file was cut or is still being written, leave the last row out.");
    }

    private static char delimiter(String line) {
        return line.indexOf('\t') >= 0
                ? '\t'
                : line.indexOf(';') >= 0 ? ';' : line.indexOf(',') >= 0 ? ',' : Dialect.BLANKS;
    }

    private static List<String> values(String line, char delimiter) {
        List<String> values = new ArrayList<>();
        if (delimiter == Dialect.BLANKS) {
            values.addAll(List.of(line.strip().split("\\s+")));
            return values;
        }
        int from = 0;
        for (int i = line.indexOf(delimiter); i >= 0; i = line.indexOf(delimiter, from)) {
            values.add(line.substring(from, i).strip());
            from = i + 1;
        }
        values.add(line.substring(from).strip());
        return values;
    }

    private static int decimals(String value) {
        return value.length() - Math.max(value.lastIndexOf('.'), value.lastIndexOf(',')) - 1;
    }

    private static int exponentDigits(String value) {
        Matcher m = EXPONENT.matcher(value);
        return m.matches() ? m.group(1).length() : 0;
    }
}

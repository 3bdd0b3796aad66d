// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets.internal;

import java.util.regex.Pattern;

/** Formats of numbers, told apart into dates and others. */
final class NumberFormat {
    private static final int LONGEST = 255;
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|(?i:General|AM/PM|A/P)");
    private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(?:h+|m+|s+)\\]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");

    private NumberFormat() {}

    /**
     * Whether a format shows a number as a date or a time of day. Elapsed time ({@code [h]:mm}) is
     * none: it is a duration.
     *
     * @param id its number; those up to 163 have a fixed meaning (ECMA-376 part 1, 18.8.30)
     * @param code its text; empty for one of fixed meaning
     */
    static boolean isDate(String id, String code) {
        if (code.isEmpty()) {
            return switch (id) {
                case "14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "47" -> true;
                case "27", "28", "29", "30", "31", "32", "33", "34", "35", "36" -> true;
                case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> true;
                default -> false;
            };
        }
        if (code.length() > LONGEST || ELAPSED.matcher(code).find()) {
            return false;
        }
        String bare = LITERAL.matcher(BRACKETS.matcher(code).replaceAll("")).replaceAll("");
        int section = bare.indexOf(';');
        return (section < 0 ? bare : bare.substring(0, section)).matches("(?s).*[yYmMdDhHsS].*");
    }
}

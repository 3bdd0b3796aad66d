// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import java.util.OptionalDouble;

/** What a text file says about itself, as the typed values a recording takes. */
public final class Metadata {
    private static final int LONGEST_NUMBER = 40;

    private Metadata() {}

    /**
     * A value as {@code Long} or {@code Double} where the whole text is a number, with a decimal
     * point or comma; else the text without blanks around it. Spellings of missing numbers stay
     * text, and so do numbers with a leading zero such as {@code 007}, which are rather names.
     */
    public static Object value(String text) {
        String s = text.strip();
        if (s.length() > LONGEST_NUMBER || s.matches("[-+]?0\\d.*")) {
            return s;
        }
        if (s.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(s);
        }
        boolean comma = s.indexOf(',') >= 0 && s.indexOf('.') < 0;
        OptionalDouble number = (comma ? Numbers.comma() : Numbers.plain()).parse(s);
        return number.isPresent() && Double.isFinite(number.getAsDouble())
                ? (Object) number.getAsDouble()
                : s;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import java.util.List;

/**
 * Lines of comma-separated values as RFC 4180 has them: fields with commas, quotes or line breaks
 * in quotes, lines that end in CRLF, numbers with a dot and all digits that tell them apart.
 */
public final class Csv {
    private static final double WHOLE_BELOW = 0x1p53;

    private Csv() {}

    /** A line with its end; numbers are written in full, everything else as its text. */
    public static String line(List<?> fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            line.append(field(fields.get(i)));
        }
        return line.append("\r\n").toString();
    }

    /** One field. */
    public static String field(Object value) {
        if (value instanceof Double d) {
            return number(d);
        }
        String text = value.toString();
        boolean quoted =
                text.indexOf(',') >= 0
                        || text.indexOf('"') >= 0
                        || text.indexOf('\n') >= 0
                        || text.indexOf('\r') >= 0
                        || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** The shortest text that reads back as the same double; whole numbers without a point. */
    public static String number(double x) {
        boolean whole = x == Math.rint(x) && Math.abs(x) < WHOLE_BELOW;
        boolean negativeZero = x == 0 && 1 / x < 0;
        return whole && !negativeZero ? Long.toString((long) x) : Double.toString(x);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times since a beginning, written as hours, minutes and seconds: {@code 12:34:56.78}, {@code 2d
 * 01:00:00}, {@code 0d 00:00:5.0500}.
 */
public final class ClockTime {
    private static final Pattern CLOCK =
            Pattern.compile(
                    "(?:(\\d{1,6})\\s?[d-]\\s?|(\\d{1,6})\\s)?(\\d{1,9}):(\\d{2}):(\\d{1,2}(?:[.,]\\d{1,20})?)");

    private ClockTime() {}

    /** The time in seconds; empty if it is written in another way. */
    public static OptionalDouble seconds(String text) {
        Matcher m = CLOCK.matcher(text.strip());
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        String days = m.group(1) == null ? m.group(2) : m.group(1);
        long minutes =
                (days == null ? 0 : 1440 * Long.parseLong(days))
                        + 60 * Long.parseLong(m.group(3))
                        + Long.parseLong(m.group(4));
        return OptionalDouble.of(60.0 * minutes + Double.parseDouble(m.group(5).replace(',', '.')));
    }
}

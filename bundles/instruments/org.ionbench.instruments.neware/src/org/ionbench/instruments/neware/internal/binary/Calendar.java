// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** A local time as year (2 bytes), month, day, hour, minute and second (1 byte each). */
final class Calendar {
    private Calendar() {}

    /** Seconds since 1970, as if it were universal time; NaN where it is no time. */
    static double seconds(ByteBuffer in, int at) {
        return isTime(in, at)
                ? LocalDateTime.of(
                                in.getShort(at),
                                in.get(at + 2),
                                in.get(at + 3),
                                in.get(at + 4),
                                in.get(at + 5),
                                in.get(at + 6))
                        .toEpochSecond(ZoneOffset.UTC)
                : Double.NaN;
    }

    /** Whether there is a time between 1990 and 2200. */
    static boolean isTime(ByteBuffer in, int at) {
        int year = in.getShort(at);
        int month = in.get(at + 2);
        int day = in.get(at + 3);
        return year >= 1990
                && year <= 2200
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth()
                && in.get(at + 4) >= 0
                && in.get(at + 4) < 24
                && in.get(at + 5) >= 0
                && in.get(at + 5) < 60
                && in.get(at + 6) >= 0
                && in.get(at + 6) < 60;
    }
}

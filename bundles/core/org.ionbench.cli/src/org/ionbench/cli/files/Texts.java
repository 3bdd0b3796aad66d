// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Times as text. */
final class Texts {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private Texts() {}

    /** {@code 2021-03-04T10:11:12}, with a fraction of the second only where there is one. */
    static String localTime(LocalDateTime time) {
        String fraction =
                time.getNano() == 0
                        ? ""
                        : String.format(Locale.ROOT, ".%09d", time.get(ChronoField.NANO_OF_SECOND))
                                .replaceAll("0+$", "");
        return SECONDS.format(time) + fraction;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.joining;

import org.ionbench.api.importing.Recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows of a joined recording came from which file; kept with the table as metadata {@code
 * joined part 1 = rows 1 to 1200 from a.mpr, SHA-256 01ab...}.
 *
 * @param first the first row, counted from 0
 * @param rows how many
 * @param file the file's name without folders
 * @param sha256 the file's hash
 */
public record RowOrigin(int first, int rows, String file, String sha256) {
    private static final String KEY = "joined part ";
    private static final Pattern FORM =
            Pattern.compile("rows (\\d{1,9}) to (\\d{1,9}) from (.*), SHA-256 ([0-9a-f]*)");

    /** What a recording's metadata say; empty if it was not joined. */
    public static List<RowOrigin> of(Recording recording) {
        List<RowOrigin> origins = new ArrayList<>();
        while (true) {
            Object text = recording.metadata().get(KEY + (origins.size() + 1));
            Optional<RowOrigin> next = text == null ? Optional.empty() : read(text.toString());
            if (next.isEmpty()) {
                return List.copyOf(origins);
            }
            origins.add(next.get());
        }
    }

    private static Optional<RowOrigin> read(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(m.group(1)) - 1;
        int last = Integer.parseInt(m.group(2));
        return Optional.of(new RowOrigin(first, last - first, m.group(3), m.group(4)));
    }

    static String key(int number) {
        return KEY + number;
    }

    static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    RowOrigin shifted(int by) {
        return new RowOrigin(first + by, rows, file, sha256);
    }

    @Override
    public String toString() {
        return "rows "
                + (first + 1)
                + " to "
                + (first + rows)
                + " from "
                + file
                + ", SHA-256 "
                + sha256;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values strictly as RFC 4180 has them, for tests of what was written. */
public final class CsvLines {
    private CsvLines() {}

    /** The fields of each line; every line must end in CRLF. */
    public static List<List<String>> of(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder field = new StringBuilder();
            if (text.charAt(at) == '"') {
                at++;
                while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
                    at += text.charAt(at) == '"' ? 1 : 0;
                    field.append(text.charAt(at++));
                }
                at++;
            } else {
                while (",\r\n\"".indexOf(text.charAt(at)) < 0) {
                    field.append(text.charAt(at++));
                }
            }
            line.add(field.toString());
            if (text.charAt(at) == ',') {
                at++;
            } else if (text.startsWith("\r\n", at)) {
                at += 2;
                lines.add(line);
                line = new ArrayList<>();
            } else {
                throw new IllegalArgumentException("at " + at + " of " + text);
            }
        }
        if (!line.isEmpty()) {
            throw new IllegalArgumentException("the last line has no end");
        }
        return lines;
    }
}

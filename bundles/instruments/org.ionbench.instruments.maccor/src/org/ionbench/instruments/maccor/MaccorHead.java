// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before the names of the columns. */
final class MaccorHead {
    private static final int LONGEST = 500;

    /** Names that may share a line. */
    private static final Pattern KNOWN =
            Pattern.compile(
                    "(Today''?s Date|Date of"
                            + " Test|Filename|Procedure|Comment/Barcode|Comment|Barcode|Tester"
                            + " Channel|Description)\\s*(?::|(?=[\\t ,]))");

    private static final Pattern FUSED = Pattern.compile("(.*?\\.\\d{3})(\\S.*)");

    private final Map<String, String> said = new LinkedHashMap<>();
    private String names = "";

    /** Reads up to the names of the columns, which are the present line then. */
    static MaccorHead read(Lines lines) throws IOException {
        MaccorHead head = new MaccorHead();
        while (lines.next() && lines.number() < LONGEST) {
            String line = lines.text();
            if (MaccorColumns.areNames(line)) {
                head.names = line;
                return head;
            }
            head.take(line);
        }
        throw lines.wrong(
                "expected a line of column names such as Rec#, Cyc#, Step before the rows");
    }

    private void take(String line) {
        Matcher m = KNOWN.matcher(line);
        if (!m.find() || !line.substring(0, m.start()).isBlank()) {
            String[] parts = line.strip().split("\\s*[:\\t,;]\\s*", 2);
            if (!parts[0].isEmpty()) {
                put(parts[0], parts.length > 1 ? parts[1] : "");
            }
            return;
        }
        boolean more = true;
        while (more) {
            String name = m.group(1).replace("''", "'");
            int start = m.end();
            more = m.find();
            put(name, line.substring(start, more ? m.start() : line.length()));
        }
    }

    private void put(String name, String value) {
        String s = value.replaceAll("^[\\s,;:]+|[\\s,;]+$", "");
        Matcher fused = FUSED.matcher(s);
        if (name.equals("Procedure") && fused.matches()) {
            said.putIfAbsent(name, fused.group(1));
            said.putIfAbsent("Description", fused.group(2).strip());
        } else if (!s.isEmpty()) {
            said.put(name, s);
        }
    }

    /** The line of names. */
    String names() {
        return names;
    }

    /** Under the vendor's names, in the order of the file. */
    Map<String, String> said() {
        return said;
    }

    /** One of the values; empty where it is missing. */
    String said(String name) {
        return said.getOrDefault(name, "");
    }
}

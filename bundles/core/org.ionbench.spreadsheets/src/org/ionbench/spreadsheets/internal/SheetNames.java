// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets.internal;

import org.ionbench.api.importing.Head;
import org.ionbench.formats.Archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The names of sheets, from the first bytes of a workbook. */
public final class SheetNames {
    private static final Pattern SHEET =
            Pattern.compile("<(?:\\w+:)?sheet\\s[^>]*?\\bname=\"([^\"]*)\"");

    private SheetNames() {}

    /** Those that can be told; never throws. */
    public static List<String> of(Head head) {
        return Archive.glance(head.bytes()).stream()
                .filter(entry -> entry.name().endsWith("workbook.xml"))
                .map(entry -> new String(entry.bytes(), StandardCharsets.UTF_8))
                .flatMap(text -> SHEET.matcher(text).results())
                .map(m -> plain(m.group(1)))
                .toList();
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}

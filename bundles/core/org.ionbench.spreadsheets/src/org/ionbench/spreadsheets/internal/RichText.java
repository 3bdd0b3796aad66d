// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets.internal;

import org.ionbench.formats.XmlReader;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with their formatting, of which only the characters are kept. */
final class RichText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /**
     * The text of the present element, {@code si} or {@code is}; readings beside it are left out.
     */
    static String of(XmlReader xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int inside = xml.depth();
        while (xml.nextWithin(inside)) {
            if (xml.name().equals("t")) {
                text.append(xml.text());
            } else if (xml.name().equals("rPh")) {
                xml.text();
            }
        }
        return plain(text.toString());
    }

    /** A text whose escapes, {@code _x000D_}, are the characters they stand for. */
    static String plain(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(
                                m ->
                                        Matcher.quoteReplacement(
                                                Character.toString(
                                                        Integer.parseInt(m.group(1), 16))))
                : text;
    }
}

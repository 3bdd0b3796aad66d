// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes elements, attributes and text of SVG and HTML. Text and attribute values are always
 * escaped; what is no character of XML becomes a replacement character.
 */
public final class Markup {
    /** One letter, a low line and a short index, as in E_A. */
    private static final Pattern INDEXED =
            Pattern.compile("(?<![\\p{L}\\d_])(\\p{L})_([\\p{L}\\d]{1,4})(?![\\p{L}\\d_.])");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds nothing. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds a text. */
    public Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    public Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** A text of HTML in which {@code E_A} and the like get a lowered index. */
    public Markup indexed(String text) {
        Matcher m = INDEXED.matcher(text);
        int from = 0;
        while (m.find()) {
            text(text.substring(from, m.end(1))).element("sub", m.group(2));
            from = m.end();
        }
        return text(text.substring(from));
    }

    /** The same within a text element of SVG. */
    Markup indexedInSvg(String text) {
        Matcher m = INDEXED.matcher(text);
        int from = 0;
        while (m.find()) {
            text(text.substring(from, m.end(1)));
            element("tspan", m.group(2), "dy", "3", "font-size", "9");
            from = m.end();
            // what follows goes up again
            String next = from < text.length() ? text.substring(from, from + 1) : "";
            if (!next.isEmpty()) {
                element("tspan", next, "dy", "-3");
                from++;
            }
        }
        return text(text.substring(from));
    }

    /** A path of SVG; nothing where there is nothing to draw. */
    Markup path(PathData data, String... attributes) {
        if (!data.isEmpty()) {
            start("path", attributes);
            out.append(" d=\"").append(data).append("\"/>");
        }
        return this;
    }

    /** Markup made elsewhere by this class. */
    public Markup add(String markup) {
        out.append(markup);
        return this;
    }

    /** A line break between elements, for those who read the file. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]);
            out.append("=\"").append(escaped(attributes[i + 1])).append('"');
        }
    }

    private static String escaped(String text) {
        StringBuilder s = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> s.append("&amp;");
                                case '<' -> s.append("&lt;");
                                case '>' -> s.append("&gt;");
                                case '"' -> s.append("&quot;");
                                default -> s.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
                            }
                        });
        return s.toString();
    }

    /** Production Char of XML 1.0. */
    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xD800
                || c > 0xDFFF && c < 0xFFFE
                || c > 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

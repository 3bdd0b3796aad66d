// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;

import java.io.Closeable;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a {@code .par}, each with the section it stands in. */
final class ParLines implements Closeable {
    private static final Pattern HEADER = Pattern.compile("<([A-Za-z]+\\d*)>\\s*");

    private final Text text;
    private String line;
    private String section = "";
    private String closing = "";
    private boolean opens;

    private ParLines(Text text) {
        this.text = text;
    }

    static ParLines of(Source source, Progress progress) throws IOException {
        return new ParLines(Text.of(source, progress));
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        opens = false;
        line = text.next();
        if (line == null) {
            return false;
        }
        if (line.startsWith("<")) {
            if (!section.isEmpty() && line.strip().equals(closing)) {
                section = "";
            } else if (!section.equals("DockingLayout")) {
                open();
            }
        }
        return true;
    }

    private void open() {
        Matcher m = HEADER.matcher(line);
        if (m.matches()) {
            section = m.group(1);
            closing = "</" + section + ">";
            opens = true;
        }
    }

    /** Whether this line is the header of {@link #section()}. */
    boolean opensSection() {
        return opens;
    }

    /** The section this line stands in, empty between sections. */
    String section() {
        return section;
    }

    /** Whether this line is a row of numbers of a segment. */
    boolean isPoint() {
        if (!section.startsWith("Segment") || line.indexOf('=') >= 0) {
            return false;
        }
        String row = line.stripLeading();
        return !row.isEmpty() && "0123456789-+.".indexOf(row.charAt(0)) >= 0;
    }

    /** Whether the file ends with this line. */
    boolean isLast() {
        return text.atEnd();
    }

    String text() {
        return line;
    }

    String file() {
        return text.file();
    }

    /** The number of this line, from 1. */
    int number() {
        return text.number();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

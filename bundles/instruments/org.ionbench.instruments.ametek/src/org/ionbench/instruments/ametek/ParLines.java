// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Lines;

import java.io.Closeable;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a {@code .par}, each with the section it stands in. */
final class ParLines implements Closeable {
    private static final Pattern HEADER = Pattern.compile("<([A-Za-z]+\\d*)>\\s*");

    private final Lines lines;
    private String section = "";
    private boolean opens;

    private ParLines(Lines lines) {
        this.lines = lines;
    }

    static ParLines of(Source source, Progress progress) throws IOException {
        return new ParLines(Lines.of(source, progress));
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        opens = false;
        if (!lines.next()) {
            return false;
        }
        if (lines.startsWith("<")) {
            String line = lines.text().strip();
            if (line.equals("</" + section + ">")) {
                section = "";
            } else if (!section.equals("DockingLayout")) {
                open(line);
            }
        }
        return true;
    }

    private void open(String line) {
        Matcher m = HEADER.matcher(line);
        if (m.matches()) {
            section = m.group(1);
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
        if (!section.startsWith("Segment")) {
            return false;
        }
        byte[] b = lines.bytes();
        int i = lines.from();
        while (i < lines.to() && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i < lines.to() && (b[i] >= '0' && b[i] <= '9' || "+-.".indexOf(b[i]) >= 0);
    }

    /** The line itself. */
    Lines line() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

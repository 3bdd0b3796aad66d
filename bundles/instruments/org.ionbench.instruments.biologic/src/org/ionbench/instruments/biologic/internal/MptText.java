// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.formats.Encoding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** Lines of a text export, whatever its encoding; says where it is. */
final class MptText implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 20;

    private final String file;
    private final BufferedReader reader;
    private long line;
    private boolean endedByNewline = true;

    private MptText(String file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static MptText open(Source source) throws IOException {
        Charset charset = Encoding.of(source).charset();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(source.open(), charset), BUFFER);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return new MptText(source.name(), reader);
    }

    /** The number of the line read last, from 1. */
    long line() {
        return line;
    }

    /** Whether the line read last had its line end. */
    boolean endedByNewline() {
        return endedByNewline;
    }

    FormatException wrong(String sentence) {
        return new FormatException(file, "line " + Math.max(1, line), sentence);
    }

    /** The next line without its end; empty at the end of the file. */
    Optional<String> next() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        line++;
        while (c >= 0 && c != '\n') {
            text.append((char) c);
            if (text.length() > LONGEST_LINE) {
                throw wrong("a line has more than " + LONGEST_LINE + " characters");
            }
            c = reader.read();
        }
        endedByNewline = c == '\n';
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == '\r') {
            text.setLength(end - 1);
        }
        return Optional.of(text.toString());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

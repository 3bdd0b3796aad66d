// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The lines of a text file and the numbers in them, until the formats bundle reads them. */
final class Text implements Closeable {
    private static final int LONGEST = 1 << 20;
    private final String file;
    private final InputStream in;
    private final Progress progress;
    private String ahead;
    private int number;

    private Text(String file, InputStream in, Progress progress) throws IOException {
        this.file = file;
        this.in = in;
        this.progress = progress;
        ahead = line();
    }

    static Text of(Source source, Progress progress) throws IOException {
        return new Text(source.name(), new BufferedInputStream(source.open(), 1 << 16), progress);
    }

    String next() throws IOException {
        String line = ahead;
        if (line != null) {
            number++;
            if (number % 1024 == 0 && progress.isCancelled()) {
                throw new java.util.concurrent.CancellationException();
            }
            ahead = line();
        }
        return line;
    }

    boolean atEnd() {
        return ahead == null;
    }

    String file() {
        return file;
    }

    int number() {
        return number;
    }

    private String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        int b;
        long count = 0;
        while ((b = in.read()) >= 0) {
            count++;
            if (b == '\n') {
                break;
            }
            if (bytes.size() < LONGEST) {
                bytes.write(b);
            }
        }
        progress.done(count);
        if (b < 0 && count == 0) {
            return null;
        }
        byte[] all = bytes.toByteArray();
        String s;
        try {
            s = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all)).toString();
        } catch (CharacterCodingException e) {
            s = new String(all, Charset.forName("windows-1252"));
        }
        if (s.endsWith("\r")) {
            s = s.substring(0, s.length() - 1);
        }
        return s.startsWith("\ufeff") ? s.substring(1) : s;
    }

    static double number(String text, boolean decimalComma) {
        String s = text.strip();
        if (s.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(decimalComma ? s.replace(',', '.') : s);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

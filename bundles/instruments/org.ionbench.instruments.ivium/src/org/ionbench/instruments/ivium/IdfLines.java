// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ivium;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Numbers;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file of text with binary bytes between: each ends at a line feed, carriage returns
 * and bytes of zero are left out.
 */
final class IdfLines implements Closeable {
    private static final int LONGEST = 1 << 20;
    private static final int BATCH = 1 << 16;

    private final String file;
    private final InputStream in;
    private final Progress progress;
    private final Numbers numbers = Numbers.plain();
    private byte[] line = new byte[256];
    private int length;
    private int number;
    private int unreported;
    private boolean complete;
    private boolean again;

    private IdfLines(String file, InputStream in, Progress progress) {
        this.file = file;
        this.in = in;
        this.progress = progress;
    }

    static IdfLines of(Source source, Progress progress) throws IOException {
        progress.checkCancelled();
        progress.task(source.name(), source.size());
        return new IdfLines(source.name(), new BufferedInputStream(source.open(), BATCH), progress);
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        if (again) {
            again = false;
            return true;
        }
        length = 0;
        complete = false;
        int c = in.read();
        boolean any = c >= 0;
        while (c >= 0 && c != '\n') {
            if (c != 0 && c != '\r') {
                if (length == line.length) {
                    line = Arrays.copyOf(line, 2 * length);
                }
                line[length++] = (byte) c;
            }
            if (length > LONGEST) {
                throw wrong("expected lines of at most " + LONGEST + " bytes");
            }
            count();
            c = in.read();
        }
        complete = c == '\n';
        number += any ? 1 : 0;
        return any;
    }

    private void count() {
        if (++unreported == BATCH) {
            progress.done(unreported);
            progress.checkCancelled();
            unreported = 0;
        }
    }

    /** Makes {@link #next} give the present line once more. */
    void back() {
        again = true;
    }

    String text() {
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Whether the present line ends with a line feed and not with the file. */
    boolean isComplete() {
        return complete;
    }

    /** Reads as many numbers as there is room for; returns how many the line has. */
    int numbers(double[] row) {
        int n = 0;
        int i = 0;
        while (true) {
            while (i < length && (line[i] == ' ' || line[i] == '\t')) {
                i++;
            }
            if (i == length) {
                return n;
            }
            int end = i;
            while (end < length && line[end] != ' ' && line[end] != '\t') {
                end++;
            }
            if (!numbers.read(line, i, end)) {
                return 0;
            }
            if (n < row.length) {
                row[n] = numbers.value();
            }
            n++;
            i = end;
        }
    }

    String place() {
        return "line " + number;
    }

    FormatException wrong(String expected) {
        return new FormatException(file, place(), expected);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

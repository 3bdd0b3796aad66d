// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.spreadsheets.Cell;
import org.ionbench.spreadsheets.Spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sheet of a workbook as the text it would be: a line for each row, tabs between the cells. */
public final class SheetText implements Source {
    private static final int LARGEST = 1 << 29;

    private final Source workbook;
    private final String name;
    private final byte[] text;

    private SheetText(Source workbook, String name, byte[] text) {
        this.workbook = workbook;
        this.name = name;
        this.text = text;
    }

    /** Reads a sheet. */
    public static SheetText of(Source source, Spreadsheet workbook, String sheet)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] line = {1};
        workbook.read(
                sheet,
                (number, cells) -> {
                    for (; line[0] < number; line[0]++) {
                        out.write('\n');
                    }
                    write(cells, out);
                    if (out.size() > LARGEST) {
                        throw new FormatException(
                                source.name(),
                                "sheet \"" + sheet + "\", row " + number,
                                "expected at most " + LARGEST + " bytes of text in a sheet");
                    }
                    return true;
                });
        return new SheetText(
                source, stem(source.name()) + ", " + sheet + ".xlsx", out.toByteArray());
    }

    private static void write(List<Cell> cells, ByteArrayOutputStream out) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write('\t');
            }
            String s = cells.get(i).text();
            if (cells.get(i) instanceof Cell.Text) {
                s = s.replaceAll("[\\t\\r\\n]+", " ").strip();
                s = s.startsWith("\"") ? '"' + s.replace("\"", "\"\"") + '"' : s;
            }
            out.writeBytes(s.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The same under the workbook's own name, where it is the only table in it. */
    public SheetText alone() {
        return new SheetText(workbook, workbook.name(), text);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return text.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(text);
    }

    @Override
    public byte[] bytes(long limit) throws IOException {
        if (text.length > limit) {
            throw new FormatException(name, "", "expected at most " + limit + " bytes");
        }
        return Arrays.copyOf(text, text.length);
    }

    @Override
    public Optional<Source> companion(String other) throws IOException {
        return workbook.companion(other);
    }

    /** What the user overrides, but for how text is written, which is known. */
    @Override
    public Map<String, String> options() {
        Map<String, String> options = new HashMap<>(workbook.options());
        options.put("encoding", "UTF-8");
        options.put("delimiter", "tab");
        options.put("decimal", ".");
        return options;
    }

    @Override
    public SeekableByteChannel channel() {
        return new Channel(ByteBuffer.wrap(text).asReadOnlyBuffer());
    }

    private static final class Channel implements SeekableByteChannel {
        private final ByteBuffer in;
        private boolean closed;

        Channel(ByteBuffer in) {
            this.in = in;
        }

        private ByteBuffer in() throws ClosedChannelException {
            if (closed) {
                throw new ClosedChannelException();
            }
            return in;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int n = Math.min(in().remaining(), target.remaining());
            if (n == 0) {
                return target.hasRemaining() ? -1 : 0;
            }
            target.put(in.slice(in.position(), n));
            in.position(in.position() + n);
            return n;
        }

        @Override
        public long position() throws IOException {
            return in().position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            in().position((int) Math.min(position, in.limit()));
            return this;
        }

        @Override
        public long size() throws IOException {
            return in().limit();
        }

        @Override
        public boolean isOpen() {
            return !closed;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }
    }
}

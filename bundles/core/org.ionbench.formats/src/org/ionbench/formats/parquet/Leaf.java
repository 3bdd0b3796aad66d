// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import org.ionbench.api.problem.FormatException;
import org.ionbench.formats.BinaryReader;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One column of the file, read page by page: a page's head, then (packed) one bit a row that says
 * whether there is a value, then the values.
 */
final class Leaf {
    private static final int LARGEST_PAGE = 1 << 27;
    private static final int LONGEST_HEAD = 1 << 16;

    private static final String[] PACKINGS = {
        "none", "Snappy", "gzip", "LZO", "Brotli", "LZ4", "Zstandard", "LZ4"
    };
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;

    /** Encodings, as the format numbers them. */
    private static final int PLAIN = 0;

    private static final int DICTIONARY = 2;
    private static final int RUNS = 3;
    private static final int DELTA = 5;
    private static final int DELTA_LENGTH = 6;
    private static final int DELTA_TEXT = 7;
    private static final int DICTIONARY_RUNS = 8;
    private static final int SPLIT = 9;

    /** What the file has that is not read here; the rest of a sentence. */
    static final class NotRead extends IOException {
        private static final long serialVersionUID = 1L;

        NotRead(String what) {
            super(what);
        }
    }

    private final BinaryReader in;
    private final String name;
    private final int type;
    private final boolean optional;
    private final DoubleUnaryOperator meaning;

    private Compact chunk = new Compact();
    private long at;
    private long chunkEnd;
    private Values.Dictionary dictionary;

    private Values values;
    private Hybrid present;
    private long left;

    /**
     * @param optional whether rows may be without a value
     * @param meaning what a stored number means, such as hundredths
     */
    Leaf(BinaryReader in, String name, int type, boolean optional, DoubleUnaryOperator meaning) {
        this.in = in;
        this.name = name;
        this.type = type;
        this.optional = optional;
        this.meaning = meaning;
    }

    boolean isText() {
        return type == Values.BYTE_ARRAY;
    }

    /**
     * Begins with the column's part of a row group.
     *
     * @throws NotRead if it is packed in a way that is not read here
     */
    void begin(Compact metadata) throws IOException {
        chunk = metadata;
        long packing = metadata.number(4, 0);
        if (packing != 0 && packing != SNAPPY && packing != GZIP) {
            String known =
                    packing > 0 && packing < PACKINGS.length
                            ? PACKINGS[(int) packing]
                            : "something unknown";
            throw new NotRead(
                    "is packed with "
                            + known
                            + ", which is not read; write the file with Snappy, gzip or unpacked");
        }
        long data = metadata.number(9, 0);
        long words = metadata.number(11, 0);
        at = words > 0 && words < data ? words : data;
        chunkEnd = at + metadata.number(7, 0);
        dictionary = null;
        left = 0;
        values = null;
        if (metadata.number(5, 0) > 0) {
            page();
        }
    }

    /** Reads so many values of a column of numbers; NaN where there is none. */
    void read(double[] target, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            target[i] = isThere() ? meaning.applyAsDouble(values.number()) : Double.NaN;
        }
    }

    /** Reads so many values of a column of text; empty where there is none. */
    void read(String[] target, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            target[i] = isThere() ? values.text() : "";
        }
    }

    private boolean isThere() throws IOException {
        while (left == 0) {
            page();
        }
        left--;
        return present == null || present.next() == 1;
    }

    private void page() throws IOException {
        if (at >= chunkEnd) {
            throw wrong("ends before its rows do");
        }
        try {
            Compact head = head();
            int size = size(head.number(2, -1), LARGEST_PAGE);
            int stored = size(head.number(3, -1), LARGEST_PAGE);
            in.require(stored, "a page of the column " + name);
            byte[] bytes = in.bytes(stored);
            at += stored;
            switch ((int) head.number(1, -1)) {
                case 0 -> data(head.part(5).orElseThrow(() -> wrong("lacks a head")), bytes, size);
                case 2 -> {
                    int count = size(head.part(7).orElseGet(Compact::new).number(1, -1), size);
                    ByteBuffer page = ByteBuffer.wrap(unpacked(bytes, 0, size));
                    dictionary = new Values.Dictionary(page, type, count);
                }
                case 3 -> data2(head.part(8).orElseThrow(() -> wrong("lacks a head")), bytes, size);
                default -> {}
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw wrong("has a page that makes no sense");
        }
    }

    private Compact head() throws IOException {
        in.seek(at);
        ByteBuffer head = ByteBuffer.wrap(in.bytes((int) Math.min(LONGEST_HEAD, in.remaining())));
        Compact read = Compact.read(head, in.file());
        at += head.position();
        in.seek(at);
        return read;
    }

    private void data(Compact head, byte[] bytes, int size) throws IOException {
        ByteBuffer page = ByteBuffer.wrap(unpacked(bytes, 0, size)).order(ByteOrder.LITTLE_ENDIAN);
        int count = size(head.number(1, -1), Integer.MAX_VALUE);
        ByteBuffer levels = ByteBuffer.allocate(0);
        if (optional) {
            if (head.number(3, RUNS) != RUNS) {
                throw unknown(head.number(3, RUNS));
            }
            int length = page.getInt();
            levels = page.slice(page.position(), length);
            page.position(page.position() + length);
        }
        begin(count, levels, page.slice(), (int) head.number(2, 0));
    }

    private void data2(Compact head, byte[] bytes, int size) throws IOException {
        int repeats = size(head.number(6, 0), bytes.length);
        int length = size(head.number(5, 0), bytes.length - repeats);
        int levels = repeats + length;
        byte[] unpacked =
                head.number(7, 1) == 1
                        ? unpacked(bytes, levels, size - levels)
                        : Arrays.copyOfRange(bytes, levels, bytes.length);
        begin(
                size(head.number(1, -1), Integer.MAX_VALUE),
                ByteBuffer.wrap(bytes, repeats, length).slice(),
                ByteBuffer.wrap(unpacked),
                (int) head.number(4, 0));
    }

    private void begin(int count, ByteBuffer levels, ByteBuffer page, int encoding)
            throws IOException {
        present = optional ? new Hybrid(levels, 1) : null;
        left = count;
        values =
                switch (encoding) {
                    case PLAIN -> Values.plain(page, type);
                    case DICTIONARY, DICTIONARY_RUNS -> {
                        if (dictionary == null) {
                            throw wrong("lacks its dictionary");
                        }
                        yield Values.of(dictionary, page);
                    }
                    case RUNS -> {
                        fits(type == Values.BOOLEAN);
                        yield Values.runs(page);
                    }
                    case DELTA -> {
                        fits(type == Values.INT32 || type == Values.INT64);
                        yield Values.delta(page, type);
                    }
                    case DELTA_LENGTH -> {
                        fits(isText());
                        yield Values.texts(page);
                    }
                    case DELTA_TEXT -> {
                        fits(isText());
                        yield Values.prefixedTexts(page);
                    }
                    case SPLIT -> {
                        fits(!isText() && type != Values.BOOLEAN && type != Values.INT96);
                        yield Values.split(page, type);
                    }
                    default -> throw unknown(encoding);
                };
    }

    private void fits(boolean encoding) throws FormatException {
        if (!encoding) {
            throw wrong("has a page in an encoding that does not fit its type");
        }
    }

    private static NotRead unknown(long encoding) {
        return new NotRead(
                "is written in Parquet's encoding " + encoding + ", which is not known here");
    }

    private byte[] unpacked(byte[] bytes, int from, int size) throws IOException {
        if (size < 0) {
            throw wrong("has a page that makes no sense");
        }
        byte[] packed = from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length);
        if (size == 0) {
            // a page of rows without values: some programs pack nothing, others do not pack it
            return new byte[0];
        }
        return switch ((int) chunk.number(4, 0)) {
            case SNAPPY -> Snappy.unpack(packed, size, in.file());
            case GZIP -> {
                try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    byte[] all = gzip.readNBytes(size);
                    if (all.length != size) {
                        throw wrong("has a page shorter than it says");
                    }
                    yield all;
                } catch (ZipException | EOFException e) {
                    throw wrong("has a page that cannot be unpacked (gzip)");
                }
            }
            default -> packed;
        };
    }

    private int size(long n, int most) throws FormatException {
        if (n < 0 || n > most) {
            throw wrong("has a page that says an impossible size");
        }
        return (int) n;
    }

    private FormatException wrong(String what) {
        return new FormatException(
                in.file(), "byte " + at, "the column \"" + name + "\" " + what + "; it is damaged");
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a flat table as a Parquet file: numbers as DOUBLE, so that no digit is lost, text as
 * strings, every value plain, pages packed with gzip, which every reader knows. Layout as in {@link
 * ParquetReader}.
 */
public final class ParquetWriter implements Closeable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.ISO_8859_1);
    private static final int GROUP = 1 << 17;
    private static final int GZIP = 2;

    /** A column to be written. */
    public record Field(String name, boolean text) {}

    private final OutputStream out;
    private final List<Field> fields;
    private final Map<String, String> texts;
    private final List<Object> groups = new ArrayList<>();
    private final List<ByteArrayOutputStream> pages = new ArrayList<>();
    private long position;
    private long rows;
    private int inGroup;

    /**
     * Begins a file.
     *
     * @param texts pairs of text that go into its description
     */
    public ParquetWriter(OutputStream out, List<Field> fields, Map<String, String> texts)
            throws IOException {
        this.out = out;
        this.fields = List.copyOf(fields);
        this.texts = Map.copyOf(texts);
        fields.forEach(_ -> pages.add(new ByteArrayOutputStream()));
        put(MAGIC);
    }

    /**
     * Adds rows.
     *
     * @param numbers for each field an array, read where the field is one of numbers
     * @param words for each field an array, read where the field is one of text
     */
    public void write(double[][] numbers, String[][] words, int count) throws IOException {
        for (int from = 0; from < count; ) {
            int n = Math.min(count - from, GROUP - inGroup);
            for (int c = 0; c < fields.size(); c++) {
                pages.get(c)
                        .writeBytes(
                                fields.get(c).text
                                        ? words(words[c], from, n)
                                        : numbers(numbers[c], from, n));
            }
            from += n;
            inGroup += n;
            if (inGroup == GROUP) {
                group();
            }
        }
    }

    private static byte[] numbers(double[] values, int from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values, from, count);
        return bytes.array();
    }

    private static byte[] words(String[] values, int from, int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = from; i < from + count; i++) {
            byte[] text = values[i].getBytes(StandardCharsets.UTF_8);
            all.writeBytes(
                    ByteBuffer.allocate(4)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(text.length)
                            .array());
            all.writeBytes(text);
        }
        return all.toByteArray();
    }

    private void group() throws IOException {
        List<Object> chunks = new ArrayList<>();
        long size = 0;
        for (int c = 0; c < fields.size(); c++) {
            byte[] plain = pages.get(c).toByteArray();
            pages.get(c).reset();
            chunks.add(chunk(fields.get(c), plain));
            size += plain.length;
        }
        groups.add(
                new Compact()
                        .with(1, chunks)
                        .with(2, new Compact.Wide(size))
                        .with(3, new Compact.Wide(inGroup)));
        rows += inGroup;
        inGroup = 0;
    }

    private Compact chunk(Field field, byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        new Compact()
                .with(1, 0)
                .with(2, plain.length)
                .with(3, packed.size())
                .with(5, new Compact().with(1, inGroup).with(2, 0).with(3, 3).with(4, 3))
                .write(head);
        long start = position;
        put(head.toByteArray());
        put(packed.toByteArray());
        Compact metadata =
                new Compact()
                        .with(1, field.text ? Values.BYTE_ARRAY : Values.DOUBLE)
                        .with(2, List.of(0L, 3L))
                        .with(3, List.of(field.name))
                        .with(4, GZIP)
                        .with(5, new Compact.Wide(inGroup))
                        .with(6, new Compact.Wide(head.size() + (long) plain.length))
                        .with(7, new Compact.Wide(position - start))
                        .with(9, new Compact.Wide(start));
        return new Compact().with(2, new Compact.Wide(start)).with(3, metadata);
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /** Writes what is left and the description, and closes the stream. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (inGroup > 0) {
                group();
            }
            ByteArrayOutputStream description = new ByteArrayOutputStream();
            description().write(description);
            put(description.toByteArray());
            put(
                    ByteBuffer.allocate(4)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(description.size())
                            .array());
            put(MAGIC);
        }
    }

    private Compact description() {
        List<Object> schema = new ArrayList<>();
        schema.add(new Compact().with(4, "schema").with(5, fields.size()));
        for (Field field : fields) {
            Compact element =
                    new Compact()
                            .with(1, field.text ? Values.BYTE_ARRAY : Values.DOUBLE)
                            .with(3, 0)
                            .with(4, field.name);
            schema.add(
                    field.text
                            ? element.with(6, 0).with(10, new Compact().with(1, new Compact()))
                            : element);
        }
        Compact all =
                new Compact()
                        .with(1, 1)
                        .with(2, schema)
                        .with(3, new Compact.Wide(rows))
                        .with(4, groups);
        if (!texts.isEmpty()) {
            List<Object> pairs = new ArrayList<>();
            texts.forEach((key, value) -> pairs.add(new Compact().with(1, key).with(2, value)));
            all.with(5, pairs);
        }
        return all.with(6, "Ionbench");
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.formats.BinaryReader;

import java.io.Closeable;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Reads the flat columns of a Parquet file, a block of rows at a time; memory is bounded by one
 * page a column.
 *
 * <h2>The format</h2>
 *
 * {@code PAR1}, then row groups: for each column a chunk of pages (an optional dictionary page
 * first). At the end a description in Thrift's compact protocol (schema, rows, row groups with the
 * offsets of their chunks, pairs of text), its length in four bytes, least significant first, and
 * {@code PAR1}. Read are: types BOOLEAN, INT32, INT64, INT96, FLOAT, DOUBLE, BYTE_ARRAY; encodings
 * PLAIN, dictionary, RLE, DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY,
 * BYTE_STREAM_SPLIT; pages of version 1 and 2; unpacked, Snappy, gzip. Decimals in INT32 and INT64
 * and unsigned numbers are what they mean, times and dates the whole numbers they are. Columns
 * within groups and lists are left out and named.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Apache Parquet, file format</a>
 */
public final class ParquetReader implements Closeable {
    private static final String MAGIC = "PAR1";
    private static final int LONGEST_DESCRIPTION = 1 << 23;
    private static final int MOST_COLUMNS = 10_000;

    /** Fields of a column's description that tell what its stored values mean. */
    private static final int CONVERTED_TYPE = 6;

    private static final int LOGICAL_TYPE = 10;

    /**
     * A column.
     *
     * @param name its name
     * @param text whether its values are text
     * @param unit of a time stamp: {@code "ms"}, {@code "us"}, {@code "ns"} or {@code "s"} since
     *     1970; empty of anything else
     * @param utc whether a time stamp is in UTC; otherwise in the time of a place the file does not
     *     name
     */
    public record Field(String name, boolean text, String unit, boolean utc) {}

    private final BinaryReader in;
    private final List<Compact> groups;
    private final Map<String, String> texts;
    private final long rows;
    private final List<Field> fields = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    private int group;
    private long leftInGroup;

    /**
     * Reads a file's description.
     *
     * @throws FormatException if it is no Parquet file, is damaged, encrypted or cut off
     */
    public static ParquetReader of(Source source) throws IOException {
        BinaryReader in = BinaryReader.of(source, ByteOrder.LITTLE_ENDIAN);
        try {
            return new ParquetReader(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private ParquetReader(BinaryReader in) throws IOException {
        this.in = in;
        Compact description = description();
        rows = description.number(3, 0);
        groups = description.parts(4);
        texts = new LinkedHashMap<>();
        for (Compact pair : description.parts(5)) {
            pair.text(1).ifPresent(key -> texts.put(key, pair.text(2).orElse("")));
        }
        schema(description.parts(2));
        group = -1;
        nextGroup();
    }

    private Compact description() throws IOException {
        long size = in.size();
        if (size < 12) {
            throw new FormatException(in.file(), "", "is too short to be a Parquet file");
        }
        in.seek(0).expect(MAGIC);
        in.seek(size - 8);
        long length = in.u32();
        String end = in.latin1(4);
        if (end.equals("PARE")) {
            throw new FormatException(in.file(), "", "is encrypted; write it without encryption");
        }
        if (end.equals(MAGIC) && length <= size - 12 && length > LONGEST_DESCRIPTION) {
            throw new FormatException(
                    in.file(),
                    "byte " + (size - 8),
                    "the description of this Parquet file is longer than the "
                            + (LONGEST_DESCRIPTION >> 20)
                            + " MiB that are read; write it with fewer columns or row groups");
        }
        if (!end.equals(MAGIC) || length > size - 12) {
            throw new FormatException(
                    in.file(),
                    "byte " + (size - 8),
                    "the description at the end of this Parquet file is missing, so it was cut"
                            + " off or is still being written; copy it again when it is whole");
        }
        in.seek(size - 8 - length);
        return Compact.read(ByteBuffer.wrap(in.bytes((int) length)), in.file());
    }

    private void schema(List<Compact> elements) throws FormatException {
        if (elements.isEmpty() || elements.size() > MOST_COLUMNS) {
            throw new FormatException(
                    in.file(), "", "this Parquet file has no readable list of columns");
        }
        int leaf = 0;
        for (int i = 1; i < elements.size(); i++) {
            Compact element = elements.get(i);
            String name = element.text(4).orElse("column " + i);
            if (element.number(5, 0) > 0) {
                leftOut.add("The column \"" + name + "\" is a group of columns and was left out.");
                int inside = leavesOf(elements, i);
                leaf += inside;
                i = last(elements, i);
                continue;
            }
            int place = leaf++;
            int type = (int) element.number(1, -1);
            boolean text = type == Values.BYTE_ARRAY;
            Optional<Integer> decimals = decimals(element);
            if (element.number(3, 0) > 1
                    || type < 0
                    || type > Values.BYTE_ARRAY
                    || text && decimals.isPresent()) {
                leftOut.add(
                        "The column \""
                                + name
                                + "\" is a list, bytes of fixed size or decimals in bytes and was"
                                + " left out.");
                continue;
            }
            boolean optional = element.number(3, 0) == 1;
            leaves.add(new Leaf(in, name, type, optional, meaning(element, type, decimals)));
            places.add(place);
            fields.add(new Field(name, text, unit(element, type), isUtc(element)));
        }
    }

    private static int last(List<Compact> elements, int from) {
        int at = from;
        for (long open = elements.get(from).number(5, 0); open > 0 && at + 1 < elements.size(); ) {
            at++;
            open += elements.get(at).number(5, 0) - 1;
        }
        return at;
    }

    private static int leavesOf(List<Compact> elements, int from) {
        return (int)
                elements.subList(from + 1, last(elements, from) + 1).stream()
                        .filter(e -> e.number(5, 0) == 0)
                        .count();
    }

    /** How many of a number's digits stand behind the point; empty of what is no decimal. */
    private static Optional<Integer> decimals(Compact element) {
        Optional<Compact> logical = element.part(LOGICAL_TYPE).flatMap(l -> l.part(5));
        if (logical.isEmpty() && element.number(CONVERTED_TYPE, -1) != 5) {
            return Optional.empty();
        }
        return Optional.of(
                Math.clamp(logical.map(d -> d.number(1, 0)).orElse(element.number(7, 0)), 0, 22));
    }

    private static DoubleUnaryOperator meaning(
            Compact element, int type, Optional<Integer> decimals) {
        if (decimals.isPresent()) {
            double one = Math.pow(10, decimals.get());
            return n -> n / one;
        }
        long converted = element.number(CONVERTED_TYPE, -1);
        boolean unsigned =
                converted >= 11 && converted <= 14
                        || element.part(LOGICAL_TYPE)
                                .flatMap(l -> l.part(10))
                                .filter(whole -> whole.number(2, 1) == 0)
                                .isPresent();
        double range = type == Values.INT32 ? 0x1p32 : 0x1p64;
        return unsigned ? n -> n < 0 ? n + range : n : DoubleUnaryOperator.identity();
    }

    private static Optional<Compact> timestamp(Compact element) {
        return element.part(LOGICAL_TYPE).flatMap(l -> l.part(8));
    }

    /** An older program's time stamps, of which only the converted type is told, are in UTC. */
    private static boolean isUtc(Compact element) {
        long converted = element.number(CONVERTED_TYPE, -1);
        return timestamp(element)
                .map(t -> t.number(1, 0) == 1)
                .orElse(converted == 9 || converted == 10);
    }

    private static String unit(Compact element, int type) {
        if (type == Values.INT96) {
            return "s";
        }
        Optional<Compact> unit = timestamp(element).flatMap(t -> t.part(2));
        if (unit.isPresent()) {
            return unit.get().has(1) ? "ms" : unit.get().has(2) ? "us" : "ns";
        }
        return switch ((int) element.number(CONVERTED_TYPE, -1)) {
            case 9 -> "ms";
            case 10 -> "us";
            default -> "";
        };
    }

    private void nextGroup() throws IOException {
        leftInGroup = 0;
        while (leftInGroup == 0 && ++group < groups.size()) {
            leftInGroup = groups.get(group).number(3, 0);
            if (leftInGroup < 0) {
                throw new FormatException(
                        in.file(),
                        "row group " + (group + 1),
                        "the file says an impossible number of rows; it is damaged");
            }
            List<Compact> chunks = groups.get(group).parts(1);
            for (int i = leaves.size() - 1; i >= 0; i--) {
                begin(i, chunks);
            }
        }
    }

    private void begin(int i, List<Compact> chunks) throws IOException {
        int place = places.get(i);
        if (place >= chunks.size() || chunks.get(place).part(3).isEmpty()) {
            throw new FormatException(
                    in.file(),
                    "",
                    "row group "
                            + (group + 1)
                            + " lacks the column \""
                            + fields.get(i).name()
                            + "\"; the file is damaged");
        }
        try {
            leaves.get(i).begin(chunks.get(place).part(3).get());
        } catch (Leaf.NotRead e) {
            if (group > 0) {
                throw new FormatException(
                        in.file(),
                        "row group " + (group + 1),
                        "the column \"" + fields.get(i).name() + "\" " + e.getMessage());
            }
            leftOut.add("The column \"" + fields.get(i).name() + "\" " + e.getMessage() + ".");
            leaves.remove(i);
            places.remove(i);
            fields.remove(i);
        }
    }

    /** The columns that are read, in the file's order. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** What is not read, a sentence each. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** The pairs of text in the description. */
    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /** How many rows the file says it has. */
    public long rows() {
        return rows;
    }

    /**
     * Reads the next rows.
     *
     * @param numbers for each field an array, filled where the field is one of numbers
     * @param words for each field an array, filled where the field is one of text
     * @param most the most rows to read, no more than the arrays hold
     * @return how many were read; 0 at the end
     */
    public int read(double[][] numbers, String[][] words, int most) throws IOException {
        if (group >= groups.size() || leaves.isEmpty()) {
            return 0;
        }
        int count = (int) Math.min(most, leftInGroup);
        for (int i = 0; i < leaves.size(); i++) {
            try {
                if (leaves.get(i).isText()) {
                    leaves.get(i).read(words[i], count);
                } else {
                    leaves.get(i).read(numbers[i], count);
                }
            } catch (BufferUnderflowException
                    | IndexOutOfBoundsException
                    | IllegalArgumentException
                    | ArithmeticException e) {
                throw new FormatException(
                        in.file(),
                        "row group " + (group + 1),
                        "a page of the column \""
                                + fields.get(i).name()
                                + "\" ends too early; the file is damaged",
                        e);
            } catch (Leaf.NotRead e) {
                throw new FormatException(
                        in.file(),
                        "row group " + (group + 1),
                        "the column \"" + fields.get(i).name() + "\" " + e.getMessage());
            }
        }
        leftInGroup -= count;
        if (leftInGroup == 0) {
            nextGroup();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

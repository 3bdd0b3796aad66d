// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.FormatException;
import org.ionbench.testkit.MemorySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Reads files put together byte by byte from the format's description and its examples. */
class ParquetReaderTest {
    private static final int PLAIN = 0;
    private static final int RUNS = 3;
    private static final int DELTA = 5;
    private static final int DELTA_LENGTH = 6;
    private static final int DELTA_TEXT = 7;
    private static final int DICTIONARY = 8;
    private static final int SPLIT = 9;

    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;

    private static final int UNPACKED = 0;
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;

    // ---- a file of one column

    private static ThriftBytes column(int type, int repetition) {
        return new ThriftBytes().number(1, type).number(3, repetition).text(4, "v");
    }

    private static byte[] file(
            ThriftBytes column, int type, int packing, int rows, byte[]... pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("PAR1"));
        for (byte[] page : pages) {
            out.writeBytes(page);
        }
        ThriftBytes chunk =
                new ThriftBytes()
                        .number(1, type)
                        .number(4, packing)
                        .number(5, rows)
                        .number(7, out.size() - 4)
                        .number(9, 4);
        byte[] description =
                new ThriftBytes()
                        .number(1, 1)
                        .parts(2, new ThriftBytes().text(4, "root").number(5, 1), column)
                        .number(3, rows)
                        .parts(
                                4,
                                new ThriftBytes()
                                        .parts(1, new ThriftBytes().part(3, chunk))
                                        .number(3, rows))
                        .ended();
        return ended(out, description);
    }

    private static byte[] ended(ByteArrayOutputStream out, byte[] description) {
        out.writeBytes(description);
        out.writeBytes(little(4, b -> b.putInt(description.length)));
        out.writeBytes(ascii("PAR1"));
        return out.toByteArray();
    }

    private static byte[] file(int type, int encoding, int rows, byte[] values) {
        return file(
                column(type, REQUIRED), type, UNPACKED, rows, page(rows, encoding, values, values));
    }

    private static byte[] page(int rows, int encoding, byte[] plain, byte[] packed) {
        ThriftBytes head =
                new ThriftBytes()
                        .number(1, rows)
                        .number(2, encoding)
                        .number(3, RUNS)
                        .number(4, RUNS);
        return joined(
                new ThriftBytes()
                        .number(1, 0)
                        .number(2, plain.length)
                        .number(3, packed.length)
                        .part(5, head)
                        .ended(),
                packed);
    }

    private static byte[] dictionary(int count, byte[] plain, byte[] packed) {
        return joined(
                new ThriftBytes()
                        .number(1, 2)
                        .number(2, plain.length)
                        .number(3, packed.length)
                        .part(7, new ThriftBytes().number(1, count).number(2, PLAIN))
                        .ended(),
                packed);
    }

    /** A page of version 2: the levels stand unpacked before the values. */
    private static byte[] page2(
            int rows, String levels, int size, boolean isPacked, byte[] stored) {
        byte[] present = hex(levels);
        ThriftBytes head =
                new ThriftBytes()
                        .number(1, rows)
                        .number(2, 0)
                        .number(3, rows)
                        .number(4, PLAIN)
                        .number(5, present.length)
                        .number(6, 0)
                        .truth(7, isPacked);
        return joined(
                new ThriftBytes()
                        .number(1, 3)
                        .number(2, present.length + size)
                        .number(3, present.length + stored.length)
                        .part(8, head)
                        .ended(),
                present,
                stored);
    }

    private static double[] numbers(byte[] file, int rows) throws IOException {
        double[][] numbers = new double[1][rows + 1];
        try (ParquetReader reader = ParquetReader.of(MemorySource.of("a.parquet", file))) {
            int read = reader.read(numbers, new String[1][], rows + 1);
            assertEquals(0, reader.read(numbers, new String[1][], 1));
            return Arrays.copyOf(numbers[0], read);
        }
    }

    private static List<String> texts(byte[] file, int rows) throws IOException {
        String[][] words = new String[1][rows];
        try (ParquetReader reader = ParquetReader.of(MemorySource.of("a.parquet", file))) {
            assertEquals(rows, reader.read(new double[1][], words, rows));
            return List.of(words[0]);
        }
    }

    private static String refused(byte[] file) {
        return assertThrows(FormatException.class, () -> numbers(file, 8)).getMessage();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes.replace(" ", ""));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] little(int size, Consumer<ByteBuffer> fill) {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        fill.accept(bytes);
        return bytes.array();
    }

    private static byte[] doubles(double... values) {
        return little(8 * values.length, b -> b.asDoubleBuffer().put(values));
    }

    private static byte[] ints(int... values) {
        return little(4 * values.length, b -> b.asIntBuffer().put(values));
    }

    /** A Snappy block that is a single literal of at most 60 bytes. */
    private static byte[] literal(byte[] plain) {
        return joined(new byte[] {(byte) plain.length, (byte) (plain.length - 1 << 2)}, plain);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    // ---- encodings

    /** A dictionary of two values; of five rows the third is missing; both pages are packed. */
    @Test
    void dictionaryOfAnOptionalColumnInSnappy() throws IOException {
        byte[] words = doubles(1.5, -2.25);
        // levels: two bytes, one group of bits 1 1 0 1 1; then a width of 1, bits 0 1 1 0
        byte[] data = hex("02000000 03 1b 01 03 06");
        byte[] file =
                file(
                        column(5, OPTIONAL),
                        5,
                        SNAPPY,
                        5,
                        dictionary(2, words, literal(words)),
                        page(5, DICTIONARY, data, literal(data)));
        assertArrayEquals(new double[] {1.5, -2.25, Double.NaN, -2.25, 1.5}, numbers(file, 5));
    }

    /** A copy that reaches into what it writes itself repeats the first eight bytes three times. */
    @Test
    void snappyCopiesOverlap() throws IOException {
        byte[] plain = doubles(0.1, 0.1, 0.1, 0.1);
        byte[] packed = joined(hex("20 1c"), doubles(0.1), hex("5e 0800"));
        byte[] file = file(column(5, REQUIRED), 5, SNAPPY, 4, page(4, PLAIN, plain, packed));
        assertArrayEquals(new double[] {0.1, 0.1, 0.1, 0.1}, numbers(file, 4));
    }

    /** Runs of levels: four rows that are there, then two that are not. */
    @Test
    void runsOfLevels() throws IOException {
        byte[] data = joined(hex("04000000 0801 0400"), ints(7, 8, 9, -10));
        byte[] file = file(column(1, OPTIONAL), 1, UNPACKED, 6, page(6, PLAIN, data, data));
        assertArrayEquals(new double[] {7, 8, 9, -10, Double.NaN, Double.NaN}, numbers(file, 6));
    }

    /** The two examples of the specification. */
    @ParameterizedTest
    @CsvSource({"1, 2", "1, 1", "2, 2", "2, 1"})
    void deltaBinaryPacked(int example, int type) throws IOException {
        byte[] bytes = hex(example == 1 ? "08 01 05 02  02 00" : "08 01 08 0e  03 02 c03f");
        double[] expected =
                example == 1 ? new double[] {1, 2, 3, 4, 5} : new double[] {7, 5, 3, 1, 2, 3, 4, 5};
        assertArrayEquals(
                expected, numbers(file(type, DELTA, expected.length, bytes), expected.length));
    }

    /** Differences of 32-bit numbers wrap around as these do. */
    @Test
    void deltaOverTheLargestNumber() throws IOException {
        byte[] bytes = hex("08 01 02 feffffff0f  02 00");
        assertArrayEquals(
                new double[] {Integer.MAX_VALUE, Integer.MIN_VALUE},
                numbers(file(1, DELTA, 2, bytes), 2));
    }

    /** A count is no reason to take memory, nor to refuse: only three numbers are asked for. */
    @Test
    void deltaWithAnImmenseCount() throws IOException {
        byte[] bytes = hex("08 01 ffffffffffffff7f 02  02 00");
        assertArrayEquals(new double[] {1, 2, 3}, numbers(file(2, DELTA, 3, bytes), 3));
    }

    /** The examples of the specification: lengths 5 5 6 6; shared 0 2 0 3 and lengths 4 2 6 5. */
    @Test
    void deltaTexts() throws IOException {
        byte[] lengths = joined(hex("08 01 04 0a  00 01 02"), ascii("HelloWorldFoobarABCDEF"));
        assertEquals(
                List.of("Hello", "World", "Foobar", "ABCDEF"),
                texts(file(6, DELTA_LENGTH, 4, lengths), 4));
        byte[] shared =
                joined(
                        hex("08 01 04 00  03 03 440100"),
                        hex("08 01 04 08  03 03 700000"),
                        ascii("axislebabbleyhood"));
        assertEquals(
                List.of("axis", "axle", "babble", "babyhood"),
                texts(file(6, DELTA_TEXT, 4, shared), 4));
    }

    /** The example of the specification. */
    @Test
    void byteStreamSplit() throws IOException {
        byte[] bytes = hex("aa00a3 bb11b4 cc22c5 dd33d6");
        double[] expected = {
            Float.intBitsToFloat(0xddccbbaa),
            Float.intBitsToFloat(0x33221100),
            Float.intBitsToFloat(0xd6c5b4a3)
        };
        assertArrayEquals(expected, numbers(file(4, SPLIT, 3, bytes), 3));
    }

    @Test
    void truthValues() throws IOException {
        assertArrayEquals(
                new double[] {1, 0, 1, 1, 0, 0, 0, 0, 1},
                numbers(file(0, PLAIN, 9, hex("0d 01")), 9));
        // four bytes of length; a run of three, then a group of bits
        assertArrayEquals(
                new double[] {1, 1, 1, 0, 1},
                numbers(file(0, RUNS, 5, hex("04000000 0601 0302")), 5));
    }

    @Test
    void timesOfTwelveBytes() throws IOException {
        byte[] bytes = little(12, b -> b.putLong(500_000_000).putInt(2_440_589));
        assertArrayEquals(new double[] {86400.5}, numbers(file(3, PLAIN, 1, bytes), 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {UNPACKED, SNAPPY, GZIP})
    void pagesOfVersion2(int packing) throws IOException {
        byte[] plain = ints(3, -4);
        byte[] packed =
                switch (packing) {
                    case SNAPPY -> literal(plain);
                    case GZIP -> gzip(plain);
                    default -> plain;
                };
        byte[] file =
                file(
                        column(1, OPTIONAL),
                        1,
                        packing,
                        9,
                        page2(3, "0305", 8, true, packed),
                        page2(3, "0306", 8, false, plain),
                        page2(3, "0600", 0, true, new byte[0]));
        double none = Double.NaN;
        assertArrayEquals(
                new double[] {3, none, -4, none, 3, -4, none, none, none}, numbers(file, 9));
    }

    // ---- what stored numbers mean

    @Test
    void decimalsAndUnsignedNumbers() throws IOException {
        ThriftBytes logical = new ThriftBytes().number(1, 2).number(2, 9);
        ThriftBytes decimal = column(1, REQUIRED).part(10, new ThriftBytes().part(5, logical));
        byte[] hundredths = ints(12345, -1);
        assertArrayEquals(
                new double[] {123.45, -0.01},
                numbers(file(decimal, 1, UNPACKED, 2, page(2, PLAIN, hundredths, hundredths)), 2));
        ThriftBytes unsigned = column(1, REQUIRED).number(6, 13);
        byte[] whole = ints(-1, 1);
        assertArrayEquals(
                new double[] {4294967295.0, 1},
                numbers(file(unsigned, 1, UNPACKED, 2, page(2, PLAIN, whole, whole)), 2));
    }

    @Test
    void timeStampsSayTheirUnitAndWhetherTheyAreInUtc() throws IOException {
        ThriftBytes micros = new ThriftBytes().part(2, new ThriftBytes());
        ThriftBytes local = new ThriftBytes().truth(1, false).part(2, micros);
        ThriftBytes stamp = column(2, REQUIRED).part(10, new ThriftBytes().part(8, local));
        assertEquals(new ParquetReader.Field("v", false, "us", false), field(stamp));
        ThriftBytes older = column(2, REQUIRED).number(6, 9);
        assertEquals(new ParquetReader.Field("v", false, "ms", true), field(older));
    }

    private static ParquetReader.Field field(ThriftBytes column) throws IOException {
        byte[] value = new byte[8];
        byte[] file = file(column, 2, UNPACKED, 1, page(1, PLAIN, value, value));
        try (ParquetReader reader = ParquetReader.of(MemorySource.of("a.parquet", file))) {
            return reader.fields().getFirst();
        }
    }

    // ---- what is refused

    @Test
    void anEncodingThatDoesNotFit() {
        for (int encoding : new int[] {RUNS, DELTA_LENGTH, DELTA_TEXT, DELTA}) {
            assertTrue(
                    refused(file(5, encoding, 1, hex("08 01 01 00 00 00 00 00")))
                            .contains("does not fit"));
        }
        assertTrue(refused(file(6, SPLIT, 1, new byte[8])).contains("does not fit"));
    }

    @Test
    void sizesThatAreOnlySaid() {
        byte[] immense = new byte[1 << 27];
        byte[] tiny = hex("80808040 00 61");
        assertTrue(
                refused(file(column(5, REQUIRED), 5, SNAPPY, 4, page(4, PLAIN, immense, tiny)))
                        .contains("Snappy"));
        byte[] words = doubles(1);
        assertTrue(
                refused(
                                file(
                                        column(5, REQUIRED),
                                        5,
                                        UNPACKED,
                                        4,
                                        dictionary(1 << 26, immense, words)))
                        .contains("makes no sense"));
    }

    /** A list of lists of lists would need as many calls as it has bytes. */
    @Test
    void aDescriptionNestedTooDeeply() {
        byte[] nested = new byte[1 << 20];
        Arrays.fill(nested, (byte) 0x19);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("PAR1"));
        assertTrue(refused(ended(out, nested)).contains("nested too deeply"));
    }

    @Test
    void rowsThatAreNotThere() {
        assertTrue(refused(file(5, PLAIN, 4, doubles(1, 2))).contains("ends too early"));
        byte[] empty = file(column(5, REQUIRED), 5, UNPACKED, -3);
        assertTrue(refused(empty).contains("impossible number of rows"));
    }

    @Test
    void anUnknownPackingCostsTheColumn() throws IOException {
        byte[] value = doubles(1);
        byte[] file = file(column(5, REQUIRED), 5, 6, 1, page(1, PLAIN, value, value));
        try (ParquetReader reader = ParquetReader.of(MemorySource.of("a.parquet", file))) {
            assertEquals(List.of(), reader.fields());
            assertTrue(reader.leftOut().getFirst().contains("Zstandard"));
        }
    }

    // ---- what is written

    @Test
    void whatIsWrittenIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ParquetWriter.Field> fields =
                List.of(new ParquetWriter.Field("n", false), new ParquetWriter.Field("t", true));
        double[] numbers = {0.1, Double.NaN, -0.0, 1e-300};
        String[] words = {"", "\u00e4", "b", "c"};
        try (ParquetWriter writer = new ParquetWriter(out, fields, Map.of("cell", "A7"))) {
            writer.write(new double[][] {numbers, {}}, new String[][] {{}, words}, 4);
        }
        double[][] foundNumbers = new double[2][4];
        String[][] foundWords = new String[2][4];
        MemorySource file = MemorySource.of("a.parquet", out.toByteArray());
        try (ParquetReader reader = ParquetReader.of(file)) {
            assertEquals(4, reader.rows());
            assertEquals(Map.of("cell", "A7"), reader.texts());
            assertEquals(3, reader.read(foundNumbers, foundWords, 3));
            assertArrayEquals(Arrays.copyOf(numbers, 3), Arrays.copyOf(foundNumbers[0], 3));
            assertEquals(1, reader.read(foundNumbers, foundWords, 3));
            assertEquals(1e-300, foundNumbers[0][0]);
            assertEquals("c", foundWords[1][0]);
        }
    }
}

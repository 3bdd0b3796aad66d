// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class TableTest {
    @TempDir Path folder;

    @Test
    void columnsComeBackWithTheirMeaning() throws IOException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("text", "a \"b\" \u00b5");
        metadata.put("double", 3.0);
        metadata.put("nan", Double.NaN);
        metadata.put("long", 12345678901L);
        metadata.put("boolean", true);
        Unit ownUnit = new Unit("furlong", Unit.of("m").dimension(), 201.168, 0);
        double[] im = {Double.NaN, -0.0, Double.NEGATIVE_INFINITY, 4.9e-324};
        try (TableWriter writer = new TableWriter(folder, "t")) {
            writer.copy(
                    ArrayTable.rows(4)
                            .column(
                                    ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "kHz"),
                                    new double[] {1, 2, 3, 4})
                            .column(ColumnSpec.text("note"), new String[] {"a", "", "a", "\n"})
                            .column(
                                    ColumnSpec.of("-Im")
                                            .as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm")
                                            .negated(),
                                    im)
                            .column(ColumnSpec.of("own").as(QuantityKind.OTHER, ownUnit), im)
                            .column(ColumnSpec.of("odd").unit("counts"), im)
                            .build());
            writer.finish(
                    metadata, List.of(Problem.warning("c", "m").at("line 3").mend("x").with(1)));
        }
        try (Arena arena = Arena.ofShared()) {
            StoredTable t = StoredTable.open(folder, "t", arena);
            assertEquals(metadata, t.info().metadata());
            assertEquals("warning: m (line 3) x", t.info().problems().getFirst().toString());
            assertEquals(List.of("1"), t.info().problems().getFirst().arguments());
            assertEquals("Frequency / kHz", t.columns().get(0).spec().name());
            assertArrayEquals(new double[] {1000, 2000, 3000, 4000}, t.columns().get(0).si(), 0);
            assertTrue(t.columns().get(1).spec().isText());
            assertEquals("a", t.columns().get(1).text(2));
            assertEquals("\n", t.columns().get(1).text(3));
            Column negated = t.columns().get(2);
            assertTrue(negated.spec().isNegated());
            for (int i = 0; i < 4; i++) {
                assertEquals(
                        Double.doubleToRawLongBits(im[i]),
                        Double.doubleToRawLongBits(negated.at(i)));
            }
            assertEquals(ownUnit, t.columns().get(3).spec().unit());
            assertEquals("counts", t.columns().get(4).spec().unitText().orElseThrow());
        }
    }

    @Test
    void aLongTableIsWrittenInBlocksAndMapped() throws IOException {
        int rows = 500_003;
        TableInfo info;
        try (TableWriter writer = new TableWriter(folder, "long")) {
            writer.column(ColumnSpec.of("i"));
            writer.column(ColumnSpec.of("square"));
            for (int i = 0; i < 100_001; i++) {
                writer.row(new double[] {i, (double) i * i});
            }
            double[][] rest = new double[2][rows - 100_001];
            for (int i = 100_001; i < rows; i++) {
                rest[0][i - 100_001] = i;
                rest[1][i - 100_001] = (double) i * i;
            }
            writer.rows(rest, rest[0].length);
            info = writer.finish(Map.of(), List.of());
        }
        assertEquals(info.sha256(), StoredTable.hash(folder.resolve("long.npy")));
        // An independent reading of the file: header of numpy.lib.format 1.0, then the columns.
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("long.npy")))
                        .order(ByteOrder.LITTLE_ENDIAN);
        int offset = 10 + file.getShort(8);
        assertEquals(0, offset % 64);
        assertEquals(offset + 16L * rows, file.limit());
        String header = new String(file.array(), 10, offset - 10, StandardCharsets.US_ASCII);
        assertTrue(header.contains("'shape': (500003, 2)"), header);
        for (int i = 0; i < rows; i += 997) {
            assertEquals(i, file.getDouble(offset + 8 * i));
            assertEquals((double) i * i, file.getDouble(offset + 8 * (rows + i)));
        }
        Arena arena = Arena.ofShared();
        StoredTable t = StoredTable.open(folder, "long", arena);
        double[] block = new double[10];
        t.columns().get(1).copy(rows - 10, block, 0, 10);
        assertEquals((double) (rows - 1) * (rows - 1), block[9]);
        arena.close();
        assertThrows(IllegalStateException.class, () -> t.columns().get(0).at(0));
    }

    @Test
    void emptyTablesAreTables() throws IOException {
        new TableWriter(folder, "none").finish(Map.of(), List.of());
        TableWriter noRows = new TableWriter(folder, "norows");
        noRows.column(ColumnSpec.of("a"));
        noRows.finish(Map.of(), List.of());
        try (Arena arena = Arena.ofShared()) {
            assertEquals(0, StoredTable.open(folder, "none", arena).columns().size());
            assertEquals(0, StoredTable.open(folder, "norows", arena).columns().get(0).rows());
        }
    }

    @Test
    void aTableIsWrittenOnce() throws IOException {
        new TableWriter(folder, "t").finish(Map.of(), List.of());
        assertThrows(
                FileAlreadyExistsException.class,
                () -> new TableWriter(folder, "t").finish(Map.of(), List.of()));
    }

    @Test
    void damageIsNoticed() throws IOException {
        try (TableWriter writer = new TableWriter(folder, "t")) {
            writer.copy(
                    ArrayTable.rows(3).column(ColumnSpec.of("a"), new double[] {1, 2, 3}).build());
            writer.finish(Map.of(), List.of());
        }
        assertTrue(StoredTable.isIntact(folder, "t"));
        Path npy = folder.resolve("t.npy");
        byte[] good = Files.readAllBytes(npy);
        byte[] changed = good.clone();
        changed[good.length - 1] ^= 1;
        Files.write(npy, changed);
        assertFalse(StoredTable.isIntact(folder, "t"));
        for (int length = 0; length < good.length; length++) {
            Files.write(npy, java.util.Arrays.copyOf(good, length));
            assertThrows(
                    FormatException.class,
                    () -> StoredTable.open(folder, "t", Arena.ofAuto()),
                    "cut to " + length);
        }
        String huge =
                new String(good, StandardCharsets.ISO_8859_1)
                        .replace("(3, 1)", "(2147483647, 1000000)");
        Files.write(npy, huge.getBytes(StandardCharsets.ISO_8859_1));
        assertThrows(FormatException.class, () -> StoredTable.open(folder, "t", Arena.ofAuto()));
        Files.write(npy, good);
        Files.writeString(folder.resolve("t.json"), "{\"rows\":3,\"columns\":[{}]");
        assertThrows(FormatException.class, () -> StoredTable.open(folder, "t", Arena.ofAuto()));
    }
}

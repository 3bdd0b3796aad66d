// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.ionbench.api.progress.Progress;
import org.ionbench.testkit.MemorySource;
import org.junit.jupiter.api.Test;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class SpreadsheetWriterTest {

    @Test
    void noDigitIsLost() throws IOException {
        Random random = new Random(7);
        List<double[]> written = new ArrayList<>();
        written.add(new double[] {Double.MIN_VALUE, Double.MAX_VALUE, -0.0});
        written.add(new double[] {0.1 + 0.2, 1e15, 123456789012345678.0});
        written.add(new double[] {Double.NaN, Double.MIN_NORMAL, 1 / 3.0});
        while (written.size() < 2500) {
            written.add(
                    random.longs(3)
                            .mapToDouble(Double::longBitsToDouble)
                            .map(v -> Double.isFinite(v) ? v : 1)
                            .toArray());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = new SpreadsheetWriter(out)) {
            writer.sheet("Data");
            writer.header(List.of("a / V", "b & <c>", "c"));
            for (double[] row : written) {
                for (int i = 0; i < 3; i++) {
                    writer.number(i, row[i]);
                }
                writer.next();
            }
        }

        Spreadsheet read =
                Spreadsheet.of(MemorySource.of("x.xlsx", out.toByteArray()), Progress.NONE);
        int[] rows = new int[1];
        read.read(
                "Data",
                (number, cells) -> {
                    if (number == 1) {
                        assertEquals("b & <c>", cells.get(1).text());
                        return true;
                    }
                    for (int i = 0; i < 3; i++) {
                        // bits, so that the sign of zero counts
                        assertEquals(
                                Double.doubleToLongBits(written.get(number - 2)[i]),
                                Double.doubleToLongBits(cells.get(i).number()),
                                number + ", " + i);
                    }
                    rows[0]++;
                    return true;
                });
        assertEquals(2500, rows[0]);
        try (ReadableWorkbook theirs =
                new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var row = theirs.getFirstSheet().read().get(2);
            assertEquals(0.1 + 0.2, row.getCell(0).asNumber().doubleValue());
        }
    }

    @Test
    void theStreamIsClosedWithTheWriter() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer =
                new SpreadsheetWriter(new BufferedOutputStream(bytes, 1 << 20))) {
            writer.sheet("Data");
        }
        assertEquals(
                List.of("Data"),
                Spreadsheet.of(MemorySource.of("x.xlsx", bytes.toByteArray()), Progress.NONE)
                        .sheets());
    }

    @Test
    void sheetsAreNamedAsSheetsMayBe() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = new SpreadsheetWriter(out)) {
            writer.sheet("a/b:c*d?[e]");
            writer.text(0, "tab\tbell\u0007 \ud83d\ude00");
            writer.flag(1, true);
            writer.number(2, Double.NEGATIVE_INFINITY);
            writer.next();
            writer.sheet("x".repeat(40));
            writer.sheet("X".repeat(40));
            writer.sheet("");
        }
        Spreadsheet read =
                Spreadsheet.of(MemorySource.of("x.xlsx", out.toByteArray()), Progress.NONE);
        assertEquals(
                List.of("a_b_c_d__e_", "x".repeat(31), "X".repeat(29) + " 2", "Sheet"),
                read.sheets());
        read.read(
                "a_b_c_d__e_",
                (number, cells) -> {
                    assertEquals("tab\tbell  \ud83d\ude00", cells.get(0).text());
                    assertEquals(new Cell.Flag(true), cells.get(1));
                    assertEquals("-Infinity", cells.get(2).text());
                    return true;
                });
    }

    /** Excel offers to repair a workbook with longer ones. */
    @Test
    void aTextIsAsLongAsACellCanHold() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = new SpreadsheetWriter(out)) {
            writer.sheet("Data");
            writer.text(0, "x".repeat(40_000));
            writer.next();
        }
        Spreadsheet.of(MemorySource.of("x.xlsx", out.toByteArray()), Progress.NONE)
                .read(
                        "Data",
                        (number, cells) -> {
                            assertEquals(32_767, cells.getFirst().text().length());
                            return true;
                        });
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.exporters.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.spreadsheets.Cell;
import org.ionbench.spreadsheets.SheetSize;
import org.ionbench.spreadsheets.Spreadsheet;
import org.ionbench.testkit.MemorySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class XlsxExporterTest {
    private static final int ROWS = 5000;

    private static List<List<Cell>> rows(Path file, String sheet) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        Spreadsheet.of(MemorySource.of(file), Progress.NONE)
                .read(sheet, (number, cells) -> rows.add(List.copyOf(cells)));
        return rows;
    }

    @Test
    void everyDigitComesBack(@TempDir Path folder) throws IOException {
        Random random = new Random(3);
        double[] time = new double[ROWS];
        double[] current = new double[ROWS];
        String[] states = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            time[i] = i / 3.0;
            double any = Double.longBitsToDouble(random.nextLong());
            current[i] = i % 100 == 7 ? Double.NaN : Double.isFinite(any) ? any : -0.0;
            states[i] = i % 2 == 0 ? "rest & <more>" : "";
        }
        ColumnSpec spec = ColumnSpec.of("I/mA").as(QuantityKind.CURRENT, "mA");
        Recording recording =
                Recording.of(
                                "a recording",
                                Technique.CYCLING,
                                ArrayTable.rows(ROWS)
                                        .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), time)
                                        .column(spec, current)
                                        .column(
                                                ColumnSpec.of("I2/mA")
                                                        .as(QuantityKind.CURRENT, "mA"),
                                                current.clone())
                                        .column(ColumnSpec.text("State"), states)
                                        .build())
                        .instrument("an instrument")
                        .start(LocalDateTime.of(2021, 3, 4, 5, 6, 7))
                        .metadata("Mass", 0.5)
                        .assumption("Decimal comma assumed.")
                        .build();

        List<Path> files =
                new XlsxExporter().export(recording, folder.resolve("new"), "a", Progress.NONE);

        assertEquals(List.of(folder.resolve("new").resolve("a.xlsx")), files);
        List<List<Cell>> data = rows(files.getFirst(), "Data");
        assertEquals(
                List.of("Test Time / s", "Current / mA", "Current / mA (I2/mA)", "State"),
                data.getFirst().stream().map(Cell::text).toList());
        assertEquals(ROWS + 1, data.size());
        for (int i = 0; i < ROWS; i++) {
            List<Cell> row = data.get(i + 1);
            assertEquals(time[i], row.get(0).number());
            double back = row.size() > 1 ? row.get(1).number() : Double.NaN;
            // bits, so that the sign of zero counts
            assertEquals(
                    Double.doubleToLongBits(current[i]), Double.doubleToLongBits(back), "row " + i);
            assertEquals(states[i], row.size() > 3 ? row.get(3).text() : "");
        }
        List<String> about =
                rows(files.getFirst(), "About").stream()
                        .map(r -> String.join("|", r.stream().map(Cell::text).toList()))
                        .toList();
        assertTrue(about.contains("recording|start|2021-03-04T05:06:07"), about::toString);
        assertTrue(about.contains("metadata|Mass|0.5"), about::toString);
        assertTrue(about.contains("assumption||Decimal comma assumed."), about::toString);
        assertTrue(
                about.contains("column|Current / mA|vendor's name I/mA, current, in mA"),
                about::toString);
    }

    @Test
    void moreColumnsThanASheetCanHaveAreRefused(@TempDir Path folder) {
        ArrayTable.Builder table = ArrayTable.rows(0);
        for (int i = 0; i <= SheetSize.COLUMNS; i++) {
            table.column(ColumnSpec.of("c" + i), new double[0]);
        }
        Recording wide = Recording.of("wide", Technique.OTHER, table.build()).build();
        String sentence =
                assertThrows(
                                IOException.class,
                                () -> new XlsxExporter().export(wide, folder, "a", Progress.NONE))
                        .getMessage();
        assertTrue(sentence.contains("16384 columns"), sentence);
        assertFalse(Files.exists(folder.resolve("a.xlsx")));
    }
}

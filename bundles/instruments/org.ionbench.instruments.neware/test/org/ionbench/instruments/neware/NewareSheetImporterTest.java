// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.FormatException;
import org.ionbench.formats.Numbers;
import org.ionbench.spreadsheets.SpreadsheetWriter;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

class NewareSheetImporterTest implements ImporterContract {
    private static final List<Cycling.Point> POINTS = Cycling.points(90, 10);
    private static final List<List<String>> FLAT = ExportFile.flat(ExportFile.ENGLISH, POINTS);
    private static final List<List<String>> CYCLES =
            List.of(
                    List.of("Cycle Index", "Chg. Cap.(Ah)", "Chg. Time"),
                    List.of("1", "0.005", "0:00:09.000"),
                    List.of("2", "0.004", "0:00:08.500"));

    @Override
    public Importer importer() {
        return new NewareSheetImporter();
    }

    @Override
    public List<MemorySource> fixtures() throws IOException {
        return List.of(workbook(Map.of("record", FLAT)));
    }

    @Override
    public int mutations() {
        return 100;
    }

    private static MemorySource workbook(Map<String, List<List<String>>> sheets)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = new SpreadsheetWriter(bytes)) {
            for (Map.Entry<String, List<List<String>>> sheet : sheets.entrySet()) {
                writer.sheet(sheet.getKey());
                for (List<String> row : sheet.getValue()) {
                    for (int i = 0; i < row.size(); i++) {
                        OptionalDouble number = Numbers.plain().parse(row.get(i));
                        if (number.isPresent() && !row.get(i).isEmpty()) {
                            writer.number(i, number.getAsDouble());
                        } else {
                            writer.text(i, row.get(i));
                        }
                    }
                    writer.next();
                }
            }
        }
        return MemorySource.of("a.xlsx", bytes.toByteArray());
    }

    private static List<Recording> read(MemorySource file) throws IOException {
        return RecordedSink.read(new NewareSheetImporter(), file).recordings();
    }

    @Test
    void pointsThatGoOnInAnotherSheet() throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("unit", List.of(List.of("Current", "uA")));
        sheets.put("cycle", CYCLES);
        sheets.put("record", FLAT.subList(0, 51));
        List<List<String>> rest = new ArrayList<>(FLAT.subList(51, FLAT.size()));
        rest.addFirst(ExportFile.ENGLISH);
        sheets.put("record1", rest);
        List<Recording> all = read(workbook(sheets));
        assertEquals(List.of("Test", "cycle"), all.stream().map(Recording::name).toList());
        Expected.check(all.getFirst(), POINTS);
        assertEquals(Optional.of(LocalDateTime.of(2024, 5, 6, 8, 58, 57)), all.getFirst().start());
        assertEquals(8.5, Expected.values(all.get(1), "Chg. Time")[1], 1e-9);
        assertEquals(List.of(), all.getFirst().problems());
    }

    @Test
    void layersAreReadFromSheetsToo() throws IOException {
        List<Recording> all = read(workbook(Map.of("Sheet1", ExportFile.layered(POINTS))));
        Expected.check(all.getFirst(), POINTS);
        assertEquals(List.of(90, 3, 9), all.stream().map(r -> r.table().rows()).toList());
    }

    @Test
    void otherWorkbooksAreRefused() throws IOException {
        MemorySource other =
                workbook(
                        Map.of(
                                "Channel_1",
                                List.of(
                                        List.of(
                                                "Data_Point",
                                                "Step_Index",
                                                "Current(A)",
                                                "Voltage(V)"),
                                        List.of("1", "1", "0", "3"))));
        String said = assertThrows(FormatException.class, () -> read(other)).getMessage();
        assertTrue(said.contains("expected a sheet with headings"), said);
    }

    @Test
    void aRecordOfCellsIsNoTest() throws IOException {
        MemorySource sample =
                MemorySource.of(Samples.one("neware", "PyProBE__Experiment_Record.xlsx"));
        assertThrows(FormatException.class, () -> read(sample));
    }
}

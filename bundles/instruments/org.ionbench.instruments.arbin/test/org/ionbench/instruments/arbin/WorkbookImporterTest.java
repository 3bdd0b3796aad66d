// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.spreadsheets.SpreadsheetWriter;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

class WorkbookImporterTest implements ImporterContract {
    private static final List<String> NAMES =
            List.of(
                    "Test_Time(s)",
                    "Step_Index",
                    "Cycle_Index",
                    "Voltage(V)",
                    "Current(A)",
                    "Charge_Capacity(Ah)");

    @Override
    public Importer importer() {
        return new WorkbookImporter();
    }

    @Override
    public List<MemorySource> fixtures() throws IOException {
        return List.of(MemorySource.of("export.xlsx", workbook()));
    }

    /** Two sheets of channel 7 and one of channel 12. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = new SpreadsheetWriter(out)) {
            writer.sheet("Global_Info");
            writer.text(3, "TEST REPORT");
            writer.next();
            writer.text(3, "a test");
            writer.text(4, "Serial Number");
            writer.next();
            writer.number(4, 4711);
            writer.next();
            writer.header(List.of("Channel", "Start DateTime", "Creator", "Has Aux"));
            writer.number(0, 7);
            writer.text(2, "somebody");
            writer.flag(3, true);
            writer.next();
            points(writer, "Channel_7_1", 1, 2);
            points(writer, "Channel_7_2", 3, 4);
            points(writer, "Channel_12_1", 9);
            writer.sheet("Statistics_7");
            writer.header(List.of("Cycle_Index", "Charge_Time(s)"));
            writer.number(0, 1);
            writer.number(1, 60);
            writer.next();
            writer.sheet("Notes");
        }
        return out.toByteArray();
    }

    private static void points(SpreadsheetWriter writer, String sheet, double... times)
            throws IOException {
        writer.sheet(sheet);
        writer.header(NAMES);
        for (double time : times) {
            double[] row = {time, 1, 1, 3 + time / 10, 0.25, time / 3};
            for (int i = 0; i < row.length; i++) {
                writer.number(i, row[i]);
            }
            writer.next();
        }
    }

    @Test
    void sheetsOfAChannelAreOneRecording() throws IOException {
        RecordedSink sink = RecordedSink.read(new WorkbookImporter(), fixtures().getFirst());
        List<Recording> all = sink.recordings();
        assertEquals(
                List.of("Channel_7", "Channel_12", "Statistics_7"),
                all.stream().map(Recording::name).toList());
        Recording first = all.getFirst();
        assertArrayEquals(
                new double[] {1, 2, 3, 4}, first.si(QuantityKind.TIME).orElseThrow(), 1e-12);
        assertArrayEquals(
                new double[] {1200, 2400, 3600, 4800},
                first.si(QuantityKind.CAPACITY_CHARGE).orElseThrow(),
                1e-9);
        assertEquals("somebody", first.metadata().get("Creator"));
        assertEquals(true, first.metadata().get("Has Aux"));
        assertEquals(4711L, first.metadata().get("Serial Number"));
        assertEquals("a test", all.get(1).metadata().get("Test Name"));
        assertEquals("arbin.sheets", sink.problems().getFirst().code());
    }

    @Test
    void aSheetWithOtherColumnsCostsThatSheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = new SpreadsheetWriter(out)) {
            points(writer, "Channel_7_1", 1, 2);
            writer.sheet("Channel_7_2");
            writer.header(List.of("Test_Time(s)", "Something"));
            writer.number(0, 3);
            writer.next();
            points(writer, "Channel_7_3", 4);
        }
        Recording r =
                RecordedSink.read(
                                new WorkbookImporter(),
                                MemorySource.of("a.xlsx", out.toByteArray()))
                        .recordings()
                        .getFirst();
        assertArrayEquals(new double[] {1, 2, 4}, r.si(QuantityKind.TIME).orElseThrow(), 1e-12);
        assertEquals("arbin.sheet", r.problems().getFirst().code());
        assertTrue(r.problems().getFirst().message().contains("Channel_7_2"));
    }
}

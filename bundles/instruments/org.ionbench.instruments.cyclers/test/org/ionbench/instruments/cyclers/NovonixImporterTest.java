// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.cyclers;

import static org.ionbench.instruments.cyclers.CyclerSamples.si;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class NovonixImporterTest implements ImporterContract {
    private static final String FILE =
            """
            [Summary]
            Novonix HPC data file
            Novonix
            Channel: 07
            Mass (g): 1.250
            Capacity (Ah): ****
            Started: 1/13/2019 9:33:48 AM
            Version: 3.0.2.1
            [End Summary]
            [Protocol]
            [Constant current discharge]
               [Discharge_current 1.5 A]
            [End Protocol]
            [Data]\s
            Date and Time,Cycle Number,Step Number,Run Time (h), Step Time (h),Current (A),Potential (V),Capacity (Ah),Temperature (°C), State (0=Start 1=Regular 2=End -1=Single Measurement)
            1/13/2019 9:33:48 AM,1,0,0.0,0.0,0.0,3.5,0.0,20.5,0
            1/13/2019 9:34:18 PM,2,8,0.5,0.25,-1.5,3.4,0.75,20.5,1
            """;

    @Override
    public Importer importer() {
        return new NovonixImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.csv", FILE),
                MemorySource.of("b.csv", FILE + FILE),
                MemorySource.of("c.csv", quoted()));
    }

    private static String quoted() {
        int rows = FILE.indexOf("Date and Time");
        return FILE.substring(0, rows) + FILE.substring(rows).replaceAll("(?m)^(.+)$", "\"$1\"");
    }

    private static void check(Recording r) {
        assertArrayEquals(new double[] {0, 1800}, si(r, QuantityKind.TIME));
        assertArrayEquals(new double[] {0, -1.5}, si(r, QuantityKind.CURRENT));
        assertArrayEquals(new double[] {3.5, 3.4}, si(r, QuantityKind.CELL_VOLTAGE));
        assertArrayEquals(new double[] {0, 2700}, si(r, QuantityKind.CHARGE));
        assertArrayEquals(new double[] {293.65, 293.65}, si(r, QuantityKind.TEMPERATURE), 1e-9);
        assertArrayEquals(new double[] {1, 2}, si(r, QuantityKind.CYCLE));
        assertEquals("h", CyclerSamples.column(r, " Step Time (h)").spec().unit().symbol());
        assertEquals("1/13/2019 9:34:18 PM", CyclerSamples.column(r, "Date and Time").text(1));
        assertEquals(Optional.of(LocalDateTime.of(2019, 1, 13, 9, 33, 48)), r.start());
        assertEquals("07", r.metadata().get("Channel"));
        assertEquals(1.25, r.metadata().get("Mass (g)"));
        assertEquals(
                "[Constant current discharge]\n   [Discharge_current 1.5 A]",
                r.metadata().get("Protocol steps"));
        assertEquals(List.of(), CyclerSamples.codes(r));
    }

    @Test
    void plainOrWithEachLineInQuotes() throws IOException {
        check(CyclerSamples.one(importer(), FILE));
        check(CyclerSamples.one(importer(), quoted()));
    }

    @Test
    void aTestThatWasStartedAnewIsAnotherRecording() throws IOException {
        List<Recording> all =
                CyclerSamples.all(importer(), MemorySource.of("a", FILE + FILE).content());
        assertEquals(List.of("Test", "Test 2"), all.stream().map(Recording::name).toList());
        all.forEach(NovonixImporterTest::check);
    }

    @Test
    void samples() throws IOException {
        Path prepared = Samples.one("novonix", "preparenovonix__example_data_prep.csv");
        Recording r = CyclerSamples.one(importer(), prepared);
        assertEquals(12, CyclerSamples.compare(r, prepared));
        Path raw = Samples.one("novonix", "preparenovonix__example_data.csv");
        List<Recording> sections = CyclerSamples.all(importer(), MemorySource.of(raw).content());
        // lines between the names of columns and the next summary or the end, counted
        assertEquals(List.of(941, 5758), sections.stream().map(s -> s.table().rows()).toList());
        Path quoted = Samples.one("novonix", "beep__test_Nova_Form-CH01-01_short.csv");
        Recording short1 = CyclerSamples.one(importer(), quoted);
        assertEquals(3942, short1.table().rows());
        double[] current = si(short1, QuantityKind.CURRENT);
        assertEquals(0.0120000763, current[current.length - 1]);
        assertEquals(Optional.of(LocalDateTime.of(2022, 4, 11, 10, 58, 7)), short1.start());
        assertTrue(Arrays.stream(current).noneMatch(Double::isNaN));
        assertEquals(0.24, short1.metadata().get("Capacity (Ah)"));
    }
}

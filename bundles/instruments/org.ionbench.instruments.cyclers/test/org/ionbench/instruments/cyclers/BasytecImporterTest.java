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
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

class BasytecImporterTest implements ImporterContract {
    private static final String FILE =
            """
            ~Resultfile from Basytec Battery Test System
            ~Date and Time of Data Converting: 07.07.2023 10:55:58
            ~
            ~Name of Test: test
            ~Testchannel: 1814 CH14
            ~Start of Test: 09.06.2023 17:56:53
            ~
            ~Time[h]\tDataSet\tLine\tCommand\tU[V]\tI[A]\tAh[Ah]\tAh-Step\tWh[Wh]\tT1[°C]\tCyc-Count
            0\t1\t3\tPause\t3.5\t0\t0\t0\t0\t25.5\t1
            0.5\t2\t4\tDischarge\t3.25\t-1.5\t-0.75\t-0.75\t-2.5\t25.5\t1
            """;

    @Override
    public Importer importer() {
        return new BasytecImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.txt", FILE),
                MemorySource.of(
                        "b.txt",
                        FILE.replaceAll("(\\d)\\.(\\d+)(?=\\t)", "$1,$2")
                                .getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void pointOrCommaInTwoEncodings() throws IOException {
        for (MemorySource file : fixtures()) {
            Recording r = CyclerSamples.all(importer(), file.content()).getFirst();
            assertArrayEquals(new double[] {0, 1800}, si(r, QuantityKind.TIME));
            assertArrayEquals(new double[] {3.5, 3.25}, si(r, QuantityKind.CELL_VOLTAGE));
            assertArrayEquals(new double[] {0, -1.5}, si(r, QuantityKind.CURRENT));
            assertArrayEquals(new double[] {0, -2700}, si(r, QuantityKind.CHARGE));
            assertArrayEquals(new double[] {3, 4}, si(r, QuantityKind.STEP));
            assertEquals(298.65, si(r, QuantityKind.TEMPERATURE)[0], 1e-9);
            assertEquals("Ah", CyclerSamples.column(r, "Ah-Step").spec().unit().symbol());
            assertEquals("Discharge", CyclerSamples.column(r, "Command").text(1));
            assertEquals(Optional.of(LocalDateTime.of(2023, 6, 9, 17, 56, 53)), r.start());
            assertEquals("1814 CH14", r.metadata().get("Testchannel"));
            assertEquals(file.name().startsWith("b"), r.assumptions().contains("decimal comma"));
        }
    }

    @Test
    void samples() throws IOException {
        Path sample = Samples.of("basytec", ".txt").getFirst();
        Recording r = CyclerSamples.one(importer(), sample);
        assertEquals(28, CyclerSamples.compare(r, sample));
        assertTrue(r.table().column(QuantityKind.TEMPERATURE).isPresent());
        assertEquals(Optional.of(LocalDateTime.of(2023, 6, 19, 17, 56, 53)), r.start());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.cyclers;

import static org.ionbench.instruments.cyclers.CyclerSamples.si;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.List;
import java.util.Optional;

class LandtImporterTest implements ImporterContract {
    private static final String FILE =
            """
            cell model:X-1,,,,,,,,,,,
            cell id: ,,,,,,,,,,,
            Nominal capacity used to define the C rate:Ah,,,,,,,,,,,
            channel_index,cycle_index,step_index,date_time_iso_string,test_time_s,step_time_s,current_A,voltage_V,discharge_capacity_Ah,charge_capacity_Ah,Pressure_Psi,temperature_1_C,step_name
            1,1,1,04/30/2024 14:33:19,0.020,0.020,0.0000,2.9215,0,0,0,0,rest,
            2,1,2,04/30/2024 14:33:34,15.020,5.0,-0.5,2.5,0.25,0,0,0,discharge CC,
            """;

    @Override
    public Importer importer() {
        return new LandtImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("a.csv", FILE));
    }

    @Test
    void unitsBehindTheNames() throws IOException {
        Recording r = CyclerSamples.one(importer(), FILE);
        assertArrayEquals(new double[] {0.02, 15.02}, si(r, QuantityKind.TIME));
        assertArrayEquals(new double[] {0, -0.5}, si(r, QuantityKind.CURRENT));
        assertArrayEquals(new double[] {2.9215, 2.5}, si(r, QuantityKind.CELL_VOLTAGE));
        assertArrayEquals(new double[] {0, 900}, si(r, QuantityKind.CAPACITY_DISCHARGE));
        assertArrayEquals(new double[] {1, 2}, si(r, QuantityKind.STEP));
        assertEquals("degC", CyclerSamples.column(r, "temperature_1_C").spec().unit().symbol());
        assertEquals("discharge CC", CyclerSamples.column(r, "step_name").text(1));
        assertEquals(Optional.of(LocalDateTime.of(2024, 4, 30, 14, 33, 19)), r.start());
        assertEquals("X-1", r.metadata().get("cell model"));
        assertEquals(List.of(), CyclerSamples.codes(r));
    }

    @Test
    void samples() throws IOException {
        Path sample = Samples.of("landt", ".csv").getFirst();
        Recording r = CyclerSamples.one(importer(), sample);
        assertEquals(15, CyclerSamples.compare(r, sample));
    }
}

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class PecImporterTest implements ImporterContract {
    private static final String FILE =
            """
            Request Year:,2026
            Test:,25195
            TestRegime Name:,OCV generic
            Number Of Cells:,2
            Parameter names:,C-Rate (mAh),Mass (kg)
            Parameter values:,64000,1.161
            Part Name:,<NONE>
            Start Time:,01/06/2026 17:46:49
            #RESULTS CHECK
            ReqYear,Test,CellNr,
            2019,187,1,
            #END RESULTS CHECK
            Test,Cell,Rack,Shelf,Cell ID,Step,Instruction Name,Cycle,Total Time (Hours in hh:mm:ss.xxx),Step Time (Seconds),Real Time,Voltage (V),Current (mA),Charge Capacity (mAh),Discharge Capacity (mAh),Charge Energy (mWh),ReasonCode,Internal Resistance 1 (mOhm),Temp (°C),
            25195,1,ACT4,014,a_1,0,Idle,0,00:00:00.002,0.002,01/06/2026 17:51:06,3.5,-8E-06,0,0,0,1,,16.75,
            25195,1,ACT4,014,a_1,1,Charge,1,100:00:01.500,1.5,01/10/2026 21:51:07,3.6,1500,12.5,0,40,30,,,
            25195,2,ACT4,014,b_1,0,Idle,0,00:00:00.002,0.002,01/06/2026 17:51:06,3.7,0,0,0,0,1,,16.75,
            """;

    @Override
    public Importer importer() {
        return new PecImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.csv", FILE),
                MemorySource.of("b.csv", FILE.replace("Cells:,2", "Cells:,1")));
    }

    @Test
    void eachCellIsARecording() throws IOException {
        List<Recording> all = CyclerSamples.all(importer(), MemorySource.of("a", FILE).content());
        assertEquals(List.of("Cell 1", "Cell 2"), all.stream().map(Recording::name).toList());
        Recording r = all.getFirst();
        assertArrayEquals(new double[] {0.002, 360_001.5}, si(r, QuantityKind.TIME), 1e-9);
        assertArrayEquals(new double[] {-8e-9, 1.5}, si(r, QuantityKind.CURRENT), 1e-15);
        assertArrayEquals(new double[] {0, 45}, si(r, QuantityKind.CAPACITY_CHARGE), 1e-9);
        assertEquals(289.9, si(r, QuantityKind.TEMPERATURE)[0], 1e-9);
        assertEquals(14, Samples.stored(CyclerSamples.column(r, "Shelf"))[0]);
        assertEquals("Charge", CyclerSamples.column(r, "Instruction Name").text(1));
        assertEquals("a_1", CyclerSamples.column(r, "Cell ID").text(1));
        assertEquals(
                "mohm",
                CyclerSamples.column(r, "Internal Resistance 1 (mOhm)").spec().unit().symbol());
        assertEquals(1.161, r.metadata().get("Mass (kg)"));
        assertEquals(Optional.of(LocalDateTime.of(2026, 1, 6, 17, 51, 6)), r.start());
        assertArrayEquals(new double[] {3.7}, si(all.get(1), QuantityKind.CELL_VOLTAGE));
    }

    @Test
    void samples() throws IOException {
        List<Path> samples = Samples.of("pec", ".csv");
        assertEquals(3, samples.size());
        for (Path sample : samples) {
            Recording r = CyclerSamples.one(importer(), sample);
            CyclerSamples.compare(r, sample);
        }
        Recording pec = CyclerSamples.one(importer(), samples.getLast());
        // cellpy's own reading of the same file, in A and V
        assertEquals(5869.328745, Arrays.stream(si(pec, QuantityKind.CURRENT)).sum(), 1e-2);
        assertEquals(53_506.9254864, Arrays.stream(si(pec, QuantityKind.CELL_VOLTAGE)).sum(), 1e-1);
        assertEquals(
                3600 * 44.424915,
                Arrays.stream(si(pec, QuantityKind.CAPACITY_CHARGE)).max().orElseThrow(),
                1e-3);
    }
}

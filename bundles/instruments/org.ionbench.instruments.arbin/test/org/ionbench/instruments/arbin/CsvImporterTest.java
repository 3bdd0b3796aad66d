// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

class CsvImporterTest implements ImporterContract {
    private static final String DATABASE =
            """
            Data_Point,Test_Time,DateTime,Step_Time,Step_Index,Cycle_Index,Current,Voltage,\
            Charge_Capacity,Discharge_Capacity,Charge_Energy,Discharge_Energy,dV/dt,\
            Internal_Resistance,Temperature
            0,0.5,1494377253.25,0.5,1,1,1.5,3.25,0.001,0,0.003,0,0,0.02,25.5
            1,1.5,1494377254.25,,1,1,1.5,3.5,0.002,0,0.006,0,0,0.02,26.5
            """;

    private static final String EXPORT =
            """
            Date Time;Test Time (s);Step Time (s);Cycle Index;Step Index;Current (A);Voltage (V);\
            Charge Capacity (Ah);Discharge Capacity (Ah);Charge Energy (Wh);\
            Discharge Energy (Wh);Aux_Temperature_1 (C)
            02/13/2021 14:05:06.250;0,5;0,5;1;1;-1,5;3,25;0;0,125;0;0,5;21,5
            02/13/2021 14:05:07.250;1,5;1,5;1;1;-1,5;3,00;0;0,25;0;1;22,5
            """;

    @Override
    public Importer importer() {
        return new CsvImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(MemorySource.of("a.csv", DATABASE), MemorySource.of("b.csv", EXPORT));
    }

    private static Recording read(String text) throws IOException {
        return RecordedSink.read(new CsvImporter(), MemorySource.of("a.csv", text))
                .recordings()
                .getFirst();
    }

    @Test
    void namesOfTheDatabase() throws IOException {
        Recording r = read(DATABASE);
        assertEquals(Optional.of(LocalDateTime.of(2017, 5, 10, 0, 47, 33, 250_000_000)), r.start());
        assertArrayEquals(new double[] {1.5, 1.5}, r.si(QuantityKind.CURRENT).get(), 1e-12);
        assertArrayEquals(
                new double[] {298.65, 299.65}, r.si(QuantityKind.TEMPERATURE).get(), 1e-9);
        assertTrue(Double.isNaN(r.table().column("Step_Time").get().at(1)));
        assertEquals(List.of(), r.problems());
    }

    @Test
    void namesWithUnitsAndDecimalCommas() throws IOException {
        Recording r = read(EXPORT);
        assertEquals(Optional.of(LocalDateTime.of(2021, 2, 13, 14, 5, 6, 250_000_000)), r.start());
        assertEquals(List.of("Decimal comma assumed."), r.assumptions());
        assertArrayEquals(new double[] {-1.5, -1.5}, r.si(QuantityKind.CURRENT).get(), 1e-12);
        assertArrayEquals(
                new double[] {450, 900}, r.si(QuantityKind.CAPACITY_DISCHARGE).get(), 1e-9);
        assertArrayEquals(
                new double[] {294.65, 295.65}, r.si(QuantityKind.TEMPERATURE).get(), 1e-9);
        assertEquals("02/13/2021 14:05:07.250", r.table().columns().getFirst().text(1));
    }

    @Test
    void aRowThatIsCutIsLeftOut() throws IOException {
        Recording r = read(DATABASE.substring(0, DATABASE.length() - 20));
        assertEquals(1, r.table().rows());
        assertEquals("rows.cut", r.problems().getFirst().code());
    }

    @Test
    void aLineThatIsNoPointCostsThatLine() throws IOException {
        Recording r = read(DATABASE + "end of test\n" + DATABASE.lines().skip(1).findFirst().get());
        assertEquals(3, r.table().rows());
        assertEquals("rows.left", r.problems().getFirst().code());
    }

    @Test
    void otherCyclersAreLeftAlone() {
        String neware = "Record ID,Step,Status,Step Time,Voltage(V),Current(mA)\n1,1,Rest,0,3,0\n";
        assertEquals(
                Sniff.Certainty.NO,
                new CsvImporter().sniff(MemorySource.of("a.csv", neware).head()).certainty());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class BatteryDataImporterTest implements ImporterContract {
    private static final String PREFERRED =
            "Test Time / h,Voltage / V,Current / mA,Cycle Count / 1,Step Type / 1,"
                    + "Charging Capacity / Ah,Ambient Temperature / degC\n"
                    + "0,3.5,-2,1,rest,0,25\n0.5,3.6,4,1,charge,0.002,26\n";
    private static final String MACHINE =
            "test_time_second,voltage_volt,current_ampere,step_index,discharging_capacity_ah,"
                    + "temperature_t1_celsius\n0,3.5,-2e-3,1,0,25\n1800,3.6,4e-3,2,0.002,26\n";

    @Override
    public BatteryDataImporter importer() {
        return new BatteryDataImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.bdf.csv", PREFERRED), MemorySource.of("b.bdf.csv", MACHINE));
    }

    @Test
    void bothSpellings() throws IOException {
        for (MemorySource file : fixtures()) {
            assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
            Recording r = RecordedSink.read(importer(), file).recordings().getFirst();
            assertEquals(Technique.CYCLING, r.technique());
            assertArrayEquals(new double[] {0, 1800}, r.si(QuantityKind.TIME).orElseThrow());
            assertArrayEquals(
                    new double[] {3.5, 3.6}, r.si(QuantityKind.CELL_VOLTAGE).orElseThrow());
            assertArrayEquals(
                    new double[] {-2e-3, 4e-3}, r.si(QuantityKind.CURRENT).orElseThrow(), 1e-18);
            assertArrayEquals(
                    new double[] {298.15, 299.15}, r.si(QuantityKind.TEMPERATURE).orElseThrow());
            assertEquals(List.of(), r.assumptions());
        }
        Recording first =
                RecordedSink.read(importer(), fixtures().getFirst()).recordings().getFirst();
        assertEquals("charge", first.table().columns().get(4).text(1));
        assertArrayEquals(
                new double[] {0, 7.2}, first.si(QuantityKind.CAPACITY_CHARGE).orElseThrow(), 1e-12);
    }

    /** The labels of the ontology 1.3.0. */
    @Test
    void newerLabels() throws IOException {
        String text =
                "Test Time / s,Voltage / V,Current / A,Step ID,Schedule Charging Capacity / Ah,"
                        + "Cycle Discharging Capacity / Ah,Net Capacity / Ah,Net Energy / Wh,"
                        + "Surface Temperature / degC,Temperature T2 / degC,Ambient Pressure / Pa\n"
                        + "0,3,1,2,0,0,0,0,25,30,1e5\n1,3,1,2,1,0,1,3,26,31,1e5\n";
        Recording r = read(text);
        List<QuantityKind> kinds = r.table().columns().stream().map(c -> c.spec().kind()).toList();
        assertEquals(
                List.of(
                        QuantityKind.TIME,
                        QuantityKind.CELL_VOLTAGE,
                        QuantityKind.CURRENT,
                        QuantityKind.STEP,
                        QuantityKind.CAPACITY_CHARGE,
                        QuantityKind.CAPACITY_DISCHARGE,
                        QuantityKind.CHARGE,
                        QuantityKind.ENERGY,
                        QuantityKind.TEMPERATURE,
                        QuantityKind.TEMPERATURE,
                        QuantityKind.PRESSURE),
                kinds);
        assertEquals(3600, r.si(QuantityKind.ENERGY).orElseThrow()[1] / 3);
        assertEquals(303.15, r.table().columns().get(9).si()[0]);
    }

    @Test
    void aCurrentThatIsPositiveForDischargeIsTurned() throws IOException {
        StringBuilder text =
                new StringBuilder(
                        "Test Time / s,Voltage / V,Current / A,Charging Capacity / Ah,"
                                + "Discharging Capacity / Ah\n");
        for (int i = 0; i < 12; i++) {
            text.append(i + ",3.5,-2," + i + ",0\n");
        }
        text.append("12,3.4,2,11,1\n13,3.4,2,11,2\n");
        Recording turned = read(text.toString());
        assertEquals(2, turned.si(QuantityKind.CURRENT).orElseThrow()[3]);
        assertEquals(-2, turned.si(QuantityKind.CURRENT).orElseThrow()[13]);
        assertEquals(1, turned.changes().size());
        Recording mixed = read(text + "14,3.5,2,12,2\n15,3.5,2,13,2\n");
        assertEquals(-2, mixed.si(QuantityKind.CURRENT).orElseThrow()[3]);
        assertEquals(List.of(), mixed.changes());
    }

    @Test
    void noThermocoupleIsNoTemperature() throws IOException {
        Recording r =
                read(
                        "Test Time / s,Voltage / V,Current / A,Temperature T1 / degC\n"
                                + "0,3,1,-327.67\n1,3,1,-327.67\n");
        assertEquals(QuantityKind.OTHER, r.table().columns().get(3).spec().kind());
    }

    private Recording read(String text) throws IOException {
        return RecordedSink.read(importer(), MemorySource.of("a.bdf.csv", text))
                .recordings()
                .getFirst();
    }

    @Test
    void otherTablesAreLeft() {
        for (String text :
                List.of(
                        "Time / s,Voltage / V,Current / A\n0,1,2\n",
                        "Test Time / s,Voltage / V\n0,1\n",
                        "test_time,voltage,current\n0,1,2\n")) {
            assertEquals(
                    Sniff.Certainty.NO,
                    importer().sniff(MemorySource.of("a.bdf.csv", text).head()).certainty());
        }
    }
}

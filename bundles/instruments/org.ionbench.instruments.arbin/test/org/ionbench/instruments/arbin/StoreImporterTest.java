// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class StoreImporterTest implements ImporterContract {
    private static final String[] NUMBERS = {
        "Test_Time",
        "Current",
        "Voltage",
        "Charge_Capacity",
        "Discharge_Capacity",
        "Charge_Energy",
        "Discharge_Energy"
    };
    private static final String[] WHOLE = {"Date_Time", "Step_Index", "Cycle_Index"};

    @Override
    public Importer importer() {
        return new StoreImporter();
    }

    @Override
    public List<MemorySource> fixtures() throws IOException {
        return List.of(MemorySource.of("frames.h5", file("data_df")));
    }

    /** Frames as pandas writes them in the fixed form. */
    private static byte[] file(String name) throws IOException {
        Path path = Files.createTempFile("ionbench", ".h5");
        try {
            try (WritableHdfFile file = HdfFile.write(path)) {
                file.putAttribute("PYTABLES_FORMAT_VERSION", "2.1");
                WritableGroup data = file.putGroup(name);
                data.putDataset(
                        "axis0",
                        new String[] {
                            "Date_Time",
                            "Test_Time",
                            "Step_Index",
                            "Cycle_Index",
                            "Current",
                            "Voltage",
                            "Charge_Capacity",
                            "Discharge_Capacity",
                            "Charge_Energy",
                            "Discharge_Energy",
                            "Remark"
                        });
                data.putDataset("block0_items", NUMBERS);
                data.putDataset(
                        "block0_values",
                        new double[][] {
                            {0.5, 0.25, 3.5, 0.125, 0, 0.5, 0},
                            {1.5, -0.25, 3.25, 0.125, 0.5, 0.5, 1}
                        });
                data.putDataset("block1_items", WHOLE);
                data.putDataset(
                        "block1_values",
                        new long[][] {{15930015334602000L, 1, 1}, {15930015344602000L, 2, 1}});
                WritableGroup info = file.putGroup("info_df");
                info.putDataset("axis0", new String[] {"SpecificMASS"});
                info.putDataset("block0_items", new String[] {"SpecificMASS"});
                info.putDataset("block0_values", new double[][] {{0.0125}});
            }
            return Files.readAllBytes(path);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void framesBecomeRecordings() throws IOException {
        Recording r =
                RecordedSink.read(new StoreImporter(), fixtures().getFirst())
                        .recordings()
                        .getFirst();
        assertEquals("frames", r.name());
        assertArrayEquals(
                new double[] {0.25, -0.25}, r.si(QuantityKind.CURRENT).orElseThrow(), 1e-12);
        assertArrayEquals(
                new double[] {0, 1800}, r.si(QuantityKind.CAPACITY_DISCHARGE).orElseThrow(), 1e-9);
        assertEquals("Date_Time", r.table().columns().getFirst().spec().vendorName());
        assertEquals(0.0125, r.metadata().get("SpecificMASS"));
        assertEquals("2020-06-24T12:25:33.460200", r.start().orElseThrow().toString());
        assertTrue(r.problems().getFirst().message().contains("Remark"));
    }

    @Test
    void otherStoresAreRefused() throws IOException {
        MemorySource other = MemorySource.of("other.h5", file("frames"));
        String sentence =
                assertThrows(
                                FormatException.class,
                                () -> RecordedSink.read(new StoreImporter(), other))
                        .getMessage();
        assertTrue(sentence.contains("data_df"), sentence);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.indigo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class IndigoImporterTest implements ImporterContract {
    private static final String[] WHOLE = {
        "cell_id", "experiment_count", "cycle_count", "half_cycle_count", "experiment_type"
    };
    private static final String[] REAL = {
        "time_s",
        "cell_coulomb_count_c",
        "cell_current_a",
        "cell_temperature_c",
        "cell_power_w",
        "cell_energy_j",
        "cell_voltage_v"
    };

    @Override
    public Importer importer() {
        return new IndigoImporter();
    }

    @Override
    public List<MemorySource> fixtures() throws IOException {
        return List.of(MemorySource.of("a.h5", file("time_series_data")));
    }

    /** Two cells, as pandas writes a frame in the fixed form. */
    private static byte[] file(String name) throws IOException {
        Path path = Files.createTempFile("ionbench", ".h5");
        try {
            try (WritableHdfFile file = HdfFile.write(path)) {
                WritableGroup data = file.putGroup(name);
                data.putAttribute("pandas_type", "frame");
                String[] all = Arrays.copyOf(WHOLE, WHOLE.length + 1 + REAL.length);
                all[WHOLE.length] = "system_time_us";
                System.arraycopy(REAL, 0, all, WHOLE.length + 1, REAL.length);
                data.putDataset("axis0", all);
                data.putDataset("block0_items", WHOLE);
                data.putDataset(
                        "block0_values",
                        new int[][] {{452, 1, 1, 1, 1}, {7, 1, 1, 1, 1}, {452, 1, 2, 3, 1}});
                data.putDataset("block1_items", new String[] {"system_time_us"});
                data.putDataset(
                        "block1_values",
                        new long[][] {
                            {1570746395467835L}, {1570746395467836L}, {1570746454030923L}
                        });
                data.putDataset("block2_items", REAL);
                data.putDataset(
                        "block2_values",
                        new float[][] {
                            {31.5f, -114.5f, -5, 35.75f, -20.25f, -466, 4.0625f},
                            {1, 2, 3, 4, 5, 6, 7},
                            {90, 12, 1.5f, 35.5f, 6, 48, 4}
                        });
            }
            return Files.readAllBytes(path);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void eachCellIsARecording() throws IOException {
        List<Recording> all = RecordedSink.read(importer(), fixtures().getFirst()).recordings();
        assertEquals(List.of("Cell 452", "Cell 7"), all.stream().map(Recording::name).toList());
        Recording r = all.getFirst();
        assertArrayEquals(new double[] {31.5, 90}, r.si(QuantityKind.TIME).orElseThrow());
        assertArrayEquals(new double[] {-5, 1.5}, r.si(QuantityKind.CURRENT).orElseThrow());
        assertArrayEquals(new double[] {4.0625, 4}, r.si(QuantityKind.CELL_VOLTAGE).orElseThrow());
        assertArrayEquals(new double[] {-114.5, 12}, r.si(QuantityKind.CHARGE).orElseThrow());
        assertArrayEquals(
                new double[] {308.9, 308.65}, r.si(QuantityKind.TEMPERATURE).orElseThrow(), 1e-9);
        assertEquals(
                Optional.of(LocalDateTime.of(2019, 10, 10, 22, 26, 35, 467_835_000)), r.start());
        assertEquals(Optional.of("+00:00"), r.zone());
        assertEquals("cell_id", r.table().columns().getFirst().spec().vendorName());
    }

    @Test
    void otherStoresAreLeftAlone() throws IOException {
        MemorySource other = MemorySource.of("other.h5", file("data_df"));
        assertEquals(Sniff.Certainty.NO, importer().sniff(other.head()).certainty());
        String said =
                assertThrows(FormatException.class, () -> RecordedSink.read(importer(), other))
                        .getMessage();
        assertTrue(said.contains("time_series_data"), said);
    }

    @Test
    void sample() throws IOException {
        MemorySource file =
                MemorySource.of(
                        "a.dat",
                        MemorySource.of(Samples.one("indigo", "beep__indigo_test_sample.h5"))
                                .content());
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        Recording r = RecordedSink.read(importer(), file).recordings().getFirst();
        assertEquals(20_000, r.table().rows());
        assertEquals(13, r.table().columns().size());
        double[] voltage = r.si(QuantityKind.CELL_VOLTAGE).orElseThrow();
        double[] current = r.si(QuantityKind.CURRENT).orElseThrow();
        double[] power = r.si(QuantityKind.POWER).orElseThrow();
        for (int i = 0; i < power.length; i++) {
            // the vendor's own power
            assertEquals(power[i], voltage[i] * current[i], 1e-4, "row " + i);
        }
        double[] time = r.si(QuantityKind.TIME).orElseThrow();
        double[] sorted = time.clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, time);
    }
}

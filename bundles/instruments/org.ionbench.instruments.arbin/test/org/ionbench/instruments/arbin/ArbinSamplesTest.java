// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Public files against independent readings of them. */
class ArbinSamplesTest {
    private static final List<String> OF_THE_FILE = List.of("Global_Table", "Version_Table");

    private static List<Recording> read(String name) throws IOException {
        return read(Samples.one("arbin", name));
    }

    private static List<Recording> read(Path sample) throws IOException {
        MemorySource file = MemorySource.of(sample);
        Importer importer =
                switch (file.name().replaceFirst(".*\\.", "")) {
                    case "res" -> new ResImporter();
                    case "csv" -> new CsvImporter();
                    case "xlsx" -> new WorkbookImporter();
                    default -> new StoreImporter();
                };
        RecordedSink sink = RecordedSink.read(importer, file);
        assertEquals(List.of(), sink.problems());
        return sink.recordings();
    }

    @TestFactory
    Stream<DynamicTest> readAsExpected() throws IOException {
        List<Path> samples = new ArrayList<>(Samples.of("arbin", ".res", ".csv", ".xlsx"));
        samples.removeIf(s -> s.toString().endsWith("_Metadata.csv"));
        assertEquals(6, samples.size());
        return samples.stream()
                .map(s -> DynamicTest.dynamicTest(s.getFileName() + "", () -> compare(s)));
    }

    /** Every column of numbers of every table that has rows. */
    private static void compare(Path sample) throws IOException {
        List<Recording> recordings = read(sample);
        int compared = 0;
        for (Samples.Table table : Samples.expected(sample)) {
            if (table.rows() == 0 || table.name().equals("Global_Info")) {
                continue;
            }
            String where = sample.getFileName() + " " + table.name() + " ";
            if (table.name().equals("Auxiliary_Table")) {
                auxiliary(where, table, recordings.getFirst());
                continue;
            }
            for (Samples.Expectation column : table.columns()) {
                if (column.numbers().isEmpty()) {
                    continue;
                }
                if (OF_THE_FILE.contains(table.name())) {
                    told(where, column, recordings.getFirst());
                } else {
                    Recording recording =
                            recordings.stream()
                                    .filter(r -> r.table().rows() == table.rows())
                                    .findFirst()
                                    .orElseThrow(() -> new AssertionError(where + table.rows()));
                    Column found = recording.table().column(column.name()).orElseThrow();
                    column.check(where + column.name(), Samples.stored(found));
                }
                compared++;
            }
        }
        assertTrue(compared >= 11, sample + ": " + compared);
    }

    /** A table of one row is metadata, but for the start. */
    private static void told(String where, Samples.Expectation column, Recording recording) {
        if (column.name().equals("Start_DateTime")) {
            long seconds = Math.round(86400 * column.numbers().orElseThrow()[1]);
            LocalDateTime wanted = LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(seconds);
            LocalDateTime start = recording.start().orElseThrow();
            assertTrue(Duration.between(wanted, start).abs().toMillis() <= 500, where + start);
            return;
        }
        Object value = recording.metadata().get(column.name());
        double number =
                switch (value) {
                    case Boolean b -> b ? 1 : 0;
                    case String text -> Double.parseDouble(text);
                    default -> ((Number) value).doubleValue();
                };
        column.check(where + column.name(), new double[] {number});
    }

    /** What stands below one another in the file stands side by side. */
    private static void auxiliary(String where, Samples.Table table, Recording recording) {
        double[] all =
                recording.table().columns().stream()
                        .filter(c -> c.spec().vendorName().startsWith("Aux_"))
                        .map(Samples::stored)
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
        assertEquals(table.rows(), all.length, where);
        table.columns().stream()
                .filter(c -> c.name().equals("X"))
                .forEach(c -> c.check(where, all));
    }

    @Test
    void quantitiesAndSigns() throws IOException {
        for (String name :
                List.of(
                        "cellpy__20160805_test001_45_cc_01.res",
                        "navani__arbin_example.res",
                        "navani__bs542_004_gr_li_50ua_50mv_1v_191020_Channel_11.xlsx",
                        "battery-data-toolkit__arbin_example.csv")) {
            Recording r = read(name).getFirst();
            assertEquals(Technique.CYCLING, r.technique());
            double[] time = r.si(QuantityKind.TIME).orElseThrow();
            double[] current = r.si(QuantityKind.CURRENT).orElseThrow();
            double[] charged = r.si(QuantityKind.CAPACITY_CHARGE).orElseThrow();
            double[] discharged = r.si(QuantityKind.CAPACITY_DISCHARGE).orElseThrow();
            double[] step = r.si(QuantityKind.STEP).orElseThrow();
            int checked = 0;
            for (int i = 1; i < time.length; i++) {
                double seconds = time[i] - time[i - 1];
                boolean steady =
                        step[i] == step[i - 1]
                                && seconds > 0
                                && Math.abs(current[i] - current[i - 1])
                                        < 0.01 * Math.abs(current[i]);
                boolean counted =
                        charged[i] > charged[i - 1] && discharged[i] == discharged[i - 1]
                                || charged[i] == charged[i - 1]
                                        && discharged[i] > discharged[i - 1];
                if (steady && counted) {
                    double charge = charged[i] - charged[i - 1] - discharged[i] + discharged[i - 1];
                    // the charge in C that flowed, with its sign; within pulses it lags behind
                    assertEquals(Math.signum(current[i]), Math.signum(charge), name + " " + i);
                    if (!name.endsWith(".csv")) {
                        double tolerance =
                                0.05 * Math.abs(charge)
                                        + 1e-6 * (charged[i] + discharged[i])
                                        + 2e-5;
                        assertEquals(current[i] * seconds, charge, tolerance, name + " " + i);
                    }
                    checked++;
                }
            }
            assertTrue(checked > 10, name + ": " + checked);
        }
    }

    @Test
    void whatTheFilesSay() throws IOException {
        Recording res = read("cellpy__20160805_test001_45_cc_01.res").getFirst();
        assertEquals("20160805_sic006_45_cc_01-01-003", res.name());
        assertEquals(LocalDateTime.of(2016, 8, 5, 16, 16, 23), res.start().get().withNano(0));
        assertEquals("176075", res.metadata().get("Serial_Number"));
        assertEquals("Results File 5.26", res.metadata().get("Version_Schema_Field"));

        Recording aux = read("cellpy__aux_multi_x.res").getFirst();
        assertEquals(18 + 20, aux.table().columns().size());
        Column temperature = aux.table().column("Aux_Temperature_0").orElseThrow();
        assertEquals(QuantityKind.TEMPERATURE, temperature.spec().kind());
        assertEquals(26.968594 + 273.15, temperature.si()[0], 1e-5);

        Recording csv = read("beep__2017-05-09_test-TC-contact_CH33.csv").getFirst();
        assertEquals("20170509-6C_1C_36CV.sdu", csv.metadata().get("Schedule_File_Name"));
        assertEquals(
                Optional.of(LocalDateTime.of(2017, 5, 10, 0, 47, 33, 170_000_000)), csv.start());
        assertEquals(Optional.of("+00:00"), csv.zone());

        Recording book =
                read("navani__bs542_004_gr_li_50ua_50mv_1v_191020_Channel_11.xlsx").getFirst();
        assertEquals("ben", book.metadata().get("Creator"));
        assertEquals(206951L, book.metadata().get("Serial Number"));
        assertEquals(LocalDateTime.of(2020, 10, 19, 11, 31, 46), book.start().get().withNano(0));

        List<Recording> store = read("cellpy__20200624_test001_cc_01.h5");
        // three tests, and the statistics of each
        assertEquals(6, store.size());
        assertEquals(47, store.subList(0, 3).stream().mapToInt(r -> r.table().rows()).sum());
        assertEquals(13, store.subList(3, 6).stream().mapToInt(r -> r.table().rows()).sum());
        assertEquals(3.6, (Double) store.get(0).metadata().get("SpecificCapacity"), 1e-6);
        assertEquals(
                LocalDateTime.of(2020, 6, 24, 12, 25, 33), store.get(0).start().get().withNano(0));
    }

    @Test
    void metadataAloneAreRefused() {
        Path file = Samples.one("arbin", "beep__2017-05-09_test-TC-contact_CH33_Metadata.csv");
        String sentence =
                assertThrows(
                                FormatException.class,
                                () -> RecordedSink.read(new CsvImporter(), MemorySource.of(file)))
                        .getMessage();
        assertTrue(sentence.contains("import beep__2017-05-09_test-TC-contact_CH33.csv"), sentence);
    }
}

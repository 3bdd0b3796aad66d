// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
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
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Public files against exports of the vendor's software, or what an independent reader found. */
class NewareSamplesTest {
    private static final double RELATIVE = 2e-6;
    private static final List<Importer> ALL =
            List.of(new NdaImporter(), new NdaxImporter(), new NewareTextImporter());

    /** What other programs call columns of ours, and how many of ours one of theirs is. */
    private record Other(String ours, double factor) {}

    private static final Map<String, Other> OTHERS =
            Map.of(
                    "Step_Index", new Other("Step Index", 1),
                    "Step", new Other("Step Count", 1),
                    "Voltage", new Other("Voltage(mV)", 1e3),
                    "Current(mA)", new Other("Current(uA)", 1e3),
                    "T1(?)", new Other("T1", 1),
                    "T2(?)", new Other("T2", 1));

    /** Half of the last digit that exports of the vendor's software have. */
    private static final Map<String, Double> ROUNDING =
            Map.of(
                    "Voltage(mV)", 0.05,
                    "Current(uA)", 5.0,
                    "Capacity(mAs)", 0.5,
                    "Energy(mWs)", 0.05,
                    "Total Time", 0.05,
                    "T1", 0.05,
                    "T2", 0.05);

    private static Recording read(Path sample) throws IOException {
        MemorySource file = MemorySource.of("a.dat", MemorySource.of(sample).content());
        List<Importer> certain =
                ALL.stream()
                        .filter(i -> i.sniff(file.head()).certainty() == Sniff.Certainty.CERTAIN)
                        .toList();
        assertEquals(1, certain.size(), sample + " " + certain);
        List<Recording> all = RecordedSink.read(certain.getFirst(), file).recordings();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static Recording one(String name) throws IOException {
        return read(Samples.one("neware", name));
    }

    @TestFactory
    Stream<DynamicTest> readAsExpected() throws IOException {
        List<Path> samples = Samples.of("neware", ".nda", ".ndax", ".csv");
        assertEquals(19, samples.size());
        return samples.stream()
                .filter(s -> !s.toString().contains("empty"))
                .map(s -> DynamicTest.dynamicTest(s.getFileName() + "", () -> compare(s)));
    }

    private static void compare(Path sample) throws IOException {
        Recording r = read(sample);
        int compared = 0;
        for (Samples.Table table : Samples.expected(sample)) {
            assertEquals(table.rows(), r.table().rows());
            boolean vendor = table.columns().stream().anyMatch(c -> c.name().equals("Date"));
            for (Samples.Expectation column : table.columns()) {
                Other other = OTHERS.getOrDefault(column.name(), new Other(column.name(), 1));
                Optional<Column> ours = r.table().column(other.ours);
                // Date is of the computer that exported, wherever that was
                if (ours.isEmpty() || column.numbers().isEmpty() || column.name().equals("Date")) {
                    continue;
                }
                double rounding = vendor ? ROUNDING.getOrDefault(other.ours, 0.0) : 0;
                check(column, other, rounding, Samples.stored(ours.get()));
                compared++;
            }
        }
        assertTrue(compared >= 8, "only " + compared + " columns were compared");
    }

    private static void check(
            Samples.Expectation expected, Other other, double rounding, double[] values) {
        double[] known = expected.numbers().orElseThrow();
        String what = expected.name();
        assertEquals(expected.missing(), Arrays.stream(values).filter(Double::isNaN).count(), what);
        double[] real =
                Arrays.stream(values)
                        .filter(v -> !Double.isNaN(v))
                        .map(v -> v / other.factor)
                        .toArray();
        double largest = Math.max(Math.abs(known[1]), Math.abs(known[2]));
        double off = RELATIVE * largest + rounding;
        assertEquals(known[1], Arrays.stream(real).min().orElseThrow(), off, what + ", least");
        assertEquals(known[2], Arrays.stream(real).max().orElseThrow(), off, what + ", greatest");
        double scale = Math.max(Math.abs(known[0]), 10 * largest);
        assertEquals(
                known[0],
                Arrays.stream(real).sum(),
                RELATIVE * scale + rounding * real.length,
                what + ", sum");
    }

    @Test
    void signsAreThoseOfACell() throws IOException {
        Recording r = one("fastnda__nda_v23.nda");
        double[] current = r.si(QuantityKind.CURRENT).orElseThrow();
        double[] discharge = r.si(QuantityKind.CAPACITY_DISCHARGE).orElseThrow();
        double[] voltage = r.si(QuantityKind.CELL_VOLTAGE).orElseThrow();
        int row = 1900;
        assertEquals("CC DChg", r.table().column("Step Type").orElseThrow().text(row));
        assertEquals(-5.8816, current[row], 0.01);
        double time = Expected.values(r, "Time")[row];
        assertEquals(5.8816 * time, discharge[row], 0.001 * discharge[row]);
        assertTrue(voltage[row] > 3 && voltage[row] < 4.2);
        // BTS 9 stores what was discharged with a minus
        Recording nine = one("fastnda__2-1-6_61_07005012.nda");
        double[] out = nine.si(QuantityKind.CAPACITY_DISCHARGE).orElseThrow();
        assertEquals(1079.4996, out[out.length - 1], 0.01);
    }

    @Test
    void startAndZoneAreToldApart() throws IOException {
        Recording r = one("fastnda__21_10_7_85.ndax");
        assertEquals(
                Optional.of(LocalDateTime.of(2025, 11, 5, 16, 56, 51, 786_000_000)), r.start());
        assertEquals(Optional.of("assumed +01:00"), r.zone());
        assertEquals("test3", r.metadata().get("Barcode"));
        assertEquals(
                Optional.of(LocalDateTime.of(2024, 2, 1, 20, 24, 23)),
                one("navani__test.ndax").start());
    }

    @Test
    void cutPointIsToldAndLeftOut() throws IOException {
        Recording r = one("fastnda__nda8.nda");
        assertEquals("neware.cut", r.problems().getFirst().code());
    }

    @Test
    void emptyTestIsRefused() {
        Path sample = Samples.one("neware", "fastnda__empty.ndax");
        String said = assertThrows(FormatException.class, () -> read(sample)).getMessage();
        assertTrue(said.contains("the test has none yet"), said);
    }
}

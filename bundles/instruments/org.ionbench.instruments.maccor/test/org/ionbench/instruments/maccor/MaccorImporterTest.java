// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.maccor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.testkit.ImporterContract;
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

class MaccorImporterTest implements ImporterContract {
    private static final String FUSED =
            """
            Today's Date 04/04/2016  Date of Test:\t03/31/2016\t Filename:\tC:\\Data\\A #20\\x.001\
             Procedure: form.000NCM 523, formation\tComment/Barcode: cell 7, NCM
            Rec#\tCyc#\tStep\tTest (Min)\tStep (Min)\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time
            1\t0\t1\t0.0\t0.0\t0.0\t0.0\t0.0\t3.3\tR\t0\t03/31/2016 16:05:31
            2\t0\t2\t1.0\t1.0\t0.1\t0.33\t1.5\t3.4\tC\t1\t03/31/2016 16:06:31
            3\t0\t3\t2.0\t1.0\t0.2\t0.66\t-2.5\t3.2\tD\t129\t03/31/2016 16:07:31
            """;
    private static final String UNSIGNED =
            """
            Today''s Date\t03/28/2022 12:50:27 PM

            Date of Test:\t08/23/2021 11:59:50 PM

            Rec#\tCyc#\tStep\tTestTime\tStepTime\tmAmp-hr\tmWatt-hr\tmAmps\tVolts\tState\tES\tDPt Time\tAux #1\t Units
            1\t0\t1\t  0d 00:00:00.00\t  0d 00:00:00.00\t0.0\t0.0\t0.0\t3100.5\tR\t0\t08/23/2021 11:59:50 PM\t21.5\t C
            2\t0\t2\t  0d 00:00:10.50\t  0d 00:00:10.50\t1.0\t3.1\t183.25\t3100.0\tC\t1\t08/24/2021\t21.6\t C
            3\t0\t3\t  1d 02:00:5.0500\t  0d 00:00:05.00\t1,002.0\t3,006.0\t897.0\t3000.0\tD\t129\t08/25/2021 2:00:00 AM\t21.7\t C
            4\t0\t3\t  1d 02:00:6.00\t  0d 00:00:06.00\t1,003.0\t3,006.0\t5.0\t3000.0\tS\t129\t08/25/2021 2:00:01 AM\t21.7\t C
            """;
    private static final String EUROPEAN =
            """
            Name:\tKIT-13
            Channel:\t81
            Tester\tMaccor #4
            Started\t06/05/2021 11:23:46
            SCap\t0,017
            Ch. max. V\t6,00 V

            Rec\tCycle P\tCycle C\tStep\tTestTime\tStepTime\tCap. [Ah]\tEner. [Wh]\tCurrent [A]\tVoltage [V]\tMd\tES\tDPt Time

            1\t0\t1\t1\t0,000000\t0,000000\t0,0\t0,0\t0,0\t0,1377\tR\t0\t06/05/2021 11:23:46
            2\t0\t1\t1\t1,000000\t1,000000\t0,0\t0,0\t0,5\t0,1385\tC\t1\t06/05/2021 11:24:46
            1.003\t0\t1\t1\t2,000000\t2,000000\t0,0\t0,0\t0,5\t0,1394\tC\t1\t06/05/2021 11:25:46
            """;
    private static final String CHOSEN =
            """
            Today's Date ,28-Nov-23
            Date of Test:,23-Nov-23 3:56:08 PM
            Rec,Cycle C,Step,Test Time (sec),Step Time (sec),Capacity,Energy,Current,Voltage,DPT Time,Temp 1
            1,1,1,0.0000,0.0000,0,0,0,3.668,23-Nov-23 3:56:11 PM,22.2591
            "1,002",1,2,10.0600,0.0600,0.000,0.002,28.844,3.709,23-Nov-23 3:56:21 PM,22.5
            """;

    @Override
    public Importer importer() {
        return new MaccorImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.001", FUSED),
                MemorySource.of("b.txt", UNSIGNED),
                MemorySource.of("c.txt", EUROPEAN),
                MemorySource.of("d.csv", CHOSEN));
    }

    private Recording read(MemorySource file) throws IOException {
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        List<Recording> all = RecordedSink.read(importer(), file).recordings();
        assertEquals(1, all.size());
        assertEquals(Technique.CYCLING, all.getFirst().technique());
        return all.getFirst();
    }

    private Recording read(String text) throws IOException {
        return read(MemorySource.of("a.dat", text));
    }

    private Recording read(Path sample) throws IOException {
        return read(MemorySource.of("a.dat", MemorySource.of(sample).content()));
    }

    private static double[] si(Recording r, QuantityKind kind) {
        return r.si(kind).orElseThrow();
    }

    private static Column column(Recording r, String vendorName) {
        return r.table().columns().stream()
                .filter(c -> c.spec().vendorName().equals(vendorName))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Recording r) {
        return r.problems().stream().map(Problem::code).toList();
    }

    @Test
    void headInOneLineAndCurrentWithItsSign() throws IOException {
        Recording r = read(FUSED);
        assertEquals("03/31/2016", r.metadata().get("Date of Test"));
        assertEquals("C:\\Data\\A #20\\x.001", r.metadata().get("Filename"));
        assertEquals("form.000", r.metadata().get("Procedure"));
        assertEquals("NCM 523, formation", r.metadata().get("Description"));
        assertEquals("cell 7, NCM", r.metadata().get("Comment/Barcode"));
        assertEquals(Optional.of(LocalDateTime.of(2016, 3, 31, 16, 5, 31)), r.start());
        assertArrayEquals(new double[] {0, 60, 120}, si(r, QuantityKind.TIME));
        assertArrayEquals(new double[] {0, 1.5, -2.5}, si(r, QuantityKind.CURRENT));
        assertArrayEquals(new double[] {0, 360, 720}, si(r, QuantityKind.CHARGE));
        assertArrayEquals(new double[] {1, 2, 3}, si(r, QuantityKind.STEP));
        assertEquals("D", column(r, "State").text(2));
        assertEquals(List.of(), r.changes());
        assertEquals(List.of(), r.assumptions());
        assertEquals(List.of(), codes(r));
    }

    @Test
    void currentWithoutSignInMilliUnits() throws IOException {
        Recording r = read(UNSIGNED);
        assertArrayEquals(
                new double[] {0, 183.25, 897, 5}, Samples.stored(column(r, "mAmps")), 1e-12);
        assertEquals(QuantityKind.OTHER, column(r, "mAmps").spec().kind());
        assertArrayEquals(
                new double[] {0, 0.18325, -0.897, 0.005}, si(r, QuantityKind.CURRENT), 1e-12);
        assertTrue(r.changes().getFirst().startsWith("mAmps has no sign"));
        assertArrayEquals(
                new double[] {3.1005, 3.1, 3, 3}, si(r, QuantityKind.CELL_VOLTAGE), 1e-12);
        assertTrue(r.assumptions().toString().contains("millivolts"));
        assertArrayEquals(
                new double[] {0, 10.5, 93_605.05, 93_606}, si(r, QuantityKind.TIME), 1e-9);
        assertEquals(3.6 * 1002, si(r, QuantityKind.CHARGE)[2], 1e-9);
        assertEquals("degC", column(r, "Aux #1").spec().unitText().orElseThrow());
        assertEquals("08/24/2021", column(r, "DPt Time").text(1));
        assertEquals(Optional.of(LocalDateTime.of(2021, 8, 23, 23, 59, 50)), r.start());
        assertEquals("03/28/2022 12:50:27 PM", r.metadata().get("Today's Date"));
        assertEquals(List.of("maccor.sign"), codes(r));
    }

    @Test
    void decimalCommaAndMinutesShownByClockTimes() throws IOException {
        Recording r = read(EUROPEAN);
        assertEquals("Maccor #4", r.instrument());
        assertEquals(81L, r.metadata().get("Channel"));
        assertEquals(0.017, r.metadata().get("SCap"));
        assertArrayEquals(new double[] {0, 60, 120}, si(r, QuantityKind.TIME));
        assertEquals(0.1377, si(r, QuantityKind.CELL_VOLTAGE)[0]);
        assertArrayEquals(new double[] {0, 0, 0}, si(r, QuantityKind.CYCLE));
        assertEquals(1003, Samples.stored(column(r, "Rec"))[2]);
        assertTrue(r.assumptions().contains("decimal comma"));
        assertTrue(r.assumptions().contains("day before month"));
        assertEquals(Optional.of(LocalDateTime.of(2021, 5, 6, 11, 23, 46)), r.start());
        assertTrue(
                r.assumptions().contains("TestTime is in min, as the clock times of points show"));
    }

    @Test
    void columnsOfChoiceInCommas() throws IOException {
        Recording r = read(CHOSEN);
        assertArrayEquals(new double[] {0, 28.844}, si(r, QuantityKind.CURRENT));
        assertArrayEquals(new double[] {295.4091, 295.65}, si(r, QuantityKind.TEMPERATURE), 1e-9);
        assertEquals(1002, Samples.stored(column(r, "Rec"))[1]);
        assertEquals(Optional.of(LocalDateTime.of(2023, 11, 23, 15, 56, 11)), r.start());
        assertTrue(r.assumptions().getFirst().contains("signed"));
    }

    @Test
    void clockTimesThatBeginAnewEachDay() throws IOException {
        String head = "Rec#\tCyc#\tStep\tTestTime\tAmps\tVolts\tState\n";
        Recording r =
                read(
                        head
                                + "1\t0\t1\t23:59:50\t0\t3\tR\n2\t0\t1\t00:00:10\t0\t3\tR\n"
                                + "3\t0\t1\t23:00:00\t0\t3\tR\n4\t0\t1\t00:30:00\t0\t3\tR\n");
        assertArrayEquals(
                new double[] {86_390, 86_410, 169_200, 174_600}, si(r, QuantityKind.TIME));
        assertTrue(r.changes().getFirst().contains("begins anew"));
    }

    @Test
    void decimalSignOfTheUser() throws IOException {
        String text = "Rec#\tCyc#\tStep\tTest (Sec)\tAmps\tVolts\tState\n1\t0\t1\t1,500\t0\t3\tR\n";
        assertArrayEquals(new double[] {1.5}, si(read(text), QuantityKind.TIME));
        Map<String, Double> seconds = Map.of(".", 1500.0, "point", 1500.0, ",", 1.5, "comma", 1.5);
        for (Map.Entry<String, Double> said : seconds.entrySet()) {
            MemorySource file =
                    MemorySource.of("a.txt", text).with(Map.of("decimal", said.getKey()));
            assertArrayEquals(new double[] {said.getValue()}, si(read(file), QuantityKind.TIME));
        }
    }

    @Test
    void cut() throws IOException {
        Recording r = read(FUSED.substring(0, FUSED.length() - 30));
        assertEquals(2, r.table().rows());
        assertEquals(List.of("rows.cut"), codes(r));
        assertThrows(
                FormatException.class,
                () ->
                        RecordedSink.read(
                                importer(),
                                MemorySource.of("a", FUSED.substring(0, FUSED.indexOf("Rec#")))));
    }

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        List<Path> samples =
                Samples.of("maccor", ".txt", ".csv", ".001", ".010", ".041", ".052", ".078");
        assertEquals(9, samples.size());
        return samples.stream()
                .map(s -> DynamicTest.dynamicTest(s.getFileName() + "", () -> compare(s)));
    }

    private void compare(Path sample) throws IOException {
        Recording r = read(sample);
        assertTrue(r.start().isPresent());
        assertTrue(r.table().column(QuantityKind.TIME).isPresent());
        assertTrue(r.table().column(QuantityKind.CELL_VOLTAGE).isPresent());
        double[] time = si(r, QuantityKind.TIME);
        double[] sorted = time.clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, time, "time runs forward");
        double[] volts = si(r, QuantityKind.CELL_VOLTAGE);
        assertTrue(Arrays.stream(volts).noneMatch(v -> v <= 0 || v > 5), "volts of a cell");
        if (sample.toString().endsWith(".csv")) {
            // the independent reader took the head for names
            assertEquals(15, r.table().rows());
            return;
        }
        Samples.Table table = Samples.expected(sample).getFirst();
        assertEquals(table.rows(), r.table().rows());
        int compared = 0;
        for (Samples.Expectation expected : table.columns()) {
            String name = expected.name();
            if (expected.numbers().isPresent()) {
                expected.check(name, Samples.stored(column(r, name)));
                compared++;
            }
        }
        assertTrue(compared >= 7);
        // one file has placeholders of spectra, one ends within a row
        List<String> usual = List.of("maccor.impedance", "rows.ragged");
        List<String> told = codes(r);
        assertTrue(usual.containsAll(told), told::toString);
    }

    @Test
    void whatSamplesSay() throws IOException {
        Recording one = read(Samples.one("maccor", "cellpy__maccor_001.txt"));
        double[] current = si(one, QuantityKind.CURRENT);
        // cellpy's own reading of the same file, with the sign of the state
        assertEquals(-1762.23072, Arrays.stream(current).sum(), 2e-6 * 1762);
        assertEquals(-10.01831, Arrays.stream(current).min().orElseThrow());
        assertEquals(1.50233, Arrays.stream(current).max().orElseThrow());
        double[] time = si(one, QuantityKind.TIME);
        assertEquals(183_171.57, time[time.length - 1], 1e-3);
        assertEquals("M50_Validation_0deg_01", one.metadata().get("Filename"));
        assertEquals(1L, one.metadata().get("Tester Channel"));
        Recording three = read(Samples.one("maccor", "cellpy__maccor_three.txt"));
        assertEquals(1.8538186, si(three, QuantityKind.CELL_VOLTAGE)[0], 1e-9);
        assertEquals(
                -0.8973831, Arrays.stream(si(three, QuantityKind.CURRENT)).min().orElseThrow());
        assertEquals(List.of(), three.changes());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.formats.parquet.ParquetWriter;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class ParquetImporterTest implements ImporterContract {
    @Override
    public ParquetImporter importer() {
        return new ParquetImporter();
    }

    private static byte[] written(int rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        double[] time = new double[rows];
        double[] voltage = new double[rows];
        double[] current = new double[rows];
        String[] note = new String[rows];
        for (int i = 0; i < rows; i++) {
            time[i] = i / 3.0;
            voltage[i] = 3.5 + 1e-9 * i;
            current[i] = i % 5 == 0 ? Double.NaN : -1e-3;
            note[i] = i % 2 == 0 ? "" : "\u00e4 " + i;
        }
        List<ParquetWriter.Field> fields =
                List.of(
                        new ParquetWriter.Field("test_time_second", false),
                        new ParquetWriter.Field("voltage_volt", false),
                        new ParquetWriter.Field("current_milliampere", false),
                        new ParquetWriter.Field("note", true));
        try (ParquetWriter writer = new ParquetWriter(out, fields, Map.of("cell", "A7"))) {
            writer.write(
                    new double[][] {time, voltage, current, {}},
                    new String[][] {{}, {}, {}, note},
                    rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.bdf.parquet", written(300)),
                MemorySource.of("empty.parquet", written(0)));
    }

    @Test
    void severalRowGroups() throws IOException {
        int rows = 300_000;
        Recording r =
                RecordedSink.read(importer(), MemorySource.of("x.parquet", written(rows)))
                        .recordings()
                        .getFirst();
        assertEquals(rows, r.table().rows());
        double[] time = r.si(QuantityKind.TIME).orElseThrow();
        double[] current = r.si(QuantityKind.CURRENT).orElseThrow();
        for (int i = 0; i < rows; i++) {
            assertEquals(i / 3.0, time[i]);
            assertEquals(i % 5 == 0 ? Double.NaN : -1e-6, current[i]);
            assertEquals(i % 2 == 0 ? "" : "\u00e4 " + i, r.table().columns().getLast().text(i));
        }
        assertEquals(Technique.CYCLING, with(Map.of("technique", "cycling")).technique());
        assertEquals("A7", r.metadata().get("cell"));
    }

    private Recording with(Map<String, String> options) throws IOException {
        return RecordedSink.read(importer(), fixtures().getFirst().with(options))
                .recordings()
                .getFirst();
    }

    @Test
    void theUsersMapOfColumns() throws IOException {
        Recording r = with(Map.of("columns", "*,potential:V,-current:mA,skip"));
        assertEquals(3, r.table().columns().size());
        assertEquals(3.5, r.si(QuantityKind.POTENTIAL).orElseThrow()[0]);
        assertEquals(1e-6, r.si(QuantityKind.CURRENT).orElseThrow()[1]);
    }

    /** Text that holds clock times is read in seconds, as in delimited text. */
    @Test
    void timesWrittenAsText() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ParquetWriter.Field> fields =
                List.of(
                        new ParquetWriter.Field("Test Time", true),
                        new ParquetWriter.Field("Voltage / V", false));
        try (ParquetWriter writer = new ParquetWriter(out, fields, Map.of())) {
            writer.write(
                    new double[][] {{}, {3.5, 3.6}},
                    new String[][] {{"0:00:01", "1:00:02"}, {}},
                    2);
        }
        Recording r =
                RecordedSink.read(importer(), MemorySource.of("t.parquet", out.toByteArray()))
                        .recordings()
                        .getFirst();
        assertArrayEquals(new double[] {1, 3602}, r.si(QuantityKind.TIME).orElseThrow());
    }

    /** A spectrum whose imaginary part is positive is doubted, as in delimited text. */
    @Test
    void aDoubtfulSign() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ParquetWriter.Field> fields =
                List.of(
                        new ParquetWriter.Field("Frequency / Hz", false),
                        new ParquetWriter.Field("Re(Z)/Ohm", false),
                        new ParquetWriter.Field("Im(Z)/Ohm", false));
        double[] frequency = {1e5, 1e4, 1e3, 1e2, 10, 1};
        double[] real = {10, 11, 15, 30, 50, 60};
        double[] imaginary = {1, 2, 8, 20, 30, 90};
        try (ParquetWriter writer = new ParquetWriter(out, fields, Map.of())) {
            writer.write(new double[][] {frequency, real, imaginary}, new String[3][], 6);
        }
        Recording r =
                RecordedSink.read(importer(), MemorySource.of("z.parquet", out.toByteArray()))
                        .recordings()
                        .getFirst();
        assertEquals(Technique.EIS, r.technique());
        assertEquals("text.sign.doubtful", r.problems().getFirst().code());
    }

    @Test
    void aFileThatWasCutOffSaysSo() {
        byte[] whole = written(300);
        FormatException cut =
                assertThrows(
                        FormatException.class,
                        () ->
                                RecordedSink.read(
                                        importer(),
                                        MemorySource.of(
                                                "cut.parquet",
                                                Arrays.copyOf(whole, whole.length - 20))));
        assertTrue(cut.getMessage().contains("cut off"), cut.getMessage());
    }

    @Test
    void samplesOfOtherPrograms() throws IOException {
        List<Path> samples = Samples.of("bdf", ".parquet");
        for (Path sample : samples) {
            List<Samples.Table> tables = Samples.expected(sample);
            List<Recording> recordings =
                    RecordedSink.read(importer(), MemorySource.of(sample)).recordings();
            assertEquals(tables.size(), recordings.size());
            Recording r = recordings.getFirst();
            assertEquals(tables.getFirst().rows(), r.table().rows());
            List<Samples.Expectation> columns = tables.getFirst().columns();
            for (int c = 0; c < columns.size(); c++) {
                double[] stored = new double[r.table().rows()];
                r.table().columns().get(c).copy(0, stored, 0, stored.length);
                columns.get(c).check(sample + " column " + c, stored);
            }
        }
    }
}

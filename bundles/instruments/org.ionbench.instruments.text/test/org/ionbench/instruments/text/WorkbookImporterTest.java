// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.spreadsheets.SpreadsheetWriter;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class WorkbookImporterTest implements ImporterContract {
    private static final List<QuantityKind> SPECTRUM =
            List.of(
                    QuantityKind.FREQUENCY,
                    QuantityKind.IMPEDANCE_REAL,
                    QuantityKind.IMPEDANCE_IMAGINARY);

    @Override
    public Importer importer() {
        return new WorkbookImporter();
    }

    @Override
    public List<MemorySource> fixtures() throws IOException {
        return List.of(MemorySource.of("two.xlsx", workbook()));
    }

    /** Two tables, one below remarks, and a sheet without. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = new SpreadsheetWriter(out)) {
            writer.sheet("spectrum");
            writer.text(0, "a \"quoted\" remark, with a comma");
            writer.next();
            writer.next();
            writer.header(List.of("freq/Hz", "Re(Z)/Ohm", "-Im(Z)/Ohm"));
            for (int i = 0; i < 5; i++) {
                writer.number(0, Math.pow(10, 4 - i));
                writer.number(1, 100 + 1 / 3.0 * i);
                writer.number(2, 0.1 * i);
                writer.next();
            }
            writer.sheet("remarks");
            writer.text(0, "nothing but words");
            writer.next();
            writer.sheet("steps");
            writer.header(List.of("time/s", "I/mA", "Ewe/V"));
            for (int i = 0; i < 4; i++) {
                writer.number(0, i);
                writer.number(1, i == 2 ? Double.NaN : 0.5);
                writer.number(2, 3 + i / 7.0);
                writer.next();
            }
        }
        return out.toByteArray();
    }

    @Test
    void everySheetWithATableIsARecording() throws IOException {
        RecordedSink sink = RecordedSink.read(new WorkbookImporter(), fixtures().getFirst());
        List<Recording> all = sink.recordings();
        assertEquals(
                List.of("two, spectrum", "two, steps"), all.stream().map(Recording::name).toList());
        Recording spectrum = all.getFirst();
        assertEquals(Technique.EIS, spectrum.technique());
        assertArrayEquals(
                new double[] {1e4, 1e3, 100, 10, 1}, spectrum.si(QuantityKind.FREQUENCY).get());
        assertArrayEquals(
                new double[] {-0.0, -0.1, -0.2, -0.1 * 3, -0.4},
                spectrum.si(QuantityKind.IMPEDANCE_IMAGINARY).get());
        double[] potential = all.get(1).si(QuantityKind.POTENTIAL).get();
        for (int i = 0; i < 4; i++) {
            assertEquals(3 + i / 7.0, potential[i]);
        }
        assertTrue(Double.isNaN(all.get(1).si(QuantityKind.CURRENT).get()[2]));
        assertTrue(sink.problems().getFirst().message().contains("remarks"));
    }

    @Test
    void oneSheetCanBeChosen() throws IOException {
        MemorySource file = fixtures().getFirst().with(Map.of("sheet", "steps"));
        List<Recording> all = RecordedSink.read(new WorkbookImporter(), file).recordings();
        assertEquals(List.of("two"), all.stream().map(Recording::name).toList());
        MemorySource none = file.with(Map.of("sheet", "nowhere"));
        assertTrue(
                assertThrows(
                                FormatException.class,
                                () -> RecordedSink.read(new WorkbookImporter(), none))
                        .getMessage()
                        .contains("expected a sheet \"nowhere\""));
    }

    @Test
    void aListIsReadWhereThereIsNoMeasurement() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = new SpreadsheetWriter(out)) {
            writer.sheet("cells");
            writer.header(List.of("Name", "Chemistry", "Nominal Capacity [Ah]", "Made by"));
            for (String name : List.of("one", "two")) {
                writer.text(0, name);
                writer.text(1, "LFP");
                writer.number(2, 2.5);
                writer.text(3, "somebody");
                writer.next();
            }
        }
        RecordedSink sink =
                RecordedSink.read(
                        new WorkbookImporter(), MemorySource.of("l.xlsx", out.toByteArray()));
        Recording list = sink.recordings().getFirst();
        assertEquals("cells", list.name());
        assertEquals("two", list.table().column("Name").orElseThrow().text(1));
        assertEquals(2.5, list.table().column("Nominal Capacity [Ah]").orElseThrow().at(1));
        assertEquals("text.list", sink.problems().getFirst().code());
    }

    @Test
    void elderWorkbooksAreRefusedWithWhatToDo() {
        byte[] ole = new byte[1024];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        System.arraycopy(magic, 0, ole, 0, 4);
        MemorySource file = MemorySource.of("old.xls", ole);
        assertEquals(
                Sniff.Certainty.PERHAPS, new WorkbookImporter().sniff(file.head()).certainty());
        assertTrue(
                assertThrows(
                                FormatException.class,
                                () -> RecordedSink.read(new WorkbookImporter(), file))
                        .getMessage()
                        .contains("save it as .xlsx"));
    }

    @Test
    void samplesReadAsExpected() throws IOException {
        List<Path> samples = Samples.of("generic", ".xlsx");
        assertEquals(3, samples.size());
        for (Path sample : samples) {
            List<Recording> recordings =
                    RecordedSink.read(new WorkbookImporter(), MemorySource.of(sample)).recordings();
            List<Samples.Table> tables = Samples.expected(sample);
            assertEquals(tables.size(), recordings.size(), sample.toString());
            for (int t = 0; t < tables.size(); t++) {
                Recording r = recordings.get(t);
                assertEquals(tables.get(t).rows(), r.table().rows(), sample.toString());
                List<Samples.Expectation> columns = tables.get(t).columns();
                for (int c = 0; c < columns.size(); c++) {
                    columns.get(c)
                            .check(
                                    sample + " " + columns.get(c).name(),
                                    r.technique().equals(Technique.EIS)
                                            ? spectrum(r).get(c)
                                            : Samples.stored(r.table().columns().get(c)));
                }
            }
        }
    }

    /** Frequency, real and imaginary part, also of a sheet with modulus and phase. */
    private static List<double[]> spectrum(Recording r) {
        if (r.si(QuantityKind.IMPEDANCE_REAL).isPresent()) {
            return SPECTRUM.stream().map(k -> r.si(k).orElseThrow()).toList();
        }
        double[] modulus = r.si(QuantityKind.IMPEDANCE_MODULUS).orElseThrow();
        double[] phase = r.si(QuantityKind.IMPEDANCE_PHASE).orElseThrow();
        double[] real = new double[modulus.length];
        double[] imaginary = new double[modulus.length];
        for (int i = 0; i < real.length; i++) {
            real[i] = modulus[i] * Math.cos(phase[i]);
            imaginary[i] = modulus[i] * Math.sin(phase[i]);
        }
        return List.of(r.si(QuantityKind.FREQUENCY).orElseThrow(), real, imaginary);
    }
}

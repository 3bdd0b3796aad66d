// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real text files of public repositories against what other programs read from them. */
class SamplesTest {
    private static final List<Importer> ALL =
            List.of(new BatteryDataImporter(), new ElchemeaImporter(), new DelimitedTextImporter());

    private static List<Recording> read(Path sample) throws IOException {
        MemorySource source = MemorySource.of(sample);
        Importer importer = ALL.getLast();
        int certain = 0;
        for (Importer candidate : ALL) {
            if (candidate.sniff(source.head()).certainty() == Sniff.Certainty.CERTAIN) {
                importer = candidate;
                certain++;
            }
        }
        assertTrue(certain <= 1, sample + " has one owner at most");
        return RecordedSink.read(importer, source).recordings();
    }

    @Test
    void spectra() throws IOException {
        List<QuantityKind> kinds =
                List.of(
                        QuantityKind.FREQUENCY,
                        QuantityKind.IMPEDANCE_REAL,
                        QuantityKind.IMPEDANCE_IMAGINARY);
        List<Path> samples = new ArrayList<>(Samples.of("elchemea", ".p00"));
        Samples.of("generic", ".csv").stream()
                .filter(p -> !String.valueOf(p.getFileName()).startsWith("cellpy"))
                .forEach(samples::add);
        assertTrue(samples.size() >= 10, "samples: " + samples);
        for (Path sample : samples) {
            List<Samples.Table> tables = Samples.expected(sample);
            List<Recording> recordings = read(sample);
            assertEquals(tables.size(), recordings.size(), sample.toString());
            for (int t = 0; t < tables.size(); t++) {
                Recording r = recordings.get(t);
                assertEquals(Technique.EIS, r.technique(), sample.toString());
                assertEquals(tables.get(t).rows(), r.table().rows());
                List<Samples.Expectation> columns = tables.get(t).columns();
                for (int i = 0; i < kinds.size(); i++) {
                    columns.get(i)
                            .check(sample + " " + kinds.get(i), r.si(kinds.get(i)).orElseThrow());
                }
            }
        }
    }

    @Test
    void theControlSpectrum() throws IOException {
        List<Path> samples = new ArrayList<>(Samples.of("elchemea", ".p00"));
        Samples.of("generic", ".csv").stream()
                .filter(p -> String.valueOf(p.getFileName()).startsWith("pyimpspec__"))
                .forEach(samples::add);
        assertTrue(samples.size() >= 9, "samples: " + samples);
        for (Path sample : samples) {
            Recording r = read(sample).getFirst();
            double[] frequency = r.si(QuantityKind.FREQUENCY).orElseThrow();
            int i = frequency[0] == 1e4 ? 0 : frequency.length - 1;
            assertEquals(1e4, frequency[i], 1e-6, sample.toString());
            // Elchemea keeps four digits of Z'.
            assertEquals(
                    109.009,
                    r.si(QuantityKind.IMPEDANCE_REAL).orElseThrow()[i],
                    0.01,
                    sample.toString());
            assertEquals(
                    -26.556,
                    r.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow()[i],
                    0.0005,
                    sample.toString());
        }
    }

    @Test
    void batteryData() throws IOException {
        List<Path> samples = Samples.of("bdf", ".csv");
        assertTrue(samples.size() >= 4, "samples: " + samples);
        for (Path sample : samples) {
            Samples.Table table = Samples.expected(sample).getFirst();
            Recording r = read(sample).getFirst();
            assertEquals(Technique.CYCLING, r.technique(), sample.toString());
            assertEquals(table.rows(), r.table().rows());
            List<Samples.Expectation> columns = table.columns();
            assertEquals(columns.size(), r.table().columns().size(), sample.toString());
            for (int i = 0; i < columns.size(); i++) {
                Column column = r.table().columns().get(i);
                assertEquals(columns.get(i).name(), column.spec().vendorName());
                assertEquals(columns.get(i).numbers().isPresent(), !column.spec().isText());
                if (!column.spec().isText()) {
                    columns.get(i).check(sample + " column " + i, Samples.stored(column));
                }
            }
            assertTrue(r.table().column(QuantityKind.TIME).isPresent());
            assertTrue(r.table().column(QuantityKind.CELL_VOLTAGE).isPresent());
            assertTrue(r.table().column(QuantityKind.CURRENT).isPresent());
        }
    }

    @Test
    void cyclersOwnTables() throws IOException {
        // A preface of names and values, a log and a table of cycling, all parted by semicolons.
        Path sample =
                Samples.of("generic", ".csv").stream()
                        .filter(p -> p.endsWith("cellpy__custom_good_small.csv"))
                        .findFirst()
                        .orElseThrow();
        Recording r = read(sample).getFirst();
        assertEquals(Technique.CYCLING, r.technique());
        assertEquals(0.0012, r.metadata().get("mass"));
        assertEquals(120, r.si(QuantityKind.TIME).orElseThrow()[0]);
        assertEquals(1.14, r.si(QuantityKind.CELL_VOLTAGE).orElseThrow()[0]);
        assertTrue(r.si(QuantityKind.CAPACITY_DISCHARGE).isPresent());
    }
}

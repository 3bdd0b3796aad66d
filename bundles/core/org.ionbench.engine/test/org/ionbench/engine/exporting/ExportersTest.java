// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.exporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.output.CsvLines;
import org.ionbench.formats.parquet.ParquetReader;
import org.ionbench.model.tables.StoredTable;
import org.ionbench.testkit.MemorySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class ExportersTest {
    private static final int ROWS = 9001;

    @TempDir Path folder;

    private static Recording recording() {
        Random random = new Random(7);
        double[] wild = new double[ROWS];
        double[] current = new double[ROWS];
        double[] celsius = new double[ROWS];
        String[] notes = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            wild[i] = Double.longBitsToDouble(random.nextLong());
            current[i] = random.nextGaussian();
            celsius[i] = 25 + i % 7;
            notes[i] = i % 3 == 0 ? "a, \"b\"\r\nc" : "";
        }
        wild[0] = -0.0;
        wild[1] = Double.NaN;
        wild[2] = Double.MIN_VALUE;
        return Recording.of(
                        "r",
                        Technique.CYCLING,
                        ArrayTable.rows(ROWS)
                                .column(ColumnSpec.of("t/h").as(QuantityKind.TIME, "h"), wild)
                                .column(
                                        ColumnSpec.of("I").as(QuantityKind.CURRENT, "mA").negated(),
                                        current)
                                .column(
                                        ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V"),
                                        current.clone())
                                .column(
                                        ColumnSpec.of("T1").as(QuantityKind.TEMPERATURE, "degC"),
                                        celsius)
                                .column(
                                        ColumnSpec.of("T2").as(QuantityKind.TEMPERATURE, "degC"),
                                        celsius.clone())
                                .column(ColumnSpec.text("note, odd"), notes)
                                .column(ColumnSpec.of("aux"), wild.clone())
                                .build())
                .metadata("Operator", "N. N.")
                .build();
    }

    private static void same(double expected, double actual) {
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(actual));
    }

    @Test
    void csvLosesNoDigitAndNoText() throws IOException {
        Recording recording = recording();
        List<Path> files = new CsvExporter().export(recording, folder, "r", Progress.NONE);
        assertEquals(List.of(folder.resolve("r.csv")), files);
        List<List<String>> lines =
                CsvLines.of(Files.readString(files.getFirst(), StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        "Test Time / h",
                        "-Current / mA",
                        "Potential / V",
                        "Temperature / degC",
                        "Temperature / degC (T2)",
                        "note, odd",
                        "aux"),
                lines.getFirst());
        assertEquals(ROWS + 1, lines.size());
        List<? extends Column> columns = recording.table().columns();
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < columns.size(); c++) {
                String field = lines.get(r + 1).get(c);
                if (columns.get(c).spec().isText()) {
                    assertEquals(columns.get(c).text(r), field);
                } else {
                    same(columns.get(c).at(r), Double.parseDouble(field));
                }
            }
        }
    }

    @Test
    void npyIsReadBackByTheModel() throws IOException {
        Recording recording = recording();
        NpyExporter exporter = new NpyExporter();
        exporter.export(recording, folder, "r", Progress.NONE);
        List<Path> files = exporter.export(recording, folder, "r", Progress.NONE);
        assertEquals(
                List.of("r.npy", "r.json", "r.texts.json"),
                files.stream().map(f -> f.getFileName().toString()).toList());
        try (Arena arena = Arena.ofConfined()) {
            StoredTable table = StoredTable.open(folder, "r", arena);
            assertEquals("N. N.", table.info().metadata().get("Operator"));
            for (int c = 0; c < table.columns().size(); c++) {
                Column written = recording.table().columns().get(c);
                assertEquals(written.spec().name(), table.columns().get(c).spec().name());
                for (int r = 0; r < ROWS; r++) {
                    same(written.at(r), table.columns().get(c).at(r));
                    if (written.spec().isText()) {
                        assertEquals(written.text(r), table.columns().get(c).text(r));
                    }
                }
            }
        }
    }

    @Test
    void parquetLosesNoDigitAndNoText() throws IOException {
        Recording recording = recording();
        List<Path> files = new ParquetExporter().export(recording, folder, "r", Progress.NONE);
        assertEquals(List.of(folder.resolve("r.parquet")), files);
        List<? extends Column> columns = recording.table().columns();
        double[][] numbers = new double[columns.size()][ROWS];
        String[][] words = new String[columns.size()][ROWS];
        try (ParquetReader reader =
                ParquetReader.of(MemorySource.of("r", Files.readAllBytes(files.getFirst())))) {
            assertEquals(Map.of("Operator", "N. N."), reader.texts());
            assertEquals(
                    List.of(
                            "Test Time / h",
                            "-Current / mA",
                            "Potential / V",
                            "Temperature / degC",
                            "Temperature / degC (T2)",
                            "note, odd",
                            "aux"),
                    reader.fields().stream().map(ParquetReader.Field::name).toList());
            assertEquals(ROWS, reader.read(numbers, words, ROWS));
        }
        for (int c = 0; c < columns.size(); c++) {
            for (int r = 0; r < ROWS; r++) {
                if (columns.get(c).spec().isText()) {
                    assertEquals(columns.get(c).text(r), words[c][r]);
                } else {
                    same(columns.get(c).at(r), numbers[c][r]);
                }
            }
        }
    }

    @Test
    void numpyReadsNpy() throws Exception {
        assumeTrue(python("import numpy") == 0, "needs python3 with numpy");
        Recording recording = recording();
        new NpyExporter().export(recording, folder, "r", Progress.NONE);
        new CsvExporter().export(recording, folder, "r", Progress.NONE);
        String check =
                """
                import csv, json, numpy, sys
                m = numpy.load("r.npy")
                names = [c["name"] for c in json.load(open("r.json", encoding="utf-8"))["columns"] if not c.get("text")]
                rows = list(csv.reader(open("r.csv", encoding="utf-8", newline="")))
                assert m.dtype == numpy.float64 and m.shape == (len(rows) - 1, len(names)), m.shape
                at = [c for c, name in enumerate(rows[0]) if name != "note, odd"]
                text = numpy.array([[float(row[c]) for c in at] for row in rows[1:]])
                assert numpy.array_equal(m.view(numpy.int64)[~numpy.isnan(m)], text.view(numpy.int64)[~numpy.isnan(m)])
                assert numpy.isnan(text[numpy.isnan(m)]).all()
                """;
        assertEquals(0, python(check));
    }

    private int python(String script) throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", script)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void bdfHasItsLabelsUnitsAndSigns() throws IOException {
        Recording recording = recording();
        List<Path> files = new BdfExporter().export(recording, folder, "r", Progress.NONE);
        assertEquals(List.of(folder.resolve("r.bdf.csv")), files);
        List<List<String>> lines = CsvLines.of(Files.readString(files.getFirst()));
        List<String> header = lines.getFirst();
        assertEquals(
                List.of(
                        "Test Time / s",
                        "Voltage / V",
                        "Current / A",
                        "Temperature T1 / degC",
                        "Temperature T2 / degC"),
                header);
        List<? extends Column> columns = recording.table().columns();
        for (int r = 3; r < ROWS; r++) {
            List<String> line = lines.get(r + 1);
            double t = 3600 * columns.get(0).at(r);
            double tolerance = Double.isFinite(t) ? 1e-15 * Math.abs(t) : 0;
            assertEquals(t, Double.parseDouble(line.get(0)), tolerance);
            same(columns.get(2).at(r), Double.parseDouble(line.get(1)));
            double i = -columns.get(1).at(r) / 1000;
            assertEquals(i, Double.parseDouble(line.get(2)), Math.abs(1e-15 * i));
            same(columns.get(3).at(r), Double.parseDouble(line.get(3)));
        }
    }

    /** Definitions of the ontology 1.3.0: what never begins anew, what does with cycle or step. */
    @Test
    void bdfTellsCountersByWhenTheyBeginAnew() throws IOException {
        double[] cycle = {1, 1, 1, 1, 2, 2, 2, 2};
        double[] step = {1, 1, 2, 2, 1, 1, 2, 2};
        double[] sinceStart = {0, 1, 1, 1, 1, 2, 2, 2};
        double[] sinceCycle = {0, 1, 1, 1, 0, 1, 1, 1};
        double[] sinceStep = {0, 1, 0, 0, 0, 1, 0, 0};
        double[] sinceScript = {0, 1, 1, 0, 0, 1, 1, 0};
        assertEquals(
                "Current / A,Charging Capacity / Ah,Cycle Count / 1,Step ID",
                counters(cycle, step, sinceStart, List.of()));
        assertEquals(
                "Current / A,Cycle Charging Capacity / Ah,Cycle Count / 1,Step ID",
                counters(cycle, step, sinceCycle, List.of()));
        assertEquals(
                "Current / A,Step Charging Capacity / Ah,Cycle Count / 1,Step ID",
                counters(cycle, step, sinceStep, List.of()));
        assertEquals(
                "Current / A,Schedule Charging Capacity / Ah,Cycle Count / 1,Step ID",
                counters(cycle, step, sinceScript, List.of()));
        double[] counted = {1, 1, 2, 2, 3, 3, 4, 4};
        assertEquals(
                "Current / A,Charging Capacity / Ah,Cycle Count / 1,Step Count / 1",
                counters(cycle, counted, sinceStart, List.of()));
        double[] throughput = {0, 1, 0, 1, 0, 1, 0, 1};
        double[] net = {0, 1, 1, 0, 0, 1, 1, 0};
        assertEquals(
                "Current / A,Step Cumulative Capacity / Ah,Charging Capacity / Ah,Cycle Count / 1,"
                        + "Step ID",
                counters(cycle, step, sinceStart, List.of(throughput)));
        assertEquals(
                "Current / A,Net Capacity / Ah,Charging Capacity / Ah,Cycle Count / 1,Step ID",
                counters(cycle, step, sinceStart, List.of(net)));
    }

    private String counters(double[] cycle, double[] step, double[] capacity, List<double[]> charge)
            throws IOException {
        double[] current = {0, 1, 0, -1, 0, 1, 0, -1};
        var table =
                ArrayTable.rows(cycle.length)
                        .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "A"), current)
                        .column(ColumnSpec.of("n").as(QuantityKind.CYCLE, "1"), cycle)
                        .column(ColumnSpec.of("s").as(QuantityKind.STEP, "1"), step)
                        .column(
                                ColumnSpec.of("Q").as(QuantityKind.CAPACITY_CHARGE, "Ah"),
                                capacity);
        charge.forEach(q -> table.column(ColumnSpec.of("q").as(QuantityKind.CHARGE, "Ah"), q));
        Recording recording = Recording.of("counters", Technique.CYCLING, table.build()).build();
        List<Path> files = new BdfExporter().export(recording, folder, "c", Progress.NONE);
        return Files.readAllLines(files.getFirst()).getFirst();
    }

    @Test
    void bdfSaysWhatToDoWhereItCannotHoldAnything() {
        Recording odd =
                Recording.of(
                                "odd",
                                Technique.OTHER,
                                ArrayTable.rows(1)
                                        .column(ColumnSpec.of("a"), new double[1])
                                        .build())
                        .build();
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> new BdfExporter().export(odd, folder, "o", Progress.NONE));
        assertTrue(e.getMessage().contains("Export it as CSV"), e.getMessage());
    }

    @Test
    void exportersAreFoundWithTheirEndings() {
        Catalog catalog = Catalog.ofClassPath();
        Map<String, String> endings =
                Map.of("csv", "csv", "npy", "npy", "bdf", "bdf.csv", "parquet", "parquet");
        endings.forEach(
                (id, ending) -> {
                    var exporter = catalog.exporter("org.ionbench.engine." + id).orElseThrow();
                    assertTrue(
                            exporter.instance().isPresent(), () -> exporter.failure().orElse(""));
                    assertEquals(Optional.of(ending), exporter.attribute("ending"));
                    assertFalse(exporter.name().startsWith("%"), exporter.name());
                    assertFalse(exporter.attribute("help").orElse("%").startsWith("%"), id);
                });
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.cyclers;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * Reads the text that PEC's LifeTest exports ({@code .csv}).
 *
 * <h2>The format</h2>
 *
 * Lines {@code Request Year:,2026}, {@code Test:,25195}, {@code TestRegime Name:,...}, {@code
 * Number Of Cells:,1}, {@code Start Time:,01/06/2026 17:46:49} and many others; {@code Parameter
 * names:} and {@code Parameter values:} are a table of two lines ({@code Mass (kg)}). A block
 * between {@code #RESULTS CHECK} and {@code #END RESULTS CHECK} may follow. Then the names of the
 * columns, {@code Test, Cell, Rack, Shelf, Position, Cell ID, Step, Cycle, Total Time (Seconds),
 * ...}, and the rows, both with a comma at the end.
 *
 * <p>Times are in seconds, or {@code (Hours in hh:mm:ss.xxx)}; voltage and current in V and A or in
 * mV and mA, capacities in mAh, energies in mWh, which older versions call capacities too ({@code
 * Charge Capacity (mWh)}). Charge and discharge are counted apart, from the beginning of the test
 * or the cycle as the regime has it. Dates have the month first. Current is positive for charge.
 *
 * <p>Where several cells stand in a file, each becomes a recording.
 */
public final class PecImporter implements Importer {
    private static final int LONGEST_HEAD = 1000;

    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        boolean own =
                text.contains("TestRegime Name:")
                        || text.lines().anyMatch(l -> areNames(l) && l.contains("Position"));
        return own
                ? Sniff.certain("has the head of an export of LifeTest")
                : Sniff.no("lacks the head of an export of LifeTest");
    }

    private static boolean areNames(String line) {
        return line.replace("\"", "").matches("Test[,;\\t]Cell[,;\\t].*");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        TreeSet<Double> cells = new TreeSet<>();
        if (isOfSeveral(source, progress)) {
            pass(source, progress.split(0), cells);
        }
        if (cells.size() < 2) {
            read(source, sink, progress, OptionalDouble.empty());
            return;
        }
        for (double cell : cells) {
            read(source, sink, progress, OptionalDouble.of(cell));
        }
    }

    private static boolean isOfSeveral(Source source, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress.split(0))) {
            Map<String, String> said = new LinkedHashMap<>();
            head(lines, said);
            return !said.getOrDefault("Number Of Cells", "1").equals("1");
        }
    }

    /** Collects the numbers of cells. */
    private static void pass(Source source, Progress progress, TreeSet<Double> cells)
            throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            char delimiter = Dialect.delimiterOf(head(lines, new LinkedHashMap<>()));
            while (lines.next()) {
                String[] fields = lines.text().split(String.valueOf(delimiter), 3);
                if (fields.length == 3 && fields[1].matches("\\d{1,9}")) {
                    cells.add(Double.valueOf(fields[1]));
                }
            }
        }
    }

    /** Reads the rows of a cell; all where none is given. */
    private static void read(Source source, Sink sink, Progress progress, OptionalDouble cell)
            throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            Map<String, String> said = new LinkedHashMap<>();
            String names = head(lines, said);
            NamedTable table = NamedTable.at(source, lines, names, progress);
            String name = cell.isEmpty() ? "Test" : "Cell " + (long) cell.getAsDouble();
            RecordingSink recording = NamedTable.begin(sink, name, "PEC", lines, said);
            table.start("real time", said.getOrDefault("Start Time", ""), recording);
            DataRows rows = table.columns(recording, PecImporter::kind);
            int column = table.index("cell");
            while (lines.next()) {
                if (rows.read(lines)
                        && (cell.isEmpty() || rows.values()[column] == cell.getAsDouble())) {
                    rows.hand(rows.values());
                }
            }
            rows.finish();
        }
    }

    /** Reads up to the names of the columns. */
    private static String head(Lines lines, Map<String, String> said) throws IOException {
        List<String> parameters = List.of();
        while (lines.next() && lines.number() < LONGEST_HEAD) {
            String line = lines.text();
            if (areNames(line)) {
                return line;
            }
            String[] parts = line.split("[,;\\t]", 2);
            String name = parts[0].strip().replaceAll(":$", "");
            String value = parts.length > 1 ? parts[1].strip().replaceAll("[,;\\t]+$", "") : "";
            if (name.equals("Parameter names")) {
                parameters = Arrays.asList(value.split("[,;\\t]"));
            } else if (name.equals("Parameter values")) {
                String[] values = value.split("[,;\\t]");
                for (int i = 0; i < Math.min(values.length, parameters.size()); i++) {
                    if (!values[i].isBlank() && !parameters.get(i).isBlank()) {
                        said.put(parameters.get(i).strip(), values[i].strip());
                    }
                }
            } else if (!value.isEmpty() && !value.equals("<NONE>") && !name.startsWith("#")) {
                said.putIfAbsent(name, value);
            }
        }
        throw lines.wrong("expected a line of column names that begins with Test,Cell");
    }

    private static QuantityKind kind(String label) {
        return switch (label) {
            case "cycle" -> QuantityKind.CYCLE;
            case "step" -> QuantityKind.STEP;
            case "total time" -> QuantityKind.TIME;
            case "voltage" -> QuantityKind.CELL_VOLTAGE;
            case "current" -> QuantityKind.CURRENT;
            case "charge capacity" -> QuantityKind.CAPACITY_CHARGE;
            case "discharge capacity" -> QuantityKind.CAPACITY_DISCHARGE;
            case "temp", "cell surface temperature" -> QuantityKind.TEMPERATURE;
            default -> QuantityKind.OTHER;
        };
    }
}

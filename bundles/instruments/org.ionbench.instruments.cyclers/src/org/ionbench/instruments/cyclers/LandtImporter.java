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
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the text that Landt's (Wuhan LAND's) software exports with names of columns in lower case
 * ({@code .csv}).
 *
 * <h2>The format</h2>
 *
 * Lines {@code cell model:}, {@code cell id:}, {@code test:}, {@code checkpoint:} and others,
 * padded with commas; the names of the columns with their units behind the last underscore, {@code
 * channel_index, cycle_index, step_index, date_time_iso_string, test_time_s, step_time_s,
 * current_A, voltage_V, discharge_capacity_Ah, charge_capacity_Ah, discharge_energy_Wh,
 * charge_energy_Wh, Pressure_Psi, temperature_1_C, ..., step_name}; the rows, which may end with a
 * comma more.
 *
 * <p>{@code channel_index} counts the points. {@code date_time_iso_string} has the month first in
 * spite of its name. Current is positive for charge. Temperatures and pressure are 0 where no
 * sensor is connected; they keep their units and are not told as quantities.
 */
public final class LandtImporter implements Importer {
    private static final int LONGEST_HEAD = 200;

    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        return text.lines().anyMatch(LandtImporter::areNames)
                ? Sniff.certain("has the columns of an export of Landt")
                : Sniff.no("lacks the columns of an export of Landt");
    }

    private static boolean areNames(String line) {
        return line.contains("channel_index")
                && line.contains("test_time_s")
                && line.contains("current_A");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            Map<String, String> said = new LinkedHashMap<>();
            String names = head(lines, said);
            NamedTable table = NamedTable.at(source, lines, names, progress);
            RecordingSink recording = NamedTable.begin(sink, "Test", "Landt", lines, said);
            table.start("date_time_iso_string", "", recording);
            DataRows rows = table.columns(recording, LandtImporter::kind);
            while (lines.next()) {
                rows.add(lines);
            }
            rows.finish();
        }
    }

    private static String head(Lines lines, Map<String, String> said) throws IOException {
        while (lines.next() && lines.number() < LONGEST_HEAD) {
            String line = lines.text();
            if (areNames(line)) {
                return line;
            }
            String[] parts = line.split(":", 2);
            String value = parts.length > 1 ? parts[1].strip().replaceAll("[,;\\t ]+$", "") : "";
            if (!value.isEmpty()) {
                said.put(parts[0].strip(), value);
            }
        }
        throw lines.wrong("expected a line of column names with channel_index and test_time_s");
    }

    private static QuantityKind kind(String label) {
        return switch (label) {
            case "cycle_index" -> QuantityKind.CYCLE;
            case "step_index" -> QuantityKind.STEP;
            case "test_time" -> QuantityKind.TIME;
            case "voltage" -> QuantityKind.CELL_VOLTAGE;
            case "current" -> QuantityKind.CURRENT;
            case "charge_capacity" -> QuantityKind.CAPACITY_CHARGE;
            case "discharge_capacity" -> QuantityKind.CAPACITY_DISCHARGE;
            default -> QuantityKind.OTHER;
        };
    }
}

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
 * Reads the text that Novonix's UHPC and HPC chargers write ({@code .csv}).
 *
 * <h2>The format</h2>
 *
 * UTF-8. {@code [Summary]} to {@code [End Summary]} holds lines {@code Channel: 01}, {@code Mass
 * (g): 1.000}, {@code Capacity (Ah): 0.24}, {@code Area (cm2): 1.000}, {@code Started: 2022-04-11
 * 10:58:07 AM}, {@code Version: 2.2.1.6} and others; {@code [Protocol]} to {@code [End Protocol]}
 * the steps in words. {@code [Data]} is followed by the names of the columns and the rows, parted
 * by commas: {@code Date and Time, Cycle Number, Step Number, Run Time (h), Step Time (h), Current
 * (A), Potential (V), Capacity (Ah), Temperature (°C), Circuit Temperature (°C)}; later versions
 * add {@code Step Type, Energy (Wh), dVdt (I/h), dIdt (V/h), Step position}. In some versions each
 * line with its commas stands in quotes as a whole. Blanks may follow the section marks.
 *
 * <p>Where a test was started anew, a whole file follows the first in the same text; times and
 * cycles begin anew with it, and it becomes a recording of its own.
 *
 * <p>Current is positive for charge. Capacity counts on through charge and discharge. {@code Step
 * Number} of older versions is the type of the step: 0 open circuit, 1 constant current charge, 2
 * constant current discharge, 3 charge with hold, 7 and up others.
 */
public final class NovonixImporter implements Importer {
    private static final int LONGEST_HEAD = 100_000;
    private static final int LONGEST_PROTOCOL = 1 << 16;

    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        boolean own = text.stripLeading().startsWith("[Summary]") && text.contains("Novonix");
        return own
                ? Sniff.certain("begins with a summary of Novonix")
                : Sniff.no("does not begin with a summary of Novonix");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            int sections = 0;
            boolean more = lines.next();
            while (more) {
                sections++;
                more = section(source, lines, sections, sink, progress);
            }
            if (sections == 0) {
                throw lines.wrong("expected a section [Data] with rows");
            }
        }
    }

    /** Reads from the present line, of a head, to the next head; tells whether there is one. */
    private static boolean section(
            Source source, Lines lines, int number, Sink sink, Progress progress)
            throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        StringBuilder protocol = new StringBuilder();
        String names = head(lines, said, protocol);
        String which = number > 1 ? " " + number : "";
        RecordingSink recording = NamedTable.begin(sink, "Test" + which, "Novonix", lines, said);
        if (!protocol.isEmpty()) {
            recording.metadata("Protocol steps", protocol.toString().stripTrailing());
        }
        NamedTable table = NamedTable.at(source, lines, names, progress);
        table.start("date and time", said.getOrDefault("Started", ""), recording);
        DataRows rows = table.columns(recording, NovonixImporter::kind);
        while (lines.next()) {
            if (lines.startsWith("[Summary]")) {
                rows.finish();
                return true;
            }
            rows.add(lines);
        }
        rows.finish();
        return false;
    }

    private static String head(Lines lines, Map<String, String> said, StringBuilder protocol)
            throws IOException {
        int first = lines.number();
        boolean inProtocol = false;
        do {
            String line = unquoted(lines.text());
            String mark = line.strip();
            if (mark.equals("[Data]")) {
                if (!lines.next()) {
                    throw lines.wrong("expected the names of columns below [Data]");
                }
                return lines.text();
            }
            int colon = line.indexOf(':');
            if (mark.equals("[Protocol]") || mark.equals("[Reduced Protocol]")) {
                inProtocol = true;
            } else if (mark.equals("[End Protocol]") || mark.equals("[End Reduced Protocol]")) {
                inProtocol = false;
            } else if (inProtocol) {
                if (protocol.length() < LONGEST_PROTOCOL) {
                    protocol.append(line.stripTrailing()).append('\n');
                }
            } else if (colon > 0 && !mark.startsWith("[")) {
                String value = line.substring(colon + 1).strip();
                if (!value.isEmpty()) {
                    said.putIfAbsent(line.substring(0, colon).strip(), value);
                }
            }
        } while (lines.next() && lines.number() - first < LONGEST_HEAD);
        throw lines.wrong("expected a section [Data] with rows");
    }

    private static String unquoted(String line) {
        boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
        return quoted ? line.substring(1, line.length() - 1) : line;
    }

    private static QuantityKind kind(String label) {
        return switch (label) {
            case "cycle number" -> QuantityKind.CYCLE;
            case "step number" -> QuantityKind.STEP;
            case "run time" -> QuantityKind.TIME;
            case "current" -> QuantityKind.CURRENT;
            case "potential", "voltage" -> QuantityKind.CELL_VOLTAGE;
            case "capacity" -> QuantityKind.CHARGE;
            case "energy" -> QuantityKind.ENERGY;
            case "temperature" -> QuantityKind.TEMPERATURE;
            default -> QuantityKind.OTHER;
        };
    }
}

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
import org.ionbench.formats.Dates;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the text that BaSyTec's battery test software exports ({@code .txt}).
 *
 * <h2>The format</h2>
 *
 * Lines of the head begin with a tilde: {@code ~Resultfile from Basytec Battery Test System},
 * {@code ~Name of Test: test}, {@code ~Battery: cell}, {@code ~Testplan: plan.pln}, {@code
 * ~Testchannel: 1814 CH14 XCTS_40}, {@code ~Start of Test: 19.06.2023 17:56:53}. The last of them
 * names the columns, with units in brackets, parted by tabs: {@code ~Time[s], DataSet, t-Step[s],
 * t-Set[s], t-Cyc[s], Line, Command, U[V], I[A], P[W], Ah[Ah], Ah-Cyc-Charge, Ah-Cyc-Discharge,
 * Ah-Cyc-Charge-0, Ah-Cyc-Discharge-0, Ah-Step, Wh[Wh], ..., T1[°C], R-AC, R-DC, Level, Cyc-Count,
 * Count, State}; which ones and in which unit of time the user chooses. The decimal sign is the
 * computer's.
 *
 * <p>Current is positive for charge, and {@code Ah} counts both directions with their signs; the
 * counters behind it keep their names and units. {@code Line} is the line of the test plan, the
 * step. Dates have the day first. The degree sign may be lost by a wrong conversion of the file.
 */
public final class BasytecImporter implements Importer {
    private static final int LONGEST_HEAD = 200;

    @Override
    public Sniff sniff(Head head) {
        if (head.bytes().length < 2) {
            return Sniff.no("is empty");
        }
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        boolean own =
                first.startsWith("~")
                        && (first.contains("basytec")
                                || text.lines().anyMatch(BasytecImporter::areNames));
        return own
                ? Sniff.certain("begins as a result file of BaSyTec does")
                : Sniff.no("does not begin as a result file of BaSyTec does");
    }

    private static boolean areNames(String line) {
        return line.startsWith("~Time[") && line.contains("DataSet");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            Map<String, String> said = new LinkedHashMap<>();
            String names = head(lines, said);
            NamedTable table = NamedTable.at(source, lines, names, progress);
            RecordingSink recording = NamedTable.begin(sink, "Test", "BaSyTec", lines, said);
            Dates.parse(said.getOrDefault("Start of Test", ""), Dates.Order.DAY_MONTH)
                    .ifPresent(stamp -> recording.start(stamp.local()));
            DataRows rows = table.columns(recording, BasytecImporter::kind, BasytecImporter::unit);
            while (lines.next()) {
                rows.add(lines);
            }
            rows.finish();
        }
    }

    private static String head(Lines lines, Map<String, String> said) throws IOException {
        while (lines.next() && lines.number() < LONGEST_HEAD) {
            String line = lines.text();
            if (!line.startsWith("~")) {
                break;
            }
            int colon = line.indexOf(": ");
            if (line.indexOf('\t') > 0 || line.startsWith("~Time[")) {
                return line.substring(1);
            }
            if (colon > 0 && !line.substring(colon + 1).isBlank()) {
                said.put(line.substring(1, colon).strip(), line.substring(colon + 1).strip());
            }
        }
        throw lines.wrong("expected a line of column names that begins with ~Time[");
    }

    /** Counters are named after what they count. */
    private static String unit(String label) {
        return label.startsWith("ah-") ? "Ah" : label.startsWith("wh-") ? "Wh" : "";
    }

    private static QuantityKind kind(String label) {
        return switch (label) {
            case "time" -> QuantityKind.TIME;
            case "line" -> QuantityKind.STEP;
            case "cyc-count" -> QuantityKind.CYCLE;
            case "u" -> QuantityKind.CELL_VOLTAGE;
            case "i" -> QuantityKind.CURRENT;
            case "p" -> QuantityKind.POWER;
            case "ah" -> QuantityKind.CHARGE;
            case "wh" -> QuantityKind.ENERGY;
            case "t1" -> QuantityKind.TEMPERATURE;
            default -> QuantityKind.OTHER;
        };
    }
}

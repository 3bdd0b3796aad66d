// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;
import org.ionbench.formats.Unknown;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads text exports of the Model 250/270 Research Electrochemistry Software of EG&amp;G Princeton
 * Applied Research.
 *
 * <h2>The format</h2>
 *
 * Lines of a short key and a text: {@code PN} the program, {@code EXT CV CYCLIC VOLTAMMETRY} the
 * technique, {@code DR 05-28-15} and {@code TR 15:03:05} date (month first) and time, {@code PC I E
 * T} the columns, {@code SR} scan rate in V/s, {@code NC} cycles, {@code AR} area in cm2, {@code
 * REF} the reference; then {@code END} and rows of numbers separated by blanks: current in A,
 * potential in V, time in s, in the order of {@code PC}. Cathodic currents are positive, as
 * polarographers count.
 */
public final class Model270Importer implements Importer {

    private static final Pattern MODEL = Pattern.compile("Model \\S+");

    @Override
    public Sniff sniff(Head head) {
        boolean own = head.startsWith("PN ") && head.text().contains("Model 2");
        return own
                ? Sniff.certain("begins with PN Model 2..")
                : Sniff.no("does not begin with PN Model 2..");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            Map<String, String> head = head(lines);
            String technique = head.getOrDefault("EXT", "").replaceFirst("^\\S+\\s+", "").strip();
            RecordingSink recording =
                    sink.recording(
                            technique.isEmpty() ? "Model 270" : technique,
                            Techniques.ofName(technique).orElse(Technique.OTHER));
            Technique known = Techniques.ofName(technique).orElse(Technique.OTHER);
            Unknown.technique(technique, known, recording);
            tell(head, recording);
            String[] names = head.getOrDefault("PC", "I E T").split("\\s+");
            for (String name : names) {
                recording.column(column(name, recording));
            }
            new PlainRows(Dialect.BLANKS, names.length).all(lines, recording);
        }
    }

    private static ColumnSpec column(String name, RecordingSink recording) {
        ColumnSpec spec = Columns.of(name, false);
        if (spec.kind() != QuantityKind.CURRENT) {
            return spec;
        }
        recording.change("sign of the current turned: Model 270 counts cathodic as positive");
        return spec.negated();
    }

    private static Map<String, String> head(Lines lines) throws IOException {
        Map<String, String> head = new LinkedHashMap<>();
        while (lines.next()) {
            String text = lines.text().strip();
            if (text.equals("END")) {
                return head;
            }
            int blank = text.indexOf(' ');
            if (blank > 0) {
                head.putIfAbsent(text.substring(0, blank), text.substring(blank).strip());
            }
        }
        throw new FormatException(
                lines.file(), "", "expected the line END before the measured points");
    }

    private static void tell(Map<String, String> head, RecordingSink recording) {
        Dates.parse(
                        head.getOrDefault("DR", "") + " " + head.getOrDefault("TR", ""),
                        Dates.Order.MONTH_DAY)
                .ifPresent(stamp -> recording.start(stamp.local()));
        Matcher model = MODEL.matcher(head.getOrDefault("PN", ""));
        if (model.lookingAt()) {
            recording.instrument(model.group());
        }
        head.forEach((key, value) -> recording.metadata(key, Metadata.value(value)));
    }
}

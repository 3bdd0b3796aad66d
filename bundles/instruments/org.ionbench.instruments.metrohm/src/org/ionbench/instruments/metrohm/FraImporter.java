// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.metrohm;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;
import org.ionbench.formats.Numbers;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads impedance spectra of FRA, the elder program of Autolab instruments ({@code .dfr}).
 *
 * <h2>The format</h2>
 *
 * Text with one value a line. The version, {@code VERSION8.0}; the number of points; a number of
 * unknown meaning; then nine lines for each point: frequency in Hz, Z' in ohm, -Z'' in ohm,
 * potential in V, current in A, time in s and three numbers of unknown meaning. The lines behind
 * the points, among them two moments, are kept as they are.
 *
 * <p>The imaginary part has its sign turned. Versions other than 8.0 are read in the same way, and
 * the recording says so.
 */
public final class FraImporter implements Importer {
    private static final int EACH = 9;
    private static final int REST = 100;
    private static final Pattern VERSION = Pattern.compile("VERSION\\d{1,2}\\.\\d{1,2}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]+([eE][-+]?\\d+)?");

    @Override
    public Sniff sniff(Head head) {
        List<String> lines = head.text().lines().limit(5).map(String::strip).toList();
        if (lines.size() < 4 || !VERSION.matcher(lines.get(0)).matches()) {
            return Sniff.no("does not begin with a version of FRA");
        }
        boolean numbers =
                lines.get(1).matches("\\d{1,9}")
                        && NUMBER.matcher(lines.get(2)).matches()
                        && NUMBER.matcher(lines.get(3)).matches();
        return numbers
                ? Sniff.certain("begins with a version of FRA and the number of points")
                : Sniff.no("has no number of points behind the version");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            String version = lines.next() ? lines.text().strip() : "";
            if (!VERSION.matcher(version).matches()) {
                throw lines.wrong("expected a version such as VERSION8.0");
            }
            String count = lines.next() ? lines.text().strip() : "";
            if (!count.matches("\\d{1,9}")) {
                throw lines.wrong("expected the number of points");
            }
            RecordingSink recording = begin(sink, version);
            if (lines.next()) {
                recording.metadata("line 3", Metadata.value(lines.text()));
            }
            int points = Integer.parseInt(count);
            int found = points(lines, points, recording);
            if (found < points) {
                recording.problem(
                        Problem.warning(
                                        "dfr.count",
                                        "The file announces "
                                                + points
                                                + " points and holds "
                                                + found
                                                + " whole ones.")
                                .with(points, found)
                                .at(lines.place()));
            }
            for (int i = 1; lines.next() && i <= REST; i++) {
                recording.metadata("rest " + i, Metadata.value(lines.text()));
            }
        }
    }

    private static RecordingSink begin(Sink sink, String version) {
        RecordingSink recording = sink.recording("Impedance", Technique.EIS);
        recording.metadata("Version", version);
        recording.column(ColumnSpec.of("Frequency").as(QuantityKind.FREQUENCY, "Hz"));
        recording.column(ColumnSpec.of("Z'").as(QuantityKind.IMPEDANCE_REAL, "ohm"));
        recording.column(
                ColumnSpec.of("-Z''").as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm").negated());
        recording.column(ColumnSpec.of("Edc").as(QuantityKind.POTENTIAL, "V"));
        recording.column(ColumnSpec.of("Idc").as(QuantityKind.CURRENT, "A"));
        recording.column(ColumnSpec.of("Time").as(QuantityKind.TIME, "s"));
        for (int i = 7; i <= EACH; i++) {
            recording.column(ColumnSpec.of("value " + i));
        }
        recording.change("sign of the imaginary part turned: the file holds -Z''");
        if (!version.equals("VERSION8.0")) {
            recording.problem(
                    Problem.info(
                                    "dfr.version",
                                    version
                                            + " has not been met before; it was read as"
                                            + " VERSION8.0.")
                            .mend("Please send us the file if the points look wrong."));
        }
        return recording;
    }

    private static int points(Lines lines, int points, RecordingSink recording) throws IOException {
        Numbers point = Numbers.plain();
        Numbers comma = Numbers.comma();
        boolean commas = false;
        double[] row = new double[EACH];
        for (int found = 0; found < points; found++) {
            for (int i = 0; i < EACH; i++) {
                if (!lines.next()) {
                    return found;
                }
                String text = lines.text();
                boolean decimal = text.indexOf(',') >= 0;
                if (decimal && !commas) {
                    commas = true;
                    recording.assumption("decimal comma");
                }
                OptionalDouble value = (decimal ? comma : point).parse(text);
                if (value.isEmpty() || i == 0 && Double.isNaN(value.getAsDouble())) {
                    lines.back();
                    return found;
                }
                row[i] = value.getAsDouble();
            }
            recording.row(row);
        }
        return points;
    }
}

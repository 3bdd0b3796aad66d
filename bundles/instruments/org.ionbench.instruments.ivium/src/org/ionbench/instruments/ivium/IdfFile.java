// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ivium;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads a file from its first line to its last. */
final class IdfFile {
    private static final int MOST_COLUMNS = 1000;
    private static final Pattern OBJECT = Pattern.compile("[A-Za-z]\\w{0,40}data *");

    private final IdfLines lines;
    private final Sink sink;
    private IdfSettings settings = new IdfSettings();
    private boolean told;
    private int measurements;
    private int objects;

    IdfFile(IdfLines lines, Sink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    void read() throws IOException {
        while (lines.next()) {
            String line = lines.text();
            if (OBJECT.matcher(line).matches()) {
                object(line.strip());
            } else if (IdfSettings.isSetting(line)) {
                if (told) {
                    settings = settings.ofNext();
                    told = false;
                }
                settings.add(line);
            }
        }
        if (objects == 0) {
            throw lines.wrong(
                    settings.isEmpty()
                            ? "expected settings of IviumSoft and a line primary_data"
                            : "expected a line primary_data and data behind it, but the file has"
                                    + " settings only");
        }
    }

    private void object(String name) throws IOException {
        if (!told) {
            measurements++;
        }
        told = true;
        OptionalInt first = whole();
        OptionalInt second = first.isPresent() ? whole() : OptionalInt.empty();
        if (second.isEmpty()) {
            sink.problem(
                    Problem.warning(
                                    "idf.object",
                                    "The data "
                                            + name
                                            + " do not begin with two whole numbers and are left"
                                            + " out.")
                            .at(lines.place())
                            .mend("Please send us the file, so that they can be read."));
            return;
        }
        if (name.equals("osc_data")) {
            waves(first.getAsInt(), second.getAsInt());
        } else {
            table(name, first.getAsInt(), second.getAsInt());
        }
    }

    /** The whole number of the next line; that line is left where it has none. */
    private OptionalInt whole() throws IOException {
        if (!lines.next()) {
            return OptionalInt.empty();
        }
        String text = lines.text().strip();
        if (text.matches("\\d{1,9}")) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        lines.back();
        return OptionalInt.empty();
    }

    private RecordingSink begin(String object, Technique technique) {
        objects++;
        String title = settings.title();
        String number = title.isEmpty() && measurements > 1 ? " " + measurements : "";
        String name = (title.isEmpty() ? "Measurement" : title) + number;
        RecordingSink recording =
                sink.recording(
                        object.equals("primary_data") ? name : name + ", " + object, technique);
        settings.tell(recording);
        return recording;
    }

    private void table(String object, int columns, int rows) throws IOException {
        boolean primary = object.equals("primary_data");
        Technique technique = primary ? settings.technique() : Technique.OTHER;
        RecordingSink recording = begin(object, technique);
        if (columns < 1 || columns > MOST_COLUMNS) {
            recording.problem(
                    Problem.error(
                                    "idf.columns",
                                    "The file announces " + columns + " columns of " + object + ".")
                            .at(lines.place()));
            return;
        }
        List<ColumnSpec> specs = new ArrayList<>(settings.columns(columns));
        double[] times = primary ? settings.times() : new double[0];
        boolean timed =
                times.length == rows
                        && rows > 0
                        && specs.stream().noneMatch(s -> s.kind() == QuantityKind.TIME);
        if (timed) {
            specs.add(ColumnSpec.of("timing.time").as(QuantityKind.TIME, "s"));
        }
        if (specs.stream().allMatch(s -> s.kind() == QuantityKind.OTHER)) {
            recording.problem(
                    Problem.info(
                                    "idf.technique",
                                    "What the columns of "
                                            + settings.described()
                                            + " are is not known; they are left without a meaning.")
                            .mend("Please send us the file, so that they can be read."));
        }
        specs.forEach(recording::column);
        double[] row = new double[specs.size()];
        int found = 0;
        while (found < rows && next(row, columns)) {
            if (timed) {
                row[columns] = times[found];
            }
            recording.row(row);
            found++;
        }
        if (found < rows) {
            recording.problem(shorter(object, rows, found));
        }
    }

    /** The next line as a row; false, and that line is left, where it is none. */
    private boolean next(double[] row, int columns) throws IOException {
        Arrays.fill(row, Double.NaN);
        if (!lines.next()) {
            return false;
        }
        int n = lines.numbers(row);
        boolean cut = n < columns || !lines.isComplete() && n == columns && endsWithin();
        if (n == 0 || cut) {
            lines.back();
            return false;
        }
        return true;
    }

    /** Numbers have a sign and two digits in their exponents; a shorter last one is cut. */
    private boolean endsWithin() {
        return !lines.text().stripTrailing().matches(".*[eE][-+]\\d\\d");
    }

    private Problem shorter(String object, int rows, int found) {
        return Problem.warning(
                        "idf.cut",
                        "The file announces "
                                + rows
                                + " rows of "
                                + object
                                + " and holds "
                                + found
                                + ".")
                .with(rows, found)
                .at(lines.place());
    }

    /** Blocks of rows, each with its own numbers of columns and rows. */
    private void waves(int blocks, int columns) throws IOException {
        RecordingSink recording = begin("osc_data", Technique.OTHER);
        if (columns < 1 || columns > MOST_COLUMNS) {
            return;
        }
        recording.column(ColumnSpec.of("block"));
        for (int i = 1; i <= columns; i++) {
            recording.column(ColumnSpec.of("column " + i));
        }
        double[] values = new double[columns];
        double[] row = new double[columns + 1];
        for (int block = 1; block <= blocks; block++) {
            OptionalInt width = block == 1 ? OptionalInt.of(columns) : whole();
            OptionalInt rows = width.isPresent() ? whole() : OptionalInt.empty();
            if (rows.isEmpty() || width.getAsInt() != columns) {
                recording.problem(shorter("blocks of osc_data", blocks, block - 1));
                return;
            }
            for (int i = 0; i < rows.getAsInt(); i++) {
                if (!next(values, columns)) {
                    recording.problem(shorter("osc_data", rows.getAsInt(), i));
                    return;
                }
                row[0] = block;
                System.arraycopy(values, 0, row, 1, columns);
                recording.row(row);
            }
        }
    }
}

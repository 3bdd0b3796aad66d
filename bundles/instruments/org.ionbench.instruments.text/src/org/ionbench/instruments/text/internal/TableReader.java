// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.formats.ClockTime;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.LastLine;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Streams the rows of a table into recordings, some thousand at a time: one recording, or one for
 * each spectrum of several in a file, or one for each repetition of the line of names.
 */
final class TableReader {
    private static final int BLOCK_VALUES = 1 << 16;
    private static final int BLOCK_ROWS = 4096;

    private final Layout layout;
    private final TableColumns columns;
    private final Sink sink;
    private final String name;
    private final Technique technique;
    private final Consumer<RecordingSink> tell;

    private final Rows rows;
    private final int[] fields;
    private final int[] texts;
    private final int[] clocks;
    private final double[] row;
    private final double[][] block;
    private final int capacity;
    private final int frequency;
    private int filled;
    private RecordingSink recording;
    private Spectra spectra = new Spectra();

    private final Oddity strayTexts = new Oddity();
    private final Oddity shortRows = new Oddity();
    private final Oddity longRows = new Oddity();
    private final Oddity strayLines = new Oddity();
    private String cut = "";
    private String doubtful = "";

    /** How often something odd was met, and where first. */
    private static final class Oddity {
        private int count;
        private String place = "";

        void at(Lines lines) {
            if (count++ == 0) {
                place = lines.place();
            }
        }
    }

    /**
     * @param name what the recordings are called
     * @param tell says what is known about each recording as it begins
     */
    TableReader(
            Layout layout,
            TableColumns columns,
            String name,
            Technique technique,
            Sink sink,
            Consumer<RecordingSink> tell) {
        this.layout = layout;
        this.columns = columns;
        this.name = name;
        this.technique = technique;
        this.sink = sink;
        this.tell = tell;
        rows = new Rows(layout.dialect(), layout.columns());
        fields = columns.fields();
        texts = which(i -> columns.specs().get(i).isText());
        clocks = which(columns::isClock);
        row = new double[fields.length];
        capacity = Math.clamp(BLOCK_VALUES / Math.max(1, fields.length), 1, BLOCK_ROWS);
        block = new double[fields.length][texts.length == 0 ? capacity : 0];
        frequency = technique.equals(Technique.EIS) ? columns.index(QuantityKind.FREQUENCY) : -1;
        recording = begin();
    }

    private int[] which(IntPredicate columnsThat) {
        return IntStream.range(0, fields.length).filter(columnsThat).toArray();
    }

    /** Reads the file to its end. */
    void read(Source source, Encoding encoding, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, encoding, progress)) {
            boolean there = lines.next();
            while (there && lines.number() < layout.firstRow()) {
                there = lines.next();
            }
            int width = layout.columns();
            while (there) {
                int n = rows.read(lines);
                if (n == width && rows.texts() == 0 && lines.isComplete() || isRow(n, lines)) {
                    add(lines);
                }
                there = lines.next();
            }
        }
        flush();
        finish();
    }

    private RecordingSink begin() {
        RecordingSink next = sink.recording(name, technique);
        tell.accept(next);
        layout.assumptions().forEach(next::assumption);
        columns.begin(next);
        spectra = new Spectra();
        return next;
    }

    /** Decides about a line that is not a plain row of numbers. */
    private boolean isRow(int n, Lines lines) {
        int width = layout.columns();
        if (lines.isBlank()) {
            return false;
        }
        boolean words =
                rows.texts() > texts.length + clocks.length
                        && !Survey.isRow(n, rows.texts(), width);
        boolean few = 2 * n < width && (n == 1 || rows.texts() > 0);
        if (words || few) {
            if (!lines.isComplete()) {
                cut = lines.place();
            } else if (rows.texts() > 0 && isHeader(lines)) {
                flush();
                finish();
                recording = begin();
            } else if (!Layout.isComment(lines.text())) {
                strayLines.at(lines);
            }
            return false;
        }
        boolean odd = n < width || rows.texts() > texts.length + clocks.length;
        LastLine ending = lines.ending();
        if (!lines.isComplete() && odd || ending == LastLine.CUT) {
            cut = lines.place();
            return false;
        }
        if (rows.texts() > 0 && Layout.isComment(lines.text())) {
            return false;
        }
        if (ending == LastLine.DOUBTFUL) {
            doubtful = lines.place();
        }
        if (n < width) {
            shortRows.at(lines);
        } else if (n > width) {
            longRows.at(lines);
        }
        return true;
    }

    private boolean isHeader(Lines lines) {
        return !layout.header().isEmpty() && lines.text().strip().equals(layout.header());
    }

    private void add(Lines lines) {
        double[] values = rows.values();
        if (frequency >= 0 && spectra.begins(values[fields[frequency]])) {
            flush();
            finish();
            double first = values[fields[frequency]];
            recording = begin();
            spectra.begins(first);
        }
        if (rows.texts() > 0) {
            readClocks(values, lines);
            countStrayTexts(lines);
        }
        if (texts.length > 0) {
            addWithTexts(values, lines);
            return;
        }
        int at = filled;
        for (int i = 0; i < fields.length; i++) {
            block[i][at] = values[fields[i]];
        }
        filled = at + 1;
        if (filled == capacity) {
            flush();
        }
    }

    private void addWithTexts(double[] values, Lines lines) {
        for (int i = 0; i < fields.length; i++) {
            row[i] = values[fields[i]];
        }
        for (int column : texts) {
            recording.text(column, rows.text(fields[column], lines));
        }
        recording.row(row);
    }

    private void readClocks(double[] values, Lines lines) {
        for (int column : clocks) {
            if (fields[column] < rows.fields() && rows.isText(fields[column])) {
                OptionalDouble seconds = ClockTime.seconds(rows.text(fields[column], lines));
                if (seconds.isPresent()) {
                    values[fields[column]] = seconds.getAsDouble();
                }
            }
        }
    }

    private void countStrayTexts(Lines lines) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] < rows.fields()
                    && rows.isText(fields[i])
                    && Double.isNaN(rows.values()[fields[i]])
                    && !columns.specs().get(i).isText()) {
                strayTexts.at(lines);
            }
        }
    }

    private void flush() {
        if (filled > 0) {
            recording.rows(block, filled);
            filled = 0;
        }
    }

    /** Tells what was odd about the recording that ends. */
    private void finish() {
        warn("text.values.strange", strayTexts, " values are not numbers and are left empty.");
        warn(
                "text.rows.short",
                shortRows,
                " rows have too few values; what is missing is left empty.");
        warn(
                "text.rows.long",
                longRows,
                " rows have more values than columns; the further ones are left out.");
        if (strayLines.count > recording.rowCount()) {
            recording.problem(
                    Problem.error(
                                    "text.table.doubtful",
                                    strayLines.count
                                            + " lines are no rows of the table that was found, and"
                                            + " only "
                                            + recording.rowCount()
                                            + " are.")
                            .with(strayLines.count, recording.rowCount())
                            .at(strayLines.place)
                            .mend(
                                    "Say how the table is written (delimiter, decimal, header), or"
                                            + " which importer is to read it."));
            strayLines.count = 0;
        }
        warn(
                "text.lines.strange",
                strayLines,
                " lines among the rows are no rows of the table and are left out.");
        if (!cut.isEmpty()) {
            recording.problem(
                    Problem.warning(
                                    "text.row.cut",
                                    "The last row is cut off in the middle and is left out.")
                            .at(cut));
        }
        if (!doubtful.isEmpty()) {
            recording.problem(LastLine.doubt(doubtful));
        }
        if (recording.rowCount() == 0) {
            recording.problem(Problem.warning("rows.empty", "The table holds not a single row."));
        }
    }

    private void warn(String code, Oddity oddity, String sentence) {
        if (oddity.count > 0) {
            recording.problem(
                    Problem.warning(code, oddity.count + sentence)
                            .with(oddity.count)
                            .at(oddity.place));
            oddity.count = 0;
        }
    }
}

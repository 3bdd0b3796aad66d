// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Hands the rows of a table of numbers, and of texts and clock times between them, over to a
 * recording, one line after another, and tells at the end what was wrong with them.
 *
 * <p>Problems: {@code rows.cut} (the file ends within a row, which is left out), {@code
 * rows.ragged} (rows with another number of values; what is missing is NaN), {@code rows.number}
 * (values that are no numbers, which become NaN), {@code rows.empty} (there are none).
 */
public final class DataRows {
    /** What a column holds. */
    public enum Cell {
        NUMBER,
        TEXT,
        /** A {@link ClockTime}, which becomes seconds; a number is taken as it is. */
        CLOCK
    }

    private final Rows rows;
    private final List<Cell> cells;
    private final double[] values;
    private final RecordingSink recording;
    private boolean quoted;
    private Optional<Lines> present = Optional.empty();
    private int ragged;
    private String firstRagged = "";
    private int strange;
    private String firstStrange = "";
    private String doubtful = "";

    /**
     * @param columns how many values a row has
     * @param recording which has that many columns already where {@link #add} is used
     */
    public DataRows(Dialect dialect, int columns, RecordingSink recording) {
        this(dialect, columns, recording, dialect.numbers());
    }

    /** Reads numbers in another way than the dialect's own, such as with SI suffixes. */
    public DataRows(Dialect dialect, int columns, RecordingSink recording, Numbers numbers) {
        this(dialect, Collections.nCopies(columns, Cell.NUMBER), recording, numbers);
    }

    /**
     * Reads columns of several kinds.
     *
     * @param recording which has these columns already, those of texts as such, and further ones
     *     only where rows are handed over by {@link #hand}
     */
    public DataRows(Dialect dialect, List<Cell> cells, RecordingSink recording) {
        this(dialect, cells, recording, dialect.numbers());
    }

    private DataRows(Dialect dialect, List<Cell> cells, RecordingSink recording, Numbers numbers) {
        // one field more, to tell a value too many from a delimiter at the end
        rows = new Rows(dialect, cells.size() + 1, numbers);
        values = new double[cells.size()];
        this.cells = List.copyOf(cells);
        this.recording = recording;
    }

    /** Each row stands in quotes as a whole, as if it were a single field. */
    public DataRows inQuotes() {
        quoted = true;
        return this;
    }

    /**
     * Hands the present line over.
     *
     * @return false where it is no row: blank, or beginning with something else than a number
     */
    public boolean add(Lines lines) {
        boolean row = read(lines);
        if (row) {
            hand(values);
        }
        return row;
    }

    /**
     * Hands over the row read last with these values, such as {@link #values} and some computed
     * from them.
     */
    public void hand(double[] row) {
        for (int i = 0; i < values.length; i++) {
            if (cells.get(i) == Cell.TEXT) {
                recording.text(i, text(i));
            }
        }
        recording.row(row);
    }

    /** A field of the row read last as text; empty where it is missing. */
    public String text(int field) {
        return present.map(lines -> rows.text(field, lines)).orElse("");
    }

    /** Takes the present line apart into {@link #values} without handing it over. */
    public boolean read(Lines lines) {
        if (lines.isBlank()) {
            return false;
        }
        present = Optional.of(lines);
        int from = lines.from();
        int to = lines.to();
        byte[] b = lines.bytes();
        boolean wrapped = quoted && to - from > 1 && b[from] == '"' && b[to - 1] == '"';
        int fields = wrapped ? rows.read(lines, from + 1, to - 1) : rows.read(lines);
        if (!begins()) {
            return false;
        }
        int columns = values.length;
        LastLine ending = lines.ending();
        if (ending == LastLine.DOUBTFUL) {
            doubtful = lines.place();
        }
        if (fields < columns && !lines.isComplete() || ending == LastLine.CUT) {
            recording.problem(
                    Problem.warning("rows.cut", "The file ends within a row, which is left out.")
                            .at(lines.place()));
            return false;
        }
        boolean trailing =
                fields == columns + 1
                        && !rows.isText(columns)
                        && Double.isNaN(rows.values()[columns]);
        if (fields != columns && !trailing && ragged++ == 0) {
            firstRagged = lines.place();
        }
        for (int i = 0; i < Math.min(fields, columns); i++) {
            boolean wrong = cells.get(i) != Cell.TEXT && rows.isText(i);
            if (wrong && cells.get(i) == Cell.CLOCK) {
                OptionalDouble time = ClockTime.seconds(rows.text(i, lines));
                rows.values()[i] = time.orElse(Double.NaN);
                wrong = time.isEmpty();
            }
            if (wrong && strange++ == 0) {
                firstStrange = lines.place() + ", column " + (i + 1);
            }
        }
        System.arraycopy(rows.values(), 0, values, 0, columns);
        return true;
    }

    /** Whether the first field is of the kind of the first column. */
    private boolean begins() {
        return switch (cells.getFirst()) {
            case NUMBER -> !rows.isText(0) && !Double.isNaN(rows.values()[0]);
            case TEXT -> !text(0).isEmpty();
            case CLOCK -> !Double.isNaN(rows.values()[0]) || ClockTime.seconds(text(0)).isPresent();
        };
    }

    /** The values of the line read last; overwritten by the next. */
    public double[] values() {
        return values;
    }

    /** Tells what was wrong. */
    public void finish() {
        if (ragged > 0) {
            recording.problem(
                    Problem.warning(
                                    "rows.ragged",
                                    ragged
                                            + " rows have another number of values than there are"
                                            + " columns; what is missing is left empty, what"
                                            + " is too many is left out.")
                            .with(ragged)
                            .at(firstRagged));
        }
        if (strange > 0) {
            recording.problem(
                    Problem.warning(
                                    "rows.number",
                                    strange + " values are no numbers and are left empty.")
                            .with(strange)
                            .at(firstStrange));
        }
        if (!doubtful.isEmpty()) {
            recording.problem(LastLine.doubt(doubtful));
        }
        if (recording.rowCount() == 0) {
            recording.problem(
                    Problem.warning("rows.empty", "There is not a single measured point."));
        }
    }
}

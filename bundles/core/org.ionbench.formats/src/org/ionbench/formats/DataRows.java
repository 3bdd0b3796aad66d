// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;

/**
 * Hands the rows of a table of numbers over to a recording, one line after another, and tells at
 * the end what was wrong with them.
 *
 * <p>Problems: {@code rows.cut} (the file ends within a row, which is left out), {@code
 * rows.ragged} (rows with another number of values; what is missing is NaN), {@code rows.number}
 * (values that are no numbers, which become NaN), {@code rows.empty} (there are none).
 */
public final class DataRows {
    private final Rows rows;
    private final double[] values;
    private final RecordingSink recording;
    private int ragged;
    private String firstRagged = "";
    private int strange;
    private String firstStrange = "";

    /**
     * @param columns how many values a row has
     * @param recording which has that many columns already where {@link #add} is used
     */
    public DataRows(Dialect dialect, int columns, RecordingSink recording) {
        this(dialect, columns, recording, dialect.numbers());
    }

    /** Reads numbers in another way than the dialect's own, such as with SI suffixes. */
    public DataRows(Dialect dialect, int columns, RecordingSink recording, Numbers numbers) {
        // one field more, to tell a value too many from a delimiter at the end
        rows = new Rows(dialect, columns + 1, numbers);
        values = new double[columns];
        this.recording = recording;
    }

    /**
     * Hands the present line over.
     *
     * @return false where it is no row: blank, or beginning with something else than a number
     */
    public boolean add(Lines lines) {
        boolean row = read(lines);
        if (row) {
            recording.row(values);
        }
        return row;
    }

    /** Takes the present line apart into {@link #values} without handing it over. */
    public boolean read(Lines lines) {
        if (lines.isBlank()) {
            return false;
        }
        int fields = rows.read(lines);
        if (rows.isText(0) || Double.isNaN(rows.values()[0])) {
            return false;
        }
        int columns = values.length;
        if (fields < columns && !lines.isComplete()) {
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
            if (rows.isText(i) && strange++ == 0) {
                firstStrange = lines.place() + ", column " + (i + 1);
            }
        }
        System.arraycopy(rows.values(), 0, values, 0, columns);
        return true;
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
        if (recording.rowCount() == 0) {
            recording.problem(
                    Problem.warning("rows.empty", "There is not a single measured point."));
        }
    }
}

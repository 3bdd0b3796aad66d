// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ColumnSpec;

import java.time.LocalDateTime;

/**
 * Takes one recording: first what is known about it, then its columns, then its rows. Metadata and
 * problems may come at any time; columns only before the first row.
 */
public interface RecordingSink {

    /** The instrument as the file names it. */
    RecordingSink instrument(String name);

    /** Local time of the first point as the file has it. */
    RecordingSink start(LocalDateTime local);

    /** The offset of {@link #start}, {@code "+01:00"}, or {@code "assumed +01:00"}. */
    RecordingSink zone(String offset);

    /** False where the vendor says that the values are not calibrated; true unless said. */
    RecordingSink calibrated(boolean calibrated);

    /**
     * Something the file says about the recording, under the vendor's own name. Values are {@code
     * String}, {@code Double}, {@code Long} or {@code Boolean}.
     */
    RecordingSink metadata(String name, Object value);

    /** What had to be assumed to read it ("decimal comma", "day before month"). */
    RecordingSink assumption(String sentence);

    /** What was changed ("sign of Im Z turned"). */
    RecordingSink change(String sentence);

    /** Adds a column and returns its index. */
    int column(ColumnSpec spec);

    /**
     * Adds a row.
     *
     * @param values one for each column, in order; NaN where missing; ignored for text columns
     */
    void row(double[] values);

    /** Sets the text of a text column for the row that is added next. */
    void text(int column, String value);

    /**
     * Adds many rows of numbers at once.
     *
     * @param columns one array for each column, each with at least {@code rows} values
     */
    void rows(double[][] columns, int rows);

    /**
     * Adds many rows of numbers and texts at once.
     *
     * @param columns one array for each column with at least {@code rows} values; an empty one for
     *     a column of text
     * @param texts one array for each column with at least {@code rows} texts; an empty one for a
     *     column of numbers
     */
    default void rows(double[][] columns, String[][] texts, int rows) {
        double[] values = new double[columns.length];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < values.length; c++) {
                if (texts[c].length > 0) {
                    text(c, texts[c][row]);
                } else {
                    values[c] = columns[c][row];
                }
            }
            row(values);
        }
    }

    /** Something about this recording. */
    void problem(Problem problem);

    /** How many rows it has so far. */
    int rowCount();
}

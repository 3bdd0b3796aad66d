// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.io.IOException;

/** Rows of numbers and nothing else, as the elder programs write them. */
final class PlainRows {
    private final Rows rows;
    private final int columns;
    private int ragged;
    private String firstRagged = "";

    PlainRows(Dialect dialect, int columns) {
        this.columns = columns;
        rows = new Rows(dialect, columns);
    }

    /**
     * Takes the present line apart.
     *
     * @return whether it is a row: it begins with a number and is not cut by the end of the file
     */
    boolean read(Lines lines) {
        if (lines.isBlank()) {
            return false;
        }
        int fields = rows.read(lines);
        if (rows.isText(0) || Double.isNaN(rows.values()[0])) {
            return false;
        }
        if (fields < columns && !lines.isComplete()) {
            return false;
        }
        if (fields < columns && ragged++ == 0) {
            firstRagged = lines.place();
        }
        return true;
    }

    double[] values() {
        return rows.values();
    }

    /** Hands all rows from the next line on over; ends at a line of words. */
    void all(Lines lines, RecordingSink recording) throws IOException {
        while (lines.next()) {
            if (read(lines)) {
                recording.row(values());
            } else if (!lines.isBlank()) {
                break;
            }
        }
        finish(recording);
    }

    /** Tells what was wrong. */
    void finish(RecordingSink recording) {
        if (ragged > 0) {
            recording.problem(
                    Problem.warning(
                                    "rows.ragged",
                                    ragged
                                            + " rows have too few values; what is missing is left"
                                            + " empty.")
                            .with(ragged)
                            .at(firstRagged));
        }
        if (recording.rowCount() == 0) {
            recording.problem(
                    Problem.warning("rows.empty", "The file holds not a single measured point."));
        }
    }
}

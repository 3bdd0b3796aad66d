// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.LastLine;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows of numbers below one another; blank lines between them are passed over. */
final class PlainRows {
    private final char delimiter;
    private final int columns;
    private final List<Problem> problems = new ArrayList<>();
    private Rows rows;
    private boolean comma;
    private int ragged;
    private String firstRagged = "";
    private int strange;
    private String firstStrange = "";

    PlainRows(char delimiter, int columns) {
        this.delimiter = delimiter;
        this.columns = columns;
        rows = new Rows(Dialect.of(delimiter), columns);
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
        if (!comma && rows.texts() > 0 && lines.text().matches(".*\\d,\\d.*")) {
            comma = true;
            rows = new Rows(new Dialect(delimiter, ',', '\0'), columns);
            fields = rows.read(lines);
        }
        if (rows.isText(0) || Double.isNaN(rows.values()[0])) {
            return false;
        }
        LastLine ending = lines.ending();
        if (fields < columns && !lines.isComplete() || ending == LastLine.CUT) {
            problems.add(
                    Problem.warning("rows.cut", "The file ends within a row, which is left out.")
                            .at(lines.place()));
            return false;
        }
        if (ending == LastLine.DOUBTFUL) {
            problems.add(LastLine.doubt(lines.place()));
        }
        if (fields < columns && ragged++ == 0) {
            firstRagged = lines.place();
        }
        for (int i = 0; i < columns; i++) {
            if (rows.isText(i) && strange++ == 0) {
                firstStrange = lines.place() + ", column " + (i + 1);
            }
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
        if (comma) {
            recording.assumption("decimal comma");
        }
        problems.forEach(recording::problem);
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
                    Problem.warning("rows.empty", "The file holds not a single measured point."));
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.LastLine;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.util.Arrays;
import java.util.List;

/**
 * The rows of one table. The first row decides what the columns are: words or numbers, with which
 * decimal character, and whether a thermocouple is connected.
 */
final class DtaRows {
    private final List<String> names;
    private final List<String> units;
    private final DtaHead head;
    private final RecordingSink recording;
    private final double[] values;
    private final boolean[] words;
    private Rows rows;
    private int count;
    private int ragged;
    private String firstRagged = "";
    private int odd;
    private String firstOdd = "";

    DtaRows(List<String> names, List<String> units, DtaHead head, RecordingSink recording) {
        int width = names.size();
        while (width > 1 && names.get(width - 1).isEmpty()) {
            width--;
        }
        this.names = names.subList(0, width);
        this.units = units;
        this.head = head;
        this.recording = recording;
        values = new double[width];
        words = new boolean[width];
    }

    /** Takes the present line, which begins with a tab. */
    void add(Lines lines) {
        if (rows == null) {
            begin(lines);
        }
        int fields = rows.read(lines) - 1;
        LastLine ending = lines.ending();
        if (fields < values.length && !lines.isComplete() || ending == LastLine.CUT) {
            recording.problem(
                    Problem.warning("dta.cut", "The file ends within a row, which is left out.")
                            .at(lines.place()));
            return;
        }
        if (ending == LastLine.DOUBTFUL) {
            recording.problem(LastLine.doubt(lines.place()));
        }
        if (fields != values.length && !isTrailingBlank(fields) && ragged++ == 0) {
            firstRagged = lines.place();
        }
        System.arraycopy(rows.values(), 1, values, 0, values.length);
        for (int i = 0; i < values.length; i++) {
            if (words[i]) {
                recording.text(i, rows.text(i + 1, lines));
                values[i] = Double.NaN;
            } else if (i < fields && rows.isText(i + 1) && odd++ == 0) {
                firstOdd = lines.place() + ", column " + names.get(i);
            }
        }
        recording.row(values);
        count++;
    }

    /** A tab after the last value is none of the file's faults. */
    private boolean isTrailingBlank(int fields) {
        return fields == values.length + 1;
    }

    private void begin(Lines lines) {
        boolean comma = lines.text().indexOf(',') >= 0;
        rows = new Rows(new Dialect('\t', comma ? ',' : '.', (char) 0), values.length + 1);
        rows.read(lines);
        if (comma) {
            recording.assumption("decimal comma");
        }
        for (int i = 0; i < values.length; i++) {
            words[i] = unit(i).equals("bits") || rows.isText(i + 1);
        }
        columns(Arrays.copyOfRange(rows.values(), 1, values.length + 1));
    }

    private String unit(int i) {
        return i < units.size() ? units.get(i) : "";
    }

    private void columns(double[] first) {
        boolean turn = head.isCathodicPositive();
        boolean turned = false;
        for (int i = 0; i < values.length; i++) {
            ColumnSpec spec = DtaColumns.of(names.get(i), unit(i), first[i], words[i], turn);
            turned |= spec.isNegated();
            recording.column(spec);
            if (names.get(i).equalsIgnoreCase("Temp") && DtaColumns.isNoTemperature(first[i])) {
                recording.problem(
                        Problem.info(
                                "dta.thermocouple",
                                "No thermocouple was connected; the column Temp is no"
                                        + " temperature."));
            }
        }
        if (turned) {
            recording.change("sign of the current turned: the file counts cathodic as positive");
        }
    }

    /** Tells what was wrong with the rows and how many there were. */
    int finish() {
        if (rows == null) {
            for (int i = 0; i < words.length; i++) {
                words[i] = unit(i).equals("bits");
            }
            double[] none = new double[values.length];
            Arrays.fill(none, Double.NaN);
            columns(none);
            recording.problem(Problem.warning("dta.empty", "The table holds no rows."));
        }
        if (ragged > 0) {
            recording.problem(
                    Problem.warning(
                                    "dta.ragged",
                                    ragged
                                            + " rows have another number of values than the table"
                                            + " has columns; what is missing is left empty.")
                            .with(ragged)
                            .at(firstRagged));
        }
        if (odd > 0) {
            recording.problem(
                    Problem.warning(
                                    "dta.number",
                                    odd + " values are no numbers and are left empty.")
                            .with(odd)
                            .at(firstOdd));
        }
        return count;
    }
}

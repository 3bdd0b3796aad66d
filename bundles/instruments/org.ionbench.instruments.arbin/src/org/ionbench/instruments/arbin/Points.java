// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.Problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Points of one test in the order they are found, handed over in that of their number. */
final class Points {
    /** The dates of the SQL database; those of Jet databases have another name. */
    private static final String TICKS = "Date_Time";

    private final List<String> names;
    private final int key;
    private double[][] columns;
    private int rows;
    private boolean sorted = true;

    /**
     * @param names of the columns
     * @param key the column of the points' numbers; where there is none the order stays
     */
    Points(List<String> names, String key) {
        this.names = names;
        this.key = names.indexOf(key);
        columns = new double[names.size()][256];
    }

    void add(double[] values) {
        if (rows == columns[0].length) {
            int larger = rows + (rows >> 1);
            columns =
                    Arrays.stream(columns)
                            .map(c -> Arrays.copyOf(c, larger))
                            .toArray(double[][]::new);
        }
        for (int i = 0; i < values.length; i++) {
            columns[i][rows] = values[i];
        }
        sorted &= key < 0 || rows == 0 || columns[key][rows - 1] <= values[key];
        rows++;
    }

    /** Adds columns and rows to a recording, those of auxiliary channels behind its own. */
    void tell(RecordingSink recording, AuxiliaryChannels auxiliaries) {
        sort();
        names.forEach(
                name ->
                        recording.column(
                                ArbinColumns.of(name, name.equals(TICKS) ? "100 ns" : "")));
        List<double[]> all = new ArrayList<>(List.of(columns));
        int[] numbers = new int[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = key < 0 ? row : (int) columns[key][row];
        }
        all.addAll(auxiliaries.columns(recording, numbers));
        recording.rows(all.toArray(double[][]::new), rows);
        long twice = 0;
        for (int row = 1; row < rows; row++) {
            twice += numbers[row] == numbers[row - 1] ? 1 : 0;
        }
        if (twice > 0) {
            recording.problem(
                    Problem.warning("arbin.twice", twice + " points have the number of another.")
                            .with(twice));
        }
    }

    /** The first value of a column; NaN where there is none. */
    double first(String name) {
        int column = names.indexOf(name);
        return column < 0 || rows == 0 ? Double.NaN : columns[column][0];
    }

    private void sort() {
        if (sorted) {
            return;
        }
        double[] numbers = columns[key];
        Integer[] order = new Integer[rows];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(numbers[a], numbers[b]));
        for (int c = 0; c < columns.length; c++) {
            double[] old = columns[c];
            double[] column = new double[rows];
            for (int row = 0; row < rows; row++) {
                column[row] = old[order[row]];
            }
            columns[c] = column;
        }
        sorted = true;
    }
}

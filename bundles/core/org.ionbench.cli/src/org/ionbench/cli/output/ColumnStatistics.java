// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.output;

import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;

/**
 * Statistics of a numeric column. NaN counts apart and is left out of the rest; sums are
 * compensated (Neumaier 1974, doi 10.1002/zamm.19740540106), so that they do not depend on the
 * order of the rows to the digits printed.
 *
 * @param count values that are numbers
 * @param nan values that are not
 * @param sum 0 where there are no values
 * @param min NaN where there are no values
 * @param max NaN where there are no values
 * @param first the first row's value
 * @param last the last row's value
 */
public record ColumnStatistics(
        int count, int nan, double sum, double min, double max, double first, double last) {
    private static final int BLOCK = 4096;

    /** Of the values as the vendor stores them. */
    public static ColumnStatistics stored(Column column) {
        return of(column, false);
    }

    /** Of the values in SI, signs normalised. */
    public static ColumnStatistics si(Column column) {
        return of(column, true);
    }

    private static ColumnStatistics of(Column column, boolean si) {
        ColumnSpec spec = column.spec();
        int rows = column.rows();
        double[] block = new double[Math.min(BLOCK, rows)];
        double sum = 0;
        double compensation = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double first = Double.NaN;
        double last = Double.NaN;
        int nan = 0;
        for (int from = 0; from < rows; from += block.length) {
            int n = Math.min(block.length, rows - from);
            column.copy(from, block, 0, n);
            for (int i = 0; i < n; i++) {
                double x = si ? spec.toSi(block[i]) : block[i];
                first = from + i == 0 ? x : first;
                last = x;
                if (Double.isNaN(x)) {
                    nan++;
                    continue;
                }
                min = Math.min(min, x);
                max = Math.max(max, x);
                double next = sum + x;
                compensation += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
                sum = next;
            }
        }
        boolean any = nan < rows;
        return new ColumnStatistics(
                rows - nan,
                nan,
                Double.isFinite(sum) ? sum + compensation : sum,
                any ? min : Double.NaN,
                any ? max : Double.NaN,
                first,
                last);
    }
}

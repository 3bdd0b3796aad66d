// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import java.util.List;

/**
 * How much one unit of a stored integer is, by the current range of the tester that is stored with
 * each point: the range in mA, negative for testers of another series.
 *
 * <table>
 * <caption>mA for one unit of a current; mA s and mW s for one unit of capacity and energy</caption>
 * <tr><th>range</th><th>mA</th></tr>
 * <tr><td>-100000000</td><td>10</td></tr>
 * <tr><td>-200000 to -1000</td><td>0.01</td></tr>
 * <tr><td>-500, -100</td><td>0.001</td></tr>
 * <tr><td>-50 to -10</td><td>0.0001</td></tr>
 * <tr><td>-5 to -1</td><td>0.00001</td></tr>
 * <tr><td>0</td><td>0: nothing flowed</td></tr>
 * <tr><td>1 to 5</td><td>0.0001</td></tr>
 * <tr><td>10 to 50</td><td>0.001</td></tr>
 * <tr><td>100 to 500</td><td>0.01</td></tr>
 * <tr><td>1000 to 200000</td><td>0.1</td></tr>
 * </table>
 *
 * The ranges seen are those of the row's testers; one between two rows is not guessed at.
 */
public final class CurrentRange {
    private static final List<Band> BANDS =
            List.of(
                    new Band(-100_000_000, -100_000_000, 10),
                    new Band(-200_000, -1000, 1e-2),
                    new Band(-500, -100, 1e-3),
                    new Band(-50, -10, 1e-4),
                    new Band(-5, -1, 1e-5),
                    new Band(0, 0, 0),
                    new Band(1, 5, 1e-4),
                    new Band(10, 50, 1e-3),
                    new Band(100, 500, 1e-2),
                    new Band(1000, 200_000, 1e-1));

    private CurrentRange() {}

    /** mA for one unit; NaN for a range that is not known. */
    public static double milliamperes(int range) {
        for (Band band : BANDS) {
            if (range >= band.least && range <= band.greatest) {
                return band.milliamperes;
            }
        }
        return Double.NaN;
    }

    private record Band(int least, int greatest, double milliamperes) {}
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.plot;

import java.util.Arrays;

/**
 * A series of a plot.
 *
 * @param name for the legend
 * @param role how it is drawn
 * @param group series of one group have one colour, in every plot of a report
 * @param points its points; the lower edge of a {@link Role#BAND}
 * @param upper ordinates of the upper edge of a band; empty otherwise
 * @param errors standard uncertainties of the ordinates, for error bars; empty if none
 * @param rows for each point its row in the recording, so that a point picked in one plot is found
 *     in the others and a mask can name it; empty if it has none
 * @param labels for each point a number shown when the pointer is over it; empty if none
 * @param labelName what the labels are, {@code "Frequency / Hz"}
 */
public record Series(
        String name,
        Role role,
        int group,
        Points points,
        double[] upper,
        double[] errors,
        int[] rows,
        double[] labels,
        String labelName) {

    private static final double[] NO_NUMBERS = {};
    private static final int[] NO_ROWS = {};

    /** How a series is drawn. */
    public enum Role {
        /** Open symbols, never joined. */
        MEASURED,
        /** Light crosses. */
        EXCLUDED,
        /** A line. */
        FIT,
        /** A measured curve with many points, as a line. */
        CURVE,
        /** A filled band between {@code points} and {@code upper}. */
        BAND
    }

    public static Series measured(String name, int group, double[] x, double[] y) {
        return of(name, Role.MEASURED, group, x, y);
    }

    public static Series excluded(String name, int group, double[] x, double[] y) {
        return of(name, Role.EXCLUDED, group, x, y);
    }

    public static Series fit(String name, int group, double[] x, double[] y) {
        return of(name, Role.FIT, group, x, y);
    }

    public static Series band(String name, int group, double[] x, double[] lower, double[] upper) {
        return new Series(
                name,
                Role.BAND,
                group,
                new Points.Inline(x, lower),
                upper,
                NO_NUMBERS,
                NO_ROWS,
                NO_NUMBERS,
                "");
    }

    /** Columns of a recording drawn as a line. */
    public static Series curve(String name, int group, Points points) {
        return new Series(
                name, Role.CURVE, group, points, NO_NUMBERS, NO_NUMBERS, NO_ROWS, NO_NUMBERS, "");
    }

    private static Series of(String name, Role role, int group, double[] x, double[] y) {
        return new Series(
                name,
                role,
                group,
                new Points.Inline(x, y),
                NO_NUMBERS,
                NO_NUMBERS,
                NO_ROWS,
                NO_NUMBERS,
                "");
    }

    /** This series in another group, and so in another colour. */
    public Series withGroup(int other) {
        return new Series(name, role, other, points, upper, errors, rows, labels, labelName);
    }

    public Series withErrors(double[] standardUncertainties) {
        return new Series(
                name, role, group, points, upper, standardUncertainties, rows, labels, labelName);
    }

    public Series withRows(int[] rowOfEachPoint) {
        return new Series(
                name, role, group, points, upper, errors, rowOfEachPoint, labels, labelName);
    }

    public Series withLabels(String what, double[] labelOfEachPoint) {
        return new Series(name, role, group, points, upper, errors, rows, labelOfEachPoint, what);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Series s
                && name.equals(s.name)
                && role == s.role
                && group == s.group
                && points.equals(s.points)
                && Arrays.equals(upper, s.upper)
                && Arrays.equals(errors, s.errors)
                && Arrays.equals(rows, s.rows)
                && Arrays.equals(labels, s.labels)
                && labelName.equals(s.labelName);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + points.hashCode();
    }
}

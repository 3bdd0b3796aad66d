// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tells a technique from what was measured, where the file does not name it. */
final class Techniques {
    private static final int FEWEST_ROWS = 8;
    private static final double SMALLEST_SWEEP = 0.01;
    private static final double STEADY_CURRENT = 0.01;
    private static final double STEADY_POTENTIAL = 0.002;

    private Techniques() {}

    /** The technique the option {@code technique} names. */
    static Optional<Technique> wanted(Source source) {
        String option = source.options().getOrDefault("technique", "").strip();
        return option.isEmpty() ? Optional.empty() : Optional.of(new Technique(option));
    }

    /**
     * The technique of a table.
     *
     * @param kinds what its columns are
     * @param values values of a column of that kind in rows evenly spread; none where there is no
     *     such column
     */
    static Technique of(Set<QuantityKind> kinds, Function<QuantityKind, double[]> values) {
        if (kinds.contains(QuantityKind.FREQUENCY)
                && (kinds.contains(QuantityKind.IMPEDANCE_REAL)
                                && kinds.contains(QuantityKind.IMPEDANCE_IMAGINARY)
                        || kinds.contains(QuantityKind.IMPEDANCE_MODULUS)
                                && kinds.contains(QuantityKind.IMPEDANCE_PHASE))) {
            return Technique.EIS;
        }
        boolean cell = kinds.contains(QuantityKind.CELL_VOLTAGE);
        if (!cell && !kinds.contains(QuantityKind.POTENTIAL)) {
            return Technique.OTHER;
        }
        if (kinds.contains(QuantityKind.CAPACITY_CHARGE)
                || kinds.contains(QuantityKind.CAPACITY_DISCHARGE)
                || kinds.contains(QuantityKind.CURRENT) && kinds.contains(QuantityKind.STEP)) {
            return Technique.CYCLING;
        }
        QuantityKind flow =
                kinds.contains(QuantityKind.CURRENT)
                        ? QuantityKind.CURRENT
                        : QuantityKind.CURRENT_DENSITY;
        double[] potential =
                values.apply(
                        kinds.contains(QuantityKind.POTENTIAL)
                                ? QuantityKind.POTENTIAL
                                : QuantityKind.CELL_VOLTAGE);
        double[] current = values.apply(flow);
        if (current.length < FEWEST_ROWS) {
            return Technique.OTHER;
        }
        int sweep = sweep(potential);
        if (sweep > 0) {
            return sweep > 1 ? Technique.CV : Technique.LSV;
        }
        if (cell && kinds.contains(QuantityKind.CYCLE)) {
            return Technique.CYCLING;
        }
        if (Arrays.stream(current).allMatch(i -> i == 0)) {
            return Technique.OCV;
        }
        boolean steadyCurrent = isSteady(current, STEADY_CURRENT, 0);
        boolean steadyPotential = isSteady(potential, 0, STEADY_POTENTIAL);
        if (steadyCurrent != steadyPotential) {
            return steadyCurrent ? Technique.CP : Technique.CA;
        }
        return Technique.OTHER;
    }

    /** In how many parts the potential runs up or down in even steps; 0 if it does not. */
    private static int sweep(double[] potential) {
        double[] steps = new double[Math.max(0, potential.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = potential[i + 1] - potential[i];
        }
        double[] sizes = Arrays.stream(steps).map(Math::abs).sorted().toArray();
        double usual = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
        double range =
                Arrays.stream(potential).max().orElse(0) - Arrays.stream(potential).min().orElse(0);
        long even = Arrays.stream(sizes).filter(s -> s > 0.6 * usual && s < 1.6 * usual).count();
        if (!(usual > 0) || !(range > SMALLEST_SWEEP) || even < 0.8 * sizes.length) {
            return 0;
        }
        int parts = 1;
        int direction = 0;
        int against = 0;
        for (double step : steps) {
            int now = (int) Math.signum(step);
            direction = direction == 0 ? now : direction;
            against = now == -direction ? against + 1 : 0;
            if (against == 3) {
                parts++;
                direction = now;
                against = 0;
            }
        }
        return parts > steps.length / 6 ? 0 : parts;
    }

    /** Whether nine of ten values are the same but for noise. */
    private static boolean isSteady(double[] values, double relative, double absolute) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return false;
        }
        double usual = sorted[sorted.length / 2];
        double noise = relative * Math.abs(usual) + absolute;
        long near = Arrays.stream(sorted).filter(v -> Math.abs(v - usual) <= noise).count();
        return near >= 0.9 * sorted.length;
    }
}

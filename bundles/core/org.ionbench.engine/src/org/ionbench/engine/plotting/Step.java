// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.plotting;

/**
 * A distance between ticks that people count in: 1, 2 or 5 times a power of ten.
 *
 * @param mantissa 1, 2 or 5
 * @param exponent of ten
 */
record Step(int mantissa, int exponent) {
    private static final int MOST = 10_000;

    /** The smallest step that is no shorter than this. */
    static Step atLeast(double size) {
        int exponent = (int) Math.floor(Math.log10(size));
        for (int m : new int[] {1, 2, 5}) {
            Step step = new Step(m, exponent);
            if (step.size() >= size * (1 - 1e-12)) {
                return step;
            }
        }
        return new Step(1, exponent + 1);
    }

    double size() {
        return times(1);
    }

    Step finer() {
        return switch (mantissa) {
            case 5 -> new Step(2, exponent);
            case 2 -> new Step(1, exponent);
            default -> new Step(5, exponent - 1);
        };
    }

    Step coarser() {
        return switch (mantissa) {
            case 1 -> new Step(2, exponent);
            case 2 -> new Step(5, exponent);
            default -> new Step(1, exponent + 1);
        };
    }

    /** The step of the small ticks between: fifths, of a step of two quarters. */
    Step minor() {
        return switch (mantissa) {
            case 1 -> new Step(2, exponent - 1);
            case 2 -> new Step(5, exponent - 1);
            default -> new Step(1, exponent);
        };
    }

    /** Decimals needed to write any multiple. */
    int decimals() {
        return Math.max(0, -exponent);
    }

    /** All multiples inside a span, each the double nearest to its decimal. */
    double[] multiples(Span span) {
        long first = (long) Math.ceil(span.low() / size() - 1e-9);
        long last = (long) Math.floor(span.high() / size() + 1e-9);
        int n = Math.clamp(last - first + 1, 0, MOST);
        double[] multiples = new double[n];
        for (int i = 0; i < n; i++) {
            multiples[i] = times(first + i);
        }
        return multiples;
    }

    private double times(long k) {
        double power = UnitText.power(Math.abs(exponent));
        return exponent < 0 ? k * mantissa / power : k * mantissa * power;
    }
}

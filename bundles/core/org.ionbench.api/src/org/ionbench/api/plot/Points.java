// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.plot;

import java.util.Arrays;

/** The points of a series: held here, or columns of a recording that are too many to copy. */
public sealed interface Points {

    /**
     * Points held in the plot.
     *
     * @param x abscissae in the unit of the x axis
     * @param y ordinates in the unit of the y axis
     */
    record Inline(double[] x, double[] y) implements Points {
        public Inline {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
            }
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Inline i && Arrays.equals(x, i.x) && Arrays.equals(y, i.y);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
        }
    }

    /**
     * Two columns of a recording, canonical SI values times a factor.
     *
     * @param recording the recording's id
     * @param x name of the x column
     * @param y name of the y column
     * @param xFactor from SI to the unit of the axis, with its sign
     * @param yFactor from SI to the unit of the axis, with its sign
     */
    record Columns(String recording, String x, String y, double xFactor, double yFactor)
            implements Points {}
}

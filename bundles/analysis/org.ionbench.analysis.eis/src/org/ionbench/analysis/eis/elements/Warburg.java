// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/** A Warburg element, semi-infinite diffusion: Z = A (1 - j) / sqrt(omega). */
public final class Warburg implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(ElementParameter.positive("A", "ohm s^-1/2", 100));

    @Override
    public String symbol() {
        return "W";
    }

    @Override
    public String label() {
        return "Warburg element";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double a = p[offset];
        double[] root = grid.sqrtOmega();
        for (int i = 0; i < root.length; i++) {
            double x = 1 / root[i];
            z[2 * i] = a * x;
            z[2 * i + 1] = -a * x;
            if (dz != null) {
                dz[0][2 * i] = x;
                dz[0][2 * i + 1] = -x;
            }
        }
    }
}

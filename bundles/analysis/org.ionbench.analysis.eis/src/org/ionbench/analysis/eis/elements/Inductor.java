// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/** An inductor: Z = j omega L. */
public final class Inductor implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(ElementParameter.positive("L", "H", 1e-6));

    @Override
    public String symbol() {
        return "L";
    }

    @Override
    public String label() {
        return "inductor";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double l = p[offset];
        double[] omega = grid.omega();
        for (int i = 0; i < omega.length; i++) {
            z[2 * i] = 0;
            z[2 * i + 1] = omega[i] * l;
            if (dz != null) {
                dz[0][2 * i] = 0;
                dz[0][2 * i + 1] = omega[i];
            }
        }
    }
}

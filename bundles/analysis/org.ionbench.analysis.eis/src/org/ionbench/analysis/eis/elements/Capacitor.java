// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/** A capacitor: Z = 1 / (j omega C). */
public final class Capacitor implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(ElementParameter.positive("C", "F", 1e-6));

    @Override
    public String symbol() {
        return "C";
    }

    @Override
    public String label() {
        return "capacitor";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double c = p[offset];
        double[] omega = grid.omega();
        for (int i = 0; i < omega.length; i++) {
            double x = 1 / (omega[i] * c);
            z[2 * i] = 0;
            z[2 * i + 1] = -x;
            if (dz != null) {
                dz[0][2 * i] = 0;
                dz[0][2 * i + 1] = x / c;
            }
        }
    }
}

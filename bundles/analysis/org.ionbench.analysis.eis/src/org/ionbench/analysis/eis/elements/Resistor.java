// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/** A resistor: Z = R. */
public final class Resistor implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(ElementParameter.positive("R", "ohm", 100));

    @Override
    public String symbol() {
        return "R";
    }

    @Override
    public String label() {
        return "resistor";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double r = p[offset];
        for (int i = 0; i < z.length; i += 2) {
            z[i] = r;
            z[i + 1] = 0;
        }
        if (dz != null) {
            double[] dr = dz[0];
            for (int i = 0; i < z.length; i += 2) {
                dr[i] = 1;
                dr[i + 1] = 0;
            }
        }
    }
}

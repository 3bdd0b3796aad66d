// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/** A constant phase inductor: Z = L (j omega)^n. */
public final class ConstantPhaseInductor implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(
                    ElementParameter.positive("L", "ohm s^n", 1e-6),
                    ElementParameter.exponent("n", 0.9));

    @Override
    public String symbol() {
        return "La";
    }

    @Override
    public String label() {
        return "constant phase inductor";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double l = p[offset];
        double n = p[offset + 1];
        double[] logOmega = grid.logOmega();
        double cos = Math.cos(n * Math.PI / 2);
        double sin = Math.sin(n * Math.PI / 2);
        for (int i = 0; i < logOmega.length; i++) {
            double size = Math.exp(n * logOmega[i]);
            double re = size * cos;
            double im = size * sin;
            z[2 * i] = l * re;
            z[2 * i + 1] = l * im;
            if (dz != null) {
                dz[0][2 * i] = re;
                dz[0][2 * i + 1] = im;
                dz[1][2 * i] = l * (logOmega[i] * re - Math.PI / 2 * im);
                dz[1][2 * i + 1] = l * (logOmega[i] * im + Math.PI / 2 * re);
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/** A constant phase element: Z = 1 / (Q (j omega)^n). */
public final class ConstantPhase implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(
                    ElementParameter.positive("Q", "ohm^-1 s^n", 1e-6),
                    ElementParameter.exponent("n", 0.9));

    @Override
    public String symbol() {
        return "CPE";
    }

    @Override
    public String label() {
        return "constant phase element";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double q = p[offset];
        double n = p[offset + 1];
        double[] logOmega = grid.logOmega();
        double angle = -n * Math.PI / 2;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        if (dz == null) {
            for (int i = 0; i < logOmega.length; i++) {
                double size = Math.exp(-n * logOmega[i]) / q;
                z[2 * i] = size * cos;
                z[2 * i + 1] = size * sin;
            }
            return;
        }
        double[] dq = dz[0];
        double[] dn = dz[1];
        for (int i = 0; i < logOmega.length; i++) {
            double l = logOmega[i];
            double size = Math.exp(-n * l) / q;
            double re = size * cos;
            double im = size * sin;
            z[2 * i] = re;
            z[2 * i + 1] = im;
            dq[2 * i] = -re / q;
            dq[2 * i + 1] = -im / q;
            // -ln(j omega) Z
            dn[2 * i] = Math.PI / 2 * im - l * re;
            dn[2 * i + 1] = -Math.PI / 2 * re - l * im;
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/**
 * Finite diffusion with a transmitting boundary: Z = R tanh((j omega tau)^n) / (j omega tau)^n; the
 * exponent 0.5 is held unless freed.
 */
public final class ShortWarburg implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(
                    ElementParameter.positive("R", "ohm", 100),
                    ElementParameter.positive("tau", "s", 1),
                    ElementParameter.exponent("n", 0.5).held());

    @Override
    public String symbol() {
        return "Ws";
    }

    @Override
    public String label() {
        return "short Warburg element";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double r = p[offset];
        double tau = p[offset + 1];
        double n = p[offset + 2];
        double logTau = Math.log(tau);
        double cos = Math.cos(n * Math.PI / 2);
        double sin = Math.sin(n * Math.PI / 2);
        double[] logOmega = grid.logOmega();
        double[] f = new double[4];
        for (int i = 0; i < logOmega.length; i++) {
            double l = logOmega[i] + logTau;
            double size = Math.exp(n * l);
            FiniteDiffusion.tanh(size * cos, size * sin, f);
            z[2 * i] = r * f[0];
            z[2 * i + 1] = r * f[1];
            if (dz != null) {
                dz[0][2 * i] = f[0];
                dz[0][2 * i + 1] = f[1];
                dz[1][2 * i] = r * f[2] * n / tau;
                dz[1][2 * i + 1] = r * f[3] * n / tau;
                dz[2][2 * i] = r * (f[2] * l - f[3] * Math.PI / 2);
                dz[2][2 * i + 1] = r * (f[2] * Math.PI / 2 + f[3] * l);
            }
        }
    }
}

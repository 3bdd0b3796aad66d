// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/**
 * A ZARC (Cole-Cole) element, a resistor beside a constant phase element: Z = R / (1 + (j omega
 * tau)^n).
 */
public final class Zarc implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(
                    ElementParameter.positive("R", "ohm", 100),
                    ElementParameter.positive("tau", "s", 1e-3),
                    ElementParameter.exponent("n", 0.9));

    @Override
    public String symbol() {
        return "Zarc";
    }

    @Override
    public String label() {
        return "ZARC element";
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
        for (int i = 0; i < logOmega.length; i++) {
            double l = logOmega[i] + logTau;
            // both forms of 1 / (1 + x) and x / (1 + x), that of the smaller power of x
            boolean large = l > 0;
            double size = Math.exp(large ? -n * l : n * l);
            double xr = size * cos;
            double xi = large ? -size * sin : size * sin;
            double inverse = 1 / ((1 + xr) * (1 + xr) + xi * xi);
            double sr = (1 + xr) * inverse;
            double si = -xi * inverse;
            double tr = xr * sr - xi * si;
            double ti = xr * si + xi * sr;
            double gr = large ? tr : sr;
            double gi = large ? ti : si;
            z[2 * i] = r * gr;
            z[2 * i + 1] = r * gi;
            if (dz != null) {
                dz[0][2 * i] = gr;
                dz[0][2 * i + 1] = gi;
                // dZ/d ln x = -R x / (1 + x)^2
                double er = -r * (sr * tr - si * ti);
                double ei = -r * (sr * ti + si * tr);
                dz[1][2 * i] = er * n / tau;
                dz[1][2 * i + 1] = ei * n / tau;
                dz[2][2 * i] = er * l - ei * Math.PI / 2;
                dz[2][2 * i + 1] = er * Math.PI / 2 + ei * l;
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/** A Havriliak-Negami element: Z = R / (1 + (j omega tau)^a)^b. */
public final class HavriliakNegami implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(
                    ElementParameter.positive("R", "ohm", 100),
                    ElementParameter.positive("tau", "s", 1e-3),
                    ElementParameter.exponent("a", 0.9),
                    ElementParameter.exponent("b", 0.9));

    @Override
    public String symbol() {
        return "H";
    }

    @Override
    public String label() {
        return "Havriliak-Negami element";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double r = p[offset];
        double tau = p[offset + 1];
        double a = p[offset + 2];
        double b = p[offset + 3];
        double logTau = Math.log(tau);
        double cos = Math.cos(a * Math.PI / 2);
        double sin = Math.sin(a * Math.PI / 2);
        double[] logOmega = grid.logOmega();
        for (int i = 0; i < logOmega.length; i++) {
            double l = logOmega[i] + logTau;
            // ln(1 + x) = ln x + ln(1 + 1/x) for large x
            boolean large = l > 0;
            double size = Math.exp(large ? -a * l : a * l);
            double xr = size * cos;
            double xi = large ? -size * sin : size * sin;
            double logSize = Math.log1p(2 * xr + size * size) / 2 + (large ? a * l : 0);
            double angle = Math.atan2(xi, 1 + xr) + (large ? a * Math.PI / 2 : 0);
            double g = Math.exp(-b * logSize);
            double gr = g * Math.cos(b * angle);
            double gi = -g * Math.sin(b * angle);
            z[2 * i] = r * gr;
            z[2 * i + 1] = r * gi;
            if (dz != null) {
                dz[0][2 * i] = gr;
                dz[0][2 * i + 1] = gi;
                double inverse = 1 / ((1 + xr) * (1 + xr) + xi * xi);
                double sr = (1 + xr) * inverse;
                double si = -xi * inverse;
                double fr = large ? sr : xr * sr - xi * si;
                double fi = large ? si : xr * si + xi * sr;
                // dZ/d ln x = -b Z x / (1 + x)
                double er = -b * r * (gr * fr - gi * fi);
                double ei = -b * r * (gr * fi + gi * fr);
                dz[1][2 * i] = er * a / tau;
                dz[1][2 * i + 1] = ei * a / tau;
                dz[2][2 * i] = er * l - ei * Math.PI / 2;
                dz[2][2 * i + 1] = er * Math.PI / 2 + ei * l;
                dz[3][2 * i] = -r * (gr * logSize - gi * angle);
                dz[3][2 * i + 1] = -r * (gr * angle + gi * logSize);
            }
        }
    }
}

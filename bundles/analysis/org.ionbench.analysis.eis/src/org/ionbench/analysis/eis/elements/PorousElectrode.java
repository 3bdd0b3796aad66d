// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/**
 * A porous electrode as a transmission line (de Levie 1963; Bisquert et al. 1999, J. Electroanal.
 * Chem. 475, 152, doi 10.1016/S0022-0728(99)00346-0): ionic resistance Ri along the pores, and all
 * along them a resistance Rct beside a constant phase element Q, n. Z = Ri coth(x) / x with x^2 =
 * Ri (1/Rct + Q (j omega)^n); an infinite Rct gives the blocking electrode.
 */
public final class PorousElectrode implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(
                    ElementParameter.positive("Ri", "ohm", 100),
                    ElementParameter.positive("Rct", "ohm", 1e3),
                    ElementParameter.positive("Q", "ohm^-1 s^n", 1e-3),
                    ElementParameter.exponent("n", 0.9));

    @Override
    public String symbol() {
        return "TLM";
    }

    @Override
    public String label() {
        return "porous electrode (transmission line)";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double ri = p[offset];
        double conductance = 1 / p[offset + 1];
        double q = p[offset + 2];
        double n = p[offset + 3];
        double cos = Math.cos(n * Math.PI / 2);
        double sin = Math.sin(n * Math.PI / 2);
        double[] logOmega = grid.logOmega();
        double[] f = new double[4];
        for (int i = 0; i < logOmega.length; i++) {
            double l = logOmega[i];
            double size = Math.exp(n * l);
            double sr = size * cos;
            double si = size * sin;
            double yr = conductance + q * sr;
            double yi = q * si;
            double modulus = Math.sqrt(ri * Math.hypot(yr, yi));
            double angle = Math.atan2(yi, yr) / 2;
            FiniteDiffusion.coth(modulus * Math.cos(angle), modulus * Math.sin(angle), f);
            z[2 * i] = ri * f[0];
            z[2 * i + 1] = ri * f[1];
            if (dz != null) {
                // dZ/dRi = F + x F' / 2, dZ/dY = Ri x F' / (2 Y)
                dz[0][2 * i] = f[0] + f[2] / 2;
                dz[0][2 * i + 1] = f[1] + f[3] / 2;
                double scale = ri / (2 * (yr * yr + yi * yi));
                double gr = scale * (f[2] * yr + f[3] * yi);
                double gi = scale * (f[3] * yr - f[2] * yi);
                double c2 = -conductance * conductance;
                dz[1][2 * i] = c2 * gr;
                dz[1][2 * i + 1] = c2 * gi;
                double hr = gr * sr - gi * si;
                double hi = gr * si + gi * sr;
                dz[2][2 * i] = hr;
                dz[2][2 * i + 1] = hi;
                dz[3][2 * i] = q * (hr * l - hi * Math.PI / 2);
                dz[3][2 * i + 1] = q * (hr * Math.PI / 2 + hi * l);
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.circuit.FrequencyGrid;

import java.util.List;

/** A Gerischer element, diffusion with a reaction: Z = R / sqrt(1 + j omega tau). */
public final class Gerischer implements Element {
    private static final List<ElementParameter> PARAMETERS =
            List.of(
                    ElementParameter.positive("R", "ohm", 100),
                    ElementParameter.positive("tau", "s", 1e-2));

    @Override
    public String symbol() {
        return "G";
    }

    @Override
    public String label() {
        return "Gerischer element";
    }

    @Override
    public List<ElementParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public void evaluate(double[] p, int offset, FrequencyGrid grid, double[] z, double[][] dz) {
        double r = p[offset];
        double tau = p[offset + 1];
        double[] omega = grid.omega();
        for (int i = 0; i < omega.length; i++) {
            double x = omega[i] * tau;
            double size = 1 / Math.sqrt(Math.hypot(1, x));
            double angle = -Math.atan(x) / 2;
            double re = size * Math.cos(angle);
            double im = size * Math.sin(angle);
            z[2 * i] = r * re;
            z[2 * i + 1] = r * im;
            if (dz != null) {
                dz[0][2 * i] = re;
                dz[0][2 * i + 1] = im;
                // -Z / (2 tau) times j x / (1 + j x)
                double fi = 1 / (x + 1 / x);
                double fr = x * fi;
                double half = -r / (2 * tau);
                dz[1][2 * i] = half * (re * fr - im * fi);
                dz[1][2 * i + 1] = half * (re * fi + im * fr);
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitEvaluator;
import org.ionbench.numerics.leastsquares.ResidualModel;

/** Weighted residuals of a circuit against a spectrum, real and imaginary part of each point. */
final class CircuitModel implements ResidualModel {
    private final CircuitEvaluator evaluator;
    private final double[] measured;
    private final double[] weight;
    private final double[] z;
    private final double[][] dz;

    CircuitModel(Circuit circuit, Spectrum spectrum, Weight weighting) {
        evaluator = CircuitEvaluator.of(circuit, spectrum.grid());
        weight = weighting.roots(spectrum);
        measured = new double[weight.length];
        for (int i = 0; i < spectrum.size(); i++) {
            measured[2 * i] = spectrum.re(i);
            measured[2 * i + 1] = spectrum.im(i);
        }
        z = new double[weight.length];
        dz = new double[evaluator.parameterCount()][weight.length];
    }

    @Override
    public int residualCount() {
        return weight.length;
    }

    @Override
    public int parameterCount() {
        return dz.length;
    }

    @Override
    public void residuals(double[] parameters, double[] residuals) {
        evaluator.evaluate(parameters, z);
        subtract(residuals);
    }

    @Override
    public void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian) {
        evaluator.evaluate(parameters, z, dz);
        subtract(residuals);
        int rows = weight.length;
        for (int j = 0; j < dz.length; j++) {
            double[] d = dz[j];
            int base = j * rows;
            for (int i = 0; i < rows; i++) {
                jacobian[base + i] = d[i] * weight[i];
            }
        }
    }

    private void subtract(double[] residuals) {
        for (int i = 0; i < weight.length; i++) {
            residuals[i] = (z[i] - measured[i]) * weight[i];
        }
    }

    double[] weights() {
        return weight;
    }

    double[] measured() {
        return measured;
    }
}

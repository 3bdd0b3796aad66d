// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitParameter;
import org.ionbench.numerics.leastsquares.Covariance;
import org.ionbench.numerics.leastsquares.LeastSquaresFit;

import java.util.List;
import java.util.Optional;

/** A circuit fitted to a spectrum. Immutable. */
public final class CircuitFit {
    private final Circuit circuit;
    private final Weight weight;
    private final Spectrum spectrum;
    private final List<CircuitParameter> parameters;
    private final boolean[] vary;
    private final LeastSquaresFit fit;
    private final int evaluations;
    private final int starts;
    private final int agreeing;
    private final double lowest;

    CircuitFit(
            Circuit circuit,
            Weight weight,
            Spectrum spectrum,
            List<CircuitParameter> parameters,
            boolean[] vary,
            LeastSquaresFit fit,
            int evaluations,
            int starts,
            int agreeing,
            double lowest) {
        this.circuit = circuit;
        this.weight = weight;
        this.spectrum = spectrum;
        this.parameters = parameters;
        this.vary = vary;
        this.fit = fit;
        this.evaluations = evaluations;
        this.starts = starts;
        this.agreeing = agreeing;
        this.lowest = lowest;
    }

    public Circuit circuit() {
        return circuit;
    }

    public Weight weight() {
        return weight;
    }

    /** The points that were fitted. */
    public Spectrum spectrum() {
        return spectrum;
    }

    public List<CircuitParameter> parameters() {
        return parameters;
    }

    /** Whether the parameter at an index was fitted. */
    public boolean varies(int index) {
        return vary[index];
    }

    /** Fitted values in the order of the circuit's parameters. */
    public double[] values() {
        return fit.values();
    }

    /** The value of a parameter such as {@code "R1.R"}; empty if the circuit has none. */
    public Optional<Double> value(String parameter) {
        return circuit.indexOf(parameter).map(fit::value);
    }

    /** Weighted sum of squared residuals. */
    public double chiSquare() {
        return fit.chiSquare();
    }

    public boolean converged() {
        return fit.converged();
    }

    /** Evaluations of the circuit over all starts. */
    public int evaluations() {
        return evaluations;
    }

    public int starts() {
        return starts;
    }

    /** How many starts ended at this minimum. */
    public int agreeingStarts() {
        return agreeing;
    }

    /**
     * The least chi-square of all starts: lower than {@link #chiSquare()} where a guess led to a
     * minimum that is not the deepest.
     */
    public double lowestChiSquare() {
        return lowest;
    }

    /** The solver's result. */
    public LeastSquaresFit solution() {
        return fit;
    }

    /** Computed anew by each call. */
    public Covariance covariance() {
        return fit.covariance();
    }

    /** Lag-one autocorrelation of the residuals: near zero where the circuit fits. */
    public double residualCorrelation() {
        return Residuals.correlation(fit.residuals());
    }
}

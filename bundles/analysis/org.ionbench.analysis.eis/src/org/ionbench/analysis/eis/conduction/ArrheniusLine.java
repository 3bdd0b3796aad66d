// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.conduction;

import org.ionbench.analysis.eis.conduction.ArrheniusSettings.Form;
import org.ionbench.numerics.UndeterminedException;
import org.ionbench.numerics.regression.ErrorScale;
import org.ionbench.numerics.regression.LineFit;
import org.ionbench.numerics.regression.StraightLine;
import org.ionbench.numerics.statistics.Distributions;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The regression ln(sigma T) or ln(sigma) = intercept - E_A x with x = 1/(k T) in 1/eV.
 *
 * <p>Points are weighted by the uncertainties that are their own. Uncertainties common to several
 * points (thickness, diameter, the fixture) take no part in the regression; each is carried through
 * it by its sensitivity, the line's answer to one standard uncertainty of the source at all points
 * at once. So what multiplies all conductivities moves the intercept and never the slope.
 *
 * <p>Standard errors from the points' own uncertainties are multiplied by the root of the reduced
 * chi-square where that exceeds one (Birge ratio; Particle Data Group, Review of Particle Physics,
 * section 5.2.2), and intervals use the t quantile of N - 2 degrees of freedom. Without any
 * uncertainty all points count the same and the scatter alone gives the error. Uncertain
 * temperatures are taken by York's regression of errors in both coordinates.
 */
final class ArrheniusLine {
    /** Boltzmann's constant in eV/K (CODATA 2018, exact). */
    static final double BOLTZMANN = 8.617333262e-5;

    private final Form form;
    private final double[] x;
    private final double[] y;
    private final double[] own;
    private final Map<String, double[]> common;
    private final LineFit line;
    private final double scale;
    private final double factor;

    private ArrheniusLine(
            Form form,
            double[] x,
            double[] y,
            double[] own,
            Map<String, double[]> common,
            LineFit line,
            boolean weighted) {
        this.form = form;
        this.x = x;
        this.y = y;
        this.own = own;
        this.common = common;
        this.line = line;
        double reduced = line.reducedChiSquare();
        scale =
                Double.isNaN(reduced)
                        ? weighted ? 1 : Double.NaN
                        : weighted ? Math.sqrt(Math.max(1, reduced)) : Math.sqrt(reduced);
        factor =
                line.degreesOfFreedom() > 0
                        ? Distributions.studentQuantile(0.975, line.degreesOfFreedom())
                        : Double.NaN;
    }

    /**
     * A point.
     *
     * @param kelvin temperature
     * @param sigma conductivity in S/cm
     * @param contributions signed relative standard uncertainties by source
     */
    record Point(double kelvin, double sigma, Map<String, Double> contributions) {}

    /** Fits the line; at least two temperatures are needed. */
    static ArrheniusLine of(Form form, List<Point> points, double kelvinUncertainty)
            throws UndeterminedException {
        int n = points.size();
        Map<String, Integer> uses = new HashMap<>();
        for (Point p : points) {
            p.contributions.keySet().forEach(k -> uses.merge(k, 1, Integer::sum));
        }
        double[] x = new double[n];
        double[] y = new double[n];
        double[] own = new double[n];
        double[] ux = new double[n];
        double[] correlation = new double[n];
        Map<String, double[]> common = new LinkedHashMap<>();
        boolean weighted = true;
        for (int i = 0; i < n; i++) {
            Point p = points.get(i);
            x[i] = 1 / (BOLTZMANN * p.kelvin);
            y[i] = Math.log(form == Form.SIGMA_T ? p.sigma * p.kelvin : p.sigma);
            double sum = 0;
            for (var c : p.contributions.entrySet()) {
                if (uses.get(c.getKey()) > 1) {
                    common.computeIfAbsent(c.getKey(), k -> new double[n])[i] = c.getValue();
                } else {
                    sum += c.getValue() * c.getValue();
                }
            }
            own[i] = Math.sqrt(sum);
            weighted &= own[i] > 0;
            ux[i] = x[i] * kelvinUncertainty / p.kelvin;
            // the temperature in ln(sigma T) errs with that in 1/T
            if (form == Form.SIGMA_T && kelvinUncertainty > 0) {
                double byT = kelvinUncertainty / p.kelvin;
                double uy = Math.hypot(own[i], byT);
                correlation[i] = Math.clamp(-byT / uy, -0.999999, 0.999999);
                own[i] = uy;
            }
        }
        LineFit line;
        if (weighted && kelvinUncertainty > 0) {
            line = StraightLine.fitWithErrorsInBoth(x, ux, y, own, correlation, ErrorScale.KNOWN);
        } else {
            double[] deviations = own.clone();
            if (!weighted) {
                java.util.Arrays.fill(deviations, 1);
            }
            line = StraightLine.fitWithErrors(x, y, deviations, ErrorScale.KNOWN);
        }
        return new ArrheniusLine(form, x, y, own, common, line, weighted);
    }

    Form form() {
        return form;
    }

    int points() {
        return x.length;
    }

    double energy() {
        return -line.slope();
    }

    double energyError() {
        return line.slopeError() * scale;
    }

    double intercept() {
        return line.intercept();
    }

    double interceptError() {
        return line.interceptError() * scale;
    }

    double reducedChiSquare() {
        return line.reducedChiSquare();
    }

    double chiSquare() {
        return line.chiSquare();
    }

    double determination() {
        return line.determination();
    }

    /** Factor on a standard error for a 95 % interval; NaN for two points. */
    double factor() {
        return factor;
    }

    /** Logarithm on the line at 1/(k T). */
    double at(double reciprocal) {
        return line.valueAt(reciprocal);
    }

    /** Standard error of {@link #at} from the points' own uncertainties. */
    double errorAt(double reciprocal) {
        return line.valueError(reciprocal) * scale;
    }

    /** The residual of a point over its own uncertainty times the scale. */
    double deviation(int i) {
        double u = own[i] > 0 ? own[i] : 1;
        return (y[i] - line.valueAt(x[i])) / u;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double[] own() {
        return own;
    }

    /** What one standard uncertainty of each common source does to the energy, in eV. */
    Map<String, Double> energyContributions() {
        return contributions(Double.NaN);
    }

    /** What one standard uncertainty of each common source does to the logarithm at 1/(k T). */
    Map<String, Double> contributionsAt(double reciprocal) {
        return contributions(reciprocal);
    }

    private Map<String, Double> contributions(double reciprocal) {
        double sum = 0;
        double mean = 0;
        double[] w = new double[x.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = own[i] > 0 ? 1 / (own[i] * own[i]) : 1;
            sum += w[i];
            mean += w[i] * x[i];
        }
        mean /= sum;
        double squares = 0;
        for (int i = 0; i < w.length; i++) {
            squares += w[i] * (x[i] - mean) * (x[i] - mean);
        }
        Map<String, Double> result = new LinkedHashMap<>();
        for (var source : common.entrySet()) {
            double[] c = source.getValue();
            double average = 0;
            for (int i = 0; i < w.length; i++) {
                average += w[i] / sum * c[i];
            }
            double slope = 0;
            double largest = 0;
            for (int i = 0; i < w.length; i++) {
                slope += w[i] * (x[i] - mean) * (c[i] - average) / squares;
                largest = Math.max(largest, Math.abs(c[i]));
            }
            if (Math.abs(slope) * (x[argMax()] - x[argMin()]) < 1e-9 * largest) {
                slope = 0;
            }
            result.put(
                    source.getKey(),
                    Double.isNaN(reciprocal) ? -slope : average + slope * (reciprocal - mean));
        }
        return result;
    }

    private int argMax() {
        int k = 0;
        for (int i = 1; i < x.length; i++) {
            k = x[i] > x[k] ? i : k;
        }
        return k;
    }

    private int argMin() {
        int k = 0;
        for (int i = 1; i < x.length; i++) {
            k = x[i] < x[k] ? i : k;
        }
        return k;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import org.ionbench.api.analysis.Window;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.numerics.leastsquares.FitOptions;
import org.ionbench.numerics.leastsquares.LeastSquaresFit;
import org.ionbench.numerics.leastsquares.LevenbergMarquardt;
import org.ionbench.numerics.leastsquares.Parameter;
import org.ionbench.numerics.leastsquares.ResidualModel;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * The current a polarisation comes to rest at, with its standard error.
 *
 * <p>An electrode that blocks, a constant-phase element Q (j w)<sup>n</sup>, takes the current V Q
 * t<sup>-n</sup> / Gamma(1 - n) long after a step of V: a power law, which falls so slowly that a
 * mean or an exponential takes what is left of it for a current of electrons. Immutable.
 */
public final class Tail {

    /** How the current at rest is found. */
    public enum Method {
        /** The mean of the window. */
        MEAN(1),
        /** I + B t^-n, what a blocking constant-phase element does. */
        POWER_LAW(3),
        /** I + B exp(-t/tau). */
        EXPONENTIAL(3),
        /** I + B exp(-(t/tau)^beta). */
        STRETCHED(4);

        private final int parameters;

        Method(int parameters) {
            this.parameters = parameters;
        }

        /** As it is written in tables. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final double LEAST_EXPONENT = 0.2;
    private static final double MEAN_SHARE = 0.9;
    private static final double FIT_SHARE = 0.01;

    private final Method method;
    private final Window window;
    private final double[] values;
    private final double error;
    private final double reducedChiSquare;

    private Tail(
            Method method, Window window, double[] values, double error, double reducedChiSquare) {
        this.method = method;
        this.window = window;
        this.values = values;
        this.error = error;
        this.reducedChiSquare = reducedChiSquare;
    }

    /**
     * The window a method takes where none is chosen: the last tenth for a mean, all but the first
     * hundredth for a decay.
     */
    public static Window window(Polarisation p, Method method, Window chosen) {
        double low =
                Double.isInfinite(chosen.low())
                        ? p.duration() * (method == Method.MEAN ? MEAN_SHARE : FIT_SHARE)
                        : chosen.low();
        double high = Double.isInfinite(chosen.high()) ? p.duration() : chosen.high();
        return low < high ? new Window(low, high) : chosen;
    }

    /**
     * Finds the current at rest.
     *
     * @param chosen times from the step in s; an open side takes what suits the method
     * @throws AnalysisException if the window holds too few points
     */
    public static Tail of(Polarisation p, Method method, Window chosen, BooleanSupplier cancelled)
            throws AnalysisException {
        Window window = window(p, method, chosen);
        Binned data = Binned.of(p, window, Binned.MANY);
        if (data.size() < method.parameters + 2) {
            throw new AnalysisException(
                    "The window of time from "
                            + NumberText.of(window.low())
                            + " to "
                            + NumberText.of(window.high())
                            + " s holds too few points for a "
                            + method.text()
                            + " tail: widen it.");
        }
        return method == Method.MEAN ? mean(window, data) : decay(method, window, data, cancelled);
    }

    private static Tail mean(Window window, Binned data) {
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double w = 1 / (data.error()[i] * data.error()[i]);
            weights += w;
            sum += w * data.current()[i];
        }
        double mean = sum / weights;
        double chi = 0;
        for (int i = 0; i < data.size(); i++) {
            double r = (data.current()[i] - mean) / data.error()[i];
            chi += r * r;
        }
        double reduced = chi / (data.size() - 1);
        double error = Math.sqrt(Math.max(1, reduced) / weights);
        return new Tail(Method.MEAN, window, new double[] {mean}, error, reduced);
    }

    private static Tail decay(
            Method method, Window window, Binned data, BooleanSupplier cancelled) {
        Model model = new Model(method, data);
        int n = data.size();
        double rest = data.current()[n - 1];
        for (int i = Math.max(0, n - n / 5 - 1); i < n; i++) {
            rest = Math.min(rest, data.current()[i]);
        }
        double above = Math.max(data.current()[0] - rest, data.error()[0] / Math.sqrt(n));
        double scale = model.scale;
        List<Parameter> start =
                switch (method) {
                    case POWER_LAW ->
                            List.of(
                                    Parameter.linear("I", rest),
                                    Parameter.logarithmic(
                                                    "B",
                                                    above * Math.pow(data.time()[0] / scale, 0.8))
                                            .between(above * 1e-12, above * 1e6),
                                    Parameter.linear("n", 0.8).between(LEAST_EXPONENT, 0.999));
                    case EXPONENTIAL ->
                            List.of(
                                    Parameter.linear("I", rest),
                                    Parameter.logarithmic("B", above)
                                            .between(above * 1e-12, above * 1e6),
                                    Parameter.logarithmic("tau", window.high() / 10 / scale)
                                            .between(
                                                    data.time()[0] / 10 / scale,
                                                    window.high() * 100 / scale));
                    default ->
                            List.of(
                                    Parameter.linear("I", rest),
                                    Parameter.logarithmic("B", above)
                                            .between(above * 1e-12, above * 1e6),
                                    Parameter.logarithmic("tau", window.high() / 10 / scale)
                                            .between(
                                                    data.time()[0] / 100 / scale,
                                                    window.high() * 100 / scale),
                                    Parameter.linear("beta", 0.7).between(LEAST_EXPONENT, 1));
                };
        LeastSquaresFit fit =
                LevenbergMarquardt.fit(
                        model, start, FitOptions.standard().withCancelled(cancelled));
        double known = fit.covarianceForKnownErrors().standardError(0);
        double error = known * Math.sqrt(Math.max(1, fit.reducedChiSquare()));
        double[] values = fit.values().clone();
        return new Tail(method, window, model.si(values), error, fit.reducedChiSquare());
    }

    public Method method() {
        return method;
    }

    /** The times it was found from. */
    public Window window() {
        return window;
    }

    /** The current at rest in A. */
    public double current() {
        return values[0];
    }

    /** Its standard error in A; infinite where the window does not determine it. */
    public double error() {
        return error;
    }

    /** How far the model is from the data, 1 if by noise alone. */
    public double reducedChiSquare() {
        return reducedChiSquare;
    }

    /** The exponent n of a power law, beta of a stretched exponential; else NaN. */
    public double exponent() {
        return switch (method) {
            case POWER_LAW -> values[2];
            case STRETCHED -> values[3];
            default -> Double.NaN;
        };
    }

    /** The current at a time from the step, in A. */
    public double at(double time) {
        return values[0] + decaying(method, values, time);
    }

    /** What has not decayed yet at a time, in A. */
    public double remaining(double time) {
        return decaying(method, values, time);
    }

    private static double decaying(Method method, double[] v, double time) {
        return switch (method) {
            case MEAN -> 0;
            case POWER_LAW -> v[1] * Math.pow(time, -v[2]);
            case EXPONENTIAL -> v[1] * Math.exp(-time / v[2]);
            case STRETCHED -> v[1] * Math.exp(-Math.pow(time / v[2], v[3]));
        };
    }

    /** Weighted residuals, with times in units of the window's middle. */
    private static final class Model implements ResidualModel {
        private final Method method;
        private final Binned data;
        private final double scale;

        Model(Method method, Binned data) {
            this.method = method;
            this.data = data;
            scale = Math.sqrt(data.time()[0] * data.time()[data.size() - 1]);
        }

        /** Parameters with times in s. */
        double[] si(double[] v) {
            double[] si = v.clone();
            if (method == Method.POWER_LAW) {
                si[1] = v[1] * Math.pow(scale, v[2]);
            } else {
                si[2] = v[2] * scale;
            }
            return si;
        }

        @Override
        public int residualCount() {
            return data.size();
        }

        @Override
        public int parameterCount() {
            return method.parameters;
        }

        @Override
        public void residuals(double[] v, double[] r) {
            for (int i = 0; i < r.length; i++) {
                double model = v[0] + decaying(method, v, data.time()[i] / scale);
                r[i] = (model - data.current()[i]) / data.error()[i];
            }
        }

        @Override
        public void residualsAndJacobian(double[] v, double[] r, double[] jacobian) {
            residuals(v, r);
            int m = r.length;
            for (int i = 0; i < m; i++) {
                double t = data.time()[i] / scale;
                double u = data.error()[i];
                double d = decaying(method, v, t);
                jacobian[i] = 1 / u;
                jacobian[m + i] = d / v[1] / u;
                switch (method) {
                    case POWER_LAW -> jacobian[2 * m + i] = -d * Math.log(t) / u;
                    case EXPONENTIAL -> jacobian[2 * m + i] = d * t / (v[2] * v[2]) / u;
                    default -> {
                        double x = Math.pow(t / v[2], v[3]);
                        jacobian[2 * m + i] = d * x * v[3] / v[2] / u;
                        jacobian[3 * m + i] = -d * x * Math.log(t / v[2]) / u;
                    }
                }
            }
        }
    }
}

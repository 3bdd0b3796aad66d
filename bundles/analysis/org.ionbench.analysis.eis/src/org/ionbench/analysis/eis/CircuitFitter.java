// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitParameter;
import org.ionbench.api.circuit.ElementParameter;
import org.ionbench.api.quantity.Interval;
import org.ionbench.numerics.leastsquares.FitOptions;
import org.ionbench.numerics.leastsquares.LeastSquaresFit;
import org.ionbench.numerics.leastsquares.LevenbergMarquardt;
import org.ionbench.numerics.leastsquares.Parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Fits equivalent circuits to spectra by complex nonlinear least squares (Boukamp, Solid State
 * Ionics 20 (1986) 31-44, doi 10.1016/0167-2738(86)90031-7): Levenberg-Marquardt with analytic
 * derivatives, positive parameters in their logarithm.
 *
 * <p>Without a guess, start values come from the spectrum and the fit is started from several of
 * them until the best minimum has been found three times. With a guess it is started there; only if
 * the residuals are then not like noise are other starts tried, and the minimum the guess led to is
 * left only for one that is better by half. The seed is fixed: the same input gives the same
 * digits.
 *
 * <p>Immutable; the {@code with} methods return changed copies.
 */
public final class CircuitFitter {
    /** Lag-one correlation of residuals beyond which a fit from a guess is doubted. */
    private static final double DOUBT = 0.25;

    /** A minimum reached from a guess is left only for one better by this factor in chi-square. */
    private static final double LOYALTY = 1.5;

    private static final int DRAWS = 150;
    private static final int AGREEING = 3;
    private static final double AGREEMENT = 1e-3;

    private final Circuit circuit;
    private final Weight weight;
    private final Map<String, Double> guess;
    private final Set<String> fixed;
    private final Set<String> freed;
    private final Map<String, Interval> bounds;
    private final int maximumStarts;
    private final long seed;
    private final BooleanSupplier cancelled;

    private CircuitFitter(
            Circuit circuit,
            Weight weight,
            Map<String, Double> guess,
            Set<String> fixed,
            Set<String> freed,
            Map<String, Interval> bounds,
            int maximumStarts,
            long seed,
            BooleanSupplier cancelled) {
        this.circuit = circuit;
        this.weight = weight;
        this.guess = guess;
        this.fixed = fixed;
        this.freed = freed;
        this.bounds = bounds;
        this.maximumStarts = maximumStarts;
        this.seed = seed;
        this.cancelled = cancelled;
    }

    /** A fitter of a circuit: modulus weights, no guess, nothing fixed, at most 30 starts. */
    public static CircuitFitter of(Circuit circuit) {
        return new CircuitFitter(
                circuit,
                Weight.MODULUS,
                Map.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                30,
                20260101,
                () -> false);
    }

    public CircuitFitter withWeight(Weight w) {
        return new CircuitFitter(
                circuit, w, guess, fixed, freed, bounds, maximumStarts, seed, cancelled);
    }

    /**
     * Starts from these values; parameters without one take theirs from the spectrum.
     *
     * @throws IllegalArgumentException if the circuit has no such parameter or the value is out of
     *     its bounds
     */
    public CircuitFitter withGuess(Map<String, Double> values) {
        for (var e : values.entrySet()) {
            ElementParameter spec = parameter(e.getKey()).spec();
            double v = e.getValue();
            if (!(spec.min() <= v && v <= spec.max()) || Double.isInfinite(v)) {
                throw new IllegalArgumentException(
                        e.getKey()
                                + " lies from "
                                + spec.min()
                                + " to "
                                + spec.max()
                                + ", not at "
                                + v);
            }
        }
        return new CircuitFitter(
                circuit,
                weight,
                new LinkedHashMap<>(values),
                fixed,
                freed,
                bounds,
                maximumStarts,
                seed,
                cancelled);
    }

    /**
     * Holds these parameters at their guess, or at the element's typical value without one.
     *
     * @throws IllegalArgumentException if the circuit has no such parameter
     */
    public CircuitFitter withFixed(Set<String> names) {
        names.forEach(this::parameter);
        return new CircuitFitter(
                circuit,
                weight,
                guess,
                new LinkedHashSet<>(names),
                freed,
                bounds,
                maximumStarts,
                seed,
                cancelled);
    }

    /**
     * Fits these parameters although their element holds them unless freed.
     *
     * @throws IllegalArgumentException if the circuit has no such parameter
     */
    public CircuitFitter withFreed(Set<String> names) {
        names.forEach(this::parameter);
        return new CircuitFitter(
                circuit,
                weight,
                guess,
                fixed,
                new LinkedHashSet<>(names),
                bounds,
                maximumStarts,
                seed,
                cancelled);
    }

    /**
     * Keeps a parameter within narrower bounds than its element's.
     *
     * @throws IllegalArgumentException if the circuit has no such parameter
     */
    public CircuitFitter withBounds(String name, double lowest, double highest) {
        parameter(name);
        Map<String, Interval> all = new LinkedHashMap<>(bounds);
        all.put(name, new Interval(lowest, highest));
        return new CircuitFitter(
                circuit, weight, guess, fixed, freed, all, maximumStarts, seed, cancelled);
    }

    /** Tries at most so many starts; 1 means the guess or the best draw alone. */
    public CircuitFitter withMaximumStarts(int starts) {
        return new CircuitFitter(
                circuit, weight, guess, fixed, freed, bounds, starts, seed, cancelled);
    }

    /** Another seed for the starts drawn. */
    public CircuitFitter withSeed(long value) {
        return new CircuitFitter(
                circuit, weight, guess, fixed, freed, bounds, maximumStarts, value, cancelled);
    }

    /** Asked now and then; once true the fit ends with the best so far. */
    public CircuitFitter withCancelled(BooleanSupplier asked) {
        return new CircuitFitter(
                circuit, weight, guess, fixed, freed, bounds, maximumStarts, seed, asked);
    }

    private CircuitParameter parameter(String name) {
        return circuit.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the circuit has no parameter "
                                                + name
                                                + "; it has "
                                                + String.join(
                                                        ", ",
                                                        circuit.parameters().stream()
                                                                .map(CircuitParameter::name)
                                                                .toList())));
    }

    /**
     * Fits the circuit.
     *
     * @param spectrum at least one point
     * @return the best minimum found
     */
    public CircuitFit fitCircuit(Spectrum spectrum) {
        CircuitModel model = new CircuitModel(circuit, spectrum, weight);
        List<CircuitParameter> list = circuit.parameters();
        int n = list.size();
        double[] given = new double[n];
        double[] held = new double[n];
        boolean[] vary = new boolean[n];
        boolean all = true;
        for (int j = 0; j < n; j++) {
            CircuitParameter p = list.get(j);
            Double value = guess.get(p.name());
            boolean hold =
                    fixed.contains(p.name()) || p.spec().fixed() && !freed.contains(p.name());
            vary[j] = !hold;
            held[j] = !hold ? Double.NaN : value != null ? value : p.spec().typical();
            given[j] = value != null ? value : held[j];
            all &= !Double.isNaN(given[j]);
        }
        Search search = new Search(model, parameters(list, vary));
        if (all) {
            search.start(given);
            if (!search.isDoubtful()) {
                return result(spectrum, list, vary, search);
            }
            search.keepUnlessWorseBy(LOYALTY);
        }
        StartValues starts = new StartValues(circuit, spectrum, model);
        SplittableRandom random = new SplittableRandom(seed);
        List<StartValues.Start> drawn = starts.draw(DRAWS, random, all ? held : given);
        int next = 0;
        while (search.starts < maximumStarts && !search.isSettled() && !cancelled.getAsBoolean()) {
            if (next == drawn.size() || next == 12) {
                // a circuit that is held altogether, or whose draws have been used up
                drawn = starts.draw(DRAWS, random, held);
                next = 0;
                if (drawn.isEmpty()) {
                    break;
                }
            }
            search.start(drawn.get(next++).values());
        }
        if (search.best == null) {
            search.start(list.stream().mapToDouble(p -> p.spec().typical()).toArray());
        }
        return result(spectrum, list, vary, search);
    }

    private CircuitFit result(
            Spectrum spectrum, List<CircuitParameter> list, boolean[] vary, Search search) {
        LeastSquaresFit fit = search.chosen();
        double lowest = search.best.chiSquare();
        int agreeing = fit == search.best ? search.agreeing : 1;
        if (guess.isEmpty()) {
            double[] ordered = ArcOrder.sorted(circuit, list, fit.values(), vary, spectrum);
            if (!Arrays.equals(ordered, fit.values())) {
                fit = search.fit(ordered);
            }
        }
        return new CircuitFit(
                circuit,
                weight,
                spectrum,
                list,
                vary,
                fit,
                search.evaluations,
                search.starts,
                agreeing,
                lowest);
    }

    private List<Parameter> parameters(List<CircuitParameter> list, boolean[] vary) {
        List<Parameter> result = new ArrayList<>();
        for (int j = 0; j < list.size(); j++) {
            CircuitParameter p = list.get(j);
            ElementParameter spec = p.spec();
            Interval own = bounds.getOrDefault(p.name(), new Interval(spec.min(), spec.max()));
            if (!vary[j]) {
                result.add(Parameter.fixed(p.name(), spec.typical()));
            } else if (spec.logarithmic()) {
                result.add(
                        Parameter.logarithmic(p.name(), Math.max(spec.typical(), 1e-300))
                                .between(Math.max(own.low(), 1e-30), Math.min(own.high(), 1e30)));
            } else {
                result.add(
                        Parameter.linear(p.name(), spec.typical()).between(own.low(), own.high()));
            }
        }
        return result;
    }

    /** The best of several starts. */
    private final class Search {
        private final CircuitModel model;
        private final List<Parameter> parameters;
        private LeastSquaresFit best;
        private LeastSquaresFit guessed;
        private double loyalty;
        private int starts;
        private int agreeing;
        private int evaluations;

        Search(CircuitModel model, List<Parameter> parameters) {
            this.model = model;
            this.parameters = parameters;
        }

        LeastSquaresFit fit(double[] values) {
            List<Parameter> at = new ArrayList<>(values.length);
            for (int j = 0; j < values.length; j++) {
                at.add(parameters.get(j).startingAt(values[j]));
            }
            LeastSquaresFit fit =
                    LevenbergMarquardt.fit(
                            model, at, FitOptions.standard().withCancelled(cancelled));
            evaluations += fit.evaluations();
            return fit;
        }

        void start(double[] values) {
            LeastSquaresFit fit = fit(values);
            starts++;
            double chi = fit.chiSquare();
            if (!Double.isFinite(chi)) {
                return;
            }
            if (best == null || chi < best.chiSquare() * (1 - AGREEMENT)) {
                best = fit;
                agreeing = 1;
            } else if (chi <= best.chiSquare() * (1 + AGREEMENT)) {
                agreeing++;
                if (chi < best.chiSquare()) {
                    best = fit;
                }
            }
        }

        /** Takes what was found so far for the answer unless another is better by a factor. */
        void keepUnlessWorseBy(double factor) {
            guessed = best.converged() ? best : null;
            loyalty = factor;
        }

        LeastSquaresFit chosen() {
            return guessed != null && guessed.chiSquare() < loyalty * best.chiSquare()
                    ? guessed
                    : best;
        }

        /** Nothing better is to be expected. */
        boolean isSettled() {
            return best != null && (agreeing >= AGREEING || isPerfect());
        }

        private boolean isPerfect() {
            // weights make residuals relative, but for unit weights
            double scale = 0;
            double[] w = model.weights();
            double[] data = model.measured();
            for (int i = 0; i < w.length; i++) {
                scale += w[i] * w[i] * data[i] * data[i];
            }
            return best.chiSquare() < 1e-18 * scale;
        }

        /** Whether the residuals of the best fit are unlike noise. */
        boolean isDoubtful() {
            return best == null
                    || !best.converged()
                    || !isPerfect() && Residuals.correlation(best.residuals()) > DOUBT;
        }
    }
}

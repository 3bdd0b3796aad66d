// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.analysis.eis.CircuitFitter;
import org.ionbench.analysis.eis.Spectrum;
import org.ionbench.analysis.eis.Weight;
import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.CircuitParameter;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.numerics.leastsquares.Covariance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The total resistance of an electrolyte between blocking electrodes, with an uncertainty that
 * includes the choice of the circuit.
 *
 * <p>Over a temperature series the arcs of bulk and grain boundary move through the upper end of
 * the frequency window. Where they lie above it, the parameters of an arc are not determined and a
 * constant phase element whose exponent falls towards zero may take over the resistance; where they
 * lie within, a single arc does not describe two, and its resistance can be wrong by tens of
 * percent. Both spoil an activation energy. The total resistance, however, is well determined
 * everywhere: it is the plateau between arcs and blocking tail.
 *
 * <p>So circuits with the user's tail and with no, one and two arcs, ideal and with constant phase
 * elements, are fitted. Counted are those whose arcs can be arcs of an electrolyte: exponents of at
 * least 0.6, a capacitance that is no electrode's (at most 1e-8 F/cm times area over thickness, the
 * grain boundaries of Irvine, Sinclair and West, Adv. Mater. 2 (1990) 132, doi
 * 10.1002/adma.19900020304; 1e-7 F where the geometry is not known), and a total resistance known
 * to 5 %. Their totals are averaged with the weights exp(-BIC/2), and the variance is the average
 * of (variance + squared deviation from the mean): Bayesian model averaging (Hoeting, Madigan,
 * Raftery and Volinsky, Statist. Sci. 14 (1999) 382, doi 10.1214/ss/1009212519). Residuals that are
 * correlated from point to point widen the uncertainty by ((1 + r)/(1 - r))^(1/2).
 */
final class ElectrolyteResistance {
    private static final double LEAST_EXPONENT = 0.6;
    private static final double LEAST_TAIL_EXPONENT = 0.5;
    private static final double GRAIN_BOUNDARY = 1e-6;
    private static final double UNKNOWN_GEOMETRY = 1e-7;
    private static final double DETERMINED = 0.05;
    private static final Set<String> TAILS = Set.of("CPE", "C", "W", "Wo");

    private final double value;
    private final double error;
    private final double correlation;
    private final List<Model> models;

    private ElectrolyteResistance(
            double value, double error, double correlation, List<Model> models) {
        this.value = value;
        this.error = error;
        this.correlation = correlation;
        this.models = List.copyOf(models);
    }

    /**
     * One circuit that was tried.
     *
     * @param circuit its code
     * @param resistance total resistance in ohm
     * @param error standard error of it
     * @param criterion BIC
     * @param share weight in the average, 0 if it was not counted
     * @param verdict why it was not counted; empty if it was
     */
    record Model(
            String circuit,
            double resistance,
            double error,
            double criterion,
            double share,
            String verdict) {}

    double value() {
        return value;
    }

    double error() {
        return error;
    }

    /** Correlation of neighbouring residuals of the circuit with the largest share. */
    double residualCorrelation() {
        return correlation;
    }

    List<Model> models() {
        return models;
    }

    /** The circuit with the largest share. */
    Model best() {
        return models.stream().max((a, b) -> Double.compare(a.share, b.share)).orElseThrow();
    }

    /**
     * Whether a circuit is that of an electrolyte between blocking electrodes: resistors and
     * inductors, at most two arcs, and one blocking element, all in series.
     */
    static Optional<Shape> shape(Circuit circuit) {
        List<Circuit> parts = circuit instanceof Circuit.Series s ? s.parts() : List.of(circuit);
        List<Circuit.Leaf> ahead = new ArrayList<>();
        Circuit.Leaf tail = null;
        int arcs = 0;
        for (Circuit part : parts) {
            if (part instanceof Circuit.Leaf leaf) {
                String symbol = leaf.element().symbol();
                if (symbol.equals("R") || symbol.equals("L")) {
                    ahead.add(leaf);
                } else if (symbol.equals("Zarc")) {
                    arcs++;
                } else if (TAILS.contains(symbol) && tail == null) {
                    tail = leaf;
                } else {
                    return Optional.empty();
                }
            } else if (Arc.of(part).size() == 1
                    && Arc.of(part).getFirst().code().equals(part.code())) {
                arcs++;
            } else {
                return Optional.empty();
            }
        }
        boolean resistor = ahead.stream().anyMatch(l -> l.element().symbol().equals("R"));
        return tail != null && arcs <= 2 && (arcs > 0 || resistor)
                ? Optional.of(new Shape(List.copyOf(ahead), tail))
                : Optional.empty();
    }

    /** What stays of the user's circuit when its arcs change. */
    record Shape(List<Circuit.Leaf> ahead, Circuit.Leaf tail) {

        List<String> codes() {
            boolean resistor = ahead.stream().anyMatch(l -> l.element().symbol().equals("R"));
            StringBuilder inFront = new StringBuilder();
            ahead.forEach(l -> inFront.append(l.name()).append('-'));
            Set<String> codes = new LinkedHashSet<>();
            for (String arcs :
                    List.of(
                            resistor ? "" : "R101-",
                            "p(R101,C101)-",
                            "p(R101,CPE101)-",
                            "p(R101,C101)-p(R102,C102)-",
                            "p(R101,C101)-p(R102,CPE102)-",
                            "p(R101,CPE101)-p(R102,CPE102)-")) {
                codes.add(inFront + arcs + tail.name());
            }
            return List.copyOf(codes);
        }
    }

    /**
     * Estimates the resistance.
     *
     * @param shape the user's circuit
     * @param areaOverThickness A/L of the pellet in m, or NaN
     * @return empty if no circuit determines it
     */
    static Optional<ElectrolyteResistance> of(
            Shape shape,
            Spectrum s,
            Weight weight,
            double areaOverThickness,
            Elements elements,
            Progress progress) {
        double limit = limit(areaOverThickness);
        List<Model> tried = new ArrayList<>();
        double correlation = 0;
        double best = Double.POSITIVE_INFINITY;
        for (String code : shape.codes()) {
            progress.checkCancelled();
            Circuit circuit;
            try {
                circuit = CircuitCode.parse(code, elements);
            } catch (FormatException e) {
                continue;
            }
            int p = circuit.parameters().size();
            if (2 * s.size() <= p + 2) {
                continue;
            }
            CircuitFit fit = fitter(circuit, weight, progress).fitCircuit(s);
            Model model = judge(fit, limit);
            tried.add(model);
            if (model.verdict.isEmpty() && model.criterion < best) {
                best = model.criterion;
                correlation = fit.residualCorrelation();
            }
        }
        if (Double.isInfinite(best)) {
            return Optional.empty();
        }
        double sum = 0;
        double mean = 0;
        for (Model m : tried) {
            double w = weightOf(m, best);
            sum += w;
            mean += w > 0 ? w * m.resistance : 0;
        }
        mean /= sum;
        double variance = 0;
        List<Model> models = new ArrayList<>();
        double r = Math.clamp(correlation, 0, 0.95);
        double widening = (1 + r) / (1 - r);
        for (Model m : tried) {
            double w = weightOf(m, best) / sum;
            if (w > 0) {
                double off = m.resistance - mean;
                variance += w * (m.error * m.error * widening + off * off);
            }
            models.add(new Model(m.circuit, m.resistance, m.error, m.criterion, w, m.verdict));
        }
        return Optional.of(
                new ElectrolyteResistance(mean, Math.sqrt(variance), correlation, models));
    }

    /** The largest capacitance of an arc of an electrolyte in F, for A/L in m or NaN. */
    static double limit(double areaOverThickness) {
        return Double.isNaN(areaOverThickness)
                ? UNKNOWN_GEOMETRY
                : GRAIN_BOUNDARY * areaOverThickness;
    }

    private static double weightOf(Model m, double best) {
        return m.verdict.isEmpty() ? Math.exp((best - m.criterion) / 2) : 0;
    }

    private static CircuitFitter fitter(Circuit circuit, Weight weight, Progress progress) {
        CircuitFitter fitter =
                CircuitFitter.of(circuit).withWeight(weight).withCancelled(progress::isCancelled);
        for (CircuitParameter p : circuit.parameters()) {
            if (p.leaf().element().symbol().equals("CPE") && p.spec().name().equals("n")) {
                boolean arc = p.leaf().name().equals("CPE101") || p.leaf().name().equals("CPE102");
                fitter = fitter.withBounds(p.name(), arc ? LEAST_EXPONENT : LEAST_TAIL_EXPONENT, 1);
            }
        }
        return fitter;
    }

    private static Model judge(CircuitFit fit, double limit) {
        List<CircuitParameter> list = fit.parameters();
        double[] p = fit.values();
        double[] gradient = new double[p.length];
        double total = 0;
        int varying = 0;
        for (int j = 0; j < p.length; j++) {
            varying += fit.varies(j) ? 1 : 0;
            if (list.get(j).leaf().element().symbol().equals("R")) {
                gradient[j] = 1;
                total += p[j];
            }
        }
        Covariance covariance = fit.covariance();
        double error = covariance.standardErrorOf(gradient);
        double n = 2.0 * fit.spectrum().size();
        double criterion =
                n * Math.log(Math.max(fit.chiSquare() / n, 1e-26)) + varying * Math.log(n);
        String verdict = "";
        for (Arc arc : Arc.of(fit.circuit())) {
            if (arc.capacitance(p) > limit) {
                verdict = "capacitance of an electrode";
            }
        }
        if (!fit.converged()) {
            verdict = "not converged";
        } else if (!Double.isFinite(error)) {
            verdict = "not determined";
        } else if (error > DETERMINED * total) {
            verdict = "total resistance not known to 5 %";
        }
        return new Model(fit.circuit().code(), total, error, criterion, 0, verdict);
    }
}

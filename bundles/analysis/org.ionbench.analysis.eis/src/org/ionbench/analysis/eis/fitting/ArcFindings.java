// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.analysis.eis.CircuitFit;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.DataTable;
import org.ionbench.numerics.leastsquares.Covariance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Capacitance and characteristic frequency of each arc of a fit, and what the geometry-normalised
 * capacitance C L/A speaks for after Irvine, Sinclair and West (Adv. Mater. 2 (1990) 132): bulk
 * 1e-13 to 1e-11 F/cm, grain boundary 1e-11 to 1e-8 F/cm, surface layer 1e-9 to 1e-7 F/cm;
 * electrode interface 1e-7 to 1e-5 F/cm2, reaction about 1e-4 F/cm2. The ranges overlap: evidence,
 * not a verdict.
 */
final class ArcFindings {
    /** Below it a constant phase element is no capacitance. */
    private static final double LEAST_EXPONENT = 0.5;

    private final CircuitFit fit;
    private final Covariance covariance;
    private final Context context;
    private final List<Arc> arcs;
    private final double areaOverThickness;
    private final double area;

    ArcFindings(CircuitFit fit, Covariance covariance, Optional<Cell> cell, Context context) {
        this.fit = fit;
        this.covariance = covariance;
        this.context = context;
        arcs = Arc.of(fit.circuit());
        areaOverThickness = FitAnalysis.areaOverThickness(cell);
        area = cell.flatMap(Cell::area).map(Quantity::si).orElse(Double.NaN);
    }

    List<Quantity> quantities() {
        List<Quantity> list = new ArrayList<>();
        for (Arc arc : arcs) {
            if (arc.exponent(fit.values()) < LEAST_EXPONENT) {
                continue;
            }
            Quantity c = quantity(arc, "capacitance", "C", "F", arc::capacitance);
            list.add(c);
            list.add(quantity(arc, "characteristic frequency", "f", "Hz", arc::frequency));
            if (!Double.isNaN(areaOverThickness)) {
                double scale = 1 / areaOverThickness;
                list.add(
                        quantity(
                                        arc,
                                        "capacitance times thickness over area",
                                        "C L/A",
                                        "F/m",
                                        p -> arc.capacitance(p) * scale)
                                .in(Unit.of("F/cm")));
            }
        }
        return list;
    }

    private Quantity quantity(
            Arc arc, String name, String symbol, String unit, ToDoubleFunction<double[]> of) {
        double[] p = fit.values();
        String key = name + " " + arc.code();
        return Quantity.of(name, symbol, of.applyAsDouble(p), Unit.of(unit))
                .withKey(key)
                .withCondition("arc", arc.code())
                .withContribution(context.source(key), error(p, of));
    }

    /** Standard error by central differences of the function and the covariance of the fit. */
    private double error(double[] p, ToDoubleFunction<double[]> of) {
        double[] gradient = new double[p.length];
        for (int j = 0; j < p.length; j++) {
            double h = 1e-5 * Math.abs(p[j]);
            if (h > 0 && fit.varies(j)) {
                double[] up = p.clone();
                double[] down = p.clone();
                up[j] += h;
                down[j] -= h;
                gradient[j] = (of.applyAsDouble(up) - of.applyAsDouble(down)) / (2 * h);
            }
        }
        double error = covariance.standardErrorOf(gradient);
        return Double.isFinite(error) ? error : Double.NaN;
    }

    Optional<DataTable> table() {
        if (arcs.isEmpty()) {
            return Optional.empty();
        }
        double[] p = fit.values();
        List<List<Object>> rows = new ArrayList<>();
        for (Arc arc : arcs) {
            double c = arc.capacitance(p);
            rows.add(
                    List.of(
                            arc.code(),
                            arc.resistance(p),
                            c,
                            arc.frequency(p),
                            c / areaOverThickness / 100,
                            c / area / 1e4,
                            isInside(arc) ? "inside" : "outside",
                            evidence(c)));
        }
        return Optional.of(
                new DataTable(
                        "Arcs",
                        List.of(
                                "Arc",
                                "Resistance / ohm",
                                "Capacitance / F",
                                "Characteristic frequency / Hz",
                                "C L/A / F/cm",
                                "C/A / F/cm2",
                                "Apex in the window",
                                "Capacitance speaks for"),
                        rows));
    }

    private String evidence(double c) {
        if (Double.isNaN(areaOverThickness)) {
            return "unknown geometry";
        }
        double perLength = c / areaOverThickness / 100;
        double perArea = c / area / 1e4;
        List<String> names = new ArrayList<>();
        within(perLength, 1e-13, 1e-11, "bulk", names);
        within(perLength, 1e-11, 1e-8, "grain boundary", names);
        within(perLength, 1e-9, 1e-7, "surface layer", names);
        within(perArea, 1e-7, 1e-5, "electrode interface", names);
        within(perArea, 1e-5, 1e-3, "electrode reaction", names);
        return names.isEmpty() ? "nothing usual" : String.join(" or ", names);
    }

    private static void within(double x, double low, double high, String name, List<String> names) {
        // a factor of 1.5 on either side, for the limits are orders of magnitude
        if (low / 1.5 <= x && x < high * 1.5) {
            names.add(name);
        }
    }

    private boolean isInside(Arc arc) {
        double f = arc.frequency(fit.values());
        return fit.spectrum().lowestFrequency() <= f && f <= fit.spectrum().highestFrequency();
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        double[] p = fit.values();
        for (Arc arc : arcs) {
            boolean flat = arc.exponent(p) < LEAST_EXPONENT;
            if (!flat && !isInside(arc)) {
                boolean above = arc.frequency(p) > fit.spectrum().highestFrequency();
                problems.add(
                        Problem.info(
                                        "eis.arc.outside",
                                        "The apex of "
                                                + arc.code()
                                                + " lies at "
                                                + NumberText.of(arc.frequency(p), "Hz")
                                                + ", "
                                                + (above ? "above" : "below")
                                                + " the frequency window"
                                                + (above
                                                        ? ": resistances of bulk and grain"
                                                                + " boundary cannot be told apart,"
                                                                + " only their sum."
                                                        : "."))
                                .with(arc.code(), arc.frequency(p)));
            }
            if (flat) {
                problems.add(
                        Problem.warning(
                                        "eis.arc.flat",
                                        "The exponent of "
                                                + arc.code()
                                                + " is "
                                                + NumberText.of(arc.exponent(p))
                                                + ": its constant phase element acts as a resistor,"
                                                + " and the resistance beside it means little.")
                                .with(arc.code()));
            }
        }
        return problems;
    }
}

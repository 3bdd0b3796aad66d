// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.ionbench.engine.internal.reports.Outcome;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Whether a result computed anew is the one that was kept. */
final class Comparison {
    /** What compilers, processors and libraries may do to the last digits of a fit. */
    private static final double RELATIVE = 1e-6;

    private Comparison() {}

    /** One sentence on the first number that differs; empty where all agree. */
    static Optional<String> of(Report kept, Outcome again) {
        return switch (again) {
            case Outcome.Failed(String why, var _) ->
                    Optional.of("It gives no result any more: " + why);
            case Outcome.Done(Report report) ->
                    quantities(kept.quantities(), report.quantities())
                            .or(() -> fits(kept.fits(), report.fits()));
        };
    }

    private static Optional<String> quantities(List<Quantity> kept, List<Quantity> again) {
        if (kept.size() != again.size()) {
            return Optional.of(
                    "It gives " + again.size() + " quantities instead of " + kept.size() + ".");
        }
        Iterator<Quantity> others = again.iterator();
        for (Quantity q : kept) {
            Quantity other = others.next();
            if (!q.key().equals(other.key())) {
                return Optional.of("It gives " + other.key() + " instead of " + q.key() + ".");
            }
            double u = q.standardUncertainty();
            if (differ(q.si(), other.si(), u * q.unit().factor())
                    || differ(u, other.standardUncertainty(), u)) {
                return Optional.of("It gives " + other + " instead of " + q + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fits(List<Fit> kept, List<Fit> again) {
        if (kept.size() != again.size()) {
            return Optional.of(
                    "It gives " + again.size() + " fits instead of " + kept.size() + ".");
        }
        Iterator<Fit> others = again.iterator();
        for (Fit fit : kept) {
            Fit other = others.next();
            for (FitParameter p : fit.parameters()) {
                double value =
                        other.parameter(p.name()).map(FitParameter::value).orElse(Double.NaN);
                if (differ(p.value(), value, p.stderr())) {
                    return Optional.of(
                            "It gives "
                                    + p.name()
                                    + " = "
                                    + value
                                    + " instead of "
                                    + p.value()
                                    + ".");
                }
            }
        }
        return Optional.empty();
    }

    /** A difference far below the uncertainty is none, however small the number itself. */
    private static boolean differ(double a, double b, double uncertainty) {
        if (Double.compare(a, b) == 0) {
            return false;
        }
        double size = Math.max(Math.abs(a), Double.isNaN(uncertainty) ? 0 : uncertainty);
        return !(Math.abs(a - b) <= RELATIVE * size);
    }
}

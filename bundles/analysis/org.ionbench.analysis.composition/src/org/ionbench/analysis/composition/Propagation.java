// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.composition;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Carries the contributions of arguments through a function: each source moves all arguments it is
 * part of by one of its standard uncertainties, up and down, and half the change of the function is
 * its signed contribution (JCGM 100:2008, 5.1.3, note 2).
 *
 * @param arguments the uncertain arguments
 */
record Propagation(List<Quantity> arguments) {

    /**
     * A quantity computed from the arguments.
     *
     * @param f of the arguments in SI, gives SI
     */
    Quantity of(String name, String symbol, Unit unit, ToDoubleFunction<double[]> f) {
        double[] x = arguments.stream().mapToDouble(Quantity::si).toArray();
        Quantity q = Quantity.of(name, symbol, f.applyAsDouble(x), unit.si());
        for (Quantity argument : arguments) {
            for (String source : argument.contributions().keySet()) {
                q =
                        q.withContribution(
                                source,
                                (f.applyAsDouble(moved(x, source, 1))
                                                - f.applyAsDouble(moved(x, source, -1)))
                                        / 2);
            }
        }
        return q.in(unit);
    }

    private double[] moved(double[] x, String source, int sign) {
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            Map<String, Double> contributions = arguments.get(i).contributions();
            moved[i] +=
                    sign
                            * contributions.getOrDefault(source, 0.)
                            * arguments.get(i).unit().factor();
        }
        return moved;
    }
}

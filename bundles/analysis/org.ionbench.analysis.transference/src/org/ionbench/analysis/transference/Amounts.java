// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.Quantity;

import java.util.Map;

/** What a result takes over from what it is made of: uncertainty and temperature. */
public final class Amounts {
    private Amounts() {}

    /** Adds the temperature a result holds for, where the recording has one. */
    public static Quantity withTemperature(Quantity q, Recording recording) {
        return recording.temperature().map(t -> q.withCondition("temperature", t.si())).orElse(q);
    }

    /**
     * A result with the contributions of a factor, which stay those of their sources.
     *
     * @param derivative of the result, in its unit, by the factor, in SI
     */
    public static Quantity add(Quantity result, Quantity factor, double derivative) {
        Quantity sum = result;
        double scale = derivative * factor.unit().factor();
        for (Map.Entry<String, Double> c : factor.contributions().entrySet()) {
            double known = sum.contributions().getOrDefault(c.getKey(), 0.);
            sum = sum.withContribution(c.getKey(), known + c.getValue() * scale);
        }
        return sum;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.reversible;

import org.ionbench.analysis.transference.Amounts;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.Optional;

/**
 * The equations of Bruce, Vincent and Evans over currents and resistances with their uncertainties.
 *
 * @param voltage in V
 * @param initial I_0, in A
 * @param steady I_ss, in A
 * @param electrolyte R_e before, where known
 * @param before R_0 of the interfaces, where known
 * @param after R_ss of the interfaces, where known
 */
record BruceVincent(
        double voltage,
        Quantity initial,
        Quantity steady,
        Optional<Quantity> electrolyte,
        Optional<Quantity> before,
        Optional<Quantity> after) {

    /** Name and key's beginning of the result. */
    static final String NAME = "cation transference number";

    /** t = I_ss / I_0, which holds where the interfaces have no resistance. */
    Quantity simple() {
        double i0 = initial.si();
        double t = steady.si() / i0;
        Quantity q = number(t, "simple");
        q = Amounts.add(q, steady, 1 / i0);
        return Amounts.add(q, initial, -t / i0);
    }

    /** t = I_ss (dV - I_0 R_0) / (I_0 (dV - I_ss R_ss)). */
    Optional<Quantity> full() {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        double i0 = initial.si();
        double is = steady.si();
        double r0 = before.get().si();
        double rs = after.get().si();
        double a = voltage - i0 * r0;
        double b = voltage - is * rs;
        double t = is * a / (i0 * b);
        Quantity q = number(t, "full");
        q = Amounts.add(q, steady, t / is * (voltage / b));
        q = Amounts.add(q, initial, -t / i0 * (voltage / a));
        q = Amounts.add(q, before.get(), -t * i0 / a);
        return Optional.of(Amounts.add(q, after.get(), t * is / b));
    }

    /**
     * t = R_e I_ss / (dV - I_ss R_ss): Watanabe's form, which needs no initial current and equals
     * the full one where I_0 = dV / (R_e + R_0).
     */
    Optional<Quantity> watanabe() {
        if (electrolyte.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        double is = steady.si();
        double b = voltage - is * after.get().si();
        double t = electrolyte.get().si() * is / b;
        Quantity q = number(t, "Watanabe");
        q = Amounts.add(q, steady, t / is * (voltage / b));
        q = Amounts.add(q, electrolyte.get(), t / electrolyte.get().si());
        return Optional.of(Amounts.add(q, after.get(), t * is / b));
    }

    /** dV / (R_e + R_0), which the initial current should be. */
    static Optional<Quantity> expected(
            double voltage, Optional<Quantity> electrolyte, Optional<Quantity> before) {
        if (electrolyte.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        double r = electrolyte.get().si() + before.get().si();
        double i = voltage / r;
        Quantity q = Quantity.of("initial current", "I_0", i, Unit.of("A"));
        q = Amounts.add(q, electrolyte.get(), -i / r);
        return Optional.of(
                Amounts.add(q, before.get(), -i / r).withCondition("method", "dV/(R_e + R_0)"));
    }

    private static Quantity number(double t, String method) {
        return Quantity.of(NAME, "t_+", t, Unit.ONE)
                .withKey(NAME + " " + method)
                .withCondition("method", method);
    }
}

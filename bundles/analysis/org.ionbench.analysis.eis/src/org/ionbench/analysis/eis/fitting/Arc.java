// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.fitting;

import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitParameter;

import java.util.ArrayList;
import java.util.List;

/**
 * An arc of a circuit: a resistor beside a capacitor or constant phase element, or a ZARC element.
 *
 * @param code the part's code: {@code "p(R1,CPE1)"}
 * @param kind what stands beside the resistor
 * @param r index of the resistance in the circuit's parameters
 * @param q index of the capacitance, the coefficient Q or the time constant
 * @param n index of the exponent; -1 for a capacitor
 */
record Arc(String code, Kind kind, int r, int q, int n) {

    enum Kind {
        CAPACITOR,
        CONSTANT_PHASE,
        ZARC
    }

    /** All arcs of a circuit, from left to right. */
    static List<Arc> of(Circuit circuit) {
        List<Arc> found = new ArrayList<>();
        collect(circuit, circuit, found);
        return found;
    }

    private static void collect(Circuit part, Circuit whole, List<Arc> found) {
        switch (part) {
            case Circuit.Leaf leaf -> {
                if (leaf.element().symbol().equals("Zarc")) {
                    int r = index(whole, leaf.name() + ".R");
                    found.add(new Arc(leaf.name(), Kind.ZARC, r, r + 1, r + 2));
                }
            }
            case Circuit.Series s -> s.parts().forEach(p -> collect(p, whole, found));
            case Circuit.Parallel p -> {
                if (p.parts().size() == 2
                        && p.parts().get(0) instanceof Circuit.Leaf a
                        && p.parts().get(1) instanceof Circuit.Leaf b) {
                    add(p, a, b, whole, found);
                    add(p, b, a, whole, found);
                }
                p.parts().forEach(q -> collect(q, whole, found));
            }
        }
    }

    private static void add(
            Circuit part, Circuit.Leaf r, Circuit.Leaf c, Circuit whole, List<Arc> found) {
        if (!r.element().symbol().equals("R")) {
            return;
        }
        int at = index(whole, r.name() + ".R");
        if (c.element().symbol().equals("C")) {
            found.add(new Arc(part.code(), Kind.CAPACITOR, at, index(whole, c.name() + ".C"), -1));
        } else if (c.element().symbol().equals("CPE")) {
            int q = index(whole, c.name() + ".Q");
            found.add(new Arc(part.code(), Kind.CONSTANT_PHASE, at, q, q + 1));
        }
    }

    private static int index(Circuit whole, String name) {
        List<CircuitParameter> all = whole.parameters();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException(name);
    }

    double resistance(double[] p) {
        return p[r];
    }

    double exponent(double[] p) {
        return n < 0 ? 1 : p[n];
    }

    /**
     * The capacitance in F: that of the capacitor, or (R^(1-n) Q)^(1/n), the capacitance at the
     * apex of the arc (Hsu and Mansfeld, Corrosion 57 (2001) 747, doi 10.5006/1.3280607).
     */
    double capacitance(double[] p) {
        return timeConstant(p) / p[r];
    }

    /** The frequency of the apex in Hz. */
    double frequency(double[] p) {
        return 1 / (2 * Math.PI * timeConstant(p));
    }

    private double timeConstant(double[] p) {
        return switch (kind) {
            case CAPACITOR -> p[r] * p[q];
            case CONSTANT_PHASE -> Math.exp(Math.log(p[r] * p[q]) / p[n]);
            case ZARC -> p[q];
        };
    }
}

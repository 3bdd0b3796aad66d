// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.circuit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An equivalent circuit: an immutable tree of leaves in series and in parallel. Read from and
 * written as a code by {@link CircuitCode}, computed by {@link CircuitEvaluator}.
 */
public sealed interface Circuit {

    /**
     * One element.
     *
     * @param name its symbol and number: {@code "CPE1"}; unique within a circuit
     * @param element what it is
     */
    record Leaf(String name, Element element) implements Circuit {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Circuits one after the other: impedances add. At least two parts, none a series itself. */
    record Series(List<Circuit> parts) implements Circuit {
        public Series {
            parts = checked(parts, Series.class);
        }

        @Override
        public String toString() {
            return CircuitCode.print(this);
        }
    }

    /** Circuits side by side: admittances add. At least two parts, none a parallel itself. */
    record Parallel(List<Circuit> parts) implements Circuit {
        public Parallel {
            parts = checked(parts, Parallel.class);
        }

        @Override
        public String toString() {
            return CircuitCode.print(this);
        }
    }

    /** Circuits in series; nested series are dissolved, a single part is returned as it is. */
    static Circuit series(List<? extends Circuit> parts) {
        List<Circuit> flat = new ArrayList<>();
        for (Circuit part : parts) {
            if (part instanceof Series s) {
                flat.addAll(s.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Series(flat);
    }

    /** Circuits in parallel; nested parallels are dissolved, a single part stays as it is. */
    static Circuit parallel(List<? extends Circuit> parts) {
        List<Circuit> flat = new ArrayList<>();
        for (Circuit part : parts) {
            if (part instanceof Parallel p) {
                flat.addAll(p.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Parallel(flat);
    }

    /** The elements from left to right. */
    default List<Leaf> leaves() {
        List<Leaf> found = new ArrayList<>();
        collect(this, found);
        return List.copyOf(found);
    }

    /** All parameters, leaf by leaf: the order of every array of parameters of this circuit. */
    default List<CircuitParameter> parameters() {
        List<CircuitParameter> all = new ArrayList<>();
        for (Leaf leaf : leaves()) {
            for (ElementParameter p : leaf.element().parameters()) {
                all.add(new CircuitParameter(leaf, p));
            }
        }
        return List.copyOf(all);
    }

    /** The place of a parameter such as {@code "R1.R"} in {@link #parameters()}. */
    default Optional<Integer> indexOf(String parameter) {
        List<CircuitParameter> all = parameters();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(parameter)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The code of this circuit, as {@link CircuitCode#print} writes it. */
    default String code() {
        return CircuitCode.print(this);
    }

    private static void collect(Circuit circuit, List<Leaf> found) {
        switch (circuit) {
            case Leaf leaf -> found.add(leaf);
            case Series s -> s.parts().forEach(p -> collect(p, found));
            case Parallel p -> p.parts().forEach(q -> collect(q, found));
        }
    }

    private static List<Circuit> checked(List<Circuit> parts, Class<?> own) {
        if (parts.size() < 2 || parts.stream().anyMatch(own::isInstance)) {
            throw new IllegalArgumentException("two parts or more, none nested in its own kind");
        }
        Set<String> names = new HashSet<>();
        for (Circuit part : parts) {
            for (Leaf leaf : part.leaves()) {
                if (!names.add(leaf.name())) {
                    throw new IllegalArgumentException("two elements are named " + leaf.name());
                }
            }
        }
        return List.copyOf(parts);
    }
}

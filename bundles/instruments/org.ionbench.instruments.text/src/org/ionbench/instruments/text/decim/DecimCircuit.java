// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.decim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A circuit as DECiM writes it, <code>{R0(R1Q1)}</code>: series in braces, parallel in parentheses.
 *
 * <p>With f in Hz and omega = 2 pi f its elements are
 *
 * <ul>
 *   <li>R, C, L: R, 1/(j omega C), j omega L; Q: 1/(Q (j omega)^n);
 *   <li>O: O (j omega k)^-1/2 coth((j f k)^1/2), and S the same with l and tanh, so that both mix f
 *       and omega: as Wo and Ws they have R = O/sqrt(2 pi) and tau = k/(2 pi);
 *   <li>H: H/(1 + (j f t)^b)^g, tau = t/(2 pi);
 *   <li>G: G/(1 + j f m)^1/2, tau = m/(2 pi); before 1.2.5 (April 2024) G/(m + j f)^1/2, whose R is
 *       G/sqrt(m) and tau 1/(2 pi m).
 * </ul>
 */
final class DecimCircuit {
    /** Which Gerischer element a file means. */
    enum Gerischer {
        /** G/(m + j f)^1/2. */
        EARLIER,
        /** G/(1 + j f m)^1/2. */
        LATER
    }

    private static final double TURN = 2 * Math.PI;
    private static final int DEEPEST = 100;

    private final Group root;
    private final List<Leaf> leaves;

    private DecimCircuit(Group root, List<Leaf> leaves) {
        this.root = root;
        this.leaves = leaves;
    }

    /** Reads a circuit; empty where the text is none or names an element twice. */
    static Optional<DecimCircuit> parse(String text) {
        boolean bare = !text.startsWith("{") && !text.startsWith("(");
        Reader reader = new Reader(bare ? "{" + text + "}" : text);
        Optional<Group> root = reader.next() ? reader.group(0) : Optional.empty();
        boolean distinct = reader.leaves.stream().distinct().count() == reader.leaves.size();
        return root.filter(g -> reader.isAtEnd() && distinct)
                .map(g -> new DecimCircuit(g, reader.leaves));
    }

    boolean hasGerischer() {
        return leaves.stream().anyMatch(l -> l.letter == 'G');
    }

    /** The names of its parameters, {@code R0}, {@code Q0}, {@code n0}. */
    List<String> names() {
        return leaves.stream().flatMap(l -> l.names().stream()).toList();
    }

    /** The same circuit in our notation, {@code R0-p(R1,CPE1)}. */
    String code() {
        return root.code(false);
    }

    /**
     * The values of our parameters, {@code R0.R}, for the values of DECiM's; all must be given.
     *
     * @param units receives the unit of each
     */
    Map<String, Double> mapped(
            Map<String, Double> values, Gerischer meaning, Map<String, String> units) {
        Map<String, Double> mapped = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            leaf.map(values, meaning, mapped, units);
        }
        return mapped;
    }

    /** The impedance at a frequency in Hz after DECiM's formulas. */
    Complex impedance(Map<String, Double> values, Gerischer meaning, double f) {
        return root.impedance(values, meaning, f);
    }

    private sealed interface Part permits Leaf, Group {
        String code(boolean within);

        Complex impedance(Map<String, Double> values, Gerischer meaning, double f);
    }

    private record Group(boolean parallel, List<Part> parts) implements Part {
        @Override
        public String code(boolean within) {
            if (parts.size() == 1) {
                return parts.getFirst().code(within);
            }
            return parallel
                    ? parts.stream()
                            .map(p -> p.code(true))
                            .collect(Collectors.joining(",", "p(", ")"))
                    : parts.stream().map(p -> p.code(within)).collect(Collectors.joining("-"));
        }

        @Override
        public Complex impedance(Map<String, Double> values, Gerischer meaning, double f) {
            Complex sum = Complex.ZERO;
            for (Part part : parts) {
                Complex z = part.impedance(values, meaning, f);
                sum = sum.plus(parallel ? z.inverse() : z);
            }
            return parallel ? sum.inverse() : sum;
        }
    }

    private record Leaf(char letter, int number) implements Part {
        List<String> names() {
            String own = "" + letter + number;
            return switch (letter) {
                case 'Q' -> List.of(own, "n" + number);
                case 'O' -> List.of(own, "k" + number);
                case 'S' -> List.of(own, "l" + number);
                case 'G' -> List.of(own, "m" + number);
                case 'H' -> List.of(own, "t" + number, "b" + number, "g" + number);
                default -> List.of(own);
            };
        }

        @Override
        public String code(boolean within) {
            return switch (letter) {
                case 'Q' -> "CPE" + number;
                case 'O' -> "Wo" + number;
                case 'S' -> "Ws" + number;
                default -> "" + letter + number;
            };
        }

        void map(
                Map<String, Double> values,
                Gerischer meaning,
                Map<String, Double> mapped,
                Map<String, String> units) {
            List<Double> v = names().stream().map(values::get).toList();
            double first = v.getFirst();
            double second = v.size() > 1 ? v.get(1) : Double.NaN;
            boolean earlier = meaning == Gerischer.EARLIER;
            Setter set =
                    (name, value, unit) -> {
                        mapped.put(code(false) + "." + name, value);
                        units.put(code(false) + "." + name, unit);
                    };
            switch (letter) {
                case 'R' -> set.to("R", first, "ohm");
                case 'C' -> set.to("C", first, "F");
                case 'L' -> set.to("L", first, "H");
                case 'Q' -> {
                    set.to("Q", first, "ohm^-1 s^n");
                    set.to("n", second, "");
                }
                case 'O', 'S' -> {
                    set.to("R", first / Math.sqrt(TURN), "ohm");
                    set.to("tau", second / TURN, "s");
                }
                case 'G' -> {
                    set.to("R", earlier ? first / Math.sqrt(second) : first, "ohm");
                    set.to("tau", earlier ? 1 / (TURN * second) : second / TURN, "s");
                }
                default -> {
                    set.to("R", first, "ohm");
                    set.to("tau", second / TURN, "s");
                    set.to("a", v.get(2), "");
                    set.to("b", v.get(3), "");
                }
            }
        }

        @Override
        public Complex impedance(Map<String, Double> values, Gerischer meaning, double f) {
            List<Double> v = names().stream().map(values::get).toList();
            double first = v.getFirst();
            double second = v.size() > 1 ? v.get(1) : Double.NaN;
            Complex one = new Complex(1, 0);
            Complex omega = new Complex(0, TURN * f);
            Complex frequency = new Complex(0, f);
            return switch (letter) {
                case 'R' -> new Complex(first, 0);
                case 'C' -> omega.times(first).inverse();
                case 'L' -> omega.times(first);
                case 'Q' -> omega.power(second).times(first).inverse();
                case 'O' ->
                        omega.times(second)
                                .power(-0.5)
                                .times(frequency.times(second).power(0.5).tanh().inverse())
                                .times(first);
                case 'S' ->
                        omega.times(second)
                                .power(-0.5)
                                .times(frequency.times(second).power(0.5).tanh())
                                .times(first);
                case 'G' ->
                        (meaning == Gerischer.EARLIER
                                        ? new Complex(second, f)
                                        : one.plus(frequency.times(second)))
                                .power(-0.5)
                                .times(first);
                default ->
                        one.plus(frequency.times(second).power(v.get(2)))
                                .power(-v.get(3))
                                .times(first);
            };
        }
    }

    private interface Setter {
        void to(String name, double value, String unit);
    }

    private static final class Reader {
        private final String text;
        private final List<Leaf> leaves = new ArrayList<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return at == text.length();
        }

        /** Whether a group begins here. */
        boolean next() {
            return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '(');
        }

        Optional<Group> group(int depth) {
            boolean parallel = text.charAt(at++) == '(';
            char end = parallel ? ')' : '}';
            List<Part> parts = new ArrayList<>();
            while (!isAtEnd() && text.charAt(at) != end) {
                Optional<? extends Part> part =
                        next() && depth < DEEPEST ? group(depth + 1) : leaf();
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
            }
            if (isAtEnd() || parts.isEmpty()) {
                return Optional.empty();
            }
            at++;
            return Optional.of(new Group(parallel, List.copyOf(parts)));
        }

        private Optional<Leaf> leaf() {
            int from = at + 1;
            int to = from;
            while (to < text.length()
                    && to - from < 6
                    && text.charAt(to) >= '0'
                    && text.charAt(to) <= '9') {
                to++;
            }
            char letter = text.charAt(at);
            if (to == from || "RCLQOSGH".indexOf(letter) < 0) {
                return Optional.empty();
            }
            at = to;
            Leaf leaf = new Leaf(letter, Integer.parseInt(text.substring(from, to)));
            leaves.add(leaf);
            return Optional.of(leaf);
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.circuit;

import org.ionbench.api.problem.FormatException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and prints the code of a circuit.
 *
 * <p>Our own form writes series with {@code -} and parallel with {@code p(a,b,...)}, nested at
 * will: {@code R0-p(R1,CPE1)-W1}. Boukamp's circuit description code (Solid State Ionics 20 (1986)
 * 31-44, doi 10.1016/0167-2738(86)90031-7) writes one letter for an element, neighbours being in
 * series and brackets changing between series and parallel: {@code R(RQ)W}, {@code R(C[RW])},
 * {@code R(C(RW))}. Its letters are translated: Q is CPE, O (tanh) is Ws, T (coth) is Wo. Boukamp's
 * coefficients are admittances, so for a Warburg element A = 1/(Y0 sqrt 2); only a value carried
 * over from there needs that.
 *
 * <p>Elements without a number are numbered from 1 for each symbol, but a resistor that leads the
 * whole circuit is number 0. What is printed can be read again.
 */
public final class CircuitCode {
    private static final int MAXIMUM_LENGTH = 2000;
    private static final int MAXIMUM_DEPTH = 50;

    /** Boukamp's letters whose symbol here differs. */
    private static final Map<String, String> BOUKAMP = Map.of("Q", "CPE", "O", "Ws", "T", "Wo");

    private final String text;
    private final Elements elements;
    private final boolean boukamp;
    private final List<Draft> drafts = new ArrayList<>();
    private int at;

    private CircuitCode(String text, Elements elements, boolean boukamp) {
        this.text = text;
        this.elements = elements;
        this.boukamp = boukamp;
    }

    /**
     * Reads a circuit.
     *
     * @param text the code in either form; blanks do not matter
     * @param elements the elements that are installed
     * @throws FormatException one sentence with the place of the first mistake
     */
    public static Circuit parse(String text, Elements elements) throws FormatException {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new FormatException(
                    "circuit", "", "at most " + MAXIMUM_LENGTH + " characters were expected");
        }
        boolean own =
                text.indexOf('-') >= 0
                        || text.indexOf(',') >= 0
                        || text.replaceAll("\\s", "").contains("p(")
                        || isOneElement(text.strip(), elements);
        CircuitCode reader = new CircuitCode(text, elements, !own);
        Draft tree = own ? reader.series(0) : reader.letters(0, true, (char) 0);
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.wrong("an end of the circuit was expected, not \"" + reader.here() + "\"");
        }
        reader.number(tree);
        return tree.build();
    }

    /** Writes a circuit in our own form. */
    public static String print(Circuit circuit) {
        StringBuilder s = new StringBuilder();
        print(circuit, s);
        return s.toString();
    }

    private static void print(Circuit circuit, StringBuilder s) {
        switch (circuit) {
            case Circuit.Leaf leaf -> s.append(leaf.name());
            case Circuit.Series series -> join(series.parts(), '-', s);
            case Circuit.Parallel parallel -> {
                s.append("p(");
                join(parallel.parts(), ',', s);
                s.append(')');
            }
        }
    }

    private static void join(List<Circuit> parts, char between, StringBuilder s) {
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                s.append(between);
            }
            print(parts.get(i), s);
        }
    }

    private static boolean isOneElement(String s, Elements elements) {
        int end = s.length();
        while (end > 0 && isDigit(s.charAt(end - 1))) {
            end--;
        }
        String symbol = s.substring(0, end);
        return elements.symbol(symbol).isPresent()
                || symbol.length() == 1 && BOUKAMP.containsKey(symbol);
    }

    // ---- our own form

    private Draft series(int depth) throws FormatException {
        List<Draft> parts = new ArrayList<>();
        parts.add(part(depth));
        while (next('-')) {
            parts.add(part(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : Draft.series(parts);
    }

    private Draft part(int depth) throws FormatException {
        blanks();
        if (at < text.length() && text.charAt(at) == 'p' && opensAfter(at + 1)) {
            int start = at;
            deeper(depth);
            at = text.indexOf('(', at) + 1;
            List<Draft> parts = new ArrayList<>();
            parts.add(series(depth + 1));
            while (next(',')) {
                parts.add(series(depth + 1));
            }
            if (!next(')')) {
                throw wrong("\",\" or \")\" was expected" + instead());
            }
            if (parts.size() < 2) {
                throw wrong(start, "p(...) takes two parts or more, parted by commas");
            }
            return Draft.parallel(parts);
        }
        return leaf();
    }

    private boolean opensAfter(int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '(';
    }

    private Draft leaf() throws FormatException {
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        String symbol = text.substring(start, at);
        if (symbol.isEmpty()) {
            throw wrong("an element such as R1 or p(...) was expected" + instead());
        }
        if (symbol.equals("T") || symbol.equals("O")) {
            throw wrong(
                    start,
                    "\""
                            + symbol
                            + "\" means different elements in different programs: write Wo for the"
                            + " coth element (open, reflective; Boukamp's T, DECiM's O) or Ws for"
                            + " the tanh element (short, transmissive; Boukamp's O, DECiM's S)");
        }
        return element(start, symbol.equals("Q") ? "CPE" : symbol, symbol);
    }

    private Draft element(int start, String symbol, String written) throws FormatException {
        Optional<Element> element = elements.symbol(symbol);
        if (element.isEmpty()) {
            throw wrong(
                    start, "there is no element \"" + written + "\"; there are " + knownSymbols());
        }
        int digits = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at - digits > 6) {
            throw wrong(digits, "an element's number has at most 6 digits");
        }
        Draft leaf =
                Draft.leaf(
                        element.get(),
                        start,
                        at == digits ? -1 : Integer.parseInt(text.substring(digits, at)));
        drafts.add(leaf);
        return leaf;
    }

    private String knownSymbols() {
        return String.join(", ", elements.all().stream().map(Element::symbol).toList());
    }

    // ---- Boukamp's form

    private Draft letters(int depth, boolean inSeries, char close) throws FormatException {
        int start = at;
        List<Draft> parts = new ArrayList<>();
        while (true) {
            blanks();
            if (at >= text.length() || text.charAt(at) == ')' || text.charAt(at) == ']') {
                break;
            }
            char c = text.charAt(at);
            if (c == '(' || c == '[') {
                if (c == '[' && inSeries) {
                    throw wrong("\"[\" opens a series within a parallel; here \"(\" was expected");
                }
                deeper(depth);
                at++;
                parts.add(letters(depth + 1, !inSeries, c == '(' ? ')' : ']'));
            } else if (isLetter(c)) {
                int from = at++;
                String letter = text.substring(from, at);
                parts.add(element(from, BOUKAMP.getOrDefault(letter, letter), letter));
            } else {
                throw wrong("a letter or a bracket was expected, not \"" + c + "\"");
            }
        }
        if (close != 0) {
            if (at >= text.length() || text.charAt(at) != close) {
                throw wrong("\"" + close + "\" was expected" + instead());
            }
            at++;
        }
        if (parts.isEmpty()) {
            throw wrong(start, "an element was expected" + (close == 0 ? "" : " in the brackets"));
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return inSeries ? Draft.series(parts) : Draft.parallel(parts);
    }

    // ---- both

    /** Gives numbers to elements without one, and refuses two of one name. */
    private void number(Draft tree) throws FormatException {
        Set<String> names = new HashSet<>();
        for (Draft d : drafts) {
            if (d.number >= 0 && !names.add(d.symbol() + d.number)) {
                throw wrong(d.start, "there are two elements " + d.symbol() + d.number);
            }
        }
        Draft first = tree.isSeries() ? tree.parts.getFirst() : tree;
        if (first.number < 0 && tree.isSeries() && first.is("R") && names.add("R0")) {
            first.number = 0;
        }
        Map<String, Integer> last = new HashMap<>();
        for (Draft d : drafts) {
            if (d.number < 0) {
                int n = last.getOrDefault(d.symbol(), 0) + 1;
                while (!names.add(d.symbol() + n)) {
                    n++;
                }
                last.put(d.symbol(), n);
                d.number = n;
            }
        }
    }

    private void deeper(int depth) throws FormatException {
        if (depth >= MAXIMUM_DEPTH) {
            throw wrong("brackets are nested too deeply");
        }
    }

    private boolean next(char c) {
        blanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String here() {
        return text.substring(at, Math.min(text.length(), at + 10));
    }

    private String instead() {
        return at < text.length() ? ", not \"" + text.charAt(at) + "\"" : ", but it ends here";
    }

    private FormatException wrong(String expected) {
        return wrong(at, expected);
    }

    private FormatException wrong(int position, String expected) {
        return new FormatException(
                "circuit \"" + text.strip() + "\"",
                "character " + (position + 1),
                expected + (boukamp ? " (read as Boukamp's code)" : ""));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A node while it is read. */
    private static final class Draft {
        private final Element element;
        private final List<Draft> parts;
        private final boolean series;
        private final int start;
        private int number;

        private Draft(Element element, List<Draft> parts, boolean series, int start, int number) {
            this.element = element;
            this.parts = parts;
            this.series = series;
            this.start = start;
            this.number = number;
        }

        static Draft leaf(Element element, int start, int number) {
            return new Draft(element, List.of(), false, start, number);
        }

        static Draft series(List<Draft> parts) {
            return new Draft(null, parts, true, 0, 0);
        }

        static Draft parallel(List<Draft> parts) {
            return new Draft(null, parts, false, 0, 0);
        }

        boolean isSeries() {
            return series;
        }

        boolean is(String symbol) {
            return element != null && element.symbol().equals(symbol);
        }

        String symbol() {
            return element.symbol();
        }

        Circuit build() {
            if (element != null) {
                return new Circuit.Leaf(element.symbol() + number, element);
            }
            List<Circuit> built = parts.stream().map(Draft::build).toList();
            return series ? Circuit.series(built) : Circuit.parallel(built);
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.output;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words around the numbers of a report, the same on screen and on paper. Stateless. */
public final class FindingText {
    private static final double STRONG = 0.95;
    private static final String TEMPERATURE = "temperature";
    private static final Printed PRINT = Printed.TYPESET;

    private FindingText() {}

    /** {@code Conductivity at 60 °C}. */
    public static String name(Quantity q) {
        return capital(q.name()) + temperature(q).map(t -> " at " + t).orElse("");
    }

    /** What a value holds for besides its temperature: {@code form σT}; empty for nothing else. */
    public static String conditions(Quantity q) {
        return conditions(q, List.of());
    }

    /** The same; what tells a quantity from others of its name is said first. */
    public static String conditions(Quantity q, List<Quantity> among) {
        List<Quantity> namesakes = among.stream().filter(o -> o.name().equals(q.name())).toList();
        return q.conditions().entrySet().stream()
                .filter(c -> !c.getKey().equals(TEMPERATURE))
                .sorted(Comparator.comparing(c -> isShared(c, namesakes)))
                .map(c -> c.getKey() + " " + greek(c.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isShared(Map.Entry<String, String> condition, List<Quantity> by) {
        return by.stream()
                .allMatch(o -> condition.getValue().equals(o.conditions().get(condition.getKey())));
    }

    /** {@code σT} for {@code sigma T}, the way conditions name a form. */
    private static String greek(String form) {
        return switch (form) {
            case "sigma T" -> "\u03c3T";
            case "sigma" -> "\u03c3";
            default -> Formulas.lowered(form);
        };
    }

    /** The Celsius temperature a quantity holds for, as printed. */
    public static Optional<String> temperature(Quantity q) {
        return kelvin(q).map(PRINT::celsius);
    }

    /** The temperature a quantity holds for, in K. */
    public static Optional<Double> kelvin(Quantity q) {
        String text = q.conditions().get(TEMPERATURE);
        try {
            return text == null ? Optional.empty() : Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The 95 % interval of a quantity; empty where none is known. */
    public static String interval(Quantity q) {
        return q.interval95()
                .map(i -> PRINT.interval(q.value(), i, q.standardUncertainty(), q.unit().symbol()))
                .orElse("");
    }

    /** The 95 % interval of a parameter, or why there is none. */
    public static String interval(FitParameter p) {
        return p.ci95()
                .map(i -> PRINT.interval(p.value(), i, p.stderr(), p.unit()))
                .orElse(standing(p));
    }

    /** Why a parameter has no error. */
    public static String standing(FitParameter p) {
        boolean atBound = p.value() == p.min() || p.value() == p.max();
        return !p.vary() ? "fixed" : atBound ? "at its bound" : "not determined";
    }

    /** How a fit went, in one line. */
    public static String summary(Fit fit) {
        return fit.points()
                + " points, weight "
                + fit.weight()
                + ", reduced chi-square "
                + PRINT.number(fit.reducedChiSquare())
                + (fit.success() ? "" : ". Did not converge: " + fit.message());
    }

    /** {@code Strong correlations: R1.R and CPE1.n 0.97}; empty where none are. */
    public static String correlations(Fit fit) {
        List<Fit.Correlation> strong =
                fit.correlations().stream().filter(c -> Math.abs(c.value()) > STRONG).toList();
        return strong.isEmpty()
                ? ""
                : strong.stream()
                        .map(
                                c ->
                                        c.first()
                                                + " and "
                                                + c.second()
                                                + " "
                                                + PRINT.number(c.value(), 3, "1"))
                        .collect(Collectors.joining("; ", "Strong correlations: ", ""));
    }

    /** With a capital letter first. */
    public static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

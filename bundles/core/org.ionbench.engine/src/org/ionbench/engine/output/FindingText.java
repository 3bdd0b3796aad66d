// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.output;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;

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

    /** {@code Conductivity at 60 °C, form sigma T}. */
    public static String named(Quantity q) {
        StringBuilder text = new StringBuilder(capital(q.name()));
        temperature(q).ifPresent(t -> text.append(" at ").append(t));
        for (Map.Entry<String, String> c : q.conditions().entrySet()) {
            if (!c.getKey().equals(TEMPERATURE)) {
                text.append(", ").append(c.getKey()).append(' ').append(c.getValue());
            }
        }
        return text.toString();
    }

    /** The Celsius temperature a quantity holds for, as printed. */
    public static Optional<String> temperature(Quantity q) {
        String text = q.conditions().get(TEMPERATURE);
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(PRINT.celsius(Double.parseDouble(text)));
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
                .orElse(p.vary() ? "not determined" : "fixed");
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

    /** {@code Strongly correlated: R1.R and CPE1.n 0.97}; empty where none are. */
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
                        .collect(Collectors.joining("; ", "Strongly correlated: ", ""));
    }

    /** {@code Conductivity / S cm⁻¹} for {@code Conductivity / S/cm}. */
    public static String header(String header) {
        int slash = header.indexOf(" / ");
        if (slash < 0) {
            return header;
        }
        String unit = header.substring(slash + 3);
        return Unit.parse(unit).isPresent()
                ? header.substring(0, slash) + " / " + PRINT.unit(unit)
                : header;
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

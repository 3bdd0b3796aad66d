// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference.reversible;

import org.ionbench.analysis.transference.Spectra;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The resistances of the electrolyte and of the interfaces in one fit of a cell with reversible
 * electrodes. Their errors are correlated, for the fit shares one against the other: the common
 * part has a source of its own.
 *
 * @param electrolyte R_e in ohm
 * @param interfaces R_0 or R_ss in ohm
 * @param names of the parameters of the interfaces
 */
record Resistances(Quantity electrolyte, Quantity interfaces, List<String> names) {
    private static final double INTERFACE = 3e-8 * 1e4;

    /**
     * Of a fit.
     *
     * @param interfaceNames {@code "auto"} or parameters
     * @param electrolyteNames {@code "auto"} or parameters
     * @param area of the electrodes in m2, NaN if not known
     * @throws AnalysisException if the circuit has not both
     */
    static Resistances of(
            Spectra.Fitted fitted, String interfaceNames, String electrolyteNames, double area)
            throws AnalysisException {
        Fit fit = fitted.fit();
        List<String> resistors = resistors(fit);
        List<String> interfaces =
                isAuto(interfaceNames)
                        ? interfaces(fit, resistors, area)
                        : named(fit, interfaceNames);
        List<String> electrolyte =
                isAuto(electrolyteNames)
                        ? resistors.stream().filter(n -> !interfaces.contains(n)).toList()
                        : named(fit, electrolyteNames);
        if (interfaces.isEmpty() || electrolyte.isEmpty()) {
            throw new AnalysisException(
                    "The circuit "
                            + fit.model()
                            + " of "
                            + fitted.name()
                            + " does not tell the interface from the electrolyte: fit one such as"
                            + " R0-p(R1,CPE1), or name the parameters.");
        }
        return of(fitted, electrolyte, interfaces);
    }

    private static Resistances of(
            Spectra.Fitted fitted, List<String> electrolyte, List<String> interfaces) {
        Fit fit = fitted.fit();
        double ve = covariance(fit, electrolyte, electrolyte);
        double vi = covariance(fit, interfaces, interfaces);
        double both = covariance(fit, electrolyte, interfaces);
        double ue = Math.sqrt(Math.max(0, ve));
        double shared = ue > 0 ? both / ue : 0;
        double own = Math.sqrt(Math.max(0, vi - shared * shared));
        String first = fitted.source(String.join("+", electrolyte));
        String second = fitted.source(String.join("+", interfaces));
        return new Resistances(
                ohms("electrolyte resistance", "R_e", sum(fit, electrolyte))
                        .withContribution(first, ue),
                ohms("interface resistance", "R_i", sum(fit, interfaces))
                        .withContribution(first, shared)
                        .withContribution(second, own),
                interfaces);
    }

    private static List<String> resistors(Fit fit) {
        return fit.parameters().stream()
                .map(FitParameter::name)
                .filter(n -> n.matches("(R|Zarc)\\d*\\.R"))
                .toList();
    }

    /**
     * The parameters of the electrolyte: those named, or the resistors that are no interface.
     *
     * @throws AnalysisException if there is none
     */
    static List<String> electrolyte(Fit fit, String names, List<String> others, double area)
            throws AnalysisException {
        List<String> resistors = resistors(fit).stream().filter(n -> !others.contains(n)).toList();
        List<String> interfaces = interfaces(fit, resistors, area);
        List<String> found =
                isAuto(names)
                        ? resistors.stream().filter(n -> !interfaces.contains(n)).toList()
                        : named(fit, names);
        if (found.isEmpty()) {
            throw new AnalysisException(
                    "The circuit "
                            + fit.model()
                            + " has no resistance of an electrolyte: name the parameters.");
        }
        return found;
    }

    /** Resistances that were given. */
    static Quantity given(String name, String symbol, double ohms) {
        return ohms(name, symbol, ohms).withCondition("of", "the settings");
    }

    private static Quantity ohms(String name, String symbol, double value) {
        return Quantity.of(name, symbol, value, Unit.of("ohm"));
    }

    static double sum(Fit fit, List<String> names) {
        return names.stream().mapToDouble(n -> fit.parameter(n).orElseThrow().value()).sum();
    }

    static double covariance(Fit fit, List<String> first, List<String> second) {
        double sum = 0;
        for (String a : first) {
            for (String b : second) {
                sum += fit.correlation(a, b) * error(fit, a) * error(fit, b);
            }
        }
        return sum;
    }

    /** The standard error of a sum. */
    static double error(Fit fit, List<String> names) {
        return Math.sqrt(Math.max(0, covariance(fit, names, names)));
    }

    private static double error(Fit fit, String name) {
        double e = fit.parameter(name).orElseThrow().stderr();
        return Double.isFinite(e) ? e : 0;
    }

    private static boolean isAuto(String names) {
        return names.isBlank() || names.strip().equalsIgnoreCase("auto");
    }

    private static List<String> named(Fit fit, String text) throws AnalysisException {
        List<String> names = new ArrayList<>();
        for (String part : text.split("[,;+]")) {
            String s = part.strip();
            if (!s.isEmpty()) {
                names.add(
                        fit.parameter(s)
                                .or(() -> fit.parameter(s + ".R"))
                                .orElseThrow(
                                        () ->
                                                new AnalysisException(
                                                        "The circuit "
                                                                + fit.model()
                                                                + " has no parameter "
                                                                + s
                                                                + "."))
                                .name());
            }
        }
        return names;
    }

    /**
     * The arcs with the capacitance of an electrode; where none has, the last resistor of several.
     */
    private static List<String> interfaces(Fit fit, List<String> resistors, double area) {
        Map<String, Double> capacitances = new LinkedHashMap<>();
        for (String name : resistors) {
            capacitances.put(name, capacitance(fit, name));
        }
        double least = INTERFACE * (Double.isNaN(area) ? 1e-4 : area);
        List<String> large = resistors.stream().filter(n -> capacitances.get(n) >= least).toList();
        return !large.isEmpty() && large.size() < resistors.size()
                ? large
                : resistors.size() > 1 ? List.of(resistors.getLast()) : List.of();
    }

    /** Of the element that stands parallel to a resistor, in F; NaN if there is none. */
    private static double capacitance(Fit fit, String resistor) {
        double r = fit.parameter(resistor).orElseThrow().value();
        String element = resistor.substring(0, resistor.indexOf('.'));
        var partner = Pattern.compile("p\\(" + element + ",(C|CPE)(\\d*)\\)").matcher(fit.model());
        if (!partner.find()) {
            return Double.NaN;
        }
        String other = partner.group(1) + partner.group(2);
        if (partner.group(1).equals("C")) {
            return fit.parameter(other + ".C").map(FitParameter::value).orElse(Double.NaN);
        }
        double q = fit.parameter(other + ".Q").map(FitParameter::value).orElse(Double.NaN);
        double n = fit.parameter(other + ".n").map(FitParameter::value).orElse(Double.NaN);
        return Math.pow(Math.pow(r, 1 - n) * q, 1 / n);
    }
}

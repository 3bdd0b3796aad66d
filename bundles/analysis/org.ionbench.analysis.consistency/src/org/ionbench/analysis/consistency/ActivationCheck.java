// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.NumberText;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Activation energies and conductivities that were typed, against each other and against what was
 * found. Two conductivities with their digits leave a range for the energy in sigma T = sigma0
 * exp(-E_A/kT), and another in sigma = A exp(-E_A/kT).
 */
final class ActivationCheck implements Check {
    private static final double BOLTZMANN = 8.617333262e-5;
    private static final double ELECTRON_VOLT = 1.602176634e-19;
    private static final double ZERO_CELSIUS = 273.15;
    private static final Unit CONDUCTIVITY = Unit.of("S/cm");
    private static final Unit ENERGY = Unit.of("eV");
    private static final Pattern TEMPERATURE =
            Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*(\\u00b0?\\s*c|deg\\s*c|k)\\b");

    /** What was written about one cell or sample. */
    private record Row(
            String of, Map<String, Rounded> energies, Map<Double, Rounded> conductivities) {}

    /** A range of energies in eV. */
    private record Range(double low, double high) {}

    @Override
    public List<Problem> of(List<Subject> all, double share) {
        List<Problem> problems = new ArrayList<>();
        Set<String> samples = new LinkedHashSet<>();
        for (Subject s : all) {
            Row row = ofCell(s);
            together(row, problems);
            found(s, row, share, problems);
            if (samples.add(s.cell().sample().id())) {
                Row sample = ofFields(s.cell().sample().name(), s.cell().sample().fields());
                together(sample, problems);
                found(s, sample, share, problems);
            }
        }
        return problems;
    }

    // ---- what was written

    private static Row ofCell(Subject s) {
        Row row = ofFields(s.name(), s.cell().texts());
        s.of(Dimension.ENERGY).forEach(e -> energy(row, e.getKey(), Rounded.of(e.getValue())));
        s.of(Dimension.CONDUCTIVITY)
                .forEach(e -> conductivity(row, e.getKey(), Rounded.of(e.getValue())));
        return row;
    }

    private static Row ofFields(String of, Map<String, String> fields) {
        Row row = new Row(of, new LinkedHashMap<>(), new LinkedHashMap<>());
        fields.forEach(
                (key, text) -> {
                    Rounded.of(text, ENERGY).ifPresent(r -> energy(row, key, r));
                    Rounded.of(text, CONDUCTIVITY).ifPresent(r -> conductivity(row, key, r));
                });
        return row;
    }

    private static void energy(Row row, String key, Rounded si) {
        String k = key.toLowerCase(Locale.ROOT);
        if (k.contains("activation") || k.equals("e_a") || k.equals("ea") || k.equals("e a")) {
            row.energies().put(key, si.times(1 / ELECTRON_VOLT));
        }
    }

    private static void conductivity(Row row, String key, Rounded si) {
        Matcher m = TEMPERATURE.matcher(key.toLowerCase(Locale.ROOT));
        if (m.find()) {
            double t = Double.parseDouble(m.group(1));
            row.conductivities().put(m.group(2).equals("k") ? t : t + ZERO_CELSIUS, si);
        }
    }

    // ---- against each other

    private static void together(Row row, List<Problem> problems) {
        if (row.energies().isEmpty() || row.conductivities().size() < 2) {
            return;
        }
        List<Double> t = row.conductivities().keySet().stream().sorted().toList();
        double cold = t.getFirst();
        double hot = t.getLast();
        if (!(row.conductivities().get(cold).low() > 0)
                || !(row.conductivities().get(hot).low() > 0)) {
            // as uncertain as they are large, they leave room for any energy
            return;
        }
        Rounded ratio = row.conductivities().get(hot).over(row.conductivities().get(cold));
        double step = (1 / cold - 1 / hot) / BOLTZMANN;
        double more = Math.log(hot / cold);
        Range jump =
                new Range(
                        (Math.log(ratio.low()) + more) / step,
                        (Math.log(ratio.high()) + more) / step);
        Range plain = new Range(Math.log(ratio.low()) / step, Math.log(ratio.high()) / step);
        for (Map.Entry<String, Rounded> e : row.energies().entrySet()) {
            Rounded ea = e.getValue();
            boolean inJump = ea.low() <= jump.high() && jump.low() <= ea.high();
            boolean inPlain = ea.low() <= plain.high() && plain.low() <= ea.high();
            double from = Math.max(ea.low(), jump.low());
            double to = Math.min(ea.high(), jump.high());
            double exact =
                    row.conductivities().get(cold).value()
                            / CONDUCTIVITY.factor()
                            * Math.exp(ea.value() * step - more);
            String sentence =
                    "With the "
                            + e.getKey()
                            + " of "
                            + Texts.number(ea.value(), 3)
                            + " eV and "
                            + conductivity(row, cold)
                            + " at "
                            + celsius(cold)
                            + ", "
                            + row.of()
                            + " would have "
                            + Texts.number(exact, 3)
                            + " S/cm at "
                            + celsius(hot)
                            + " (sigma T form), not "
                            + conductivity(row, hot);
            if (!inJump && !inPlain) {
                problems.add(
                        Problem.warning(
                                        "consistency.activation",
                                        sentence
                                                + ": the conductivities want "
                                                + range(jump)
                                                + " in the sigma T form, "
                                                + range(plain)
                                                + " in the sigma form.")
                                .at(row.of())
                                .mend("Check which of the numbers was not read off right."));
            } else if (!inJump) {
                problems.add(
                        Problem.info(
                                        "consistency.activation.form",
                                        sentence
                                                + ": the numbers fit together only in the sigma"
                                                + " form, "
                                                + range(plain)
                                                + ".")
                                .at(row.of())
                                .mend("Say which form the energy is of."));
            } else if (ea.value() < jump.low() || ea.value() > jump.high()) {
                problems.add(
                        Problem.info(
                                        "consistency.activation.narrow",
                                        sentence
                                                + "; with their rounding the numbers hold together"
                                                + " for "
                                                + range(new Range(from, to))
                                                + " only.")
                                .at(row.of())
                                .mend("Give the numbers with one digit more."));
            }
        }
    }

    private static String conductivity(Row row, double kelvin) {
        double s = row.conductivities().get(kelvin).value() / CONDUCTIVITY.factor();
        return Texts.number(s, 2) + " S/cm";
    }

    private static String celsius(double kelvin) {
        return NumberText.celsius(kelvin);
    }

    private static String range(Range r) {
        return String.format(Locale.ROOT, "%.3f to %.3f eV", r.low(), r.high());
    }

    // ---- against what was found

    private static void found(Subject s, Row row, double share, List<Problem> problems) {
        for (Map.Entry<Double, Rounded> typed : row.conductivities().entrySet()) {
            for (Inputs.Upstream u : s.reports()) {
                Optional<Quantity> q = u.report().quantity("conductivity");
                Optional<Double> at = q.flatMap(ActivationCheck::kelvin);
                if (at.isPresent()
                        && Math.abs(at.get() - typed.getKey()) < 0.6
                        && !typed.getValue().agrees(within(q.get()), share)) {
                    problems.add(
                            s.problem(
                                    Problem.warning(
                                                    "consistency.conductivity.found",
                                                    "The conductivity of "
                                                            + row.of()
                                                            + " at "
                                                            + celsius(typed.getKey())
                                                            + " is given as "
                                                            + conductivity(row, typed.getKey())
                                                            + "; the spectrum gives "
                                                            + Texts.in(q.get().si(), "S/cm")
                                                            + ".")
                                            .mend("Correct it, or the geometry of the cell.")));
                }
            }
        }
        for (Map.Entry<String, Rounded> typed : row.energies().entrySet()) {
            List<Quantity> energies =
                    s.reports().stream()
                            .flatMap(u -> u.report().quantities().stream())
                            .filter(q -> q.name().equals("activation energy"))
                            .toList();
            boolean agrees =
                    energies.isEmpty()
                            || energies.stream()
                                    .anyMatch(
                                            q ->
                                                    typed.getValue()
                                                            .agrees(
                                                                    within(q)
                                                                            .times(
                                                                                    1
                                                                                            / ELECTRON_VOLT),
                                                                    share));
            if (!agrees) {
                problems.add(
                        s.problem(
                                Problem.warning(
                                                "consistency.activation.found",
                                                "The "
                                                        + typed.getKey()
                                                        + " of "
                                                        + row.of()
                                                        + " is given as "
                                                        + Texts.number(typed.getValue().value(), 3)
                                                        + " eV; the spectra give "
                                                        + Texts.in(energies.getFirst().si(), "eV")
                                                        + ".")
                                        .mend("Correct it.")));
            }
        }
    }

    private static Rounded within(Quantity q) {
        double u = 2 * q.standardUncertainty() * q.unit().factor();
        return new Rounded(q.si(), q.si() - u, q.si() + u);
    }

    private static Optional<Double> kelvin(Quantity q) {
        try {
            return Optional.ofNullable(q.conditions().get("temperature")).map(Double::parseDouble);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

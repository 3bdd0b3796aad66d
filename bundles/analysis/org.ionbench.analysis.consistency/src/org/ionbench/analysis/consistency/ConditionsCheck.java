// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Change;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Temperatures that are missing, unlikely or apart; references that are missing or unlike. */
final class ConditionsCheck implements Check {
    private static final double ZERO_CELSIUS = 273.15;
    private static final double COLDEST = 200;
    private static final double HOTTEST = 1500;
    private static final double APART = 5;
    private static final double DRIFT = 2;
    private static final List<String> KINDS =
            List.of("set temperature", "oven temperature", "sample temperature");
    private static final Set<Technique> AGAINST_A_REFERENCE = Set.of(Technique.CV, Technique.LSV);

    @Override
    public List<Problem> of(List<Subject> all, double share) {
        List<Problem> problems = new ArrayList<>();
        for (Subject s : all) {
            missing(s, problems);
            unlikely(s, problems);
            apart(s, problems);
        }
        references(all, problems);
        return problems;
    }

    private static void missing(Subject s, List<Problem> problems) {
        List<Recording> spectra =
                s.recordings().stream().filter(r -> r.technique().equals(Technique.EIS)).toList();
        List<Recording> without = spectra.stream().filter(r -> r.temperature().isEmpty()).toList();
        if (without.isEmpty()) {
            return;
        }
        boolean all = without.size() == spectra.size();
        Set<String> known = new LinkedHashSet<>();
        for (Recording r : spectra) {
            r.temperature()
                    .ifPresent(t -> known.add(Texts.number(t.si() - ZERO_CELSIUS, 4) + " degC"));
        }
        List<Change> changes =
                without.size() == 1 && known.size() == 1
                        ? List.of(
                                new Change(
                                        without.getFirst().id(),
                                        without.getFirst().id(),
                                        "temperature",
                                        known.iterator().next()))
                        : List.of();
        String sentence =
                (all
                                ? "No spectrum of " + s.name() + " has"
                                : without.size()
                                        + " of "
                                        + spectra.size()
                                        + " spectra of "
                                        + s.name()
                                        + (without.size() == 1 ? " has no" : " have no"))
                        + (all ? " a temperature: " : " temperature: ")
                        + without.getFirst().name()
                        + (without.size() > 1 ? " and " + (without.size() - 1) + " more." : ".");
        problems.add(
                s.problem(
                        (all
                                        ? Problem.info("consistency.temperature.none", sentence)
                                        : Problem.warning(
                                                "consistency.temperature.missing", sentence))
                                .mend("Give the recordings their temperatures.")
                                .mendedBy(changes)));
    }

    /** 30 K where 30 degC was meant, and the like. */
    private static void unlikely(Subject s, List<Problem> problems) {
        for (Recording r : s.recordings()) {
            for (String kind : KINDS) {
                Quantity q = r.conditions().get(kind);
                if (q == null || q.si() >= COLDEST && q.si() <= HOTTEST) {
                    continue;
                }
                double kelvin = q.si();
                // 60 degC typed as 60 K, or 333 K typed as 333 degC would not come here.
                boolean isCelsius = kelvin > 0 && kelvin <= 150;
                problems.add(
                        s.problem(
                                Problem.warning(
                                                "consistency.temperature.unlikely",
                                                "The "
                                                        + kind
                                                        + " of "
                                                        + r.name()
                                                        + " of "
                                                        + s.name()
                                                        + " is "
                                                        + Texts.number(kelvin, 4)
                                                        + " K.")
                                        .mend("Check its unit.")
                                        .mendedBy(
                                                isCelsius
                                                        ? List.of(
                                                                new Change(
                                                                        r.id(),
                                                                        r.id(),
                                                                        kind,
                                                                        Texts.number(kelvin, 4)
                                                                                + " degC"))
                                                        : List.of())));
            }
        }
    }

    private static void apart(Subject s, List<Problem> problems) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Recording r : s.recordings()) {
            Quantity set = r.conditions().get("set temperature");
            Quantity sample = r.conditions().get("sample temperature");
            if (sample == null) {
                sample = r.conditions().get("oven temperature");
            }
            if (set == null || sample == null) {
                continue;
            }
            double d = sample.si() - set.si();
            least = Math.min(least, d);
            most = Math.max(most, d);
            if (Math.abs(d) > APART) {
                problems.add(
                        s.problem(
                                Problem.warning(
                                                "consistency.temperature.apart",
                                                r.name()
                                                        + " of "
                                                        + s.name()
                                                        + " was measured "
                                                        + Texts.number(Math.abs(d), 2)
                                                        + " K "
                                                        + (d > 0 ? "above" : "below")
                                                        + " the temperature that was set.")
                                        .mend("Check both temperatures.")));
            }
        }
        if (most - least > DRIFT && most - least <= 2 * APART) {
            problems.add(
                    s.problem(
                            Problem.info(
                                    "consistency.temperature.drift",
                                    "Between the recordings of "
                                            + s.name()
                                            + " the distance from the set temperature changes by "
                                            + Texts.number(most - least, 2)
                                            + " K, which bends an Arrhenius line.")));
        }
    }

    // ---- references

    private static void references(List<Subject> all, List<Problem> problems) {
        Set<String> known = new LinkedHashSet<>();
        for (Subject s : all) {
            s.text("reference").filter(t -> !t.isBlank()).ifPresent(known::add);
        }
        for (Subject s : all) {
            boolean needs =
                    s.recordings().stream()
                            .anyMatch(r -> AGAINST_A_REFERENCE.contains(r.technique()));
            if (needs && s.text("reference").isEmpty()) {
                problems.add(
                        s.problem(
                                Problem.warning(
                                                "consistency.reference.missing",
                                                "The potentials of "
                                                        + s.name()
                                                        + " are against a reference that is not"
                                                        + " said.")
                                        .mend("Set the reference of the cell.")
                                        .mendedBy(
                                                known.stream()
                                                        .limit(3)
                                                        .map(t -> s.change("reference", t))
                                                        .toList())));
            }
        }
        Map<String, Map<String, String>> bySample = new LinkedHashMap<>();
        for (Subject s : all) {
            if (!s.cell().sample().name().isEmpty()) {
                s.text("reference")
                        .filter(t -> !t.isBlank())
                        .ifPresent(
                                t ->
                                        bySample.computeIfAbsent(
                                                        s.cell().sample().name(),
                                                        k -> new LinkedHashMap<>())
                                                .putIfAbsent(plain(t), t + " (" + s.name() + ")"));
            }
        }
        bySample.forEach(
                (sample, references) -> {
                    if (references.size() > 1) {
                        problems.add(
                                Problem.info(
                                                "consistency.reference.unlike",
                                                "The cells of "
                                                        + sample
                                                        + " have unlike references: "
                                                        + String.join(", ", references.values())
                                                        + "; their potentials do not compare as"
                                                        + " they are.")
                                        .at(sample));
                    }
                });
    }

    /** {@code Li+/Li} and {@code Li / Li+} are the same. */
    private static String plain(String reference) {
        String s = reference.toLowerCase(Locale.ROOT).replaceAll("[\\s+|]|vs\\.?", "");
        return Optional.of(s.split("/"))
                .map(parts -> String.join("/", Arrays.stream(parts).sorted().toList()))
                .orElse(s);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability.comparison;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A spectrum with its fit and the arcs of it.
 *
 * @param upstream the report of the fit
 * @param recording the spectrum
 * @param fit what was fitted
 */
record FittedSpectrum(Inputs.Upstream upstream, Recording recording, Fit fit) {
    private static final Pattern RESISTOR = Pattern.compile("\\b(?:R|Zarc)\\d+");

    /**
     * An arc.
     *
     * @param code its part of the circuit
     * @param seconds its time constant
     * @param resistance the parameter of its resistance
     */
    record Arc(String code, double seconds, FitParameter resistance) {}

    /** The fitted spectra among the inputs, in the order of time where times are known. */
    static List<FittedSpectrum> of(Inputs inputs) {
        List<FittedSpectrum> all = new ArrayList<>();
        for (Inputs.Upstream u : inputs.upstream()) {
            if (!u.recordings().isEmpty() && !u.report().fits().isEmpty()) {
                all.add(
                        new FittedSpectrum(
                                u, u.recordings().getFirst(), u.report().fits().getFirst()));
            }
        }
        if (isTimed(all)) {
            all.sort(Comparator.comparing(s -> s.recording().start().orElseThrow()));
        }
        return all;
    }

    /** Whether it is known when all of them were measured. */
    static boolean isTimed(List<FittedSpectrum> all) {
        return all.stream().allMatch(s -> s.recording().start().isPresent());
    }

    /** The name, with the time or the id where others of the cell have the same. */
    String name(List<FittedSpectrum> all) {
        boolean isAlone =
                all.stream().filter(s -> s.recording.name().equals(recording.name())).count() == 1;
        return isAlone
                ? recording.name()
                : recording.name()
                        + recording
                                .start()
                                .map(t -> " of " + t.truncatedTo(ChronoUnit.MINUTES))
                                .orElse(" " + recording.id())
                                .replace('T', ' ');
    }

    /** Whether a user means this one. */
    boolean isNamed(String text, List<FittedSpectrum> all) {
        return recording.id().equals(text.strip()) || name(all).equals(text.strip());
    }

    /** The key of a parameter of this fit as a source of uncertainty. */
    String source(String parameter) {
        return "run:" + upstream.runId() + "/" + parameter;
    }

    /** The arcs the fit names with a characteristic frequency. */
    List<Arc> arcs() {
        List<Arc> arcs = new ArrayList<>();
        for (Quantity q : upstream.report().quantities()) {
            String code = q.conditions().get("arc");
            if (code == null || !q.name().equals("characteristic frequency") || !(q.si() > 0)) {
                continue;
            }
            Matcher m = RESISTOR.matcher(code);
            Optional<FitParameter> r =
                    m.find() ? fit.parameter(m.group() + ".R") : Optional.empty();
            r.ifPresent(p -> arcs.add(new Arc(code, 1 / (2 * Math.PI * q.si()), p)));
        }
        return arcs;
    }

    /** The resistance in series, where the circuit has one. */
    Optional<FitParameter> series() {
        return fit.parameter("R0.R");
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.stability;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.FitParameter;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;

/**
 * The resistance in series whose drop lies between the electrodes: from the fit of a spectrum of
 * the same cell the total of the electrolyte, or a resistor of its own in the circuit (R0); of
 * several spectra the last one before the scan.
 *
 * @param ohms its value
 * @param error its standard uncertainty
 * @param source the key of its uncertainty
 * @param origin where it comes from, as a sentence's part
 */
public record Resistance(double ohms, double error, String source, String origin) {
    private static final String FIT = "org.ionbench.analysis.eis.fit";

    /** The one of the spectra among the inputs; empty where there is none. */
    public static Optional<Resistance> of(Inputs inputs, Optional<LocalDateTime> scan) {
        return inputs.upstream().stream()
                .filter(u -> u.analysis().equals(FIT) && !u.recordings().isEmpty())
                .filter(u -> of(u).isPresent())
                .max(Comparator.comparingLong(u -> rank(u, scan)))
                .flatMap(Resistance::of);
    }

    /** Later is better before the scan; after it, earlier. */
    private static long rank(Inputs.Upstream u, Optional<LocalDateTime> scan) {
        Optional<LocalDateTime> start = u.recordings().getFirst().start();
        if (scan.isEmpty() || start.isEmpty()) {
            return Long.MIN_VALUE;
        }
        long seconds = java.time.Duration.between(scan.get(), start.get()).toSeconds();
        return seconds <= 0 ? seconds : Long.MIN_VALUE / 2 - seconds;
    }

    private static Optional<Resistance> of(Inputs.Upstream u) {
        String name = u.recordings().getFirst().name();
        var total = u.report().quantity("electrolyte resistance");
        if (total.isPresent()) {
            return Optional.of(
                    new Resistance(
                            total.get().si(),
                            total.get().standardUncertainty() * total.get().unit().factor(),
                            "run:" + u.runId() + "/electrolyte resistance",
                            "the electrolyte resistance of the fit of " + name));
        }
        Optional<Fit> fit = u.report().fits().stream().findFirst();
        Optional<FitParameter> r = fit.flatMap(f -> f.parameter("R0.R"));
        return r.filter(p -> p.value() > 0)
                .map(
                        p ->
                                new Resistance(
                                        p.value(),
                                        Double.isFinite(p.stderr()) ? p.stderr() : 0,
                                        "run:" + u.runId() + "/R0",
                                        "R0 of the fit of " + name));
    }
}

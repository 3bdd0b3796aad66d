// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.transference;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Fit;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits of the impedance spectra of a cell that were taken at the temperature of a polarisation, in
 * the order of time. Immutable.
 */
public final class Spectra {
    /** The analysis whose reports these are. */
    public static final String FIT = "org.ionbench.analysis.eis.fit";

    private static final double SAME_TEMPERATURE = 1.5;

    /**
     * A spectrum with its fit.
     *
     * @param upstream the report of the fit
     * @param recording the spectrum
     * @param fit what was fitted
     */
    public record Fitted(Inputs.Upstream upstream, Recording recording, Fit fit) {

        /** The key of a parameter of this fit as a source of uncertainty. */
        public String source(String parameter) {
            return "run:" + upstream.runId() + "/" + parameter;
        }

        /** The total resistance of the electrolyte, where the fit found one. */
        public Optional<Quantity> electrolyte() {
            return upstream.report().quantity("electrolyte resistance");
        }

        /** The name of the spectrum. */
        public String name() {
            return recording.name();
        }
    }

    private final List<Fitted> fits;
    private final int elsewhere;
    private final Recording polarisation;

    private Spectra(List<Fitted> fits, int elsewhere, Recording polarisation) {
        this.fits = List.copyOf(fits);
        this.elsewhere = elsewhere;
        this.polarisation = polarisation;
    }

    /** The fits among the reports that go with a polarisation. */
    public static Spectra of(Inputs inputs, Recording polarisation) {
        List<Fitted> fits = new ArrayList<>();
        int elsewhere = 0;
        for (Inputs.Upstream u : inputs.upstream()) {
            if (!u.analysis().equals(FIT) || u.report().fits().isEmpty()) {
                continue;
            }
            if (u.recordings().isEmpty()) {
                continue;
            }
            Recording r = u.recordings().getFirst();
            if (isFar(r.temperature(), polarisation.temperature())) {
                elsewhere++;
            } else {
                fits.add(new Fitted(u, r, u.report().fits().getFirst()));
            }
        }
        if (fits.stream().allMatch(f -> f.recording().start().isPresent())) {
            fits.sort(
                    (a, b) ->
                            a.recording()
                                    .start()
                                    .orElseThrow()
                                    .compareTo(b.recording().start().orElseThrow()));
        }
        return new Spectra(fits, elsewhere, polarisation);
    }

    private static boolean isFar(Optional<Quantity> a, Optional<Quantity> b) {
        return a.isPresent()
                && b.isPresent()
                && Math.abs(a.get().si() - b.get().si()) > SAME_TEMPERATURE;
    }

    public boolean isEmpty() {
        return fits.isEmpty();
    }

    /** All of them. */
    public List<Fitted> all() {
        return fits;
    }

    /** How many fits of the cell were left out as they are of another temperature. */
    public int elsewhere() {
        return elsewhere;
    }

    /** Whether the fits are of several temperatures, and that of the polarisation is not known. */
    public boolean isOfUnknownTemperature() {
        return polarisation.temperature().isEmpty()
                && fits.stream()
                        .anyMatch(
                                f ->
                                        isFar(
                                                f.recording().temperature(),
                                                fits.getFirst().recording().temperature()));
    }

    /** Whether it is known what was measured first. */
    public boolean isTimed() {
        return polarisation.start().isPresent()
                && fits.stream().allMatch(f -> f.recording().start().isPresent());
    }

    /**
     * The last one before the polarisation; where times are not known, the first of all. A name or
     * id chooses one.
     *
     * @throws AnalysisException if there is none of that name
     */
    public Optional<Fitted> before(String name) throws AnalysisException {
        if (!name.isBlank()) {
            return Optional.of(named(name));
        }
        if (!isTimed()) {
            return fits.stream().findFirst();
        }
        LocalDateTime start = polarisation.start().orElseThrow();
        return fits.reversed().stream()
                .filter(f -> !f.recording().start().orElseThrow().isAfter(start))
                .findFirst();
    }

    /**
     * The first one after the polarisation; where times are not known, the last of several. A name
     * or id chooses one.
     *
     * @throws AnalysisException if there is none of that name
     */
    public Optional<Fitted> after(String name) throws AnalysisException {
        if (!name.isBlank()) {
            return Optional.of(named(name));
        }
        if (!isTimed()) {
            return fits.size() > 1 ? Optional.of(fits.getLast()) : Optional.empty();
        }
        LocalDateTime start = polarisation.start().orElseThrow();
        return fits.stream()
                .filter(f -> f.recording().start().orElseThrow().isAfter(start))
                .findFirst();
    }

    private Fitted named(String text) throws AnalysisException {
        String wanted = text.strip();
        return fits.stream()
                .filter(f -> f.recording().id().equals(wanted) || name(f).equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AnalysisException(
                                        "No fitted spectrum of the cell at this temperature is"
                                                + " named \""
                                                + wanted
                                                + "\"; there "
                                                + (fits.isEmpty()
                                                        ? "is none"
                                                        : "are "
                                                                + String.join(
                                                                        ", ",
                                                                        fits.stream()
                                                                                .map(this::name)
                                                                                .toList()))
                                                + "."));
    }

    /** The name, with the time or the id where others have the same. */
    private String name(Fitted f) {
        boolean isAlone = fits.stream().filter(o -> o.name().equals(f.name())).count() == 1;
        return isAlone
                ? f.name()
                : f.name()
                        + f.recording()
                                .start()
                                .map(t -> " of " + t.truncatedTo(ChronoUnit.MINUTES))
                                .orElse(" " + f.recording().id())
                                .replace('T', ' ');
    }
}

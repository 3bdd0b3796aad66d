// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.decim;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Metadata;
import org.ionbench.instruments.text.decim.DecimCircuit.Gerischer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads results of DECiM ({@code .recm2}; Rodenburg and Ngene, SoftwareX 27 (2024) 101807).
 *
 * <h2>The format</h2>
 *
 * Text in five sections, each below its name: {@code >CIRCUIT DEFINITION}, the circuit in DECiM's
 * letters; {@code >MODEL PARAMETERS}, lines {@code R0: 46.04 Ohm | 0}, from version 1.4 on with the
 * standard deviation behind a second bar, infinite where none was computed; {@code >STATISTICAL
 * DATA}, names and values parted by colons; {@code >IMPEDANCE DATA} and {@code >IMPEDANCE FIT}, a
 * line of names and rows of frequency, Re Z and Im Z parted by commas, with six digits, the fit at
 * frequencies of its own. Neither the version nor the weights of the fit are in it.
 *
 * <p>The spectrum is a recording, the fit another one of technique {@code other}, since it was not
 * measured. The fit is suggested as two runs that begin at DECiM's parameters: one that minimises
 * what DECiM calls the observed modulus, and one with our own weights. Both have the circuit in our
 * letters; the Gerischer element, whose meaning changed, is taken as the one that gives the fit.
 */
public final class Recm2Importer implements Importer {
    private static final String FIT = "org.ionbench.analysis.eis.fit";

    /** The largest deviation between the fit and a recomputation that counts as the same. */
    private static final double SAME = 1e-3;

    @Override
    public Sniff sniff(Head head) {
        return head.text().strip().startsWith(Recm2File.FIRST)
                ? Sniff.certain("begins with " + Recm2File.FIRST)
                : Sniff.no("does not begin with " + Recm2File.FIRST);
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        Recm2File file = Recm2File.read(source, progress);
        file.problems().forEach(sink::problem);
        RecordingSink spectrum = sink.recording("Spectrum", Technique.EIS);
        spectrum.instrument("DECiM");
        tell(file, spectrum);
        Optional<DecimCircuit> circuit = usable(file, spectrum);
        if (circuit.isPresent()) {
            suggest(file, circuit.get(), spectrum, sink);
        }
        hand(file.data(), spectrum);
        if (file.data().size() == 0) {
            spectrum.problem(
                    Problem.warning(
                            "recm2.empty",
                            "The file holds no rows under >IMPEDANCE DATA; save it anew from"
                                    + " DECiM."));
        }
        if (file.fit().size() > 0) {
            RecordingSink fit = sink.recording("DECiM fit", Technique.OTHER);
            fit.instrument("DECiM");
            fit.metadata("Circuit definition", file.circuit());
            hand(file.fit(), fit);
        }
    }

    private static void tell(Recm2File file, RecordingSink recording) {
        recording.metadata("Circuit definition", file.circuit());
        if (!file.model().isEmpty()) {
            recording.metadata("Custom model", file.model());
        }
        recording.metadata(
                "DECiM version",
                file.hasDeviations()
                        ? "1.4 or later (parameters with standard deviations)"
                        : "before 1.4 (parameters without standard deviations)");
        file.parameters()
                .forEach(
                        (name, p) -> {
                            String unit = p.unit().isEmpty() ? "" : " / " + p.unit();
                            recording.metadata(name + unit, p.value());
                            p.deviation()
                                    .ifPresent(
                                            sd ->
                                                    recording.metadata(
                                                            name + " standard deviation" + unit,
                                                            sd));
                        });
        file.statistics().forEach((name, value) -> recording.metadata(name, Metadata.value(value)));
    }

    /** The circuit, where it is one of known elements with all their parameters. */
    private static Optional<DecimCircuit> usable(Recm2File file, RecordingSink recording) {
        Optional<DecimCircuit> circuit = DecimCircuit.parse(file.circuit());
        String lacking = "";
        if (!file.model().isEmpty()) {
            lacking = "it was fitted with a model of its user's own, " + file.model();
        } else if (circuit.isEmpty()) {
            lacking = "its circuit " + file.circuit() + " is not understood";
        } else {
            String missing =
                    circuit.get().names().stream()
                            .filter(name -> !file.parameters().containsKey(name))
                            .collect(Collectors.joining(", "));
            lacking = missing.isEmpty() ? "" : "it lacks the parameters " + missing;
        }
        if (lacking.isEmpty()) {
            return circuit;
        }
        recording.problem(
                Problem.warning(
                                "recm2.circuit",
                                "The fit cannot be repeated here: "
                                        + lacking
                                        + ". Choose a circuit for the spectrum yourself.")
                        .with(lacking));
        return Optional.empty();
    }

    private static void suggest(
            Recm2File file, DecimCircuit circuit, RecordingSink recording, Sink sink) {
        Map<String, Double> values = new LinkedHashMap<>();
        file.parameters().forEach((name, p) -> values.put(name, p.value()));
        Gerischer meaning = meaning(file, circuit, values, recording);
        Map<String, String> units = new LinkedHashMap<>();
        Map<String, Double> mapped = circuit.mapped(values, meaning, units);
        recording.metadata("Circuit", circuit.code());
        mapped.forEach(
                (name, value) -> {
                    String unit = units.getOrDefault(name, "");
                    recording.metadata(unit.isEmpty() ? name : name + " / " + unit, value);
                });
        if (!mapped.values().stream().allMatch(v -> Double.isFinite(v))) {
            return;
        }
        String guess =
                mapped.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(","));
        for (String weight : List.of("decim", "modulus")) {
            sink.suggestRun(
                    FIT, Map.of("circuit", circuit.code(), "guess", guess, "weight", weight));
        }
    }

    private static Gerischer meaning(
            Recm2File file,
            DecimCircuit circuit,
            Map<String, Double> values,
            RecordingSink recording) {
        double later = deviation(file.fit(), circuit, values, Gerischer.LATER);
        double earlier =
                circuit.hasGerischer()
                        ? deviation(file.fit(), circuit, values, Gerischer.EARLIER)
                        : Double.POSITIVE_INFINITY;
        Gerischer meaning = earlier < later ? Gerischer.EARLIER : Gerischer.LATER;
        double smaller = Math.min(earlier, later);
        if (circuit.hasGerischer()) {
            recording.assumption(
                    "Gerischer element taken as "
                            + (meaning == Gerischer.EARLIER
                                    ? "G/sqrt(m + jf) of DECiM before 1.2.5"
                                    : "G/sqrt(1 + jfm) of DECiM since 1.2.5")
                            + (file.fit().size() == 0
                                    ? ", as there is no fit to tell it by"
                                    : String.format(
                                            Locale.ROOT,
                                            ", which gives the fit to %.1e",
                                            smaller)));
        }
        if (!(smaller <= SAME)) {
            recording.problem(
                    Problem.warning(
                            "recm2.curve",
                            "The parameters do not give the curve under >IMPEDANCE FIT; trust"
                                    + " neither before a fit of your own."));
        }
        return meaning;
    }

    /** The largest relative deviation of the fit from a recomputation; 0 where there is no fit. */
    private static double deviation(
            Recm2File.Curve fit,
            DecimCircuit circuit,
            Map<String, Double> values,
            Gerischer meaning) {
        double largest = 0;
        for (int i = 0; i < fit.size(); i++) {
            double[] row = fit.row(i);
            Complex z = circuit.impedance(values, meaning, row[0]);
            double apart = Math.hypot(z.re() - row[1], z.im() - row[2]);
            largest = Math.max(largest, apart / Math.hypot(row[1], row[2]));
        }
        return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
    }

    private static void hand(Recm2File.Curve curve, RecordingSink recording) {
        List<String> names = curve.names();
        recording.column(ColumnSpec.of(names.get(0)).as(QuantityKind.FREQUENCY, "Hz"));
        recording.column(ColumnSpec.of(names.get(1)).as(QuantityKind.IMPEDANCE_REAL, "ohm"));
        recording.column(ColumnSpec.of(names.get(2)).as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"));
        for (int i = 0; i < curve.size(); i++) {
            recording.row(curve.row(i));
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import org.ionbench.analysis.eis.conduction.ArrheniusAnalysis;
import org.ionbench.analysis.eis.conduction.ConductivityAnalysis;
import org.ionbench.analysis.eis.elements.ConstantPhase;
import org.ionbench.analysis.eis.elements.Inductor;
import org.ionbench.analysis.eis.elements.Resistor;
import org.ionbench.analysis.eis.fitting.FitAnalysis;
import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.instruments.ametek.ParImporter;
import org.ionbench.instruments.biologic.MptImporter;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a twin's files with the vendor's importer and analyses them as a project would: fits,
 * conductivities, Arrhenius line.
 *
 * @param folder where the files were written
 * @param circuit the code of the circuit that is fitted
 * @param corrected whether the spectrum of the shorted fixture is used
 */
record Laboratory(Path folder, String circuit, boolean corrected) {
    private static final Elements ELEMENTS =
            Elements.of(List.of(new Resistor(), new ConstantPhase(), new Inductor()));

    /** The spectrum in a file. */
    Recording read(TwinFile file) throws IOException {
        Recording read =
                RecordedSink.read(importer(file), MemorySource.of(file.in(folder)))
                        .recordings()
                        .getFirst();
        Recording.Builder recording = read.change().id(file.name());
        file.celsius()
                .ifPresent(
                        t ->
                                recording.condition(
                                        "set temperature",
                                        Quantity.of("temperature", "T", t + 273.15, Unit.of("K"))));
        return recording.build();
    }

    private static Importer importer(TwinFile file) {
        return file.name().endsWith(".mpt") ? new MptImporter() : new ParImporter();
    }

    /** The conductivities of a cell, in the order of its files. */
    List<Inputs.Upstream> conductivities(TwinCell twin) throws IOException, AnalysisException {
        Cell cell = cell(twin);
        List<Inputs.Upstream> found = new ArrayList<>();
        for (TwinFile file : twin.files()) {
            Recording spectrum = read(file);
            Report fit =
                    run(
                            new FitAnalysis(),
                            "fit " + file.name(),
                            Inputs.of(spectrum, cell),
                            Map.of("circuit", circuit));
            Inputs.Upstream fitted =
                    new Inputs.Upstream(
                            "fit " + file.name(), FitAnalysis.ID, List.of(spectrum), fit);
            Report sigma =
                    run(
                            new ConductivityAnalysis(),
                            file.name(),
                            new Inputs(List.of(), List.of(fitted), Optional.of(cell)),
                            Map.of());
            found.add(
                    new Inputs.Upstream(
                            file.name(), ConductivityAnalysis.ID, List.of(spectrum), sigma));
        }
        return found;
    }

    /** The Arrhenius line of a cell. */
    Report arrhenius(TwinCell twin) throws IOException, AnalysisException {
        return run(
                new ArrheniusAnalysis(),
                "arrhenius",
                new Inputs(List.of(), conductivities(twin), Optional.of(cell(twin))),
                Map.of());
    }

    /** Thickness and diameter as the twin's texts say, {@code 0.32 +- 0.01 mm}. */
    private Cell cell(TwinCell twin) throws IOException {
        Cell cell = Cell.of(twin.name(), twin.name(), Sample.named(twin.sample()));
        for (String property : List.of(Cell.THICKNESS, Cell.DIAMETER)) {
            String[] words = twin.cellProperties().get(property).split(" ");
            cell =
                    cell.with(
                            property,
                            Double.parseDouble(words[0]),
                            Double.parseDouble(words[2]),
                            Unit.of(words[3]));
        }
        return corrected ? cell.withShortCircuit(read(twin.shortCircuit().orElseThrow())) : cell;
    }

    private static <S extends Record> Report run(
            Analysis<S> analysis, String id, Inputs inputs, Map<String, String> settings)
            throws AnalysisException {
        return analysis.run(
                new Context(id, inputs, ELEMENTS, Progress.NONE),
                Settings.read(analysis.settings(), settings));
    }
}

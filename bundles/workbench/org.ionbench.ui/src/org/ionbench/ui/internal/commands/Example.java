// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Unit;
import org.ionbench.demo.Twin;
import org.ionbench.demo.TwinCell;
import org.ionbench.demo.TwinFile;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.importing.ProjectImport;
import org.ionbench.engine.importing.TemperatureList;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The example project: files of the synthetic twin, taken in and analysed as a user's would be. */
final class Example {
    private static final String ARRHENIUS = "org.ionbench.analysis.eis.arrhenius";

    private static final String CONDUCTIVITY = "org.ionbench.analysis.eis.conductivity";
    private static final int OF_A_LINE = 3;

    private final Catalog catalog;
    private final Path folder;

    Example(Catalog catalog, Path folder) {
        this.catalog = catalog;
        this.folder = folder;
    }

    /** Makes the project in its folder and closes it, on any thread. */
    void make(Progress progress) throws IOException {
        List<TwinCell> cells = Twin.complete().cells();
        progress.task("Making the example", cells.size() + 1);
        Path files = Files.createTempDirectory("ionbench-example");
        try (Session session =
                Session.create(folder, Template.EMPTY, Runnable::run, Clock.systemDefaultZone())) {
            for (TwinCell cell : cells) {
                progress.checkCancelled();
                take(session, cell, files, progress.split(1));
            }
            session.save();
            plan(session, cells);
            session.save();
            progress.done(1);
        } finally {
            delete(files);
        }
    }

    private void take(Session session, TwinCell twin, Path files, Progress progress)
            throws IOException {
        String cell = session.cell(twin.name());
        session.set(cell, "sample", twin.sample());
        String sample = session.findSample(twin.sample()).orElseThrow();
        twin.sampleProperties().forEach((key, text) -> session.set(sample, key, text));
        twin.cellProperties().forEach((key, text) -> session.set(cell, key, text));
        for (TwinFile file : twin.files()) {
            file.write(files);
        }
        List<Double> temperatures = temperatures(twin);
        ImportChoices choices = ImportChoices.NONE.withCell(twin.name());
        if (!temperatures.isEmpty()) {
            choices = choices.withTemperatures(new TemperatureList(temperatures, Unit.of("degC")));
        }
        if (twin.shortCircuit().isPresent()) {
            choices = choices.withShortCircuit(twin.shortCircuit().get().write(files));
        }
        new ProjectImport(session, catalog)
                .run(twin.files().stream().map(f -> f.in(files)).toList(), choices, progress);
    }

    private void plan(Session session, List<TwinCell> cells) throws IOException {
        try (Runs runs = Runs.of(session, catalog)) {
            for (TwinCell cell : cells) {
                int spectra = temperatures(cell).size();
                if (spectra > 0) {
                    runs.plan(
                            spectra >= OF_A_LINE ? ARRHENIUS : CONDUCTIVITY,
                            Set.of(session.cell(cell.name())),
                            Map.of("circuit", cell.circuit()));
                }
            }
        } catch (AnalysisException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Of its spectra in their order; empty unless all have one. */
    private static List<Double> temperatures(TwinCell twin) {
        List<TwinFile> spectra =
                twin.files().stream().filter(f -> f.technique().equals(Technique.EIS)).toList();
        return spectra.stream().allMatch(f -> f.celsius().isPresent())
                ? spectra.stream().map(f -> f.celsius().orElseThrow()).toList()
                : List.of();
    }

    private static void delete(Path files) throws IOException {
        try (var inside = Files.list(files)) {
            for (Path file : inside.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(files);
    }
}

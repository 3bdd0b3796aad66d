// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.demo.project;

import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.demo.Labels;
import org.ionbench.demo.Twin;
import org.ionbench.demo.TwinCell;
import org.ionbench.demo.TwinRun;
import org.ionbench.engine.figures.Figures;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.importing.ImportResult;
import org.ionbench.engine.importing.NamePattern;
import org.ionbench.engine.importing.ProjectImport;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The example project. Its files are written in the formats of real instruments and come in by the
 * way of any user's files; making it again changes nothing.
 */
public final class ExampleProject {
    /** What stands above whatever is made of the example. */
    public static final String BANNER =
            "Synthetic data, made by Ionbench after Hehn et al. 2025 (doi 10.1021/acsami.5c01939)."
                    + " Nothing here was measured.";

    /** Files of a cell say their temperature in their names. */
    private static final NamePattern NAMES = NamePattern.parse("*_{temperature}C");

    private static final String CONSISTENCY = "org.ionbench.analysis.consistency";

    private final Session session;
    private final Runs runs;
    private final Twin twin = Twin.complete();

    /** The example in an open project, which may be new or hold it already. */
    public ExampleProject(Session session, Runs runs) {
        this.session = session;
        this.runs = runs;
    }

    /** {@link #BANNER} if a project holds cells of the example; else empty. */
    public static String banner(Session session) {
        return session.outline().cells().stream()
                        .anyMatch(c -> Labels.NOTE.equals(session.properties(c.id()).get("note")))
                ? BANNER
                : "";
    }

    /** Whether the project holds no cells but those of the example. */
    public boolean isOwn() {
        List<String> names = twin.cells().stream().map(TwinCell::name).toList();
        return session.outline().cells().stream().allMatch(c -> names.contains(c.name()));
    }

    /**
     * Writes the files, imports them, sets the cells, plans the runs, makes the figures and saves;
     * computing is left to the runs.
     *
     * @throws IOException with a sentence if the files cannot be written, read back or analysed
     */
    public void make(Progress progress) throws IOException {
        Path files = session.folder().resolve("files");
        twin.write(files, progress);
        for (TwinCell cell : twin.cells()) {
            progress.checkCancelled();
            take(cell, files, progress);
            set(cell);
        }
        try {
            for (TwinCell cell : twin.cells()) {
                plan(cell);
            }
            check();
        } catch (AnalysisException e) {
            throw new IOException(e.getMessage(), e);
        }
        new PaperFigures(session, new Figures(session, runs)).make();
        session.save();
    }

    private void take(TwinCell cell, Path files, Progress progress) throws IOException {
        if (cell.files().isEmpty()) {
            return;
        }
        ImportChoices choices = ImportChoices.NONE.withCell(cell.name()).withPattern(NAMES);
        if (cell.shortCircuit().isPresent()) {
            choices = choices.withShortCircuit(cell.shortCircuit().get().in(files));
        }
        List<Path> paths = cell.files().stream().map(f -> f.in(files)).toList();
        ImportResult result =
                new ProjectImport(session, runs.catalog()).run(paths, choices, progress);
        if (result.refusal().isPresent()) {
            throw new IOException(result.refusal().get());
        }
        for (ImportResult.ImportedFile f : result.files()) {
            if (f.error().isPresent()) {
                throw new IOException(f.file() + ": " + f.error().get().message());
            }
        }
    }

    private void set(TwinCell cell) {
        session.edit(
                "Set the properties of " + cell.name(),
                () -> {
                    String id = session.cell(cell.name());
                    Map<String, String> now = session.properties(id);
                    change(id, now, "sample", cell.sample());
                    cell.cellProperties().forEach((key, text) -> change(id, now, key, text));
                    String sample = session.findSample(cell.sample()).orElseThrow();
                    Map<String, String> known = session.properties(sample);
                    cell.sampleProperties()
                            .forEach((key, text) -> change(sample, known, key, text));
                });
    }

    private void change(String id, Map<String, String> now, String key, String text) {
        if (!text.equals(now.get(key))) {
            session.set(id, key, text);
        }
    }

    /** What is not installed is left out. */
    private void plan(TwinCell cell) throws AnalysisException {
        Set<String> id = Set.of(session.cell(cell.name()));
        for (TwinRun run : cell.runs()) {
            if (runs.catalog().analysis(run.analysis()).isPresent()) {
                runs.plan(run.analysis(), id, run.settings());
            }
        }
    }

    /** Whether what was entered can be true together: the cell of the paper's slip cannot. */
    private void check() throws AnalysisException {
        if (runs.catalog().analysis(CONSISTENCY).isPresent()) {
            runs.plan(CONSISTENCY, Set.of(), Map.of());
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.figures;

import org.ionbench.api.cell.Cell;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Pair;
import org.ionbench.model.Project;
import org.ionbench.model.Run;
import org.ionbench.model.store.Fresh;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of an open project. */
public final class Figures {
    private final Session session;
    private final Runs runs;

    public Figures(Session session, Runs runs) {
        this.session = session;
        this.runs = runs;
    }

    /** All of them, in the project's order. */
    public List<FigureSpec> all() {
        return session.project().getFigures().stream().map(Figures::spec).toList();
    }

    private static FigureSpec spec(org.ionbench.model.Figure figure) {
        Map<String, String> options = new LinkedHashMap<>();
        figure.getOptions().forEach(o -> options.put(o.getKey(), o.getValue()));
        return new FigureSpec(
                figure.getName(),
                FigureSpec.plots(figure.getPlot()),
                figure.getRuns().stream().map(Run::getId).toList(),
                options);
    }

    /**
     * Adds a figure, or makes the one of its name so, as one edit; nothing where it is so already.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public void put(FigureSpec wanted) {
        Optional<org.ionbench.model.Figure> known = find(wanted.name());
        if (known.map(Figures::spec).filter(wanted::equals).isPresent()) {
            return;
        }
        List<Run> wantedRuns = wanted.runs().stream().map(this::run).toList();
        session.edit(
                "Set the figure " + wanted.name(),
                () -> {
                    Project project = session.project();
                    org.ionbench.model.Figure figure =
                            known.orElseGet(
                                    () -> {
                                        var fresh = Fresh.figure(wanted.name());
                                        project.getFigures().add(fresh);
                                        return fresh;
                                    });
                    figure.setPlot(wanted.plotText());
                    figure.getRuns().clear();
                    figure.getRuns().addAll(wantedRuns);
                    List<Pair> options =
                            wanted.options().entrySet().stream()
                                    .map(o -> Fresh.pair(o.getKey(), o.getValue()))
                                    .toList();
                    figure.getOptions().clear();
                    figure.getOptions().addAll(options);
                });
    }

    private Optional<org.ionbench.model.Figure> find(String name) {
        return session.project().getFigures().stream()
                .filter(f -> f.getName().equals(name))
                .findFirst();
    }

    private Run run(String id) {
        return session.find(Run.class, id)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no run with the id " + id));
    }

    /**
     * Deletes a figure, as one edit; its runs stay.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public void delete(String name) {
        session.delete(
                find(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "there is no figure \"" + name + "\""))
                        .getId());
    }

    /** What each figure shows today, in the project's order. */
    public List<Figure> drawn() {
        return all().stream().map(this::draw).toList();
    }

    /** What a figure shows today. */
    public Figure draw(FigureSpec spec) {
        List<RunResult> results =
                spec.runs().stream()
                        .filter(id -> session.find(Run.class, id).isPresent())
                        .map(runs::result)
                        .toList();
        return new Drawing(spec, results, this::properties).figure();
    }

    /** What is known of the cell and sample of a run, as texts. */
    private Map<String, String> properties(RunResult run) {
        Map<String, String> all = new LinkedHashMap<>();
        Optional<Run> live = session.find(Run.class, run.id());
        try {
            if (live.isPresent() && live.get().getCell() != null) {
                Cell cell = session.cellSnapshot(live.get().getCell().getId());
                all.putAll(cell.texts());
                all.putAll(cell.sample().fields());
                cell.quantities()
                        .forEach((key, q) -> all.put(key, q.value() + " " + q.unit().symbol()));
            }
        } catch (IOException e) {
            // The fixture's table cannot be read: the run's own result says so.
            return all;
        }
        return all;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.figures;

import org.ionbench.api.cell.Cell;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Pair;
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

    /** What the figure of an id shows; empty if there is none. */
    public Optional<FigureSpec> find(String id) {
        return session.find(org.ionbench.model.Figure.class, id).map(Figures::spec);
    }

    /**
     * Makes the first figure of a name so, or adds one of it, as one edit; nothing where it is so
     * already.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public void put(FigureSpec wanted) {
        Optional<org.ionbench.model.Figure> known =
                session.project().getFigures().stream()
                        .filter(f -> f.getName().equals(wanted.name()))
                        .findFirst();
        if (known.isPresent()) {
            set(known.get(), wanted);
        } else {
            add(wanted);
        }
    }

    /**
     * Adds a figure, whatever there is of its name, as one edit.
     *
     * @return its id
     * @throws IllegalArgumentException if there is no such run
     */
    public String add(FigureSpec wanted) {
        List<Run> wantedRuns = runs(wanted);
        org.ionbench.model.Figure fresh = Fresh.figure(wanted.name());
        session.edit(
                "Add the figure " + wanted.name(),
                () -> {
                    session.project().getFigures().add(fresh);
                    fill(fresh, wanted, wantedRuns);
                });
        return fresh.getId();
    }

    /**
     * Makes the figure of an id so, as one edit; nothing where it is so already.
     *
     * @throws IllegalArgumentException if there is no such figure or run
     */
    public void set(String id, FigureSpec wanted) {
        set(
                session.find(org.ionbench.model.Figure.class, id)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "there is no figure with the id " + id)),
                wanted);
    }

    private void set(org.ionbench.model.Figure figure, FigureSpec wanted) {
        if (spec(figure).equals(wanted)) {
            return;
        }
        List<Run> wantedRuns = runs(wanted);
        session.edit(
                "Set the figure " + wanted.name(),
                () -> {
                    figure.setName(wanted.name());
                    fill(figure, wanted, wantedRuns);
                });
    }

    private static void fill(
            org.ionbench.model.Figure figure, FigureSpec wanted, List<Run> wantedRuns) {
        figure.setPlot(wanted.plotText());
        figure.getRuns().clear();
        figure.getRuns().addAll(wantedRuns);
        List<Pair> options =
                wanted.options().entrySet().stream()
                        .map(o -> Fresh.pair(o.getKey(), o.getValue()))
                        .toList();
        figure.getOptions().clear();
        figure.getOptions().addAll(options);
    }

    private List<Run> runs(FigureSpec spec) {
        return spec.runs().stream().map(this::run).toList();
    }

    private Run run(String id) {
        return session.find(Run.class, id)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no run with the id " + id));
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

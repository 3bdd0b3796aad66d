// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.ionbench.api.plot.Plot;
import org.ionbench.engine.figures.FigureSpec;
import org.ionbench.engine.figures.Figures;
import org.ionbench.ui.internal.editors.plots.PlotGrid;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Lays the plots of the selected runs over each other: a line for each plot they all have. */
public final class FiguresMenu {

    private FiguresMenu() {}

    /**
     * The menu.
     *
     * @param open shows a figure by its id
     * @return empty unless two or more runs of one project are selected and share a plot
     */
    public static Optional<MenuManager> of(
            List<Node> selected, BiConsumer<OpenProject, String> open) {
        List<Node> runs = selected.stream().filter(n -> n.kind() == Kind.RUN).toList();
        Set<OpenProject> projects = runs.stream().map(Node::project).collect(Collectors.toSet());
        if (runs.size() < 2 || runs.size() < selected.size() || projects.size() != 1) {
            return Optional.empty();
        }
        OpenProject project = runs.getFirst().project();
        if (project.session().isReadOnly()) {
            return Optional.empty();
        }
        List<String> ids = runs.stream().map(Node::id).toList();
        MenuManager menu = new MenuManager("New figure", Pictures.descriptor("figure"), null);
        shared(project, ids)
                .forEach(
                        (id, name) ->
                                menu.add(
                                        new Action(name) {
                                            @Override
                                            public void run() {
                                                open.accept(project, make(project, ids, id, name));
                                            }
                                        }));
        return menu.isEmpty() ? Optional.empty() : Optional.of(menu);
    }

    /** Plots that all runs have, with their names. */
    private static Map<String, String> shared(OpenProject project, List<String> runs) {
        Map<String, String> shared = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            Map<String, String> own = new LinkedHashMap<>();
            project.runs().report(runs.get(i)).stream()
                    .flatMap(r -> r.plots().stream())
                    .forEach((Plot p) -> own.putIfAbsent(p.id(), PlotGrid.name(p)));
            if (i == 0) {
                shared.putAll(own);
            } else {
                shared.keySet().retainAll(own.keySet());
            }
        }
        return shared;
    }

    private static String make(
            OpenProject project, List<String> runs, String plot, String plotName) {
        Figures figures = new Figures(project.session(), project.runs());
        List<String> taken = figures.all().stream().map(FigureSpec::name).toList();
        String first = plotName + ", " + runs.size() + " runs";
        String name = first;
        for (int n = 2; taken.contains(name); n++) {
            name = first + " (" + n + ")";
        }
        return figures.add(FigureSpec.of(name, List.of(plot), runs));
    }
}

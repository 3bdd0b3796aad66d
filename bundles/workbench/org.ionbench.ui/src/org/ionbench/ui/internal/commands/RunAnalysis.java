// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.engine.runs.Runs;
import org.ionbench.ui.internal.editors.Open;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes runs of an analysis for what is selected: recordings, cells, or the whole project. They are
 * computed in the background, and the first one is shown.
 */
public final class RunAnalysis extends AbstractHandler {
    static final String ID = "org.ionbench.ui.runAnalysis";
    static final String ANALYSIS = "org.ionbench.ui.runAnalysis.analysis";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = Commands.window(event);
        Projects projects = Commands.projects(event);
        List<Node> nodes = Selected.nodes(Commands.selection(window));
        Optional<OpenProject> project =
                Commands.project(event, "Open a project before you analyse.");
        if (project.isEmpty()) {
            return null;
        }
        try {
            List<String> runs = plan(project.get(), nodes, event.getParameter(ANALYSIS));
            runs.stream()
                    .findFirst()
                    .ifPresent(
                            run -> {
                                projects.reveal(project.get(), run);
                                Open.run(window.getActivePage(), project.get(), run);
                            });
        } catch (AnalysisException | IllegalStateException e) {
            projects.say(e.getMessage());
        }
        return null;
    }

    private static List<String> plan(OpenProject project, List<Node> selected, String analysis)
            throws AnalysisException {
        Runs runs = project.runs();
        List<Node> nodes = selected.stream().filter(n -> n.project() == project).toList();
        List<String> recordings = ids(nodes, Kind.RECORDING);
        if (!recordings.isEmpty()) {
            return runs.planOn(analysis, recordings, Map.of());
        }
        Set<String> cells =
                nodes.stream()
                        .flatMap(n -> n.cell().stream())
                        .map(Node::id)
                        .collect(Collectors.toSet());
        return runs.plan(analysis, cells, Map.of());
    }

    private static List<String> ids(List<Node> nodes, Kind kind) {
        return nodes.stream().filter(n -> n.kind() == kind).map(Node::id).toList();
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.joining.ProjectJoin;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.MonitorProgress;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Joins the selected recordings, which follow one another in time, into one; one undo apart. */
public final class JoinRecordings extends AbstractHandler {
    /** The command's id in plugin.xml. */
    public static final String ID = "org.ionbench.ui.joinRecordings";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Projects projects = Commands.projects(event);
        List<Node> nodes = recordings(Selected.nodes(Commands.selection(Commands.window(event))));
        if (nodes.size() < 2) {
            projects.say("Select two or more recordings to join them.");
            return null;
        }
        OpenProject project = nodes.getFirst().project();
        if (project.session().isReadOnly()) {
            projects.say(project.session().readOnlyReason().orElseThrow());
            return null;
        }
        List<String> ids = nodes.stream().map(Node::id).distinct().toList();
        Job.create(
                        "Join " + ids.size() + " recordings",
                        (ICoreRunnable)
                                monitor ->
                                        join(projects, project, ids, new MonitorProgress(monitor)))
                .schedule();
        return null;
    }

    /** The recordings among nodes of one project. */
    public static List<Node> recordings(List<Node> nodes) {
        return nodes.stream()
                .filter(n -> n.kind() == Kind.RECORDING)
                .filter(n -> n.project() == nodes.getFirst().project())
                .toList();
    }

    private static void join(
            Projects projects, OpenProject project, List<String> ids, Progress progress) {
        try {
            ProjectJoin join = ProjectJoin.prepare(project.session(), ids, progress);
            progress.checkCancelled();
            project.session().owner().execute(() -> finish(projects, project, join));
        } catch (CancellationException e) {
            projects.say("Joining was cancelled; the recordings are as they were.");
        } catch (IllegalArgumentException e) {
            projects.say(e.getMessage());
        } catch (IOException e) {
            projects.report("The recordings were not joined: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            if (!project.isClosed()) {
                throw e;
            }
            projects.say("The project was closed while its recordings were joined.");
        }
    }

    private static void finish(Projects projects, OpenProject project, ProjectJoin join) {
        if (project.isClosed()) {
            return;
        }
        try {
            projects.reveal(project, join.finish());
        } catch (IllegalArgumentException e) {
            projects.say("The recordings were changed meanwhile; join them again.");
        }
    }
}

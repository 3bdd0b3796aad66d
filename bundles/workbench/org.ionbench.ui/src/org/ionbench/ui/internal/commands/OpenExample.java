// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.ionbench.demo.project.ExampleProject;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;
import org.ionbench.model.store.ProjectFolder;
import org.ionbench.ui.internal.projects.MonitorProgress;
import org.ionbench.ui.internal.projects.Projects;

import java.nio.file.Path;
import java.time.Clock;

/** Opens the example project, and makes it in the user's home first where it is not there yet. */
public final class OpenExample extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Projects projects = Commands.projects(event);
        Path folder = Path.of(System.getProperty("user.home"), "Ionbench example");
        if (ProjectFolder.isProject(folder)) {
            projects.open(folder, project -> {});
        } else {
            projects.inJob(
                    "Make the example project",
                    monitor -> {
                        try (Session session =
                                        Session.create(
                                                folder,
                                                Template.EMPTY,
                                                Runnable::run,
                                                Clock.systemDefaultZone());
                                Runs runs = Runs.of(session, projects.catalog())) {
                            new ExampleProject(session, runs).make(new MonitorProgress(monitor));
                        }
                        return projects.session(folder);
                    },
                    project -> {});
        }
        return null;
    }
}

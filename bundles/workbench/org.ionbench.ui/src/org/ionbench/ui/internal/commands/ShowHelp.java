// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.program.Program;
import org.ionbench.ui.internal.projects.Projects;
import org.osgi.framework.Bundle;

import java.io.IOException;
import java.net.URL;

/** Shows the help in the system's browser: its pages are plain files and need no server. */
public final class ShowHelp extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Projects projects = Commands.projects(event);
        Job job =
                Job.createSystem(
                        "Show help",
                        (ICoreRunnable)
                                monitor -> {
                                    try {
                                        show(projects);
                                    } catch (IOException e) {
                                        projects.report("The help cannot be shown.", e);
                                    }
                                });
        job.schedule();
        return null;
    }

    private static void show(Projects projects) throws IOException {
        Bundle help = Platform.getBundle("org.ionbench.help");
        if (help == null) {
            projects.say("The help is not installed.");
            return;
        }
        URL pages = FileLocator.toFileURL(help.getEntry("html/"));
        String first = pages.getPath() + "index.html";
        projects.owner()
                .execute(
                        () -> {
                            if (!Program.launch(first)) {
                                projects.say("No browser was found. The help is " + first + ".");
                            }
                        });
    }
}

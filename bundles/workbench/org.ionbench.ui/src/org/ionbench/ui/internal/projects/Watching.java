// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.watching.FolderWatch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Watches a folder for a project: one job, to be seen and cancelled in the Progress view, that ends
 * with the project.
 */
public final class Watching extends Job {
    private static final Duration EVERY =
            Duration.ofMillis(Long.getLong("ionbench.watch.milliseconds", 10_000));
    private static final long LOOK_MILLISECONDS = 100;

    private final Projects projects;
    private final OpenProject project;
    private final Path folder;
    private final FolderWatch watch;

    public Watching(Projects projects, OpenProject project, Path folder, ImportChoices choices) {
        super("Watch " + folder);
        this.projects = projects;
        this.project = project;
        this.folder = folder;
        watch =
                new FolderWatch(
                        project.session(),
                        projects.catalog(),
                        folder,
                        choices,
                        projects.clock(),
                        EVERY);
        setPriority(Job.DECORATE);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask("Waiting for files", IProgressMonitor.UNKNOWN);
        boolean away = false;
        while (!ended(monitor)) {
            try {
                FolderWatch.Look look = watch.look(new MonitorProgress(monitor));
                away = false;
                if (!look.isEmpty()) {
                    say(look);
                }
            } catch (CancellationException e) {
                break;
            } catch (IOException e) {
                if (!away) {
                    projects.report(folder + " cannot be looked at: " + e.getMessage(), e);
                }
                away = true;
            }
            pause(monitor);
        }
        return Status.OK_STATUS;
    }

    private boolean ended(IProgressMonitor monitor) {
        return monitor.isCanceled() || project.isClosed();
    }

    private void pause(IProgressMonitor monitor) {
        long end = System.nanoTime() + EVERY.toNanos();
        try {
            while (!ended(monitor) && System.nanoTime() < end) {
                Thread.sleep(LOOK_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            monitor.setCanceled(true);
            Thread.currentThread().interrupt();
        }
    }

    private void say(FolderWatch.Look look) {
        List<ImportedFile> all =
                Stream.concat(look.fresh().stream(), look.grown().stream()).toList();
        long failed = all.stream().filter(ImportedFile::isFailed).count();
        projects.say(
                folder.getFileName()
                        + ": "
                        + (look.fresh().size() - failed)
                        + " new, "
                        + look.grown().size()
                        + " grown"
                        + (failed == 0 ? "." : ", " + failed + " failed."));
        project.session().owner().execute(() -> project.noteImport(List.of(), all));
    }
}

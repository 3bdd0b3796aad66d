// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.ionbench.api.progress.Progress;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Computes a project's runs on jobs that show their progress and can be cancelled. */
final class Computing implements Executor, Supplier<Progress> {
    private final OpenProject project;
    private volatile IProgressMonitor monitor = new NullProgressMonitor();

    Computing(OpenProject project) {
        this.project = project;
    }

    @Override
    public void execute(Runnable work) {
        Job job =
                Job.create(
                        "Compute results of " + project.folder().getFileName(),
                        (ICoreRunnable)
                                (IProgressMonitor m) -> {
                                    monitor = m;
                                    try {
                                        work.run();
                                    } catch (CancellationException e) {
                                        m.setCanceled(true);
                                    } finally {
                                        monitor = new NullProgressMonitor();
                                    }
                                });
        job.setPriority(Job.LONG);
        job.schedule();
    }

    /** A progress on whatever job is computing when it is used. */
    @Override
    public Progress get() {
        return new Progress() {
            private Progress shown = Progress.NONE;

            @Override
            public void task(String name, long total) {
                shown = new MonitorProgress(monitor);
                shown.task(name, total);
            }

            @Override
            public void done(long work) {
                shown.done(work);
            }

            @Override
            public void note(String text) {
                shown.note(text);
            }

            @Override
            public boolean isCancelled() {
                return monitor.isCanceled();
            }
        };
    }
}

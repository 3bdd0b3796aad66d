// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.ionbench.api.progress.Progress;

/** Shows the progress of the engine's work on a job's monitor, and hears its cancel button. */
public final class MonitorProgress implements Progress {
    private static final int TICKS = 10_000;

    private final IProgressMonitor monitor;
    private boolean begun;
    private long total;
    private long work;
    private int shown;

    public MonitorProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void task(String name, long units) {
        if (!begun) {
            begun = true;
            monitor.beginTask("", units > 0 ? TICKS : IProgressMonitor.UNKNOWN);
        }
        monitor.subTask(name);
        total = units;
        work = 0;
        shown = 0;
    }

    @Override
    public void done(long units) {
        work += units;
        if (total > 0) {
            int due = (int) Math.min(TICKS, TICKS * work / total);
            if (due > shown) {
                monitor.worked(due - shown);
                shown = due;
            }
        }
    }

    @Override
    public void note(String text) {
        monitor.subTask(text);
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled();
    }
}

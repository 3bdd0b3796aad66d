// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.eclipse.swt.widgets.Display;

/** Runs something soon, once for however many calls in a row. */
public final class Settled {
    private static final int MILLISECONDS = 150;

    private final Display display;
    private final Runnable work;
    private boolean due;

    public Settled(Display display, Runnable work) {
        this.display = display;
        this.work = work;
    }

    /** Asks for it. */
    public void soon() {
        if (!due) {
            due = true;
            display.timerExec(
                    MILLISECONDS,
                    () -> {
                        due = false;
                        work.run();
                    });
        }
    }
}

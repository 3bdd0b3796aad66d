// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** A handler that does one thing and needs to know nothing. */
public final class Act extends AbstractHandler {
    private final Runnable does;

    public Act(Runnable does) {
        this.does = does;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        does.run();
        return null;
    }
}

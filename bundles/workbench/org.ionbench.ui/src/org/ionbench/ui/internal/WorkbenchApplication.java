// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the workbench and keeps it running until its last window is closed. Arguments are folders
 * of projects to open; where a workbench runs already, it is handed them.
 */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws IOException {
        Handover handover = Handover.in(Platform.getInstanceLocation().getURL());
        List<Path> projects = projects(context);
        if (!Platform.getInstanceLocation().lock()) {
            handover.send(projects);
            return EXIT_OK;
        }
        Display display = PlatformUI.createDisplay();
        try {
            int code =
                    PlatformUI.createAndRunWorkbench(
                            display, new WorkbenchStart(projects, handover));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    private static List<Path> projects(IApplicationContext context) {
        return context.getArguments().get(IApplicationContext.APPLICATION_ARGS)
                        instanceof String[] arguments
                ? Stream.of(arguments)
                        .takeWhile(a -> !a.startsWith("-"))
                        .filter(a -> !a.isBlank())
                        .map(a -> Path.of(a).toAbsolutePath())
                        .toList()
                : List.of();
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            Display display = workbench.getDisplay();
            if (!display.isDisposed()) {
                display.syncExec(workbench::close);
            }
        }
    }
}

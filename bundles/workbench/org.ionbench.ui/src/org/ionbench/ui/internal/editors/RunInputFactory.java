// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PlatformUI;
import org.ionbench.ui.internal.projects.Projects;

import java.nio.file.Path;

/** Brings a run editors back after a restart, where the project is open again. */
public final class RunInputFactory implements IElementFactory {
    static final String ID = "org.ionbench.ui.runInput";

    @Override
    public IAdaptable createElement(IMemento memento) {
        String folder = memento.getString(ProjectInput.FOLDER);
        String id = memento.getString(ProjectInput.ID);
        if (folder == null || id == null) {
            return null;
        }
        return PlatformUI.getWorkbench()
                .getService(Projects.class)
                .of(Path.of(folder))
                .map(project -> new RunInput(project, id))
                .filter(RunInput::exists)
                .orElse(null);
    }
}

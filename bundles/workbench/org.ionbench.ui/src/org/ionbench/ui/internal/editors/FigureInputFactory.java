// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PlatformUI;
import org.ionbench.ui.internal.projects.Projects;

import java.nio.file.Path;

/** Brings figure editors back after a restart, where the project is open again. */
public final class FigureInputFactory implements IElementFactory {
    static final String ID = "org.ionbench.ui.figureInput";

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
                .map(project -> new FigureInput(project, id))
                .filter(FigureInput::exists)
                .orElse(null);
    }
}

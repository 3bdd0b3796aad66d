// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PlatformUI;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.nio.file.Path;
import java.util.function.BiFunction;

/** Brings editors back after a restart, where the project is open again. */
abstract class InputFactory implements IElementFactory {
    private final BiFunction<OpenProject, String, ProjectInput> making;

    InputFactory(BiFunction<OpenProject, String, ProjectInput> making) {
        this.making = making;
    }

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
                .map(project -> making.apply(project, id))
                .filter(ProjectInput::exists)
                .orElse(null);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.properties;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;
import org.ionbench.model.Identified;
import org.ionbench.ui.internal.editors.FigureInput;
import org.ionbench.ui.internal.editors.ProjectInput;
import org.ionbench.ui.internal.editors.RecordingInput;
import org.ionbench.ui.internal.editors.RunInput;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.explorer.Selected;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.Optional;

/**
 * What properties are shown of.
 *
 * @param project its project
 * @param kind what it is
 * @param id its id; empty for the project itself
 */
record Subject(OpenProject project, Kind kind, String id) {

    /** What a selection in a part is of: the selected node, else what the editor shows. */
    static Optional<Subject> of(IWorkbenchPart part, ISelection selection) {
        return Selected.nodes(selection).stream()
                .findFirst()
                .filter(n -> n.kind() != Kind.GROUP)
                .map(Subject::of)
                .or(() -> Subject.of(part));
    }

    /** What an editor shows. */
    static Optional<Subject> of(IWorkbenchPart part) {
        return part instanceof IEditorPart editor
                        && editor.getEditorInput() instanceof ProjectInput input
                ? Optional.of(
                        new Subject(
                                input.project(),
                                switch (input) {
                                    case RecordingInput _ -> Kind.RECORDING;
                                    case RunInput _ -> Kind.RUN;
                                    case FigureInput _ -> Kind.FIGURE;
                                },
                                input.id()))
                : Optional.empty();
    }

    private static Subject of(Node node) {
        return new Subject(node.project(), node.kind(), node.id());
    }

    /** Whether it is still there. */
    boolean exists() {
        return kind == Kind.PROJECT || project.session().find(Identified.class, id).isPresent();
    }

    /** Whether it takes properties of a lab's own. */
    boolean takesMore() {
        return (kind == Kind.CELL || kind == Kind.SAMPLE)
                && !project.session().isReadOnly()
                && exists();
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.List;
import java.util.Optional;

/** What of the explorer is selected. */
public final class Selected {

    private Selected() {}

    /** The nodes of a selection; empty if it is one of something else. */
    public static List<Node> nodes(ISelection selection) {
        return selection instanceof IStructuredSelection s
                ? s.stream().filter(Node.class::isInstance).map(Node.class::cast).toList()
                : List.of();
    }

    /** The one node of a selection; empty if it is of none or several. */
    public static Optional<Node> node(ISelection selection) {
        List<Node> nodes = nodes(selection);
        return nodes.size() == 1 ? Optional.of(nodes.getFirst()) : Optional.empty();
    }

    /** The ids of a project's recordings at or below what is selected, but the project itself. */
    public static List<String> recordings(ISelection selection, OpenProject project) {
        return nodes(selection).stream()
                .filter(n -> n.project() == project && n.kind() != Kind.PROJECT)
                .flatMap(Node::all)
                .filter(n -> n.kind() == Kind.RECORDING)
                .map(Node::id)
                .distinct()
                .toList();
    }
}

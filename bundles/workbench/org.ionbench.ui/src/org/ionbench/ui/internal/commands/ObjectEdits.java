// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.commands;

import org.ionbench.engine.session.Session;
import org.ionbench.model.Figure;
import org.ionbench.model.Run;
import org.ionbench.ui.internal.explorer.Node;
import org.ionbench.ui.internal.explorer.Node.Kind;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Deleting and renaming what is selected in the explorer, each as one edit. */
public final class ObjectEdits {

    private ObjectEdits() {}

    /**
     * Deletes nodes of one project and the runs below them; recordings of a deleted cell stay,
     * without a cell.
     *
     * @throws IllegalStateException with a sentence if the project can only be read
     */
    public static void delete(List<Node> nodes) {
        List<Node> objects = nodes.stream().filter(Node::isObject).toList();
        if (objects.isEmpty()) {
            return;
        }
        OpenProject project = objects.getFirst().project();
        Set<String> ids = new LinkedHashSet<>();
        for (Node node : objects) {
            if (node.project() == project) {
                node.all().filter(n -> n.kind() == Kind.RUN).map(Node::id).forEach(ids::add);
                ids.add(node.id());
            }
        }
        String label =
                objects.size() == 1
                        ? "Delete " + objects.getFirst().label()
                        : "Delete " + objects.size() + " objects";
        project.session().edit(label, () -> ids.forEach(project.session()::delete));
    }

    /**
     * Renames what a node stands for.
     *
     * @throws IllegalArgumentException with a sentence if the name cannot be
     * @throws IllegalStateException with a sentence if the project can only be read
     */
    public static void rename(Node node, String typed) {
        String name = typed.strip();
        if (name.equals(node.label())) {
            return;
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name cannot be empty.");
        }
        Session session = node.project().session();
        switch (node.kind()) {
            case PROJECT -> session.edit("Rename project", () -> session.project().setName(name));
            case RUN ->
                    session.edit(
                            "Rename run",
                            () ->
                                    session.find(Run.class, node.id())
                                            .ifPresent(run -> run.setLabel(name)));
            case FIGURE ->
                    session.edit(
                            "Rename figure",
                            () ->
                                    session.find(Figure.class, node.id())
                                            .ifPresent(figure -> figure.setName(name)));
            case SAMPLE, CELL, RECORDING ->
                    session.edit(
                            "Rename " + node.label(), () -> session.set(node.id(), "name", name));
            case GROUP -> {
                return;
            }
        }
    }
}

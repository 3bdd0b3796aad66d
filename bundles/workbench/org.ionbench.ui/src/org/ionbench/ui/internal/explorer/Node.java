// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.eclipse.core.runtime.IAdaptable;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in the explorer's tree, and what the rest of the workbench gets as a selection. Nodes of
 * one place are equal however often the tree is made anew, so what was open stays open.
 */
public final class Node implements IAdaptable {

    /** What a node stands for. */
    public enum Kind {
        PROJECT,
        GROUP,
        SAMPLE,
        CELL,
        RECORDING,
        RUN,
        FIGURE
    }

    private final OpenProject project;
    private final Optional<Node> parent;
    private final Kind kind;
    private final String id;
    private final String label;
    private final String detail;
    private final String icon;
    private String lead = "";
    private final List<Node> children = new ArrayList<>();

    private Node(
            OpenProject project,
            Optional<Node> parent,
            Kind kind,
            String id,
            String label,
            String detail,
            String icon) {
        this.project = project;
        this.parent = parent;
        this.kind = kind;
        this.id = id;
        this.label = label;
        this.detail = detail;
        this.icon = icon;
    }

    static Node root(OpenProject project) {
        return new Node(
                project,
                Optional.empty(),
                Kind.PROJECT,
                "",
                project.name(),
                project.session().isReadOnly() ? "read only" : "",
                project.session().isReadOnly() ? "project-locked" : "project");
    }

    Node add(Kind childKind, String childId, String text, String detailText, String picture) {
        Node child =
                new Node(project, Optional.of(this), childKind, childId, text, detailText, picture);
        children.add(child);
        return child;
    }

    /** The same node with a text before its label, such as a temperature. */
    Node led(String text) {
        lead = text;
        return this;
    }

    /** What is said before the label; may be empty. */
    public String lead() {
        return lead;
    }

    /** The project it belongs to. */
    public OpenProject project() {
        return project;
    }

    public Kind kind() {
        return kind;
    }

    /** The id of the object it stands for; a group's is its title. */
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** What is said after the label in a quieter colour; may be empty. */
    public String detail() {
        return detail;
    }

    String icon() {
        return icon;
    }

    public Optional<Node> parent() {
        return parent;
    }

    public List<Node> children() {
        return List.copyOf(children);
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    /** The cell at or above this node. */
    public Optional<Node> cell() {
        return kind == Kind.CELL ? Optional.of(this) : parent.flatMap(Node::cell);
    }

    /** This node and all below it. */
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /** Whether it stands for something that can be deleted and renamed. */
    public boolean isObject() {
        return kind != Kind.PROJECT && kind != Kind.GROUP;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == OpenProject.class ? adapter.cast(project) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node o
                && o.project == project
                && o.kind == kind
                && o.id.equals(id)
                && o.parent.equals(parent);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(project), kind, id);
    }

    @Override
    public String toString() {
        return label;
    }
}

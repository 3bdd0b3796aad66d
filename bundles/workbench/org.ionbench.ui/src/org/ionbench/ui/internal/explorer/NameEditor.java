// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ICellModifier;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerEditor;
import org.eclipse.swt.widgets.Item;
import org.ionbench.ui.internal.commands.ObjectEdits;

import java.util.function.Consumer;

/** Names are changed in the tree itself, once Rename asks for it. */
final class NameEditor implements ICellModifier {
    private static final String NAME = "name";

    private final Consumer<String> refused;

    private NameEditor(Consumer<String> refused) {
        this.refused = refused;
    }

    static void install(TreeViewer viewer, Consumer<String> refused) {
        TextCellEditor editor = new TextCellEditor(viewer.getTree());
        editor.getControl().setData("org.ionbench.ui.id", "explorer.rename");
        viewer.setColumnProperties(new String[] {NAME});
        viewer.setCellEditors(new CellEditor[] {editor});
        viewer.setCellModifier(new NameEditor(refused));
        TreeViewerEditor.create(
                viewer,
                new ColumnViewerEditorActivationStrategy(viewer) {
                    @Override
                    protected boolean isEditorActivationEvent(
                            ColumnViewerEditorActivationEvent event) {
                        return event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
                    }
                },
                ColumnViewerEditor.DEFAULT);
    }

    @Override
    public boolean canModify(Object element, String property) {
        Node node = (Node) element;
        return node.kind() != Node.Kind.GROUP && !node.project().session().isReadOnly();
    }

    @Override
    public Object getValue(Object element, String property) {
        return ((Node) element).label();
    }

    @Override
    public void modify(Object item, String property, Object value) {
        Object element = item instanceof Item i ? i.getData() : item;
        if (element instanceof Node node && value instanceof String name) {
            try {
                ObjectEdits.rename(node, name);
            } catch (IllegalArgumentException | IllegalStateException e) {
                refused.accept(e.getMessage());
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.ionbench.model.store.ProjectFolder;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;
import org.ionbench.ui.internal.wizards.ImportWizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files dropped from the file manager are imported, into the cell they are dropped on. */
final class FileDrop extends ViewerDropAdapter {
    private final IWorkbenchPartSite site;

    FileDrop(IWorkbenchPartSite site, TreeViewer viewer) {
        super(viewer);
        this.site = site;
        setFeedbackEnabled(false);
    }

    /** Takes drops on a page without a tree, too. */
    void install(Control page) {
        DropTarget target = new DropTarget(page, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(
                new DropTargetAdapter() {
                    @Override
                    public void dragEnter(DropTargetEvent event) {
                        event.detail = DND.DROP_COPY;
                    }

                    @Override
                    public void drop(DropTargetEvent event) {
                        performDrop(event.data);
                    }
                });
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
        super.dragEnter(event);
    }

    @Override
    public boolean validateDrop(Object target, int operation, TransferData type) {
        return Stream.of((Transfer) FileTransfer.getInstance())
                .anyMatch(t -> t.isSupportedType(type));
    }

    @Override
    public boolean performDrop(Object data) {
        if (!(data instanceof String[] names)) {
            return false;
        }
        List<Path> files = Stream.of(names).map(Path::of).toList();
        Projects projects = site.getService(Projects.class);
        if (files.size() == 1 && ProjectFolder.isProject(files.getFirst())) {
            projects.open(files.getFirst(), project -> {});
            return true;
        }
        Optional<Node> on =
                getCurrentTarget() instanceof Node node ? Optional.of(node) : Optional.empty();
        Optional<OpenProject> into = on.map(Node::project).or(projects::active);
        Optional<String> cell = on.flatMap(Node::cell).map(Node::label);
        site.getShell().getDisplay().asyncExec(() -> ImportWizard.open(site, into, cell, files));
        return true;
    }
}

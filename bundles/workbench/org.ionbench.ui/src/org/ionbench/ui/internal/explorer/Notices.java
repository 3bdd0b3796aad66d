// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.List;

/** Lines above the tree that wait for a decision: unsaved work that was found. */
final class Notices {
    private final Composite area;
    private List<OpenProject> shown = List.of();

    Notices(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(area);
        area.setVisible(false);
    }

    void show(List<OpenProject> projects) {
        List<OpenProject> recoverable =
                projects.stream().filter(OpenProject::isRecoverable).toList();
        if (recoverable.equals(shown)) {
            return;
        }
        shown = recoverable;
        for (Control c : area.getChildren()) {
            c.dispose();
        }
        recoverable.forEach(this::offer);
        boolean any = !recoverable.isEmpty();
        ((org.eclipse.swt.layout.GridData) area.getLayoutData()).exclude = !any;
        area.setVisible(any);
        area.getParent().layout(true, true);
    }

    private void offer(OpenProject project) {
        Label line = new Label(area, SWT.WRAP);
        line.setText("Unsaved work of " + project.name() + " was found from an earlier session.");
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(line);
        Link link = new Link(area, SWT.NONE);
        link.setText("<a href=\"take\">Restore it</a>   <a href=\"drop\">Discard it</a>");
        link.setData("org.ionbench.ui.id", "explorer.recovery");
        link.addListener(
                SWT.Selection,
                e -> {
                    if (e.text.equals("take")) {
                        project.recover();
                    } else {
                        project.discardRecovery();
                    }
                });
    }
}

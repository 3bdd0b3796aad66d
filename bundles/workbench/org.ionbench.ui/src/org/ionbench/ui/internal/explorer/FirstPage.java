// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.ionbench.ui.internal.commands.Commands;
import org.ionbench.ui.internal.pictures.Pictures;

/** What the explorer shows while no project is open: three ways to begin. */
final class FirstPage {
    private final Composite page;
    private final Pictures pictures = new Pictures();
    private Button first;

    FirstPage(Composite parent, IWorkbenchPartSite site) {
        page = new Composite(parent, SWT.NONE);
        page.setData("org.ionbench.ui.id", "explorer.first");
        page.addDisposeListener(e -> pictures.dispose());
        GridLayoutFactory.fillDefaults().margins(12, 16).spacing(4, 6).applyTo(page);
        say("No project is open. A project is a folder with your data, cells and results.");
        first = button(site, "Import files...", "import", "importFiles", "Make a project of them.");
        button(site, "New project...", "new-project", "newProject", "Begin with an empty folder.");
        button(site, "Open the example", "example", "openExample", "A synthetic study to try on.");
        say("Files can be dropped here too.");
    }

    private Button button(
            IWorkbenchPartSite site, String text, String icon, String command, String help) {
        Button button = new Button(page, SWT.PUSH | SWT.LEFT);
        button.setText(text);
        button.setImage(pictures.image(icon));
        button.setToolTipText(help);
        button.setData("org.ionbench.ui.id", "explorer.first." + command);
        button.addListener(
                SWT.Selection, e -> Commands.execute(site, "org.ionbench.ui." + command));
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(button);
        return button;
    }

    private void say(String text) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(label);
    }

    Control control() {
        return page;
    }

    void setFocus() {
        first.setFocus();
    }
}

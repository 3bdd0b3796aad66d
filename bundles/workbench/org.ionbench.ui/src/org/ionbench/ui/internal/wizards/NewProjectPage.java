// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.ionbench.engine.session.Template;
import org.ionbench.model.store.ProjectFolder;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder and the template of a new project. */
final class NewProjectPage extends WizardPage {
    private Text location;
    private Text name;
    private Template template = Template.PELLET;

    NewProjectPage() {
        super("new project", "New project", null);
        setDescription(
                "A project is a folder: it holds the data files, what is known about the cells,"
                        + " and the results.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
        new Label(page, SWT.NONE).setText("Name:");
        name = new Text(page, SWT.BORDER);
        name.setData("org.ionbench.ui.id", "newProject.name");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(name);
        new Label(page, SWT.NONE).setText("In folder:");
        location = new Text(page, SWT.BORDER);
        location.setText(System.getProperty("user.home", ""));
        location.setData("org.ionbench.ui.id", "newProject.location");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(location);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("Browse...");
        browse.addListener(SWT.Selection, e -> browse());
        Label begin = new Label(page, SWT.NONE);
        begin.setText("Begin with:");
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(begin);
        Composite templates = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(templates);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(templates);
        for (Template t : Template.all()) {
            Button choice = new Button(templates, SWT.RADIO);
            choice.setText(t.description());
            choice.setSelection(t == template);
            choice.setData("org.ionbench.ui.id", "newProject.template." + t.name());
            choice.addListener(
                    SWT.Selection,
                    e -> {
                        if (choice.getSelection()) {
                            template = t;
                        }
                    });
        }
        name.addModifyListener(e -> check());
        location.addModifyListener(e -> check());
        setControl(page);
        setPageComplete(false);
        name.setFocus();
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText("Folder to make the project in");
        dialog.setFilterPath(location.getText());
        Optional.ofNullable(dialog.open()).ifPresent(location::setText);
    }

    private void check() {
        Optional<String> wrong = wrong();
        setErrorMessage(wrong.filter(w -> !name.getText().isBlank()).orElse(null));
        setPageComplete(wrong.isEmpty());
    }

    private Optional<String> wrong() {
        String typed = name.getText().strip();
        if (typed.isEmpty()) {
            return Optional.of("A project needs a name.");
        }
        if (!ProjectFolder.safeName(typed).equals(typed)) {
            return Optional.of(
                    "\""
                            + typed
                            + "\" cannot be a folder's name everywhere; try \""
                            + ProjectFolder.safeName(typed)
                            + "\".");
        }
        try {
            Path in = Path.of(location.getText().strip());
            if (!in.isAbsolute() || !Files.isDirectory(in)) {
                return Optional.of("There is no folder " + in + ".");
            }
            return ProjectFolder.isProject(in.resolve(typed))
                    ? Optional.of(
                            in.resolve(typed)
                                    + " holds a project already. Choose another name, or open it.")
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of("\"" + location.getText() + "\" is no folder.");
        }
    }

    Path folder() {
        return Path.of(location.getText().strip()).resolve(name.getText().strip());
    }

    Template template() {
        return template;
    }
}

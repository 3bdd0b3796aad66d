// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.importing.NamePattern;
import org.ionbench.engine.importing.TemperatureList;
import org.ionbench.engine.session.Outline.CellItem;
import org.ionbench.ui.internal.projects.OpenProject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the files cannot say: the cell, the temperatures, the measurements of the fixture. */
final class ImportChoicesPage extends WizardPage {
    private final ImportFilesPage files;
    private final Optional<OpenProject> project;
    private final Optional<String> knownCell;
    private Combo cell;
    private Text pattern;
    private Text temperatures;
    private Combo shorted;
    private Combo opened;

    ImportChoicesPage(
            ImportFilesPage files, Optional<OpenProject> project, Optional<String> knownCell) {
        super("choices", "What the files do not say", null);
        setDescription("All of it may be left empty and typed in later.");
        this.files = files;
        this.project = project;
        this.knownCell = knownCell;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 6).applyTo(page);
        cell = combo(page, "Measured on the cell:", "import.cell", false);
        project.ifPresent(
                p ->
                        cell.setItems(
                                p.session().outline().cells().stream()
                                        .map(CellItem::name)
                                        .distinct()
                                        .toArray(String[]::new)));
        knownCell.ifPresent(cell::setText);
        help(page, "A cell is made where there is none of this name.");
        pattern = text(page, "Read the file names as:", "import.pattern");
        pattern.setMessage("{sample}_{temperature}C_{technique}");
        help(
                page,
                "Words in braces: cell, sample, temperature, technique, date, time, or your own.");
        temperatures = text(page, "Temperatures in \u00b0C:", "import.temperatures");
        temperatures.setMessage("30:100:10");
        help(page, "For the successive spectra: start:stop:step, or a list such as 30, 40, 60.");
        shorted = combo(page, "Shorted fixture:", "import.short", true);
        opened = combo(page, "Open fixture:", "import.open", true);
        help(page, "Spectra of the empty fixture; leads are corrected by them.");
        setControl(page);
        check();
    }

    private Text text(Composite page, String label, String id) {
        new Label(page, SWT.NONE).setText(label);
        Text text = new Text(page, SWT.BORDER);
        text.setData("org.ionbench.ui.id", id);
        text.addModifyListener(e -> check());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(text);
        return text;
    }

    private Combo combo(Composite page, String label, String id, boolean browse) {
        new Label(page, SWT.NONE).setText(label);
        Combo combo = new Combo(page, SWT.DROP_DOWN);
        combo.setData("org.ionbench.ui.id", id);
        combo.addModifyListener(e -> check());
        GridDataFactory.fillDefaults().span(browse ? 1 : 2, 1).grab(true, false).applyTo(combo);
        if (browse) {
            Button button = new Button(page, SWT.PUSH);
            button.setText("Browse...");
            button.addListener(
                    SWT.Selection,
                    e -> {
                        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
                        dialog.setText(label.replace(":", ""));
                        Optional.ofNullable(dialog.open()).ifPresent(combo::setText);
                    });
        }
        return combo;
    }

    private static void help(Composite page, String text) {
        new Label(page, SWT.NONE);
        Label label = new Label(page, SWT.WRAP);
        label.setText(text);
        label.setEnabled(false);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(300, SWT.DEFAULT)
                .applyTo(label);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            for (Combo fixture : List.of(shorted, opened)) {
                String typed = fixture.getText();
                fixture.setItems(files.files().stream().map(Path::toString).toArray(String[]::new));
                fixture.setText(typed);
            }
            check();
        }
    }

    private void check() {
        if (opened == null) {
            return;
        }
        try {
            Optional<TemperatureList> list = choices().temperatures();
            Optional<String> uneven = list.flatMap(this::uneven);
            setErrorMessage(uneven.orElse(null));
            setMessage(list.map(l -> l.size() + " temperatures").orElse(null));
            setPageComplete(uneven.isEmpty());
        } catch (IllegalArgumentException e) {
            setErrorMessage(sentence(e.getMessage()));
            setPageComplete(false);
        }
    }

    /** Why the temperatures cannot be given to the spectra, once all files were looked at. */
    private Optional<String> uneven(TemperatureList list) {
        List<Path> fixtures = new ArrayList<>();
        file(shorted).ifPresent(fixtures::add);
        file(opened).ifPresent(fixtures::add);
        return files.spectra(fixtures)
                .filter(n -> n != list.size())
                .map(
                        n ->
                                list.size()
                                        + " temperatures for "
                                        + n
                                        + " spectra. Give one for each, or name the fixture's"
                                        + " file.");
    }

    /**
     * What was typed.
     *
     * @throws IllegalArgumentException with a sentence if it cannot be read
     */
    ImportChoices choices() {
        ImportChoices all = ImportChoices.NONE;
        if (cell == null) {
            return knownCell.map(all::withCell).orElse(all);
        }
        if (!cell.getText().isBlank()) {
            all = all.withCell(cell.getText().strip());
        }
        if (!pattern.getText().isBlank()) {
            all = all.withPattern(NamePattern.parse(pattern.getText().strip()));
        }
        if (!temperatures.getText().isBlank()) {
            all = all.withTemperatures(TemperatureList.parse(temperatures.getText().strip()));
        }
        Optional<Path> shortFile = file(shorted);
        if (shortFile.isPresent()) {
            all = all.withShortCircuit(shortFile.get());
        }
        Optional<Path> openFile = file(opened);
        return openFile.isPresent() ? all.withOpenCircuit(openFile.get()) : all;
    }

    private static Optional<Path> file(Combo combo) {
        return combo.getText().isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(combo.getText().strip()));
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0))
                + message.substring(1)
                + (message.endsWith(".") ? "" : ".");
    }
}

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
import org.ionbench.api.quantity.Dimension;
import org.ionbench.engine.session.Measurement;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The logger's file and its clock. */
final class OvenPage extends WizardPage {
    private final int recordings;
    private Text file;
    private Text offset;
    private Combo dates;

    OvenPage(int recordings) {
        super("oven", "Oven temperatures from a logger", null);
        setDescription(
                "Times and temperatures of a logger's file give "
                        + (recordings == 1 ? "the recording" : recordings + " recordings")
                        + " the mean over their time, its spread as uncertainty.");
        this.recordings = recordings;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 6).applyTo(page);
        new Label(page, SWT.NONE).setText("Logger's file:");
        file = new Text(page, SWT.BORDER);
        file.setData("org.ionbench.ui.id", "oven.file");
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(file);
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("Browse...");
        browse.addListener(SWT.Selection, e -> browse());
        new Label(page, SWT.NONE).setText("Its clock is ahead by:");
        offset = new Text(page, SWT.BORDER);
        offset.setText("0 s");
        offset.setData("org.ionbench.ui.id", "oven.offset");
        offset.setToolTipText("90 s, 2 min, 1 h; with a minus where it is behind");
        GridDataFactory.fillDefaults().span(2, 1).applyTo(offset);
        new Label(page, SWT.NONE).setText("Dates:");
        dates = new Combo(page, SWT.READ_ONLY);
        dates.setItems("(as found)", "day first", "month first");
        dates.select(0);
        dates.setData("org.ionbench.ui.id", "oven.dates");
        GridDataFactory.swtDefaults().span(2, 1).applyTo(dates);
        file.addModifyListener(e -> check());
        offset.addModifyListener(e -> check());
        setControl(page);
        setPageComplete(false);
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText("Logger's file");
        Optional.ofNullable(dialog.open()).ifPresent(file::setText);
    }

    private void check() {
        Optional<String> wrong = wrong();
        setErrorMessage(wrong.filter(w -> !file.getText().isBlank()).orElse(null));
        setPageComplete(wrong.isEmpty());
    }

    private Optional<String> wrong() {
        try {
            if (file.getText().isBlank() || !Files.isRegularFile(file())) {
                return Optional.of("There is no file " + file.getText().strip() + ".");
            }
            ahead();
            return recordings == 0
                    ? Optional.of("The project has no recordings yet.")
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of("\"" + file.getText() + "\" is no file.");
        } catch (IllegalArgumentException e) {
            return Optional.of("The clock's offset: " + e.getMessage() + ".");
        }
    }

    Path file() {
        return Path.of(file.getText().strip());
    }

    /** In seconds. */
    double ahead() {
        return Measurement.parse("the offset", offset.getText(), Dimension.TIME, "90 s or 2 min")
                .si();
    }

    Map<String, String> options() {
        return dates.getSelectionIndex() <= 0 ? Map.of() : Map.of("dates", dates.getText());
    }
}

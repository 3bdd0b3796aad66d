// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.FileTree;
import org.ionbench.ui.internal.pictures.Pictures;
import org.ionbench.ui.internal.projects.MonitorProgress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** The files to import, what each of them is, and the first rows of the selected one. */
final class ImportFilesPage extends WizardPage {
    private final FileReading reading;
    private final Map<Path, LookedAt> found = new LinkedHashMap<>();
    private Pictures pictures;
    private Table table;
    private Table preview;
    private Label previewTitle;
    private Label progressText;
    private ProgressBar progress;
    private Button stop;
    private Optional<Job> job = Optional.empty();

    ImportFilesPage(FileReading reading, List<Path> files) {
        super("files", "Files to import", null);
        setDescription("Files are copied into the project; what each one is, is found out here.");
        this.reading = reading;
        files.forEach(f -> found.put(f, LookedAt.not(f)));
    }

    // ---- what was chosen

    /** The files that are not known to be useless. */
    List<Path> files() {
        return found.values().stream().filter(f -> !f.isFailed()).map(LookedAt::file).toList();
    }

    /** How many spectra were found so far; empty while files wait to be looked at. */
    Optional<Integer> spectra(List<Path> without) {
        boolean all = found.values().stream().allMatch(LookedAt::isLookedAt);
        return all
                ? Optional.of(
                        found.values().stream()
                                .filter(f -> !without.contains(f.file()))
                                .mapToInt(LookedAt::spectra)
                                .sum())
                : Optional.empty();
    }

    /** The file that is selected, else the first that can be imported. */
    Optional<Path> selected() {
        return table.getSelectionCount() == 0
                ? files().stream().findFirst()
                : Optional.of(((LookedAt) table.getSelection()[0].getData()).file());
    }

    void stop() {
        job.ifPresent(Job::cancel);
        job = Optional.empty();
    }

    // ---- widgets

    @Override
    public void createControl(Composite parent) {
        pictures = new Pictures();
        Composite page = new Composite(parent, SWT.NONE);
        page.addDisposeListener(e -> pictures.dispose());
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
        SashForm halves = new SashForm(page, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(560, 360).applyTo(halves);
        table = new Table(halves, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setData("org.ionbench.ui.id", "import.files");
        column(table, "File", 250);
        column(table, "Format", 160);
        column(table, "Contents", 220);
        column(table, "Problems", 120);
        table.addListener(SWT.Selection, e -> preview());
        Composite lower = new Composite(halves, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(lower);
        previewTitle = new Label(lower, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(300, SWT.DEFAULT)
                .applyTo(previewTitle);
        preview = new Table(lower, SWT.BORDER | SWT.FULL_SELECTION);
        preview.setHeaderVisible(true);
        preview.setData("org.ionbench.ui.id", "import.preview");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(preview);
        halves.setWeights(3, 2);
        Composite buttons = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().applyTo(buttons);
        button(buttons, "Add files...", "import.addFiles", this::addFiles);
        button(buttons, "Add folder...", "import.addFolder", this::addFolder);
        button(buttons, "Remove", "import.remove", this::remove);
        Composite below = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(below);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(below);
        progress = new ProgressBar(below, SWT.SMOOTH);
        GridDataFactory.fillDefaults().applyTo(progress);
        progressText = new Label(below, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(progressText);
        stop = button(below, "Stop", "import.stop", this::stop);
        setControl(page);
        refill();
        look();
    }

    private static void column(Table table, String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    private static Button button(Composite parent, String text, String id, Runnable does) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setData("org.ionbench.ui.id", id);
        button.addListener(SWT.Selection, e -> does.run());
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    private void addFiles() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText("Files to import");
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            add(Stream.of(dialog.getFileNames()).map(folder::resolve).toList());
        }
    }

    private void addFolder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.OPEN);
        dialog.setText("Folder to import");
        Optional.ofNullable(dialog.open()).ifPresent(folder -> add(List.of(Path.of(folder))));
    }

    private void remove() {
        for (TableItem item : table.getSelection()) {
            found.remove(((LookedAt) item.getData()).file());
        }
        refill();
    }

    /** Adds files; a folder stands for the files in it. */
    void add(List<Path> files) {
        files.forEach(f -> found.putIfAbsent(f, LookedAt.not(f)));
        refill();
        look();
    }

    private void refill() {
        table.removeAll();
        for (LookedAt file : found.values()) {
            fill(new TableItem(table, SWT.NONE), file);
        }
        if (table.getItemCount() > 0 && table.getSelectionIndex() < 0) {
            table.select(0);
        }
        preview();
        setPageComplete(!files().isEmpty());
    }

    private void fill(TableItem item, LookedAt file) {
        item.setData(file);
        item.setText(
                new String[] {
                    file.file().getFileName().toString(),
                    file.isLookedAt() ? file.format() : "...",
                    file.contents(),
                    file.problems().lines().findFirst().orElse("")
                });
        if (file.isLookedAt()) {
            item.setImage(
                    pictures.image(
                            file.isFailed()
                                    ? "error"
                                    : file.problems().isEmpty() ? "recording" : "warning"));
        }
    }

    private void preview() {
        preview.setRedraw(false);
        preview.removeAll();
        for (TableColumn column : preview.getColumns()) {
            column.dispose();
        }
        Optional<LookedAt> shown =
                table.getSelectionCount() == 0
                        ? Optional.empty()
                        : Optional.of((LookedAt) table.getSelection()[0].getData());
        if (shown.isPresent()) {
            shown.get().headers().forEach(h -> column(preview, h, 110));
            shown.get()
                    .rows()
                    .forEach(
                            row ->
                                    new TableItem(preview, SWT.NONE)
                                            .setText(row.toArray(String[]::new)));
        }
        previewTitle.setText(shown.map(ImportFilesPage::title).orElse(""));
        previewTitle.requestLayout();
        preview.setRedraw(true);
    }

    private static String title(LookedAt file) {
        return file.problems().isEmpty()
                ? (file.headers().isEmpty()
                        ? ""
                        : "First rows of " + file.file().getFileName() + ":")
                : file.problems();
    }

    // ---- looking at files, on a job

    private void look() {
        if (job.isPresent()) {
            return;
        }
        List<Path> waiting =
                found.values().stream().filter(f -> !f.isLookedAt()).map(LookedAt::file).toList();
        boolean isBusy = !waiting.isEmpty();
        progress.setVisible(isBusy);
        ((GridData) progress.getLayoutData()).exclude = !isBusy;
        stop.setVisible(isBusy);
        progressText.setText(isBusy ? "Looking at " + waiting.getFirst().getFileName() : counted());
        progressText.requestLayout();
        if (isBusy) {
            progress.setMaximum(found.size());
            progress.setSelection(found.size() - waiting.size());
            Display display = table.getDisplay();
            Job next =
                    Job.createSystem(
                            "Look at files",
                            (ICoreRunnable) monitor -> look(waiting.getFirst(), monitor, display));
            job = Optional.of(next);
            next.setPriority(Job.SHORT);
            next.schedule();
        }
    }

    private String counted() {
        long failed = found.values().stream().filter(LookedAt::isFailed).count();
        return found.isEmpty()
                ? "Add the files of your instrument."
                : (found.size() - failed)
                        + " of "
                        + found.size()
                        + (found.size() == 1 ? " file" : " files")
                        + " can be imported.";
    }

    private void look(Path file, IProgressMonitor monitor, Display display) {
        List<Path> inside = Files.isDirectory(file) ? inside(file) : List.of();
        LookedAt looked = LookedAt.not(file);
        try {
            if (inside.isEmpty()) {
                looked = LookedAt.of(reading.read(file, Map.of(), new MonitorProgress(monitor)));
            }
        } catch (CancellationException e) {
            return;
        }
        LookedAt result = looked;
        if (!display.isDisposed()) {
            display.asyncExec(() -> take(file, inside, result));
        }
    }

    private static List<Path> inside(Path folder) {
        try {
            return FileTree.files(List.of(folder));
        } catch (IOException e) {
            // What cannot be listed is looked at as a file, and the sentence says it is a folder.
            return List.of();
        }
    }

    private void take(Path file, List<Path> inside, LookedAt looked) {
        job = Optional.empty();
        if (table.isDisposed() || !found.containsKey(file)) {
            return;
        }
        if (inside.isEmpty()) {
            found.put(file, looked);
        } else {
            found.remove(file);
            inside.forEach(f -> found.putIfAbsent(f, LookedAt.not(f)));
        }
        List<LookedAt> all = new ArrayList<>(found.values());
        if (table.getItemCount() == all.size()) {
            for (int i = 0; i < all.size(); i++) {
                if (table.getItem(i).getData() != all.get(i)) {
                    fill(table.getItem(i), all.get(i));
                }
            }
            preview();
            setPageComplete(!files().isEmpty());
        } else {
            refill();
        }
        look();
    }
}

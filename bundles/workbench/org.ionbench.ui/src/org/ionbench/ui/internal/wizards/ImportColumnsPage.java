// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.charts.PlotView;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;
import org.ionbench.engine.maps.ColumnMap;
import org.ionbench.engine.maps.ColumnMaps;
import org.ionbench.engine.maps.MappedColumn;
import org.ionbench.ui.internal.projects.MonitorProgress;
import org.ionbench.ui.internal.projects.OpenProject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;

/**
 * What the columns of a table are and how its file is written, with its first rows and a plot that
 * follow. What is said here holds for all files with the same headings and is kept by the project.
 */
final class ImportColumnsPage extends WizardPage {
    private static final int PREVIEW_ROWS = 2000;
    private static final int TABLE_ROWS = 50;
    private static final int CALM_MILLISECONDS = 250;
    private static final String FOUND = "(as found)";

    private final Catalog catalog;
    private final ImportFilesPage files;
    private final Optional<OpenProject> project;
    private final SequencedMap<List<String>, ColumnMap> said = new LinkedHashMap<>();
    private final List<ColumnLine> lines = new ArrayList<>();
    private final Map<String, Combo> options = new LinkedHashMap<>();
    private Optional<Path> file = Optional.empty();
    private Optional<Job> job = Optional.empty();
    private List<String> headings = List.of();
    private Optional<Recording> shown = Optional.empty();
    private boolean filling;
    private int asked;
    private Label title;
    private ScrolledComposite scrolled;
    private Composite columns;
    private Label notes;
    private Table rows;
    private PlotView plot;

    ImportColumnsPage(Catalog catalog, ImportFilesPage files, Optional<OpenProject> project) {
        super("columns", "What the columns are", null);
        setDescription(
                "For tables whose headings are not recognised, or not as you mean them. The project"
                        + " keeps what you say for files with the same headings.");
        this.catalog = catalog;
        this.files = files;
        this.project = project;
    }

    /** What was said, for each set of headings; nothing for those that were left as found. */
    List<ColumnMap> maps() {
        return List.copyOf(said.sequencedValues());
    }

    void stop() {
        job.ifPresent(Job::cancel);
        asked++;
    }

    // ---- widgets

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().spacing(4, 4).applyTo(page);
        title = new Label(page, SWT.NONE);
        title.setData("org.ionbench.ui.id", "columns.file");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        Composite how = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(8).spacing(6, 2).applyTo(how);
        option(how, "Decimal:", "decimal", "point", "comma");
        option(
                how,
                "Encoding:",
                "encoding",
                "UTF-8",
                "windows-1252",
                "UTF-16LE",
                "UTF-16BE",
                "Shift_JIS",
                "GBK");
        option(how, "Dates:", "dates", "day first", "month first");
        option(
                how,
                "Technique:",
                "technique",
                Technique.KNOWN.stream().map(Technique::id).toArray(String[]::new));
        SashForm halves = new SashForm(page, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(780, 230).applyTo(halves);
        scrolled = new ScrolledComposite(halves, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        columns = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).spacing(4, 2).applyTo(columns);
        scrolled.setContent(columns);
        plot =
                new PlotView(
                        halves, id -> shown.filter(r -> r.id().equals(id)).map(Recording::table));
        plot.setData("org.ionbench.ui.id", "columns.plot");
        halves.setWeights(11, 10);
        notes = new Label(page, SWT.WRAP);
        notes.setData("org.ionbench.ui.id", "columns.notes");
        GridDataFactory.fillDefaults().grab(true, false).hint(700, SWT.DEFAULT).applyTo(notes);
        rows = new Table(page, SWT.BORDER | SWT.FULL_SELECTION);
        rows.setHeaderVisible(true);
        rows.setData("org.ionbench.ui.id", "columns.rows");
        GridDataFactory.fillDefaults().grab(true, true).hint(700, 110).applyTo(rows);
        setControl(page);
    }

    private void option(Composite parent, String label, String key, String... values) {
        new Label(parent, SWT.NONE).setText(label);
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        combo.add(FOUND);
        for (String value : values) {
            combo.add(value);
        }
        combo.select(0);
        combo.setData("org.ionbench.ui.id", "columns." + key);
        combo.addListener(SWT.Selection, e -> changed());
        options.put(key, combo);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        Optional<Path> now = files.selected();
        if (visible && !now.equals(file)) {
            file = now;
            title.setText(now.map(f -> f.getFileName() + ":").orElse("No file is selected."));
            now.ifPresent(this::begin);
        }
    }

    // ---- reading, on a job

    /** Reads a file as it is found and as it was said before, if it was. */
    private void begin(Path path) {
        inJob(
                "Look at " + path.getFileName(),
                progress -> {
                    ReadFile plain = new FileReading(catalog).read(path, Map.of(), progress);
                    List<Recording> found = plain.recordings();
                    Optional<ColumnMap> before =
                            Optional.ofNullable(said.get(ColumnMap.headings(found)))
                                    .or(
                                            () ->
                                                    project.flatMap(
                                                            p ->
                                                                    ColumnMaps.of(p.folder())
                                                                            .of(found)));
                    ReadFile preview =
                            shortened(before.map(m -> mapped(path, m, progress)).orElse(plain));
                    List<ColumnSpec> specs =
                            found.isEmpty()
                                    ? List.of()
                                    : found.getFirst().table().columns().stream()
                                            .map(c -> c.spec())
                                            .toList();
                    List<String> names = ColumnMap.headings(found);
                    return () -> fill(specs, names, before, preview);
                });
    }

    private ReadFile mapped(Path path, ColumnMap map, MonitorProgress progress) {
        return new FileReading(catalog)
                .mapped(path, "", map, Map.of(), "As said on this page.", progress);
    }

    /** Enough of a file to look at: the numbers of a long one are let go. */
    private static ReadFile shortened(ReadFile read) {
        return new ReadFile(
                read.file(),
                read.sha256(),
                read.bytes(),
                read.importer(),
                read.certainty(),
                read.recordings().stream()
                        .limit(1)
                        .map(r -> PreviewTable.of(r, PREVIEW_ROWS))
                        .toList(),
                read.suggestions(),
                read.problems());
    }

    private interface Reading {
        Runnable read(MonitorProgress progress);
    }

    private void inJob(String name, Reading reading) {
        job.ifPresent(Job::cancel);
        int number = ++asked;
        Display display = getShell().getDisplay();
        Job next =
                Job.createSystem(
                        name,
                        (ICoreRunnable)
                                monitor -> {
                                    try {
                                        Runnable then = reading.read(new MonitorProgress(monitor));
                                        if (!display.isDisposed()) {
                                            display.asyncExec(
                                                    () -> {
                                                        if (number == asked && !rows.isDisposed()) {
                                                            then.run();
                                                        }
                                                    });
                                        }
                                    } catch (CancellationException e) {
                                        return;
                                    }
                                });
        job = Optional.of(next);
        next.setPriority(Job.SHORT);
        next.schedule();
    }

    // ---- what was found and said

    private void fill(
            List<ColumnSpec> specs,
            List<String> names,
            Optional<ColumnMap> before,
            ReadFile preview) {
        filling = true;
        headings = names;
        for (Control child : columns.getChildren()) {
            child.dispose();
        }
        lines.clear();
        for (ColumnSpec spec : specs) {
            ColumnLine line = new ColumnLine(columns, spec, lines.size(), this::changed);
            before.map(m -> m.columns().get(spec.vendorName())).ifPresent(line::show);
            lines.add(line);
        }
        options.forEach(
                (key, combo) ->
                        combo.setText(
                                before.map(m -> m.reading().getOrDefault(key, FOUND))
                                        .orElse(FOUND)));
        columns.setSize(columns.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        columns.layout(true, true);
        filling = false;
        show(preview);
    }

    /** Waits until typing comes to rest, then reads the file as it is said now. */
    private void changed() {
        if (filling || file.isEmpty()) {
            return;
        }
        Optional<ColumnMap> map;
        try {
            map = map();
            setErrorMessage(null);
            setPageComplete(true);
        } catch (IllegalArgumentException e) {
            setErrorMessage(e.getMessage());
            setPageComplete(false);
            return;
        }
        said.remove(headings);
        map.filter(m -> !m.headings().isEmpty()).ifPresent(m -> said.put(headings, m));
        Path path = file.get();
        int number = ++asked;
        getShell()
                .getDisplay()
                .timerExec(
                        CALM_MILLISECONDS,
                        () -> {
                            if (number == asked && !rows.isDisposed()) {
                                readAgain(path, map);
                            }
                        });
    }

    private void readAgain(Path path, Optional<ColumnMap> map) {
        inJob(
                "Look at " + path.getFileName(),
                progress -> {
                    ReadFile read =
                            shortened(
                                    map.isPresent()
                                            ? mapped(path, map.get(), progress)
                                            : new FileReading(catalog)
                                                    .read(path, Map.of(), progress));
                    return () -> show(read);
                });
    }

    private Optional<ColumnMap> map() {
        SequencedMap<String, MappedColumn> named = new LinkedHashMap<>();
        for (ColumnLine line : lines) {
            line.said().ifPresent(c -> named.put(line.heading(), c));
        }
        Map<String, String> how = new LinkedHashMap<>();
        options.forEach(
                (key, combo) -> {
                    if (combo.getSelectionIndex() > 0) {
                        how.put(key, combo.getText());
                    }
                });
        return named.isEmpty() && how.isEmpty()
                ? Optional.empty()
                : Optional.of(new ColumnMap(headings, named, how));
    }

    private void show(ReadFile read) {
        shown = read.recordings().stream().findFirst();
        rows.setRedraw(false);
        rows.removeAll();
        for (TableColumn column : rows.getColumns()) {
            column.dispose();
        }
        LookedAt looked = LookedAt.of(read);
        for (String header : looked.headers()) {
            TableColumn column = new TableColumn(rows, SWT.NONE);
            column.setText(header);
            column.setWidth(130);
        }
        looked.rows().stream()
                .limit(TABLE_ROWS)
                .forEach(r -> new TableItem(rows, SWT.NONE).setText(r.toArray(String[]::new)));
        rows.setRedraw(true);
        notes.setText(notes(read));
        notes.requestLayout();
        shown.flatMap(PreviewTable::plot).ifPresent(plot::show);
        plot.setVisible(shown.flatMap(PreviewTable::plot).isPresent());
    }

    private String notes(ReadFile read) {
        List<String> all = new ArrayList<>();
        read.problems().stream().map(Problem::message).forEach(all::add);
        shown.ifPresent(
                r -> {
                    all.add("Technique " + r.technique().id() + ".");
                    r.start()
                            .ifPresent(
                                    s -> all.add("Begins " + s.toString().replace('T', ' ') + "."));
                    r.assumptions().stream()
                            .filter(a -> !a.startsWith("As said"))
                            .forEach(all::add);
                });
        if (headings.isEmpty() && read.recordings().size() > 0) {
            all.add("The file has no headings: what is said here cannot be kept.");
        }
        return String.join(" ", all);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.recordings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.engine.output.Printed;
import org.ionbench.engine.session.Origins;
import org.ionbench.ui.internal.editors.findings.TextGrid;
import org.ionbench.ui.internal.explorer.Words;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known about a recording: where it came from, what was assumed and changed when it was
 * read, its conditions, its problems, and everything the file says under the vendor's own names.
 */
public final class MetadataPage extends ScrolledComposite {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Composite sheet;
    private List<Section> shown = List.of();

    /** A heading with lines of a name and a text, or of a text alone where the name is empty. */
    private record Section(String heading, List<Map.Entry<String, String>> lines) {}

    public MetadataPage(Composite parent) {
        super(parent, SWT.V_SCROLL);
        setExpandHorizontal(true);
        setExpandVertical(true);
        setData("org.ionbench.ui.id", "recording.metadata");
        sheet = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 8).spacing(16, 3).applyTo(sheet);
        setContent(sheet);
        getVerticalBar().setIncrement(20);
        addListener(SWT.Resize, e -> measure());
    }

    private void measure() {
        setMinHeight(sheet.computeSize(getClientArea().width, SWT.DEFAULT).y);
    }

    /**
     * Shows a recording.
     *
     * @param recording with what its file says
     * @param live the same in the project, with where it came from
     */
    public void show(Recording recording, org.ionbench.model.Recording live) {
        List<Section> sections = sections(recording, live);
        if (sections.equals(shown)) {
            return;
        }
        shown = sections;
        for (var child : sheet.getChildren()) {
            child.dispose();
        }
        sections.stream().filter(s -> !s.lines.isEmpty()).forEach(this::write);
        sheet.layout(true, true);
        measure();
    }

    private List<Section> sections(Recording r, org.ionbench.model.Recording live) {
        List<Map.Entry<String, String>> origin = new ArrayList<>();
        Origins.files(live)
                .forEach(
                        (file, hash) -> {
                            add(origin, "File", file);
                            add(origin, "SHA-256", hash);
                        });
        add(origin, "Importer", live.getImporter() + ", revision " + live.getImporterRevision());
        add(origin, "Technique", Words.technique(r.technique().id()));
        add(origin, "Instrument", r.instrument());
        add(
                origin,
                "Start",
                r.start()
                        .map(s -> s.format(START) + r.zone().map(z -> " " + z).orElse(""))
                        .orElse("not in the file"));
        add(
                origin,
                "Calibrated",
                r.isCalibrated() ? "yes" : "no: the file says its values are not calibrated");
        add(origin, "Size", r.table().rows() + " rows, " + r.table().columns().size() + " columns");
        List<Map.Entry<String, String>> conditions = new ArrayList<>();
        r.conditions().forEach((name, q) -> add(conditions, capital(name), condition(q)));
        List<Map.Entry<String, String>> columns = new ArrayList<>();
        r.table()
                .columns()
                .forEach(
                        c ->
                                add(
                                        columns,
                                        c.spec().name(),
                                        "\u201c" + c.spec().vendorName() + "\u201d in the file"));
        List<Map.Entry<String, String>> file = new ArrayList<>();
        r.metadata().forEach((key, value) -> add(file, key, value(value)));
        return List.of(
                new Section("Where it came from", origin),
                new Section("Problems", r.problems().stream().map(MetadataPage::problem).toList()),
                new Section("What was assumed", plain(r.assumptions())),
                new Section("What was changed", plain(r.changes())),
                new Section("Conditions", conditions),
                new Section("Columns", columns),
                new Section("What the file says", file));
    }

    private static void add(List<Map.Entry<String, String>> lines, String name, String text) {
        if (!text.isEmpty()) {
            lines.add(Map.entry(name, text));
        }
    }

    private static List<Map.Entry<String, String>> plain(List<String> sentences) {
        return sentences.stream().map(s -> Map.entry("", capital(s))).toList();
    }

    private static Map.Entry<String, String> problem(Problem p) {
        return Map.entry(
                capital(p.severity().id()),
                p.message()
                        + (p.place().isEmpty() ? "" : " (" + p.place() + ")")
                        + (p.mend().isEmpty() ? "" : " " + p.mend()));
    }

    private static String condition(Quantity q) {
        return q.unit().dimension() == Dimension.TEMPERATURE
                ? Printed.TYPESET.celsius(q.si())
                : Printed.TYPESET.plusMinus(q);
    }

    private static String value(Object value) {
        return switch (value) {
            case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 ->
                    Long.toString(d.longValue());
            case Boolean b -> b ? "yes" : "no";
            default -> value.toString();
        };
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    @Override
    public boolean setFocus() {
        return forceFocus();
    }

    private void write(Section section) {
        Label heading = new Label(sheet, SWT.NONE);
        heading.setText(section.heading);
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 8).applyTo(heading);
        if (section.heading.equals("What the file says")) {
            table(section);
            return;
        }
        for (Map.Entry<String, String> line : section.lines) {
            boolean isNamed = !line.getKey().isEmpty();
            if (isNamed) {
                Label name = new Label(sheet, SWT.NONE);
                name.setText(line.getKey());
                GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.TOP).applyTo(name);
            }
            Text text = new Text(sheet, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
            text.setText(line.getValue());
            text.setBackground(sheet.getBackground());
            GridDataFactory.fillDefaults()
                    .span(isNamed ? 1 : 2, 1)
                    .grab(true, false)
                    .hint(200, SWT.DEFAULT)
                    .applyTo(text);
        }
    }

    private void table(Section section) {
        TextGrid grid = new TextGrid(sheet, List.of("Name", "Value"), List.of());
        grid.show(section.lines.stream().map(l -> List.of(l.getKey(), l.getValue())).toList());
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(SWT.DEFAULT, 220)
                .applyTo(grid);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.findings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.ionbench.api.circuit.Circuit;
import org.ionbench.api.circuit.CircuitCode;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.report.Report;
import org.ionbench.ui.internal.pictures.Pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The findings of a report, all kinds of them; what is like before keeps its widgets. */
public final class FindingsPane extends ScrolledComposite {
    private static final int MOST_ROWS = 14;

    private final Elements elements;
    private final Pictures pictures;
    private final Composite sheet;
    private final List<Shown> shown = new ArrayList<>();

    /** A part and the widgets that show it. */
    private record Shown(Part part, List<Label> texts, Optional<TextGrid> grid) {}

    /**
     * An empty pane.
     *
     * @param elements the circuit elements that can be drawn
     * @param pictures icons, disposed of by the editor
     */
    public FindingsPane(Composite parent, Elements elements, Pictures pictures) {
        super(parent, SWT.V_SCROLL);
        this.elements = elements;
        this.pictures = pictures;
        setExpandHorizontal(true);
        setExpandVertical(true);
        setData("org.ionbench.ui.id", "findings");
        sheet = new Composite(this, SWT.NONE);
        sheet.setLayout(new FlowLayout());
        sheet.setBackgroundMode(SWT.INHERIT_FORCE);
        setContent(sheet);
        getVerticalBar().setIncrement(20);
        addListener(SWT.Resize, e -> measure());
    }

    private void measure() {
        setMinHeight(sheet.computeSize(getClientArea().width, SWT.DEFAULT).y);
    }

    /** Shows the findings of a report, its plots aside. */
    public void show(Report report) {
        List<Part> now = Part.of(report);
        if (isLikeShown(now)) {
            for (int i = 0; i < now.size(); i++) {
                shown.set(i, update(shown.get(i), now.get(i)));
            }
        } else {
            setRedraw(false);
            for (Control child : sheet.getChildren()) {
                child.dispose();
            }
            shown.clear();
            now.forEach(p -> shown.add(create(p)));
            setRedraw(true);
        }
        sheet.layout(true, true);
        measure();
    }

    private boolean isLikeShown(List<Part> now) {
        if (now.size() != shown.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).isLike(shown.get(i).part)) {
                return false;
            }
        }
        return true;
    }

    private static Shown update(Shown before, Part now) {
        List<String> texts =
                switch (now) {
                    case Part.Grid g -> List.of(unbroken(g.note()));
                    case Part.Notes n -> n.notes().stream().map(Part.Note::text).toList();
                };
        for (int i = 0; i < before.texts.size(); i++) {
            if (!texts.get(i).equals(before.texts.get(i).getText())) {
                before.texts.get(i).setText(texts.get(i));
            }
        }
        if (now instanceof Part.Grid g) {
            before.grid.ifPresent(
                    t -> {
                        t.headers(g.headers());
                        t.show(g.rows());
                    });
        }
        return new Shown(now, before.texts, before.grid);
    }

    private Shown create(Part part) {
        return switch (part) {
            case Part.Grid g -> grid(g);
            case Part.Notes n -> notes(n);
        };
    }

    private Shown grid(Part.Grid g) {
        Composite block = new Composite(sheet, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(block);
        Label heading = new Label(block, SWT.NONE);
        heading.setText(g.heading());
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        Optional<Label> note = line(block, g);
        TextGrid grid = new TextGrid(block, g.headers(), g.right()).named("findings." + g.id());
        grid.show(g.rows());
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, g.rows().size() > MOST_ROWS ? 300 : SWT.DEFAULT)
                .applyTo(grid);
        return new Shown(g, note.stream().toList(), Optional.of(grid));
    }

    /** The circuit, and beside it what is to be said of the fit. */
    private Optional<Label> line(Composite block, Part.Grid g) {
        Optional<Circuit> circuit = circuit(g.circuit());
        if (circuit.isEmpty() && g.note().isEmpty()) {
            return Optional.empty();
        }
        Composite line = new Composite(block, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        circuit.ifPresent(
                c ->
                        GridDataFactory.swtDefaults()
                                .align(SWT.BEGINNING, SWT.CENTER)
                                .applyTo(new CircuitDrawing(line, c)));
        Label note = new Label(line, SWT.WRAP);
        note.setText(unbroken(g.note()));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .span(circuit.isPresent() ? 1 : 2, 1)
                .grab(true, false)
                .hint(120, SWT.DEFAULT)
                .applyTo(note);
        return Optional.of(note);
    }

    /** A number and its unit stay on one line. */
    private static String unbroken(String text) {
        return text.replace('\u2009', '\u202f');
    }

    private Optional<Circuit> circuit(String code) {
        try {
            return code.isEmpty()
                    ? Optional.empty()
                    : Optional.of(CircuitCode.parse(code, elements));
        } catch (FormatException e) {
            // The model of this fit is no circuit: nothing to draw.
            return Optional.empty();
        }
    }

    private Shown notes(Part.Notes n) {
        Composite block = new Composite(sheet, SWT.NONE);
        block.setData(FlowLayout.FULL_WIDTH, Boolean.TRUE);
        block.setData("org.ionbench.ui.id", "findings.notes");
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 3).applyTo(block);
        List<Label> texts = new ArrayList<>();
        for (Part.Note note : n.notes()) {
            if (!note.icon().isEmpty()) {
                Label icon = new Label(block, SWT.NONE);
                icon.setImage(pictures.image(note.icon()));
                GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.TOP).applyTo(icon);
            }
            Label text = new Label(block, SWT.WRAP);
            text.setText(note.text());
            texts.add(text);
            GridDataFactory.fillDefaults()
                    .span(note.icon().isEmpty() ? 2 : 1, 1)
                    .grab(true, false)
                    .hint(200, SWT.DEFAULT)
                    .applyTo(text);
        }
        return new Shown(n, texts, Optional.empty());
    }
}

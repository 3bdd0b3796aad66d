// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
import org.ionbench.api.report.Report;
import org.ionbench.engine.runs.RunState;
import org.ionbench.ui.internal.editors.plots.PlotGrid;
import org.ionbench.ui.internal.pictures.Pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The line at the top of an analysis: how its result stands, why it failed or a setting was
 * refused, and at the right which plots are shown and whether the settings are.
 */
final class StateLine extends Composite {
    private static final int ICON = 16;
    private static final String SPACE = "\u2009\u2009";

    private final Pictures pictures;
    private final Label icon;
    private final Label text;
    private final ToolBar bar;
    private final ToolItem settings;
    private final List<ToolItem> plots = new ArrayList<>();
    private final PlotGrid grid;
    private String stateText = "";
    private boolean isFailed;
    private String refusal = "";

    StateLine(Composite parent, Pictures pictures, PlotGrid grid, Consumer<Boolean> unfold) {
        super(parent, SWT.NONE);
        this.pictures = pictures;
        this.grid = grid;
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 2).applyTo(this);
        icon = new Label(this, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).hint(ICON, ICON).applyTo(icon);
        text = new Label(this, SWT.WRAP);
        text.setData("org.ionbench.ui.id", "analysis.state");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(text);
        bar = new ToolBar(this, SWT.FLAT | SWT.HORIZONTAL);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).applyTo(bar);
        settings = new ToolItem(bar, SWT.CHECK);
        settings.setText(SPACE + "Settings" + SPACE);
        settings.setToolTipText("Shows the settings, or folds them away");
        settings.setData("org.ionbench.ui.id", "analysis.settings");
        settings.setSelection(true);
        settings.addListener(SWT.Selection, e -> unfold.accept(settings.getSelection()));
        grid.onArranged(this::arranged);
    }

    /** Shows how a result stands. */
    void state(RunState state, boolean isBusy, Optional<String> why, Optional<Report> report) {
        boolean hasReport = report.isPresent();
        List<Problem> problems = report.map(Report::problems).orElse(List.of());
        boolean isComing = isBusy && (state == RunState.STALE || state == RunState.NEVER);
        icon.setImage(pictures.image("state-" + state.id()));
        isFailed = state == RunState.FAILED;
        stateText =
                switch (state) {
                    case CURRENT -> "Current";
                    case STALE ->
                            isComing
                                    ? "Computing; the result shown is the one before"
                                    : "Out of date: inputs or settings changed"
                                            + why.map(w -> ". " + w).orElse("");
                    case NEVER ->
                            isComing
                                    ? "Computing"
                                    : why.orElse(
                                            "This has not been computed yet. Choose Recompute in"
                                                    + " the Project menu.");
                    case FAILED ->
                            why.orElse("There is no result.")
                                    + (hasReport ? " The result shown is the one before." : "");
                };
        long doubts = problems.stream().filter(p -> p.severity() != Severity.INFO).count();
        if (doubts > 0 && state != RunState.FAILED) {
            stateText += doubts == 1 ? ", with a warning" : ", with " + doubts + " warnings";
            icon.setImage(pictures.image("warning"));
        }
        icon.setToolTipText(
                problems.stream()
                        .map(Problem::message)
                        .collect(Collectors.joining(System.lineSeparator())));
        write();
    }

    /** Says that what is shown are settings nobody has made an edit of yet. */
    void preview() {
        stateText = "Preview; let go to keep it, or press Escape";
        write();
    }

    /** Shows why a setting was refused; nothing where the sentence is empty. */
    void refused(String sentence) {
        if (!refusal.equals(sentence)) {
            refusal = sentence;
            write();
        }
    }

    private void write() {
        boolean isWrong = isFailed || !refusal.isEmpty();
        String now = refusal.isEmpty() ? stateText : refusal;
        Color color = isWrong ? JFaceColors.getErrorText(getDisplay()) : getForeground();
        text.setForeground(color);
        if (!now.equals(text.getText())) {
            text.setText(now);
            text.setToolTipText(now);
            text.requestLayout();
        }
    }

    /** One button for each plot, where there are several. */
    private void arranged() {
        List<Plot> now = grid.plots().size() > 1 ? grid.plots() : List.of();
        boolean isSame =
                now.stream()
                        .map(PlotGrid::name)
                        .toList()
                        .equals(plots.stream().map(ToolItem::getData).toList());
        if (!isSame) {
            for (ToolItem item : bar.getItems()) {
                if (item != settings) {
                    item.dispose();
                }
            }
            plots.clear();
            if (!now.isEmpty()) {
                new ToolItem(bar, SWT.SEPARATOR);
            }
            now.forEach(this::button);
            bar.requestLayout();
        }
        for (int i = 0; i < plots.size(); i++) {
            plots.get(i).setSelection(grid.isShown(now.get(i)));
        }
    }

    private void button(Plot plot) {
        ToolItem item = new ToolItem(bar, SWT.CHECK);
        item.setText(SPACE + PlotGrid.name(plot) + SPACE);
        item.setData(PlotGrid.name(plot));
        item.setToolTipText(plot.title());
        item.setData("org.ionbench.ui.id", "analysis.plot." + plot.id());
        int place = plots.size();
        item.addListener(
                SWT.Selection, e -> grid.choose(grid.plots().get(place), item.getSelection()));
        plots.add(item);
    }

    /** Takes the button of the settings away where there are none. */
    void hasSettings(boolean has) {
        settings.setEnabled(has);
    }

    /** Lays a control out, or leaves its room to the others. */
    static void exclude(Control control, boolean exclude) {
        ((GridData) control.getLayoutData()).exclude = exclude;
        control.setVisible(!exclude);
        control.requestLayout();
    }
}

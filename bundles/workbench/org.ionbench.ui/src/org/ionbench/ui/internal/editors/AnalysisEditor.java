// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.report.FitParameter;
import org.ionbench.api.report.Report;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.plotting.RecordingPlots;
import org.ionbench.engine.runs.RunState;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Outline.RunItem;
import org.ionbench.ui.internal.editors.findings.FindingsPane;
import org.ionbench.ui.internal.editors.plots.PlotGrid;
import org.ionbench.ui.internal.editors.settings.SettingsStrip;
import org.ionbench.ui.internal.editors.settings.Touch;
import org.ionbench.ui.internal.explorer.Words;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The editor of any run: its settings in a line, its plots, its findings. Handles of windows stand
 * on every plot with their axis; while they are dragged the run is computed with them, and where
 * they are let go is one edit.
 */
public final class AnalysisEditor extends ProjectEditor implements Touch {
    private static final int PLOTS = 64;
    private static final int FINDINGS = 36;
    private static final String PREVIEW = "";

    private final Map<String, String> refusals = new LinkedHashMap<>();
    private Runs runs;
    private SashForm sash;
    private StateLine state;
    private SettingsStrip strip;
    private PlotGrid plots;
    private FindingsPane findings;
    private LivePreview preview;
    private Optional<Report> shown = Optional.empty();
    private Map<String, String> shownSettings = Map.of();
    private Map<String, String> previewed = Map.of();
    private boolean isHeld;

    @Override
    public void createPartControl(Composite parent) {
        runs = project().runs();
        preview =
                new LivePreview(
                        runs,
                        id(),
                        project().session().owner(),
                        this::showPreview,
                        s -> refused(PREVIEW, s));
        Composite root = new Composite(parent, SWT.NONE);
        root.setData("org.ionbench.ui.id", "analysis");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        Composite top = new Composite(root, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(top);
        sash = new SashForm(root, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Catalog catalog = projects().catalog();
        plots = new PlotGrid(sash, this::table);
        findings = new FindingsPane(sash, catalog.elements(), pictures());
        sash.setWeights(PLOTS, FINDINGS);
        state = new StateLine(top, pictures(), plots, this::unfold);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(state);
        List<SettingSpec> specs = specs(catalog);
        strip = new SettingsStrip(top, specs, catalog.elements(), this);
        strip.enable(!project().session().isReadOnly());
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(strip);
        state.hasSettings(!specs.isEmpty());
        refresh();
    }

    private List<SettingSpec> specs(Catalog catalog) {
        return run().map(RunItem::analysis)
                .flatMap(catalog::analysis)
                .flatMap(c -> c.instance())
                .map(a -> Settings.describe(a.settings()))
                .orElse(List.of());
    }

    private Optional<RunItem> run() {
        return ((RunInput) getEditorInput()).run();
    }

    @Override
    String icon() {
        return run().map(RunItem::analysis).map(Words::runIcon).orElse("run");
    }

    private void unfold(boolean unfolded) {
        StateLine.exclude(strip, !unfolded);
    }

    // ---- showing

    @Override
    void refresh() {
        if (isHeld) {
            return;
        }
        RunState now = runs.state(id());
        Optional<Report> report = runs.report(id());
        state.state(now, runs.isBusy(), runs.why(id()).or(this::idle), report);
        Map<String, String> settings = runs.settings(id());
        strip.show(settings);
        // what was dragged stays until the edit it became is computed
        boolean isComing =
                now == RunState.STALE && settings.entrySet().containsAll(previewed.entrySet());
        if (previewed.isEmpty() || !isComing) {
            previewed = Map.of();
            preview.stop();
            refused(PREVIEW, "");
            show(report, settings);
        }
    }

    /** Why nothing is computed by itself. */
    private Optional<String> idle() {
        return project()
                .session()
                .readOnlyReason()
                .map(reason -> "Nothing is computed here. " + reason);
    }

    private void show(Optional<Report> report, Map<String, String> settings) {
        boolean isSame =
                report.isPresent()
                        && shown.isPresent()
                        && report.get() == shown.get()
                        && settings.equals(shownSettings);
        if (isSame) {
            return;
        }
        shown = report;
        shownSettings = settings;
        if (report.isPresent()) {
            draw(report.get());
        } else {
            plots.show(inputs());
        }
        boolean isBoth = report.isPresent() && !plots.plots().isEmpty();
        sash.setMaximizedControl(isBoth ? null : report.isPresent() ? findings : plots);
        handles();
    }

    private void draw(Report report) {
        plots.show(report.plots().isEmpty() ? inputs() : report.plots());
        findings.show(report);
        strip.names(
                report.fits().stream()
                        .flatMap(f -> f.parameters().stream())
                        .map(FitParameter::name)
                        .toList());
    }

    /**
     * What a run reads, where it has no plots of its own: the only recording, so that settings can
     * be mended on the chart, or the plots of the only run before it.
     */
    private List<Plot> inputs() {
        List<String> recordings = run().map(RunItem::recordings).orElse(List.of());
        List<String> upstream = run().map(RunItem::upstream).orElse(List.of());
        try {
            if (recordings.size() == 1) {
                return RecordingPlots.of(project().session().recording(recordings.getFirst()));
            }
        } catch (IOException e) {
            // The state line says that the recording cannot be read.
            return List.of();
        }
        return upstream.size() == 1
                ? runs.report(upstream.getFirst()).map(Report::plots).orElse(List.of())
                : List.of();
    }

    private void showPreview(Report report) {
        if (!previewed.isEmpty() && !strip.isDisposed()) {
            draw(report);
            refused(PREVIEW, "");
            shown = Optional.of(report);
        }
    }

    // ---- what is touched on the chart

    private void handles() {
        if (project().session().isReadOnly()) {
            return;
        }
        strip.windows(
                (spec, window) ->
                        plots.handles(
                                spec.key(),
                                spec.axis(),
                                spec.label(),
                                window,
                                w -> drag(spec.key(), w),
                                w -> release(spec.key(), w)));
        brush(strip.brushed(), !strip.brushed().isEmpty());
    }

    private void drag(String key, Window window) {
        strip.drag(key, window);
        String text = SettingsStrip.text(window);
        isHeld = !text.equals(runs.settings(id()).get(key));
        if (isHeld) {
            previewed = Map.of(key, text);
            state.preview();
            preview.ask(previewed);
        } else {
            // taken back
            previewed = Map.of();
            refresh();
        }
    }

    private void release(String key, Window window) {
        isHeld = false;
        strip.release(key, window);
        refresh();
    }

    @Override
    public void brush(String key, boolean on) {
        if (on) {
            plots.brush(strip.mask(key), mask -> left(key, mask));
        } else {
            plots.removeBrush();
        }
    }

    private void left(String key, Mask mask) {
        strip.release(key, mask);
        plots.brush(strip.mask(key), changed -> left(key, changed));
    }

    // ---- editing

    @Override
    public void set(String key, String text) {
        runs.set(id(), Map.of(key, text));
    }

    @Override
    public void refused(String key, String sentence) {
        if (sentence.isEmpty()) {
            refusals.remove(key);
        } else {
            refusals.put(key, sentence);
        }
        if (!state.isDisposed()) {
            state.refused(refusals.values().stream().findFirst().orElse(""));
        }
    }

    @Override
    public void setFocus() {
        super.setFocus();
        plots.setFocus();
    }

    @Override
    public void dispose() {
        if (preview != null) {
            preview.stop();
        }
        super.dispose();
    }
}

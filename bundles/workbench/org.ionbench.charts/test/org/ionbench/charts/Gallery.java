// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.Window;
import org.ionbench.api.plot.Plot;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Shows plots of every kind in one window, to look at and to play with: {@code Gallery [dark]
 * [small] [seconds=N] [png=FOLDER]}. Windows and masks that are touched are printed.
 */
public final class Gallery {
    private static final String DARK = "dark";

    private Gallery() {}

    public static void main(String[] arguments) throws Exception {
        boolean dark = false;
        boolean small = false;
        long until = Long.MAX_VALUE;
        Path folder = Path.of("");
        for (String a : arguments) {
            String value = a.substring(a.indexOf('=') + 1);
            switch (a.replaceFirst("=.*", "").toLowerCase(Locale.ROOT)) {
                case DARK -> dark = true;
                case "small" -> small = true;
                case "seconds" -> until = System.nanoTime() + Long.parseLong(value) * 1_000_000_000;
                case "png" -> folder = Path.of(value);
                default -> throw new IllegalArgumentException(a);
            }
        }
        Display display = new Display();
        Shell shell = new Shell(display);
        shell.setText("Plots");
        shell.setLayout(new FillLayout());
        Composite grid = new Composite(shell, SWT.NONE);
        GridLayout layout = new GridLayout(3, true);
        layout.marginWidth = 4;
        layout.marginHeight = 4;
        grid.setLayout(layout);
        PlotView[] views = new PlotView[SamplePlots.all().size()];
        int i = 0;
        for (Plot plot : SamplePlots.all()) {
            PlotView view = new PlotView(grid, SamplePlots::table);
            view.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            view.dark(dark);
            view.show(plot);
            view.handles(
                    "frequency",
                    new Window(3, 2e5),
                    w -> System.out.println("live " + w),
                    w -> System.out.println("released " + w));
            views[i++] = view;
        }
        for (PlotView v : views) {
            v.onPick(
                    rows -> {
                        for (PlotView w : views) {
                            w.highlight(rows);
                        }
                    });
        }
        views[0].brush(Mask.NONE, m -> System.out.println("mask " + m));
        shell.setSize(small ? 770 : 1500, small ? 580 : 950);
        shell.open();
        while (!shell.isDisposed() && System.nanoTime() < until) {
            if (!display.readAndDispatch()) {
                display.timerExec(200, () -> {});
                display.sleep();
            }
        }
        if (!shell.isDisposed() && !folder.toString().isEmpty()) {
            for (PlotView v : views) {
                v.savePng(folder.resolve(v.plot().orElseThrow().id() + ".png"));
            }
        }
        display.dispose();
    }
}

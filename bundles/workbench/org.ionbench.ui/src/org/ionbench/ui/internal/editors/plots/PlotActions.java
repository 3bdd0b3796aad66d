// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.plots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.table.Table;
import org.ionbench.charts.PlotView;
import org.ionbench.engine.output.SvgPlot;
import org.ionbench.ui.internal.projects.Projects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the context menu of a plot offers. */
final class PlotActions {
    private static final int SVG_WIDTH = 640;

    private final PlotView view;
    private final Supplier<Plot> plot;
    private final Function<String, Optional<Table>> tables;

    PlotActions(PlotView view, Supplier<Plot> plot, Function<String, Optional<Table>> tables) {
        this.view = view;
        this.plot = plot;
        this.tables = tables;
    }

    void install() {
        Menu menu = new Menu(view);
        item(menu, "Show all", view::showAll);
        item(menu, "Back", view::back);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Copy data", view::copyData);
        item(menu, "Copy image", this::copyImage);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Save as SVG...", () -> save("svg", "Scalable vector graphics (*.svg)"));
        item(menu, "Save as PNG...", () -> save("png", "Image as on screen (*.png)"));
        view.setMenu(menu);
    }

    private static void item(Menu menu, String text, Runnable act) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> act.run());
    }

    private void copyImage() {
        Image image = view.image();
        Clipboard clipboard = new Clipboard(view.getDisplay());
        clipboard.setContents(
                new Object[] {image.getImageData()}, new Transfer[] {ImageTransfer.getInstance()});
        clipboard.dispose();
        image.dispose();
    }

    private void save(String ending, String kind) {
        FileDialog dialog = new FileDialog(view.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*." + ending});
        dialog.setFilterNames(new String[] {kind});
        dialog.setFileName(plot.get().id().replace('/', '-') + "." + ending);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        Path file = Path.of(chosen);
        try {
            if (ending.equals("svg")) {
                Files.writeString(file, SvgPlot.of(tables).width(SVG_WIDTH).draw(plot.get()));
            } else {
                view.savePng(file);
            }
        } catch (IOException e) {
            PlatformUI.getWorkbench()
                    .getService(Projects.class)
                    .report(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}

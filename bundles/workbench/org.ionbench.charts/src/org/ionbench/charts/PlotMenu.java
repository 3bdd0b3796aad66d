// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.MessageBox;

import java.io.IOException;
import java.nio.file.Path;

/** The menu of a plot: the one given to the view, or what every plot can do. */
final class PlotMenu {
    private final PlotView view;

    PlotMenu(PlotView view) {
        this.view = view;
    }

    void open() {
        if (view.getMenu() != null) {
            view.getMenu().setVisible(true);
            return;
        }
        Menu menu = new Menu(view);
        item(menu, "showAll", view::showAll);
        item(menu, "back", view::back);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "copyData", view::copyData);
        item(menu, "saveImage", this::saveImage);
        menu.addListener(SWT.Hide, e -> view.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private static void item(Menu menu, String key, Runnable act) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(Words.text(key));
        item.addListener(SWT.Selection, e -> act.run());
    }

    private void saveImage() {
        FileDialog dialog = new FileDialog(view.getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.png"});
        dialog.setFilterNames(new String[] {Words.text("png")});
        dialog.setFileName(view.plot().map(p -> p.id() + ".png").orElse("plot.png"));
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) {
            return;
        }
        try {
            view.savePng(Path.of(file));
        } catch (IOException e) {
            MessageBox box = new MessageBox(view.getShell(), SWT.ICON_ERROR | SWT.OK);
            box.setMessage(Words.text("saveImageFailed", e.getMessage()));
            box.open();
        }
    }
}

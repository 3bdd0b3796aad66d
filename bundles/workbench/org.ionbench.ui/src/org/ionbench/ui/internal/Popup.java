// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/**
 * A sentence at the lower right of the window that goes away by itself: it takes no focus and asks
 * for nothing.
 */
final class Popup extends PopupDialog {
    private static final int MILLISECONDS = 9_000;
    private static final int WIDTH = 380;

    private final String sentence;

    Popup(Shell window, String sentence) {
        super(
                window,
                SWT.TOOL | SWT.ON_TOP | SWT.NO_FOCUS,
                false,
                false,
                false,
                false,
                false,
                null,
                null);
        this.sentence = sentence;
    }

    @Override
    public int open() {
        int code = super.open();
        getShell().setData("org.ionbench.ui.id", "popup");
        getShell().getDisplay().timerExec(MILLISECONDS, this::close);
        return code;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 10).applyTo(area);
        Label text = new Label(area, SWT.WRAP);
        text.setText(sentence);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.MouseDown, e -> close());
        return area;
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Rectangle window = getParentShell().getBounds();
        return new Point(
                window.x + window.width - size.x - 16, window.y + window.height - size.y - 40);
    }
}

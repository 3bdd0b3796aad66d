// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Fields in rows; only the first row while the strip is folded, with the button at its end. */
final class StripLayout extends Layout {
    private static final int MARGIN = 6;
    private static final int TOP = 3;
    private static final int GAP = 14;

    private final SettingsStrip strip;

    StripLayout(SettingsStrip strip) {
        this.strip = strip;
    }

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flush) {
        int width = wHint == SWT.DEFAULT ? 700 : wHint;
        return new Point(width, place(width, false));
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
        place(composite.getClientArea().width, true);
    }

    private int place(int width, boolean set) {
        Button more = strip.more();
        Point button = more.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int end = width - MARGIN;
        boolean fits = total() <= end;
        int room = fits ? end : end - button.x - GAP;
        int x = MARGIN;
        int y = TOP;
        int row = 0;
        boolean isFirst = true;
        for (SettingField field : strip.fields()) {
            Control box = field.box();
            Point size = box.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            if (x > MARGIN && x + size.x > (isFirst ? room : end)) {
                isFirst = false;
                if (strip.isUnfolded()) {
                    x = MARGIN;
                    y += row + TOP;
                    row = 0;
                }
            }
            boolean visible = isFirst || strip.isUnfolded();
            if (set) {
                box.setVisible(visible);
                box.setBounds(x, y, Math.min(size.x, end - MARGIN), size.y);
            }
            if (visible) {
                x += size.x + GAP;
                row = Math.max(row, size.y);
            }
        }
        if (set) {
            more.setVisible(!fits);
            more.setBounds(end - button.x, TOP, button.x, button.y);
        }
        return y + Math.max(row, fits ? 0 : y == TOP ? button.y : 0) + TOP;
    }

    private int total() {
        int x = MARGIN;
        for (SettingField field : strip.fields()) {
            x += field.box().computeSize(SWT.DEFAULT, SWT.DEFAULT).x + GAP;
        }
        return x - GAP;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

import java.util.ArrayList;
import java.util.List;

/** Fields in rows; only the first row while the strip is folded, with the button at its end. */
final class StripLayout extends Layout {
    private static final int MARGIN = 6;
    private static final int TOP = 3;
    private static final int GAP = 10;

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
        List<List<Control>> rows = rows(end, fits ? end : end - button.x - GAP);
        int y = TOP;
        for (int i = 0; i < rows.size(); i++) {
            boolean visible = i == 0 || strip.isUnfolded();
            int height = rows.get(i).stream().mapToInt(c -> size(c).y).max().orElse(0);
            height = i == 0 && !fits ? Math.max(height, button.y) : height;
            int x = MARGIN;
            for (Control box : rows.get(i)) {
                Point size = size(box);
                if (set) {
                    box.setVisible(visible);
                    int middle = y + (height - size.y) / 2;
                    box.setBounds(x, middle, Math.min(size.x, end - MARGIN), size.y);
                }
                x += size.x + GAP;
            }
            y += visible ? height + TOP : 0;
        }
        if (set) {
            more.setVisible(!fits);
            more.setBounds(end - button.x, TOP, button.x, button.y);
        }
        return y;
    }

    /** The fields in rows, the first of them as wide as there is room beside the button. */
    private List<List<Control>> rows(int end, int room) {
        List<List<Control>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        int x = MARGIN;
        for (SettingField field : strip.fields()) {
            int own = size(field.box()).x;
            if (!rows.getLast().isEmpty() && x + own > (rows.size() == 1 ? room : end)) {
                rows.add(new ArrayList<>());
                x = MARGIN;
            }
            rows.getLast().add(field.box());
            x += own + GAP;
        }
        return rows;
    }

    private static Point size(Control box) {
        return box.computeSize(SWT.DEFAULT, SWT.DEFAULT);
    }

    private int total() {
        int x = MARGIN;
        for (SettingField field : strip.fields()) {
            x += field.box().computeSize(SWT.DEFAULT, SWT.DEFAULT).x + GAP;
        }
        return x - GAP;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.findings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Blocks side by side as long as there is room, then in a new row; some take a row each. */
final class FlowLayout extends Layout {
    /** Set on a control that takes the whole width. */
    static final String FULL_WIDTH = "full width";

    private static final int MARGIN = 8;
    private static final int GAP = 18;

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flush) {
        int width = wHint == SWT.DEFAULT ? 600 : wHint;
        return new Point(width, place(composite, width, false));
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
        place(composite, composite.getClientArea().width, true);
    }

    private static int place(Composite composite, int width, boolean set) {
        int most = Math.max(50, width - 2 * MARGIN);
        int x = MARGIN;
        int y = MARGIN;
        int row = 0;
        for (Control child : composite.getChildren()) {
            boolean full = Boolean.TRUE.equals(child.getData(FULL_WIDTH));
            int wanted = full ? most : Math.min(most, child.computeSize(-1, -1).x);
            Point size = new Point(wanted, child.computeSize(wanted, -1).y);
            if (x > MARGIN && (full || x + wanted > width - MARGIN)) {
                x = MARGIN;
                y += row + GAP / 2;
                row = 0;
            }
            if (set) {
                child.setBounds(new Rectangle(x, y, size.x, size.y));
            }
            x += size.x + GAP;
            row = Math.max(row, size.y);
            if (full) {
                x = width;
            }
        }
        return y + row + MARGIN;
    }
}

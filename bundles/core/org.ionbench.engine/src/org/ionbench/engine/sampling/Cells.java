// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import org.ionbench.engine.plotting.AxisScale;
import org.ionbench.engine.plotting.PlotFrame;

/** Squares of pixels, numbered; one row and column beyond each side stands for all outside. */
final class Cells {
    private final AxisScale x;
    private final AxisScale y;
    private final double size;
    private final int columns;
    private final int rows;

    Cells(PlotFrame frame, double size) {
        this.x = frame.x();
        this.y = frame.y();
        this.size = size;
        this.columns = (int) Math.ceil(frame.width() / size) + 2;
        this.rows = (int) Math.ceil(frame.height() / size) + 2;
    }

    /** The cell of a point; -1 if it has no place. */
    int of(double px, double py) {
        double across = x.pixel(px);
        double up = y.pixel(py);
        if (Double.isNaN(across) || Double.isNaN(up)) {
            return -1;
        }
        int column = (int) Math.clamp(Math.floor(across / size) + 1, 0, columns - 1);
        int row = (int) Math.clamp(Math.floor(up / size) + 1, 0, rows - 1);
        return row * columns + column;
    }

    boolean isOutside(int cell) {
        int column = cell % columns;
        int row = cell / columns;
        return column == 0 || column == columns - 1 || row == 0 || row == rows - 1;
    }

    /** Whether two cells lie beyond the same side, so that no way between them is seen. */
    boolean bothOutside(int first, int second) {
        int c1 = first % columns;
        int c2 = second % columns;
        int r1 = first / columns;
        int r2 = second / columns;
        return c1 == 0 && c2 == 0
                || c1 == columns - 1 && c2 == columns - 1
                || r1 == 0 && r2 == 0
                || r1 == rows - 1 && r2 == rows - 1;
    }
}

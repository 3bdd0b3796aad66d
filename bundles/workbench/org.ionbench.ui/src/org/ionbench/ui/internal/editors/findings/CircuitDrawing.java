// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.findings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.ionbench.api.circuit.Circuit;

import java.util.List;

/** A circuit drawn from left to right: elements as boxes, parallel branches below each other. */
final class CircuitDrawing extends Canvas {
    private static final int BOX_HEIGHT = 18;
    private static final int LEAST_WIDTH = 30;
    private static final int WIRE = 8;
    private static final int GAP = 5;
    private static final int MARGIN = 2;

    private final Circuit circuit;

    CircuitDrawing(Composite parent, Circuit circuit) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.circuit = circuit;
        addListener(SWT.Paint, e -> paint(e.gc));
        setData("org.ionbench.ui.id", "findings.circuit");
        getAccessible()
                .addAccessibleListener(
                        new AccessibleAdapter() {
                            @Override
                            public void getName(AccessibleEvent e) {
                                e.result = "Circuit " + circuit.code();
                            }
                        });
        setToolTipText(circuit.code());
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        Point size = size(circuit, gc);
        gc.dispose();
        return new Point(size.x + 2 * (WIRE + MARGIN), size.y + 2 * MARGIN);
    }

    private void paint(GC gc) {
        gc.setForeground(getForeground());
        gc.setAntialias(SWT.ON);
        Point size = size(circuit, gc);
        int middle = MARGIN + size.y / 2;
        gc.drawLine(MARGIN, middle, MARGIN + WIRE, middle);
        draw(circuit, gc, MARGIN + WIRE, middle);
        int end = MARGIN + WIRE + size.x;
        gc.drawLine(end, middle, end + WIRE, middle);
    }

    private static Point size(Circuit c, GC gc) {
        return switch (c) {
            case Circuit.Leaf leaf ->
                    new Point(Math.max(LEAST_WIDTH, gc.textExtent(leaf.name()).x + 10), BOX_HEIGHT);
            case Circuit.Series s -> {
                int width = WIRE * (s.parts().size() - 1);
                int height = 0;
                for (Circuit part : s.parts()) {
                    Point size = size(part, gc);
                    width += size.x;
                    height = Math.max(height, size.y);
                }
                yield new Point(width, height);
            }
            case Circuit.Parallel p -> {
                int width = 0;
                int height = GAP * (p.parts().size() - 1);
                for (Circuit part : p.parts()) {
                    Point size = size(part, gc);
                    width = Math.max(width, size.x);
                    height += size.y;
                }
                yield new Point(width + 2 * WIRE, height);
            }
        };
    }

    /** Draws from a point on the wire at the left. */
    private static void draw(Circuit c, GC gc, int x, int middle) {
        switch (c) {
            case Circuit.Leaf leaf -> {
                int width = size(leaf, gc).x;
                gc.drawRectangle(x, middle - BOX_HEIGHT / 2, width, BOX_HEIGHT - 1);
                Point text = gc.textExtent(leaf.name());
                gc.drawText(leaf.name(), x + (width - text.x) / 2 + 1, middle - text.y / 2, true);
            }
            case Circuit.Series s -> {
                int at = x;
                for (int i = 0; i < s.parts().size(); i++) {
                    if (i > 0) {
                        gc.drawLine(at, middle, at + WIRE, middle);
                        at += WIRE;
                    }
                    draw(s.parts().get(i), gc, at, middle);
                    at += size(s.parts().get(i), gc).x;
                }
            }
            case Circuit.Parallel p -> branches(p, p.parts(), gc, x, middle);
        }
    }

    private static void branches(Circuit whole, List<Circuit> parts, GC gc, int x, int middle) {
        Point size = size(whole, gc);
        int top = middle - size.y / 2;
        int right = x + size.x;
        int first = top + size(parts.getFirst(), gc).y / 2;
        int last = first;
        for (Circuit part : parts) {
            Point branch = size(part, gc);
            last = top + branch.y / 2;
            int start = x + (size.x - branch.x) / 2;
            gc.drawLine(x, last, start, last);
            draw(part, gc, start, last);
            gc.drawLine(start + branch.x, last, right, last);
            top += branch.y + GAP;
        }
        gc.drawLine(x, first, x, last);
        gc.drawLine(right, first, right, last);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.ionbench.api.plot.Plot;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.Inset;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.sampling.Sample;

import java.util.List;
import java.util.Optional;

/**
 * A smaller plot inside a plot, which shows a part of the same series: numbers on its axes, no
 * names. Lies where it hides least.
 *
 * @param bounds it has, from its own left and top
 * @param area its drawing area within them
 * @param frame what it shows
 * @param layers the series as they are drawn in it; empty until they are sampled
 */
record InsetView(Rectangle bounds, Rectangle area, PlotFrame frame, List<Layer> layers) {
    private static final double HEIGHT_TO_WIDTH = 0.72;
    private static final double FLATTEST = 0.45;
    private static final double TALLEST = 0.6;
    private static final int LEAST = 90;

    /** Lays an inset out inside a drawing area; empty where there is no room for one. */
    static Optional<InsetView> of(GC gc, Rectangle around, Plot plot, Extent box) {
        int width = (int) (Inset.SHARE * around.width);
        double ratio = HEIGHT_TO_WIDTH;
        if (plot.equalAspect()) {
            ratio =
                    Math.clamp(
                            (box.yHigh() - box.yLow()) / (box.xHigh() - box.xLow()), FLATTEST, 1);
        }
        int height = (int) Math.min(ratio * width, TALLEST * around.height);
        if (width < LEAST || height < LEAST * FLATTEST) {
            return Optional.empty();
        }
        Rectangle bounds = new Rectangle(0, 0, width, height);
        PlotFrame frame = PlotFrame.all(plot, box, width, height);
        Rectangle area = bounds;
        for (int pass = 0; pass < 2; pass++) {
            area = AxesPainter.area(gc, bounds, frame, Optional.empty(), AxesPainter.Names.NONE);
            frame = PlotFrame.all(plot, box, area.width, area.height);
        }
        return Optional.of(new InsetView(bounds, area, frame, List.of()));
    }

    /** With the points it shows of a scene; what has an axis on the right is left out. */
    InsetView sampled(Scene scene) {
        return new InsetView(
                bounds,
                area,
                frame,
                scene.layers().stream()
                        .filter(l -> !l.isRight())
                        .map(l -> l.sampled(frame))
                        .toList());
    }

    /** Draws it inside the drawing area of the larger plot; gives the place it takes there. */
    Rectangle paint(Ink ink, Style style, Rectangle around, PlotFrame larger, List<Layer> hidden) {
        Inset place =
                Inset.place(larger, bounds.width, bounds.height, p -> under(p, larger, hidden));
        int dx = around.x + (int) place.x();
        int dy = around.y + (int) place.y();
        Rectangle own = new Rectangle(dx, dy, bounds.width, bounds.height);
        Rectangle inside = new Rectangle(dx + area.x, dy + area.y, area.width, area.height);
        GC gc = ink.gc();
        gc.setBackground(style.background());
        gc.fillRectangle(own);
        SeriesPainter painter = new SeriesPainter(ink, style, inside, frame);
        gc.setClipping(new Rectangle(inside.x, inside.y, inside.width + 1, inside.height + 1));
        layers.forEach(painter::paint);
        gc.setClipping((Rectangle) null);
        AxesPainter.paint(ink, style, own, inside, frame, Optional.empty(), AxesPainter.Names.NONE);
        return own;
    }

    private static int under(Inset place, PlotFrame larger, List<Layer> layers) {
        int n = 0;
        for (Layer layer : layers) {
            Sample s = layer.sample();
            for (int i = 0; i < s.size() && !layer.isRight(); i++) {
                n += place.contains(larger.pixelX(s.x()[i]), larger.pixelY(s.y()[i])) ? 1 : 0;
            }
        }
        return n;
    }
}

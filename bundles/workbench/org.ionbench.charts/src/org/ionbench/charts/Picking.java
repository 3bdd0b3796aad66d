// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.eclipse.swt.graphics.Rectangle;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.sampling.Sample;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Which points lie where on screen. */
final class Picking {
    private static final double REACH = 14;
    private static final double FIT_REACH = 6;

    private Picking() {}

    /**
     * A point of a layer.
     *
     * @param layer whose point
     * @param index of the point in the series
     */
    record Hit(Layer layer, int index) {

        double x() {
            return layer.sampler().trace().x().at(index);
        }

        double y() {
            return layer.sampler().trace().y().at(index);
        }

        int row() {
            return layer.row(index);
        }

        boolean isSame(Hit other) {
            return layer.series() == other.layer.series() && index == other.index;
        }
    }

    /** The point nearest to a place in the drawing area, if one is near; data before fits. */
    static Optional<Hit> nearest(Scene scene, PlotFrame frame, double x, double y) {
        Optional<Hit> data = nearest(scene, frame, x, y, true, REACH);
        return data.isPresent() ? data : nearest(scene, frame, x, y, false, FIT_REACH);
    }

    private static Optional<Hit> nearest(
            Scene scene, PlotFrame frame, double x, double y, boolean data, double reach) {
        Optional<Hit> best = Optional.empty();
        double least = reach;
        for (Layer layer : scene.layers()) {
            if (layer.isData() != data) {
                continue;
            }
            Sample s = layer.sample();
            PlotFrame own = scene.frame(layer, frame);
            for (int i = 0; i < s.size(); i++) {
                double distance = Math.hypot(own.pixelX(s.x()[i]) - x, own.pixelY(s.y()[i]) - y);
                if (distance < least) {
                    least = distance;
                    best = Optional.of(new Hit(layer, s.index()[i]));
                }
            }
        }
        return best;
    }

    /** The rows of all measured points inside a rectangle of the drawing area. */
    static BitSet rows(Scene scene, PlotFrame frame, Rectangle box) {
        BitSet rows = new BitSet();
        for (Layer layer : scene.layers()) {
            if (!layer.isData() || !layer.hasRows()) {
                continue;
            }
            var x = layer.sampler().trace().x();
            var y = layer.sampler().trace().y();
            PlotFrame own = scene.frame(layer, frame);
            for (int i = 0; i < x.size(); i++) {
                double px = frame.pixelX(x.at(i));
                if (px < box.x || px > box.x + box.width) {
                    continue;
                }
                double py = own.pixelY(y.at(i));
                int row = layer.row(i);
                if (row >= 0 && py >= box.y && py <= box.y + box.height) {
                    rows.set(row);
                }
            }
        }
        return rows;
    }

    /** The point one further along the measured series; the first of all if there is none yet. */
    static Optional<Hit> step(Scene scene, Optional<Hit> from, int by) {
        List<Layer> layers =
                scene.layers().stream()
                        .filter(l -> l.isData() && l.sampler().trace().size() > 0)
                        .toList();
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        if (from.isEmpty()) {
            return Optional.of(new Hit(layers.getFirst(), 0));
        }
        Hit hit = from.get();
        int at = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).series().equals(hit.layer().series())) {
                at = i;
            }
        }
        int index = hit.index() + by;
        if (index < 0 && at > 0) {
            at--;
            index = layers.get(at).sampler().trace().size() - 1;
        } else if (index >= layers.get(at).sampler().trace().size() && at < layers.size() - 1) {
            at++;
            index = 0;
        }
        Layer layer = layers.get(at);
        return Optional.of(
                new Hit(layer, Math.clamp(index, 0, layer.sampler().trace().size() - 1)));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.table.Table;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.RightAxis;
import org.ionbench.engine.sampling.Sample;
import org.ionbench.engine.sampling.Sampler;
import org.ionbench.engine.sampling.Trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plot with its points at hand. Immutable; made and sampled on any thread.
 *
 * @param plot what is shown
 * @param layers its series whose points were found, back to front
 * @param extent the box around all points, error bars and bands on the left
 * @param right the same on the right
 */
record Scene(Plot plot, List<Layer> layers, Extent extent, Extent right) {
    private static final Sample EMPTY = new Sample(new double[0], new double[0], new int[0]);

    /** A series and where its points are, before anything is read. */
    record Found(Series series, Trace trace, boolean isRight) {}

    /** Finds the points of a plot without reading them. */
    static List<Found> find(Plot plot, Function<String, Optional<Table>> tables) {
        List<Found> found = new ArrayList<>();
        for (Series series : plot.series()) {
            Trace.of(series.points(), tables)
                    .ifPresent(t -> found.add(new Found(series, t, false)));
        }
        for (Series series : RightAxis.series(plot)) {
            Trace.of(series.points(), tables).ifPresent(t -> found.add(new Found(series, t, true)));
        }
        return found;
    }

    /** The frame of a layer, where this is the frame of the axes on the left. */
    PlotFrame frame(Layer layer, PlotFrame left) {
        return layer.isRight() ? rightFrame(left).orElse(left) : left;
    }

    /** The frame of what is on the right, if there is anything. */
    Optional<PlotFrame> rightFrame(PlotFrame left) {
        return layers.stream().anyMatch(Layer::isRight)
                ? Optional.of(RightAxis.frame(left, extent, right))
                : Optional.empty();
    }

    /**
     * Reads all points once.
     *
     * @param known layers whose columns need not be read again
     */
    static Scene read(Plot plot, List<Found> found, List<Layer> known) {
        boolean logX = plot.x().scale() == Axis.Scale.LOGARITHMIC;
        Extent extent = Extent.EMPTY;
        Extent right = Extent.EMPTY;
        List<Layer> layers = new ArrayList<>();
        for (Found f : found) {
            Sampler sampler =
                    known.stream()
                            .filter(k -> isSameColumns(k.series(), f.series()))
                            .findFirst()
                            .map(Layer::sampler)
                            .orElseGet(() -> new Sampler(f.trace()));
            Axis y = f.isRight() ? plot.right().orElse(plot).y() : plot.y();
            boolean logY = y.scale() == Axis.Scale.LOGARITHMIC;
            Extent own = sampler.extent(f.series(), logX, logY);
            if (f.isRight()) {
                right = right.with(own);
                // what is on the right widens the abscissae too
                extent = extent.with(own.xLow(), Double.NaN).with(own.xHigh(), Double.NaN);
            } else {
                extent = extent.with(own);
            }
            layers.add(new Layer(f.series(), sampler, EMPTY, f.isRight()));
        }
        return new Scene(plot, List.copyOf(layers), extent, right);
    }

    Scene sampled(PlotFrame frame) {
        Optional<PlotFrame> other = rightFrame(frame);
        return new Scene(
                plot,
                layers.stream()
                        .map(l -> l.sampled(l.isRight() ? other.orElse(frame) : frame))
                        .toList(),
                extent,
                right);
    }

    private static boolean isSameColumns(Series a, Series b) {
        return a.points() instanceof Points.Columns && a.points().equals(b.points());
    }

    /** How many points there are in all. */
    long size() {
        return layers.stream().mapToLong(l -> l.sampler().trace().size()).sum();
    }

    /** How many points there are in all. */
    static long size(List<Found> found) {
        return found.stream().mapToLong(f -> f.trace().size()).sum();
    }
}

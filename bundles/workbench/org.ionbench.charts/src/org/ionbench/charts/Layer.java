// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.sampling.Sample;
import org.ionbench.engine.sampling.Sampler;

/**
 * A series with the points of it that are drawn.
 *
 * @param series what it is
 * @param sampler finds its points
 * @param sample the points for the frame asked for last
 * @param isRight whether its ordinates belong to the axis on the right
 */
record Layer(Series series, Sampler sampler, Sample sample, boolean isRight) {

    /**
     * @param frame that of its own axes
     */
    Layer sampled(PlotFrame frame) {
        return new Layer(series, sampler, sample(series, sampler, frame), isRight);
    }

    static Sample sample(Series series, Sampler sampler, PlotFrame frame) {
        return switch (series.role()) {
            case MEASURED, EXCLUDED -> sampler.symbols(frame);
            case FIT, CURVE, BAND -> sampler.line(frame);
        };
    }

    /** Whether its points stand for rows of a recording. */
    boolean hasRows() {
        return series.rows().length > 0 || series.points() instanceof Points.Columns;
    }

    /** The row of a point in the recording; -1 if it has none. */
    int row(int index) {
        if (index < series.rows().length) {
            return series.rows()[index];
        }
        return series.points() instanceof Points.Columns ? index : -1;
    }

    /** Whether the pointer finds its points before those of fits. */
    boolean isData() {
        return switch (series.role()) {
            case MEASURED, EXCLUDED, CURVE -> true;
            case FIT, BAND -> false;
        };
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import org.ionbench.api.plot.Series;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.PlotFrame;

import java.util.BitSet;

/**
 * Answers "this series, this window, these pixels" with few points. Making one reads every value
 * once; it is then safe to ask from any thread.
 *
 * <p>Where x never descends, each pixel column gives its first, lowest, highest and last point,
 * which draws the same pixels as all of them. Other series, such as loops of voltammetry, give each
 * way from pixel to pixel once. A gap in the values stays a gap.
 */
public final class Sampler {
    private static final int SMALL = 2000;
    private static final int CHUNK = 4096;
    private static final int MOST = 10_000;

    private final Trace trace;
    private final boolean ascending;
    private final Pyramid pyramid;
    private final Extent extent;
    private final Extent positive;

    /** Gets to know a series. */
    public Sampler(Trace trace) {
        this.trace = trace;
        double[] x = new double[CHUNK];
        double[] y = new double[CHUNK];
        Range xs = new Range();
        Range ys = new Range();
        boolean ordered = true;
        double before = Double.NEGATIVE_INFINITY;
        for (int start = 0; start < trace.size(); start += CHUNK) {
            int count = Math.min(CHUNK, trace.size() - start);
            trace.x().copy(start, x, count);
            trace.y().copy(start, y, count);
            for (int i = 0; i < count; i++) {
                ordered &= x[i] >= before;
                before = x[i];
                // a point without a place on one axis does not widen the other
                if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                    xs.add(x[i]);
                    ys.add(y[i]);
                }
            }
        }
        this.extent = new Extent(xs.low, xs.high, ys.low, ys.high);
        this.positive = new Extent(xs.positive, xs.high, ys.positive, ys.high);
        this.ascending = ordered;
        this.pyramid = ordered && trace.size() > SMALL ? new Pyramid(trace.y()) : null;
    }

    public Trace trace() {
        return trace;
    }

    /** Whether x never descends. */
    public boolean isAscending() {
        return ascending;
    }

    /**
     * The box around all points.
     *
     * @param logarithmicX whether only positive abscissae count
     * @param logarithmicY whether only positive ordinates count
     */
    public Extent extent(boolean logarithmicX, boolean logarithmicY) {
        Extent x = logarithmicX ? positive : extent;
        Extent y = logarithmicY ? positive : extent;
        return new Extent(x.xLow(), x.xHigh(), y.yLow(), y.yHigh());
    }

    /**
     * The box around all points of a series, its error bars and the upper edge of its band.
     *
     * @param series whose points these are
     * @param logarithmicX whether only positive abscissae count
     * @param logarithmicY whether only positive ordinates count
     */
    public Extent extent(Series series, boolean logarithmicX, boolean logarithmicY) {
        Extent box = extent(logarithmicX, logarithmicY);
        for (double upper : series.upper()) {
            box = box.with(Double.NaN, place(upper, logarithmicY));
        }
        double[] errors = series.errors();
        for (int i = 0; i < Math.min(errors.length, trace.size()); i++) {
            double y = trace.y().at(i);
            box = box.with(Double.NaN, place(y - errors[i], logarithmicY));
            box = box.with(Double.NaN, place(y + errors[i], logarithmicY));
        }
        return box;
    }

    private static double place(double y, boolean logarithmic) {
        return logarithmic && !(y > 0) ? Double.NaN : y;
    }

    /** The points to draw as a line; about one beyond each side of the window is among them. */
    public Sample line(PlotFrame frame) {
        if (!ascending) {
            return trace.size() <= SMALL ? all(0, trace.size()) : loop(frame);
        }
        int from = Math.max(0, firstAtLeast(frame.x().span().low()) - 1);
        int to = Math.min(trace.size(), firstAbove(frame.x().span().high()) + 1);
        int columns = (int) Math.ceil(frame.width());
        return to - from <= Math.max(SMALL, 4 * columns) ? all(from, to) : columns(frame, from, to);
    }

    /** The points to draw as symbols; where several share a pixel, the first of them. */
    public Sample symbols(PlotFrame frame) {
        if (trace.size() <= SMALL) {
            return all(0, trace.size());
        }
        Sample sample = symbols(frame, 1);
        for (int cell = 2; sample.size() > MOST; cell *= 2) {
            sample = symbols(frame, cell);
        }
        return sample;
    }

    // ---- x ascends

    private Sample columns(PlotFrame frame, int from, int to) {
        SampleBuilder sample = new SampleBuilder();
        int n = (int) Math.ceil(frame.width());
        int start = from;
        for (int column = 0; column <= n && start < to; column++) {
            int end = Math.min(to, firstAtLeast(frame.valueX(column), start));
            column(sample, start, end);
            start = Math.max(start, end);
        }
        column(sample, start, to);
        return sample.build();
    }

    private void column(SampleBuilder sample, int start, int end) {
        if (start >= end) {
            return;
        }
        int min = pyramid.indexOfMin(start, end);
        int max = pyramid.indexOfMax(start, end);
        if (min < 0) {
            sample.gap();
            return;
        }
        add(sample, start);
        add(sample, Math.min(min, max));
        add(sample, Math.max(min, max));
        add(sample, end - 1);
    }

    private void add(SampleBuilder sample, int index) {
        double y = trace.y().at(index);
        if (index == sample.last()) {
            return;
        }
        if (Double.isNaN(y)) {
            sample.gap();
        } else {
            sample.add(trace.x().at(index), y, index);
        }
    }

    private int firstAtLeast(double value) {
        return firstAtLeast(value, 0);
    }

    private int firstAtLeast(double value, int from) {
        int low = from;
        int high = trace.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (trace.x().at(middle) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstAbove(double value) {
        return firstAtLeast(Math.nextUp(value));
    }

    private Sample all(int from, int to) {
        SampleBuilder sample = new SampleBuilder();
        for (int i = from; i < to; i++) {
            double x = trace.x().at(i);
            double y = trace.y().at(i);
            if (Double.isNaN(x) || Double.isNaN(y)) {
                sample.gap();
            } else {
                sample.add(x, y, i);
            }
        }
        return sample.build();
    }

    // ---- loops

    private Sample loop(PlotFrame frame) {
        for (double cell = 0.5; cell <= 2; cell *= 2) {
            Sample sample = loop(frame, cell);
            if (sample.size() <= MOST) {
                return sample;
            }
        }
        // noise goes everywhere: what is left is how far each stretch reaches
        return new Stretches(trace, frame).sample(MOST);
    }

    /** Each way from one cell of pixels to another once, whichever way it is gone. */
    private Sample loop(PlotFrame frame, double cell) {
        SampleBuilder sample = new SampleBuilder();
        Cells cells = new Cells(frame, cell);
        Ways seen = new Ways();
        double[] x = new double[CHUNK];
        double[] y = new double[CHUNK];
        int before = -1;
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        // whether the last point of the sample lies in the cell the series is in now
        boolean joined = false;
        int size = trace.size();
        for (int start = 0; start < size; start += CHUNK) {
            int count = Math.min(CHUNK, size - start);
            trace.x().copy(start, x, count);
            trace.y().copy(start, y, count);
            for (int i = 0; i < count; i++) {
                int here = cells.of(x[i], y[i]);
                if (here < 0 || before < 0) {
                    joined = false;
                } else if (here != before) {
                    boolean fresh = !cells.bothOutside(before, here) && seen.add(before, here);
                    if (fresh && !joined) {
                        sample.gap();
                        sample.add(beforeX, beforeY, start + i - 1);
                    }
                    if (fresh) {
                        sample.add(x[i], y[i], start + i);
                    }
                    joined = fresh;
                    if (sample.size() > 2 * MOST) {
                        return sample.build();
                    }
                }
                before = here;
                beforeX = x[i];
                beforeY = y[i];
            }
        }
        return sample.build();
    }

    private Sample symbols(PlotFrame frame, int cell) {
        SampleBuilder sample = new SampleBuilder();
        Cells cells = new Cells(frame, cell);
        BitSet taken = new BitSet();
        double[] x = new double[CHUNK];
        double[] y = new double[CHUNK];
        for (int start = 0; start < trace.size(); start += CHUNK) {
            int count = Math.min(CHUNK, trace.size() - start);
            trace.x().copy(start, x, count);
            trace.y().copy(start, y, count);
            for (int i = 0; i < count; i++) {
                int here = cells.of(x[i], y[i]);
                if (here >= 0 && !cells.isOutside(here) && !taken.get(here)) {
                    taken.set(here);
                    sample.add(x[i], y[i], start + i);
                }
            }
        }
        return sample.build();
    }

    private static final class Range {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private double positive = Double.POSITIVE_INFINITY;

        void add(double v) {
            low = Math.min(low, v);
            high = Math.max(high, v);
            if (v > 0) {
                positive = Math.min(positive, v);
            }
        }
    }
}

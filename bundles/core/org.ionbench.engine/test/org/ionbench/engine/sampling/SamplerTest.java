// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.plotting.PlotFrame;
import org.ionbench.engine.plotting.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class SamplerTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    private static PlotFrame frame(boolean log, Span x, Span y) {
        Plot plot =
                Plot.of(
                        "p",
                        "Plot",
                        log ? Axis.logarithmic("x", "x", "1") : Axis.linear("x", "x", "1"),
                        Axis.linear("y", "y", "1"),
                        List.of());
        return PlotFrame.of(plot, x, y, WIDTH, HEIGHT);
    }

    private static Trace noise(int n, long seed) {
        Random random = new Random(seed);
        double[] x = new double[n];
        double[] y = new double[n];
        double at = 1;
        for (int i = 0; i < n; i++) {
            at += random.nextInt(5) == 0 ? 0 : random.nextDouble();
            x[i] = at;
            y[i] = Math.sin(i * 1e-4) + 0.1 * random.nextGaussian();
        }
        return Trace.of(x, y);
    }

    @Test
    void theBoxHoldsErrorBars() {
        double[] x = {1, 2, 3};
        double[] y = {10, 20, 30};
        Series series = Series.measured("s", 0, x, y).withErrors(new double[] {11, 1, 5});
        Sampler sampler = new Sampler(Trace.of(x, y));
        assertEquals(new Extent(1, 3, -1, 35), sampler.extent(series, false, false));
        // a bar that ends below zero has no place on logarithms
        assertEquals(new Extent(1, 3, 10, 35), sampler.extent(series, false, true));
    }

    /** Each pixel column: the first, lowest, highest and last point, found by looking at all. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void columnsKeepTheirFourPoints(boolean log) {
        Trace trace = noise(100_000, 3);
        double end = trace.x().at(99_999);
        PlotFrame frame = frame(log, new Span(end / 50, 0.8 * end), new Span(-2, 2));
        Sample sample = new Sampler(trace).line(frame);
        int[] inColumn = new int[WIDTH];
        BitSet sampled = new BitSet();
        for (int i = 0; i < sample.size(); i++) {
            sampled.set(sample.index()[i]);
            int column = (int) Math.floor(frame.pixelX(sample.x()[i]));
            if (column >= 0 && column < WIDTH) {
                inColumn[column]++;
            }
            assertEquals(trace.x().at(sample.index()[i]), sample.x()[i]);
            assertEquals(trace.y().at(sample.index()[i]), sample.y()[i]);
        }
        int[] first = new int[WIDTH];
        int[] last = new int[WIDTH];
        int[] low = new int[WIDTH];
        int[] high = new int[WIDTH];
        Arrays.fill(first, -1);
        for (int i = 0; i < trace.size(); i++) {
            int c = (int) Math.floor(frame.pixelX(trace.x().at(i)));
            if (c < 0 || c >= WIDTH) {
                continue;
            }
            double y = trace.y().at(i);
            if (first[c] < 0) {
                first[c] = i;
                low[c] = i;
                high[c] = i;
            }
            last[c] = i;
            low[c] = y < trace.y().at(low[c]) ? i : low[c];
            high[c] = y > trace.y().at(high[c]) ? i : high[c];
        }
        for (int c = 0; c < WIDTH; c++) {
            assertTrue(inColumn[c] <= 4, "column " + c);
            assertTrue(first[c] < 0 || sampled.get(first[c]), "first of column " + c);
            assertTrue(first[c] < 0 || sampled.get(last[c]), "last of column " + c);
            assertTrue(first[c] < 0 || sampled.get(low[c]), "lowest of column " + c);
            assertTrue(first[c] < 0 || sampled.get(high[c]), "highest of column " + c);
        }
    }

    @Test
    void lineReachesBeyondTheWindow() {
        Trace trace = noise(100_000, 4);
        PlotFrame frame = frame(false, new Span(1000, 1010), new Span(-2, 2));
        Sample sample = new Sampler(trace).line(frame);
        assertTrue(sample.x()[0] < 1000);
        assertTrue(sample.x()[sample.size() - 1] > 1010);
        assertTrue(sample.size() < 100);
    }

    @Test
    void indicesAscend() {
        Trace trace = noise(50_000, 5);
        Sample sample = new Sampler(trace).line(frame(false, new Span(0, 30_000), new Span(-2, 2)));
        for (int i = 1; i < sample.size(); i++) {
            assertTrue(sample.index()[i] > sample.index()[i - 1]);
        }
    }

    @Test
    void aGapStaysAGap() {
        double[] x = new double[30_000];
        double[] y = new double[30_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i >= 10_000 && i < 20_000 ? Double.NaN : 1;
        }
        Sample sample =
                new Sampler(Trace.of(x, y)).line(frame(false, new Span(0, 30_000), new Span(0, 2)));
        int gaps = 0;
        for (int i = 0; i < sample.size(); i++) {
            gaps += sample.index()[i] < 0 ? 1 : 0;
        }
        assertEquals(1, gaps);
    }

    /** Every cell the loop visits is visited by the sample, and no way is made up. */
    @Test
    void aLoopCoversTheSamePixels() {
        int n = 300_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * 7 * i / n;
            x[i] = Math.cos(a) * (1 + 0.1 * Math.sin(a / 7));
            y[i] = Math.sin(2 * a);
        }
        Trace trace = Trace.of(x, y);
        Sampler sampler = new Sampler(trace);
        assertFalse(sampler.isAscending());
        PlotFrame frame = frame(false, new Span(-1.2, 1.2), new Span(-1.2, 1.2));
        Sample sample = sampler.line(frame);
        assertTrue(sample.size() <= 10_000, sample.size() + " points");
        BitSet all = cells(frame, x, y);
        BitSet kept = cells(frame, sample.x(), sample.y());
        BitSet missing = (BitSet) all.clone();
        missing.andNot(kept);
        assertTrue(missing.isEmpty(), missing.cardinality() + " of " + all.cardinality());
        for (int i = 1; i < sample.size(); i++) {
            if (sample.index()[i] >= 0 && sample.index()[i - 1] >= 0) {
                double dx = frame.pixelX(sample.x()[i]) - frame.pixelX(sample.x()[i - 1]);
                double dy = frame.pixelY(sample.y()[i]) - frame.pixelY(sample.y()[i - 1]);
                assertTrue(Math.hypot(dx, dy) < 4, "a jump of " + Math.hypot(dx, dy));
            }
        }
    }

    private static BitSet cells(PlotFrame frame, double[] x, double[] y) {
        BitSet cells = new BitSet();
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i])) {
                int column = (int) Math.floor(frame.x().pixel(x[i]));
                int row = (int) Math.floor(frame.y().pixel(y[i]));
                cells.set(row * WIDTH + column);
            }
        }
        return cells;
    }

    @Test
    void noiseEverywhereStaysDrawable() {
        Random random = new Random(8);
        int n = 400_000;
        double[] x = random.doubles(n).toArray();
        double[] y = random.doubles(n).toArray();
        Sampler sampler = new Sampler(Trace.of(x, y));
        PlotFrame frame = frame(false, new Span(0, 1), new Span(0, 1));
        assertTrue(sampler.line(frame).size() <= 10_000);
        assertTrue(sampler.symbols(frame).size() <= 10_000);
    }

    /** A loop in noise, of which each stretch keeps how far it reaches to all sides. */
    @Test
    void aNoisyLoopKeepsItsEnvelope() {
        Random random = new Random(12);
        int n = 500_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * 3 * i / n;
            x[i] = Math.cos(a) + 0.1 * (2 * random.nextDouble() - 1);
            y[i] = Math.sin(a) + 0.1 * (2 * random.nextDouble() - 1);
        }
        PlotFrame frame = frame(false, new Span(-1.2, 1.2), new Span(-1.2, 1.2));
        Sample sample = new Sampler(Trace.of(x, y)).line(frame);
        assertTrue(sample.size() <= 10_000, sample.size() + " points");
        // in each direction the sample reaches as far as the series, to within a pixel
        double pixel = 2.4 / HEIGHT;
        for (int k = 0; k < 16; k++) {
            double c = Math.cos(Math.PI * k / 8);
            double s = Math.sin(Math.PI * k / 8);
            assertEquals(reach(x, y, c, s), reach(sample.x(), sample.y(), c, s), pixel);
        }
    }

    private static double reach(double[] x, double[] y, double c, double s) {
        double reach = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i])) {
                reach = Math.max(reach, c * x[i] + s * y[i]);
            }
        }
        return reach;
    }

    @Test
    void symbolsOutsideAreLeftOut() {
        Trace trace = noise(100_000, 6);
        PlotFrame frame = frame(false, new Span(1000, 1400), new Span(-2, 2));
        Sample sample = new Sampler(trace).symbols(frame);
        assertTrue(sample.size() > 100);
        for (double x : sample.x()) {
            assertTrue(x >= 999 && x <= 1401);
        }
    }

    @Test
    void fewPointsAreAllKept() {
        double[] x = {3, 1, 2};
        double[] y = {1, 2, 3};
        Sampler sampler = new Sampler(Trace.of(x, y));
        PlotFrame frame = frame(false, new Span(0, 1), new Span(0, 1));
        assertArrayEquals(x, sampler.line(frame).x());
        assertArrayEquals(y, sampler.symbols(frame).y());
        assertEquals(0, new Sampler(Trace.of(new double[0], new double[0])).line(frame).size());
    }

    @Test
    void extentPassesOverWhatHasNoPlace() {
        double[] x = {-1, 0, 10, Double.NaN, 1000};
        double[] y = {5, -2, 1, 99, 0.5};
        Sampler sampler = new Sampler(Trace.of(x, y));
        assertEquals(new Extent(-1, 1000, -2, 5), sampler.extent(false, false));
        assertEquals(new Extent(10, 1000, 0.5, 5), sampler.extent(true, true));
    }

    @Test
    void columnsOfARecordingComeInTheUnitOfTheAxis() {
        Table table =
                ArrayTable.rows(2)
                        .column(
                                ColumnSpec.of("t/min").as(QuantityKind.TIME, "min"),
                                new double[] {1, 2})
                        .column(
                                ColumnSpec.of("-Im(Z)")
                                        .as(QuantityKind.IMPEDANCE_IMAGINARY, "kohm")
                                        .negated(),
                                new double[] {3, 4})
                        .build();
        Points points = new Points.Columns("id", "t/min", "-Im(Z)", 1, -1);
        Trace trace = Trace.of(points, id -> Optional.of(table)).orElseThrow();
        assertEquals(120, trace.x().at(1), 1e-12);
        assertEquals(4000, trace.y().at(1), 1e-9);
        double[] copied = new double[2];
        trace.y().copy(0, copied, 2);
        assertArrayEquals(new double[] {3000, 4000}, copied, 1e-9);
        assertTrue(Trace.of(points, id -> Optional.empty()).isEmpty());
        Points wrong = new Points.Columns("id", "t/min", "I", 1, -1);
        assertTrue(Trace.of(wrong, id -> Optional.of(table)).isEmpty());
    }
}

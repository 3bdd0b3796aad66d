// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.sampling;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.engine.plotting.PlotFrame;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Measures how long ten million points take to get to know and to thin: {@code [ROWS]}. */
public final class SamplingBenchmark {

    private SamplingBenchmark() {}

    public static void main(String[] arguments) {
        int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] loopX = new double[n];
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            x[i] = 0.1 * i;
            y[i] = Math.sin(1e-5 * i) + 0.05 * random.nextGaussian();
            loopX[i] = Math.cos(1e-5 * i);
        }
        Plot plot =
                Plot.of(
                        "p",
                        "Plot",
                        Axis.linear("x", "x", "s"),
                        Axis.linear("y", "y", "V"),
                        List.of());
        for (int round = 0; round < 3; round++) {
            run("curve", plot, Trace.of(x, y));
            run("loop", plot, Trace.of(loopX, y));
        }
    }

    private static void run(String name, Plot plot, Trace trace) {
        long start = System.nanoTime();
        Sampler sampler = new Sampler(trace);
        double build = milliseconds(start);
        PlotFrame frame = PlotFrame.all(plot, sampler.extent(false, false), 1600, 900);
        start = System.nanoTime();
        int size = sampler.line(frame).size();
        double first = milliseconds(start);
        PlotFrame closer = frame.zoomed(0.1, 0.1, 400, 300);
        start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            size += sampler.line(closer.panned(i, 0)).size();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: read %.0f ms, first frame %.1f ms, each further %.1f ms, %d points each%n",
                name,
                build,
                first,
                milliseconds(start) / 10,
                size / 11);
    }

    private static double milliseconds(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}

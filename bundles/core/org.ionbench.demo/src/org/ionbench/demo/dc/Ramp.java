// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.dc;

import java.util.ArrayList;
import java.util.List;

/**
 * A potential that runs at a constant rate from a start to a first vertex, from there to a second,
 * and between the two for each further cycle.
 *
 * @param rate in V/s
 * @param step between two points in V
 * @param start in V
 * @param first vertex in V
 * @param second vertex in V
 * @param cycles how often both vertices are reached
 */
public record Ramp(
        double rate, double step, double start, double first, double second, int cycles) {

    /**
     * A point of it.
     *
     * @param seconds since the start
     * @param potential in V
     * @param direction 1 where it rises, -1 where it falls
     * @param cycle counted from 1
     */
    public record Point(double seconds, double potential, int direction, int cycle) {}

    /** All points in the order of time. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, start, first > start ? 1 : -1, 1));
        double from = start;
        for (int cycle = 1; cycle <= cycles; cycle++) {
            for (double to : new double[] {first, second}) {
                leg(points, from, to, cycle);
                from = to;
            }
        }
        return points;
    }

    private void leg(List<Point> points, double from, double to, int cycle) {
        int direction = to > from ? 1 : -1;
        int n = (int) StrictMath.round(Math.abs(to - from) / step);
        double begin = points.getLast().seconds();
        for (int i = 1; i <= n; i++) {
            double e = from + (to - from) * i / n;
            points.add(new Point(begin + Math.abs(e - from) / rate, e, direction, cycle));
        }
    }

    /** Points of one cycle between the vertices. */
    public int pointsPerCycle() {
        return 2 * (int) StrictMath.round(Math.abs(second - first) / step);
    }

    /** The trace of currents at its points. */
    Trace trace(List<Point> points, double[] truth, Meter meter, long seed) {
        return meter.read(
                points.stream().mapToDouble(Point::seconds).toArray(),
                points.stream().mapToDouble(Point::potential).toArray(),
                truth,
                seed);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.conditions;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.QuantityKind;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The temperature of an oven while something was measured.
 *
 * <p>It is the mean over the time of the measurement of what the log says, straight lines between
 * its points; its standard uncertainty is the spread over that time, the standard deviation about
 * that mean. A measurement shorter than the steps of the log gets the spread of the points around
 * it.
 *
 * <p>A recording lasts from its start over its time axis; a spectrum without one as long as one
 * period of each of its frequencies takes, which is the least it can have taken.
 *
 * @param kelvin the mean in K
 * @param spread its standard uncertainty in K
 */
public record OvenTemperature(double kelvin, double spread) {
    /** A log that pauses for so many of its steps, and so many seconds, says nothing meanwhile. */
    private static final double PAUSE_STEPS = 10;

    private static final double PAUSE = 600;

    /** What was found, or one sentence why nothing was. */
    public sealed interface Outcome {
        /** The temperature. */
        record Found(OvenTemperature temperature) implements Outcome {}

        /** Why there is none. */
        record Missing(String why) implements Outcome {}
    }

    /**
     * The temperature during a recording.
     *
     * @param ahead by how many seconds the logger's clock is ahead of the instrument's
     */
    public static Outcome during(Recording recording, TemperatureLog log, double ahead) {
        if (recording.start().isEmpty()) {
            return new Outcome.Missing("does not say when it was measured");
        }
        double shift = ahead;
        Optional<ZoneOffset> own = recording.offset();
        if (own.isPresent() && log.zone().isPresent()) {
            shift += log.zone().get().getTotalSeconds() - own.get().getTotalSeconds();
        }
        double from = TemperatureLog.seconds(recording.start().get()) + shift;
        double to = from + duration(recording);
        double[] time = log.time();
        if (from < time[0]) {
            return new Outcome.Missing("begins before the log");
        }
        if (to > time[time.length - 1]) {
            return new Outcome.Missing(
                    from > time[time.length - 1] ? "begins after the log" : "ends after the log");
        }
        int first = lastAt(time, from);
        int last = Math.min(time.length - 1, Math.max(first + 1, firstAt(time, to)));
        if (last > first && paused(time, first, last)) {
            return new Outcome.Missing("lies in a pause of the log");
        }
        return new Outcome.Found(mean(log, from, to, first, last));
    }

    private static OvenTemperature mean(
            TemperatureLog log, double from, double to, int first, int last) {
        double[] time = log.time();
        double[] kelvin = log.kelvin();
        if (last == first) {
            return new OvenTemperature(kelvin[first], 0);
        }
        int n = last - first + 1;
        double[] t = Arrays.copyOfRange(time, first, last + 1);
        double[] v = Arrays.copyOfRange(kelvin, first, last + 1);
        double spreadAround = spread(t, v);
        double atFrom = between(t[0], v[0], t[1], v[1], from);
        double atTo = between(t[n - 2], v[n - 2], t[n - 1], v[n - 1], to);
        if (!(to > from)) {
            return new OvenTemperature(atFrom, spreadAround);
        }
        t[0] = from;
        v[0] = atFrom;
        t[n - 1] = to;
        v[n - 1] = atTo;
        return new OvenTemperature(
                integral(t, v) / (to - from), n > 2 ? spread(t, v) : spreadAround);
    }

    private static double between(double t0, double v0, double t1, double v1, double t) {
        return t1 > t0 ? v0 + (v1 - v0) * (t - t0) / (t1 - t0) : v0;
    }

    private static double integral(double[] t, double[] v) {
        double sum = 0;
        for (int k = 1; k < t.length; k++) {
            sum += (v[k] + v[k - 1]) / 2 * (t[k] - t[k - 1]);
        }
        return sum;
    }

    /** The standard deviation in time of the straight lines between the points. */
    private static double spread(double[] t, double[] v) {
        double length = t[t.length - 1] - t[0];
        if (!(length > 0)) {
            return 0;
        }
        double mean = integral(t, v) / length;
        double sum = 0;
        for (int k = 1; k < t.length; k++) {
            double a = v[k - 1] - mean;
            double b = v[k] - mean;
            sum += (a * a + a * b + b * b) / 3 * (t[k] - t[k - 1]);
        }
        return Math.sqrt(sum / length);
    }

    /** The last point at or before a time. */
    private static int lastAt(double[] time, double t) {
        int at = Arrays.binarySearch(time, t);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    /** The first point at or after a time. */
    private static int firstAt(double[] time, double t) {
        int at = Arrays.binarySearch(time, t);
        return at >= 0 ? at : Math.min(time.length - 1, -at - 1);
    }

    private static boolean paused(double[] time, int first, int last) {
        double[] steps = new double[time.length - 1];
        Arrays.setAll(steps, k -> time[k + 1] - time[k]);
        double[] sorted = Arrays.stream(steps).sorted().toArray();
        double limit = Math.max(PAUSE, PAUSE_STEPS * sorted[sorted.length / 2]);
        return Arrays.stream(steps, first, last).anyMatch(s -> s > limit);
    }

    private static double duration(Recording recording) {
        Optional<double[]> time = recording.si(QuantityKind.TIME);
        if (time.isPresent()) {
            double[] t = Arrays.stream(time.get()).filter(Double::isFinite).toArray();
            return t.length == 0 ? 0 : Math.max(0, t[t.length - 1] - t[0]);
        }
        return recording.si(QuantityKind.FREQUENCY).stream()
                .flatMapToDouble(Arrays::stream)
                .filter(f -> f > 0)
                .map(f -> 1 / f)
                .sum();
    }
}

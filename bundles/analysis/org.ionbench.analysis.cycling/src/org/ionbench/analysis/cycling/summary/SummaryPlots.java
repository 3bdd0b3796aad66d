// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.summary;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Course;
import org.ionbench.analysis.cycling.Cycle;
import org.ionbench.analysis.cycling.CyclerColumns;
import org.ionbench.analysis.cycling.Electrode;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Texts;
import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Series;
import org.ionbench.api.problem.AnalysisException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The plots of a summary. */
final class SummaryPlots {
    private static final int DRAWN = 6;
    private static final int MOST_POINTS = 400;

    private final Counting counting;
    private final Electrode electrode;
    private final CycleValues values;
    private final Convention convention;

    SummaryPlots(
            Counting counting, Electrode electrode, CycleValues values, Convention convention) {
        this.counting = counting;
        this.electrode = electrode;
        this.values = values;
        this.convention = convention;
    }

    private Axis capacityAxis() {
        return Axis.linear("capacity", "Capacity", electrode.capacityUnit());
    }

    /** Voltage against capacity of some cycles, each half from zero. */
    Optional<Plot> voltage(String profiles) throws AnalysisException {
        List<Series> series = new ArrayList<>();
        int group = 0;
        for (int place : drawn(profiles)) {
            Cycle cycle = values.cycle(place);
            for (int direction : new int[] {-counting.first(), counting.first()}) {
                List<Step> steps = values.steps(place, direction);
                if (steps.isEmpty()) {
                    continue;
                }
                if (!hasVoltage(steps.getFirst())) {
                    continue;
                }
                Course course = Course.of(counting.recordings(), steps).thinned(MOST_POINTS);
                double[] x = course.charge();
                for (int k = 0; k < x.length; k++) {
                    x[k] = electrode.printed(x[k]);
                }
                series.add(
                        Series.fit(
                                "cycle "
                                        + cycle.number()
                                        + (direction > 0 ? " charge" : " discharge"),
                                group,
                                x,
                                course.voltage()));
            }
            group++;
        }
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Plot.of(
                                "voltage",
                                "Voltage against capacity",
                                capacityAxis(),
                                Axis.linear("voltage", "Voltage", "V"),
                                series));
    }

    private boolean hasVoltage(Step step) throws AnalysisException {
        return CyclerColumns.of(counting.recordings().get(step.recording())).voltage().isPresent();
    }

    /** The places of the cycles asked for, or the first, the last and some between. */
    private TreeSet<Integer> drawn(String profiles) throws AnalysisException {
        TreeSet<Integer> places = new TreeSet<>();
        for (int number : Texts.numbers(profiles, "profiles")) {
            int place = values.place(number);
            if (place >= 0) {
                places.add(place);
            }
        }
        if (places.isEmpty()) {
            int n = values.count();
            for (int k = 0; k < Math.min(DRAWN, n); k++) {
                places.add(n == 1 ? 0 : (int) Math.round(k * (n - 1.0) / (Math.min(DRAWN, n) - 1)));
            }
        }
        return places;
    }

    /** Capacity against the cycle. */
    Plot capacity() {
        List<Series> series = new ArrayList<>();
        series.add(points("discharge", 0, place -> values.discharged(place)));
        series.add(points("charge", 1, place -> values.charged(place)));
        return Plot.of(
                "capacity",
                "Capacity over cycles",
                Axis.linear("cycle", "Cycle", "1"),
                capacityAxis(),
                series);
    }

    private Series points(String name, int group, java.util.function.IntToDoubleFunction coulombs) {
        int n = values.count();
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = values.number(k);
            double q = coulombs.applyAsDouble(k);
            y[k] = q > 0 ? electrode.printed(q) : Double.NaN;
        }
        return Series.measured(name, group, x, y);
    }

    /** Coulombic efficiency against the cycle; right after a change of rate it is set apart. */
    Plot efficiency() {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> apartX = new ArrayList<>();
        List<Double> apartY = new ArrayList<>();
        for (int p = 0; p < values.count(); p++) {
            double e = convention.of(values, p);
            if (Double.isNaN(e)) {
                continue;
            }
            boolean isApart = convention.crossesRates(values, p);
            (isApart ? apartX : x).add((double) values.number(p));
            (isApart ? apartY : y).add(e);
        }
        List<Series> series = new ArrayList<>();
        if (!apartX.isEmpty()) {
            series.add(
                    Series.excluded(
                            "efficiency after a change of rate", 0, array(apartX), array(apartY)));
        }
        series.add(Series.measured("efficiency, " + convention.text(), 0, array(x), array(y)));
        return Plot.of(
                "efficiency",
                "Coulombic efficiency over cycles",
                Axis.linear("cycle", "Cycle", "1"),
                Axis.linear("efficiency", "Coulombic efficiency", "1"),
                series);
    }

    /** Capacity of each class of rates against its current, where there are several. */
    Optional<Plot> rateCapability(List<Integer> places) {
        Map<String, double[]> classes = new LinkedHashMap<>();
        for (int p : places) {
            double current = values.cycle(p).current(-1);
            if (values.isRateChange(p) || !(values.discharged(p) > 0) || !(current > 0)) {
                continue;
            }
            double[] sums = classes.computeIfAbsent(values.rate(p), k -> new double[3]);
            sums[0] += current;
            sums[1] += values.discharged(p);
            sums[2]++;
        }
        if (classes.size() < 2) {
            return Optional.empty();
        }
        double reference = electrode.referenceCharge() / 3600;
        boolean isRate = Double.isFinite(reference);
        double[] x = new double[classes.size()];
        double[] y = new double[classes.size()];
        int k = 0;
        for (double[] sums : classes.values()) {
            x[k] = sums[0] / sums[2] / (isRate ? reference : 1e-3);
            y[k] = electrode.printed(sums[1] / sums[2]);
            k++;
        }
        return Optional.of(
                Plot.of(
                        "rates",
                        "Mean discharge capacity over the rate",
                        isRate
                                ? Axis.logarithmic("rate", "C-rate", "1")
                                : Axis.logarithmic("rate", "Current", "mA"),
                        capacityAxis(),
                        List.of(Series.measured("discharge", 0, x, y))));
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

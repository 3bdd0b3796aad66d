// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.summary;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Cycle;
import org.ionbench.analysis.cycling.Electrode;
import org.ionbench.analysis.cycling.Rates;
import org.ionbench.analysis.cycling.Step;
import org.ionbench.analysis.cycling.Temperatures;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.DataTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of a summary. */
final class SummaryTables {
    private static final int MOST_STEPS = 5000;
    private static final double ZERO_CELSIUS = 273.15;

    private final Counting counting;
    private final Electrode electrode;
    private final CycleValues values;
    private final Rates rates;
    private final Temperatures temperatures;

    SummaryTables(
            Counting counting,
            Electrode electrode,
            CycleValues values,
            Rates rates,
            Temperatures temperatures) {
        this.counting = counting;
        this.electrode = electrode;
        this.values = values;
        this.rates = rates;
        this.temperatures = temperatures;
    }

    DataTable cycles(Convention convention, Convention other) {
        String unit = electrode.capacityUnit();
        List<List<Object>> rows = new ArrayList<>();
        for (int p = 0; p < values.count(); p++) {
            Cycle c = values.cycle(p);
            double up = c.meanChargeVoltage();
            double down = c.meanDischargeVoltage();
            rows.add(
                    List.of(
                            (double) c.number(),
                            values.rate(p) + (values.isRateChange(p) ? " (new)" : ""),
                            electrode.printed(values.discharged(p)),
                            electrode.printed(values.charged(p)),
                            convention.of(values, p),
                            other.of(values, p),
                            c.dischargedEnergy() / c.chargedEnergy(),
                            up,
                            down,
                            up - down,
                            c.taperedShare(),
                            kelvin(p) - ZERO_CELSIUS));
        }
        return new DataTable(
                "Cycles",
                List.of(
                        "Cycle",
                        "Rate",
                        "Discharge capacity / " + unit,
                        "Charge capacity / " + unit,
                        "Coulombic efficiency, " + convention.text(),
                        "Coulombic efficiency, " + other.text(),
                        "Energy efficiency, " + SummaryAnalysis.OF_ENERGY.text(),
                        "Mean charge voltage / V",
                        "Mean discharge voltage / V",
                        "Hysteresis / V",
                        "Share at constant voltage",
                        "Temperature / degC"),
                rows);
    }

    /** What each rate gives, in the order they were run. */
    DataTable rates(List<Integer> places, Convention convention) {
        List<List<Object>> rows = new ArrayList<>();
        for (int[] segment : segments(places)) {
            int first = segment[0];
            int last = segment[1];
            double sum = 0;
            double efficiency = 0;
            int counted = 0;
            int efficient = 0;
            for (int p = first; p <= last; p++) {
                if (values.isRateChange(p) && last > first) {
                    continue;
                }
                if (values.discharged(p) > 0) {
                    sum += values.discharged(p);
                    counted++;
                }
                double e = convention.of(values, p);
                if (!Double.isNaN(e) && !convention.crossesRates(values, p)) {
                    efficiency += e;
                    efficient++;
                }
            }
            double current = values.cycle(last).current(-1);
            double used = Double.isNaN(current) ? values.cycle(last).current(1) : current;
            double area = electrode.area().map(Quantity::si).orElse(Double.NaN);
            rows.add(
                    List.of(
                            values.rate(first),
                            (double) values.number(first),
                            (double) values.number(last),
                            1e6 * used,
                            100 * used / area,
                            electrode.printed(counted > 0 ? sum / counted : Double.NaN),
                            efficient > 0 ? efficiency / efficient : Double.NaN));
        }
        return new DataTable(
                "Rates",
                List.of(
                        "Rate",
                        "First cycle",
                        "Last cycle",
                        "Current / uA",
                        "Current density / uA/cm2",
                        "Mean discharge capacity / " + electrode.capacityUnit(),
                        "Mean coulombic efficiency"),
                rows);
    }

    /** First and last place of each stretch of one rate. */
    List<int[]> segments(List<Integer> places) {
        List<int[]> segments = new ArrayList<>();
        int[] begins = values.segments();
        for (int k = 0; k + 1 < begins.length; k++) {
            int from = begins[k];
            int to = begins[k + 1] - 1;
            List<Integer> in = places.stream().filter(p -> p >= from && p <= to).toList();
            if (!in.isEmpty()) {
                segments.add(new int[] {in.getFirst(), in.getLast()});
            }
        }
        return segments;
    }

    private double kelvin(int place) {
        return temperatures.of(values.cycle(place));
    }

    /** Stretches of one temperature, where it changes. */
    Optional<DataTable> temperatures() {
        Map<Integer, List<Integer>> stretches = new LinkedHashMap<>();
        double last = Double.NaN;
        int key = 0;
        for (int p = 0; p < values.count(); p++) {
            double t = kelvin(p);
            if (Double.isNaN(t)) {
                continue;
            }
            if (!(Math.abs(t - last) <= Temperatures.SAME)) {
                key++;
                last = t;
            }
            stretches.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
        }
        if (stretches.size() < 2) {
            return Optional.empty();
        }
        List<List<Object>> rows = new ArrayList<>();
        for (List<Integer> in : stretches.values()) {
            double t = in.stream().mapToDouble(this::kelvin).average().orElseThrow();
            double q =
                    in.stream()
                            .mapToDouble(values::discharged)
                            .filter(x -> x > 0)
                            .average()
                            .orElse(Double.NaN);
            rows.add(
                    List.of(
                            t - ZERO_CELSIUS,
                            (double) values.number(in.getFirst()),
                            (double) values.number(in.getLast()),
                            electrode.printed(q)));
        }
        return Optional.of(
                new DataTable(
                        "Temperatures",
                        List.of(
                                "Temperature / degC",
                                "First cycle",
                                "Last cycle",
                                "Mean discharge capacity / " + electrode.capacityUnit()),
                        rows));
    }

    DataTable steps(List<Problem> problems) {
        List<List<Object>> rows = new ArrayList<>();
        int number = 0;
        boolean isShort = counting.steps().size() > MOST_STEPS;
        for (Cycle c : counting.cycles()) {
            for (Step s : c.steps()) {
                number++;
                if (isShort && number > MOST_STEPS) {
                    break;
                }
                rows.add(
                        List.of(
                                (double) number,
                                (double) c.number(),
                                s.act(),
                                s.control().text(),
                                s.start() / 3600,
                                s.duration() / 3600,
                                1e3 * s.current() * s.direction(),
                                s.direction() == 0 ? "" : rates.name(s.current()),
                                electrode.printed(s.moved()),
                                s.energy() / 3.6,
                                s.firstVoltage(),
                                s.lastVoltage(),
                                temperatures.of(s) - ZERO_CELSIUS));
            }
        }
        if (isShort) {
            problems.add(
                    Problem.info(
                            "cycling.steps.many",
                            "Of "
                                    + counting.steps().size()
                                    + " steps the table lists the first "
                                    + MOST_STEPS
                                    + "; all of them are in the cycles."));
        }
        return new DataTable(
                "Steps",
                List.of(
                        "Step",
                        "Cycle",
                        "Act",
                        "Control",
                        "Start / h",
                        "Duration / h",
                        "Current / mA",
                        "Rate",
                        "Capacity / " + electrode.capacityUnit(),
                        "Energy / mWh",
                        "First voltage / V",
                        "Last voltage / V",
                        "Temperature / degC"),
                rows);
    }
}

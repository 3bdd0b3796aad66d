// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling.summary;

import org.ionbench.analysis.cycling.Counting;
import org.ionbench.analysis.cycling.Cycle;
import org.ionbench.analysis.cycling.Rates;
import org.ionbench.analysis.cycling.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers of each cycle by its place in the list, in SI, computed once. */
final class CycleValues {
    private final List<Cycle> cycles;
    private final double[] charged;
    private final double[] discharged;
    private final String[] rates;
    private final boolean[] changes;

    CycleValues(Counting counting, Rates rates, StepCharges charges) {
        this.cycles = counting.cycles();
        int n = cycles.size();
        charged = new double[n];
        discharged = new double[n];
        this.rates = new String[n];
        changes = new boolean[n];
        for (int k = 0; k < n; k++) {
            Cycle c = cycles.get(k);
            charged[k] = charges.charged(c);
            discharged[k] = charges.discharged(c);
            this.rates[k] = rate(c, rates, counting.first());
            changes[k] =
                    k > 0
                            && !this.rates[k].isEmpty()
                            && !this.rates[k - 1].isEmpty()
                            && !this.rates[k].equals(this.rates[k - 1]);
        }
    }

    /** {@code C/10}, or {@code C/5 charge, C/10 discharge}. */
    private static String rate(Cycle cycle, Rates rates, int first) {
        String charge = rates.name(cycle.current(1));
        String discharge = rates.name(cycle.current(-1));
        if (charge.equals(discharge) || discharge.isEmpty()) {
            return charge;
        }
        if (charge.isEmpty()) {
            return discharge;
        }
        String c = charge + " charge";
        String d = discharge + " discharge";
        return first > 0 ? c + ", " + d : d + ", " + c;
    }

    /** The currents held in all steps that move charge. */
    static List<Double> currents(Counting counting) {
        List<Double> currents = new ArrayList<>();
        for (Cycle c : counting.cycles()) {
            currents.add(c.current(1));
            currents.add(c.current(-1));
        }
        return currents;
    }

    int count() {
        return cycles.size();
    }

    Cycle cycle(int place) {
        return cycles.get(place);
    }

    int number(int place) {
        return cycles.get(place).number();
    }

    /** The place of a cycle by its number; -1 if there is none. */
    int place(int number) {
        int offset = cycles.isEmpty() ? 0 : cycles.getFirst().number();
        int place = number - offset;
        return place >= 0 && place < cycles.size() ? place : -1;
    }

    double charged(int place) {
        return charged[place];
    }

    double discharged(int place) {
        return discharged[place];
    }

    /** The name of the rate. */
    String rate(int place) {
        return rates[place];
    }

    /** Whether it is the first at its rate, after one at another. */
    boolean isRateChange(int place) {
        return changes[place];
    }

    /** Whether anything was moved at all. */
    boolean hasCharge() {
        return IntStream.range(0, count()).anyMatch(k -> charged[k] > 0 || discharged[k] > 0);
    }

    /** Whether something was put in and taken out. */
    boolean isWhole(int place) {
        return charged[place] > 0 && discharged[place] > 0;
    }

    /** The places at which a rate begins, the first among them, with the place after the last. */
    int[] segments() {
        IntStream begins = IntStream.range(0, count()).filter(k -> k == 0 || changes[k]);
        return IntStream.concat(begins, IntStream.of(count())).toArray();
    }

    /** The steps of a cycle that charge (1) or discharge (-1). */
    List<Step> steps(int place, int direction) {
        return cycles.get(place).steps().stream().filter(s -> s.direction() == direction).toList();
    }
}

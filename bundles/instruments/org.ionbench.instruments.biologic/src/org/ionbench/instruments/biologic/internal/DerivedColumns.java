// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns that a {@code .mpr} file does not hold but EC-Lab's own text export of the same file
 * does, from what the file holds:
 *
 * <ul>
 *   <li>{@code <I>/mA} = 3600 {@code dq/mA.h} / step of {@code time/s}, 0 where time stands still
 *   <li>{@code cycle number} = {@code half cycle} / 2, whole part
 *   <li>{@code Q charge/mA.h} and {@code Q discharge/mA.h}: positive and negative part of {@code Q
 *       charge/discharge/mA.h}
 *   <li>{@code Re(Z)/Ohm} and {@code -Im(Z)/Ohm} of {@code |Z|/Ohm} and {@code Phase(Z)/deg}
 * </ul>
 *
 * <p>Above 100 kHz EC-Lab has no quality indicators: its export writes -1 for THD, NSD and NSR and
 * 0 for harmonics where the binary file has numbers without a meaning; so does this.
 */
final class DerivedColumns {

    private interface Rule {
        void compute(double[][] columns, int rows);
    }

    private static final double INDICATORS_UP_TO = 1e5;

    private final List<String> stored;
    private final List<String> names = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private double lastTime;

    DerivedColumns(List<String> stored) {
        this.stored = List.copyOf(stored);
        current();
        cycle();
        charges();
        impedance();
        indicators();
    }

    int count() {
        return names.size();
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** One sentence for each thing that was computed or changed. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    void compute(double[][] columns, int rows) {
        rules.forEach(rule -> rule.compute(columns, rows));
    }

    private int at(String name) {
        return stored.indexOf(name);
    }

    /** The index of a new column. */
    private int add(String name, String from) {
        names.add(name);
        changes.add(name + " was computed from " + from + ", as EC-Lab's text export does.");
        return stored.size() + names.size() - 1;
    }

    private void current() {
        int dq = at("dq/mA.h");
        int time = at("time/s");
        if (dq < 0 || time < 0 || at("<I>/mA") >= 0 || at("I/mA") >= 0) {
            return;
        }
        int current = add("<I>/mA", "dq/mA.h and time/s");
        rules.add(
                (c, rows) -> {
                    double before = lastTime;
                    for (int i = 0; i < rows; i++) {
                        double step = c[time][i] - before;
                        c[current][i] = step > 0 ? c[dq][i] * 3600 / step : 0;
                        before = c[time][i];
                    }
                    lastTime = before;
                });
    }

    private void cycle() {
        int half = at("half cycle");
        if (half < 0 || at("cycle number") >= 0) {
            return;
        }
        int cycle = add("cycle number", "half cycle");
        rules.add(
                (c, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        c[cycle][i] = Math.floor(c[half][i] / 2);
                    }
                });
    }

    private void charges() {
        int both = at("Q charge/discharge/mA.h");
        if (both < 0 || at("Q charge/mA.h") >= 0 || at("Q discharge/mA.h") >= 0) {
            return;
        }
        int discharge = add("Q discharge/mA.h", "Q charge/discharge/mA.h");
        int charge = add("Q charge/mA.h", "Q charge/discharge/mA.h");
        rules.add(
                (c, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        c[discharge][i] = c[both][i] < 0 ? -c[both][i] : 0;
                        c[charge][i] = c[both][i] > 0 ? c[both][i] : 0;
                    }
                });
    }

    private void impedance() {
        int modulus = at("|Z|/Ohm");
        int phase = at("Phase(Z)/deg");
        if (modulus < 0 || phase < 0 || at("Re(Z)/Ohm") >= 0 || at("-Im(Z)/Ohm") >= 0) {
            return;
        }
        int real = add("Re(Z)/Ohm", "|Z|/Ohm and Phase(Z)/deg");
        int imaginary = add("-Im(Z)/Ohm", "|Z|/Ohm and Phase(Z)/deg");
        rules.add(
                (c, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double angle = Math.toRadians(c[phase][i]);
                        c[real][i] = c[modulus][i] * Math.cos(angle);
                        c[imaginary][i] = -c[modulus][i] * Math.sin(angle);
                    }
                });
    }

    private void indicators() {
        int frequency = at("freq/Hz");
        int first = at("THD Ewe/%");
        if (frequency < 0 || first < 0) {
            return;
        }
        changes.add(
                "Above 100 kHz, where there are no quality indicators, THD, NSD and NSR are -1 and"
                        + " harmonics 0, as in EC-Lab's text export.");
        for (int i = 0; i < stored.size(); i++) {
            String name = stored.get(i);
            boolean indicator = name.matches("(THD|NSD|NSR) (Ewe|Ece|I)/%");
            if (indicator || name.matches("\\|(Ewe|Ece|I) h[2-7]\\|/[VA]")) {
                int column = i;
                rules.add(
                        (c, rows) -> {
                            for (int row = 0; row < rows; row++) {
                                if (c[frequency][row] > INDICATORS_UP_TO) {
                                    c[column][row] = indicator ? -1 : 0;
                                }
                            }
                        });
            }
        }
    }
}

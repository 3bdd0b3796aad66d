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
 *   <li>{@code Capacity/mA.h} = {@code Q charge/mA.h} + {@code Q discharge/mA.h}, one of which is
 *       0; not where the file holds {@code control/mA} (a current alone was controlled), whose
 *       first half cycle begins earlier
 *   <li>{@code P/W} = potential times current; {@code Ewe-Ece/V}, not of spectra
 *   <li>{@code control/V} and {@code control/mA}: {@code control/V/mA} where the mode is
 *       potentiostatic (2) and galvanostatic (1), 0 elsewhere
 *   <li>of spectra: |potential / current|, 0 without a current, called {@code R/Ohm} where there is
 *       a {@code mode} and {@code Rwe/Ohm} elsewhere; {@code dq/mA.h}, the step of {@code
 *       (Q-Qo)/mA.h}, where there is no {@code Ns}; Y = 1/Z; C = 1/(jwZ), with the sign of its
 *       imaginary part turned; the phases of Y, of C (-90 deg - Phase(Z)), of the modulus (90 deg +
 *       Phase(Z)), of permittivity (as of C) and conductivity (as of Y); {@code Tan(Delta)} = Re(Z)
 *       / -Im(Z) and, where there is no {@code mode}, its angle (90 deg + Phase(Z)). Where |Z| is
 *       0, Y, C and {@code Tan(Delta)} are 0
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
    private double lastCharge;

    DerivedColumns(List<String> stored) {
        this.stored = List.copyOf(stored);
        current();
        cycle();
        charges();
        impedance();
        capacity();
        control();
        power();
        spectrum();
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

    /** Where a column is, stored or computed before; -1 if there is none. */
    private int at(String name) {
        int at = stored.indexOf(name);
        int computed = names.indexOf(name);
        return at >= 0 || computed < 0 ? at : stored.size() + computed;
    }

    /** The first of some columns that is there. */
    private int anyOf(String... candidates) {
        for (String name : candidates) {
            if (at(name) >= 0) {
                return at(name);
            }
        }
        return -1;
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

    private void capacity() {
        int discharge = at("Q discharge/mA.h");
        int charge = at("Q charge/mA.h");
        if (discharge < 0 || charge < 0 || at("control/mA") >= 0 || at("Capacity/mA.h") >= 0) {
            return;
        }
        int capacity = add("Capacity/mA.h", "Q charge/mA.h and Q discharge/mA.h");
        rules.add(
                (c, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        c[capacity][i] = c[charge][i] + c[discharge][i];
                    }
                });
    }

    private void control() {
        int both = at("control/V/mA");
        int mode = at("mode");
        if (both < 0 || mode < 0 || at("control/V") >= 0 || at("control/mA") >= 0) {
            return;
        }
        int volts = add("control/V", "control/V/mA and mode");
        int milliamperes = add("control/mA", "control/V/mA and mode");
        rules.add(
                (c, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        c[volts][i] = c[mode][i] == 2 ? c[both][i] : 0;
                        c[milliamperes][i] = c[mode][i] == 1 ? c[both][i] : 0;
                    }
                });
    }

    private void power() {
        int potential = anyOf("Ewe/V", "<Ewe>/V", "Ecell/V");
        int counter = anyOf("Ece/V", "<Ece>/V");
        int current = anyOf("I/mA", "<I>/mA");
        boolean spectrum = at("freq/Hz") >= 0;
        if (potential >= 0 && counter >= 0 && !spectrum && at("Ewe-Ece/V") < 0) {
            int between = add("Ewe-Ece/V", "Ewe/V and Ece/V");
            rules.add(
                    (c, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            c[between][i] = c[potential][i] - c[counter][i];
                        }
                    });
        }
        if (potential < 0 || current < 0) {
            return;
        }
        if (anyOf("P/W", "Pwe/W") < 0) {
            int power = add("P/W", "potential and current");
            rules.add(
                    (c, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            c[power][i] = c[potential][i] * c[current][i] / 1000;
                        }
                    });
        }
        String name = at("mode") >= 0 ? "R/Ohm" : "Rwe/Ohm";
        if (spectrum && at(name) < 0) {
            int resistance = add(name, "potential and current");
            rules.add(
                    (c, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            double amperes = c[current][i] / 1000;
                            c[resistance][i] =
                                    amperes == 0 ? 0 : Math.abs(c[potential][i] / amperes);
                        }
                    });
        }
    }

    private void spectrum() {
        int frequency = at("freq/Hz");
        int modulus = at("|Z|/Ohm");
        int phase = at("Phase(Z)/deg");
        if (frequency < 0 || modulus < 0 || phase < 0 || at("Re(Y)/Ohm-1") >= 0) {
            return;
        }
        String of = "|Z|/Ohm, Phase(Z)/deg and freq/Hz";
        int first = add("Re(Y)/Ohm-1", of);
        for (String name :
                new String[] {
                    "Im(Y)/Ohm-1",
                    "|Y|/Ohm-1",
                    "Phase(Y)/deg",
                    "Re(C)/nF",
                    "Im(C)/nF",
                    "|C|/nF",
                    "Phase(C)/deg",
                    "Phase(M)/deg",
                    "Phase(Permittivity)/deg",
                    "Phase(Conductivity)/deg",
                    "Tan(Delta)"
                }) {
            add(name, of);
        }
        int loss = at("mode") < 0 ? add("Loss Angle(Delta)/deg", of) : -1;
        rules.add(
                (c, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double z = c[modulus][i];
                        double degrees = c[phase][i];
                        double angle = Math.toRadians(degrees);
                        double y = z == 0 ? 0 : 1 / z;
                        double omega = 2 * Math.PI * c[frequency][i];
                        double farads = omega == 0 ? 0 : y / omega;
                        c[first][i] = y * Math.cos(angle);
                        c[first + 1][i] = -y * Math.sin(angle);
                        c[first + 2][i] = y;
                        c[first + 3][i] = 0 - degrees;
                        c[first + 4][i] = -farads * 1e9 * Math.sin(angle);
                        c[first + 5][i] = farads * 1e9 * Math.cos(angle);
                        c[first + 6][i] = farads * 1e9;
                        c[first + 7][i] = -90 - degrees;
                        c[first + 8][i] = 90 + degrees;
                        c[first + 9][i] = -90 - degrees;
                        c[first + 10][i] = 0 - degrees;
                        c[first + 11][i] = z == 0 ? 0 : -1 / Math.tan(angle);
                        if (loss >= 0) {
                            c[loss][i] = 90 + degrees;
                        }
                    }
                });
        int total = at("(Q-Qo)/mA.h");
        if (total >= 0 && at("Ns") < 0 && at("dq/mA.h") < 0) {
            int step = add("dq/mA.h", "(Q-Qo)/mA.h");
            rules.add(
                    (c, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            c[step][i] = c[total][i] - lastCharge;
                            lastCharge = c[total][i];
                        }
                    });
        }
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

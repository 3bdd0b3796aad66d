// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Columns that a {@code .mpr} file does not hold but EC-Lab's own text export of the same file
 * does, from what the file holds:
 *
 * <ul>
 *   <li>{@code <I>/mA} = 3600 {@code dq/mA.h} / step of {@code time/s}, 0 where time stands still
 *   <li>{@code cycle number} = {@code half cycle} / 2, whole part
 *   <li>{@code Q charge/mA.h} and {@code Q discharge/mA.h}: positive and negative part of {@code Q
 *       charge/discharge/mA.h}
 *   <li>{@code Capacity/mA.h} = {@code Q charge/mA.h} + {@code Q discharge/mA.h}, one of which is
 *       0; where the file holds {@code control/mA} (a current alone was controlled) it is computed
 *       with the half cycles
 *   <li>{@code control/V} and {@code control/mA}: {@code control/V/mA} where the mode is
 *       potentiostatic (2) and galvanostatic (1), 0 elsewhere
 *   <li>{@code x} = xo - {@code (Q-Qo)/mA.h} / (n F m / M), with xo, the mass m, the molecular
 *       weight M (with the ions it has at the composition the user weighed) and n, the electrons an
 *       ion, of the settings. EC-Lab's F is 26801.5 mA.h/mol
 *   <li>{@code P/W} = potential times current; {@code Ewe-Ece/V}, not of spectra; {@code R/Ohm} =
 *       |potential / current|, 0 without a current (called {@code Rwe/Ohm} where there is no {@code
 *       mode}); where the counter electrode was recorded, not of spectra, {@code Pce/W}, {@code
 *       Pwe-ce/W}, {@code Rce/Ohm} and {@code Rwe-ce/Ohm} likewise
 *   <li>what {@link HalfCycleColumns} and {@link SpectrumColumns} compute
 * </ul>
 */
final class DerivedColumns {
    /** EC-Lab's Faraday constant, in mA.h/mmol. */
    private static final double FARADAY = 26.8015;

    /**
     * Rows of the file.
     *
     * @param columns the values, {@code [column][row]}
     * @param first how many rows stand before these in the file
     * @param rows how many rows to compute
     * @param more whether one more row is there, of which the stored columns are known
     */
    record Block(double[][] columns, long first, int rows, boolean more) {
        double[] of(int column) {
            return columns[column];
        }
    }

    /** Fills columns; is called with all blocks of the file in turn. */
    interface Rule {
        void compute(Block block);
    }

    /**
     * Fills a column from others of the same rows. It is one loop a column: asking for number after
     * number would cost more than the numbers do.
     */
    interface Fill {
        void fill(double[][] columns, double[] column, int rows);
    }

    private final List<String> stored;
    private final List<String> names = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private double lastTime;

    DerivedColumns(List<String> stored, MprSettings settings) {
        this.stored = List.copyOf(stored);
        current();
        cycle();
        charges();
        SpectrumColumns.impedance(this);
        capacity();
        control();
        power();
        new SpectrumColumns(settings.loops()).addTo(this);
        new HalfCycleColumns().addTo(this);
        composition(settings);
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

    void compute(Block block) {
        rules.forEach(rule -> rule.compute(block));
    }

    /** The columns of the file. */
    List<String> stored() {
        return stored;
    }

    /** Where a column is, stored or computed before; -1 if there is none. */
    int at(String name) {
        int at = stored.indexOf(name);
        int computed = names.indexOf(name);
        return at >= 0 || computed < 0 ? at : stored.size() + computed;
    }

    /** The first of some columns that is there. */
    int anyOf(String... candidates) {
        for (String name : candidates) {
            if (at(name) >= 0) {
                return at(name);
            }
        }
        return -1;
    }

    int potential() {
        return anyOf("Ewe/V", "<Ewe>/V", "Ecell/V");
    }

    int currentColumn() {
        return anyOf("I/mA", "<I>/mA");
    }

    /** The index of a new column, which a rule fills. */
    int add(String name, String from) {
        names.add(name);
        changes.add(name + " was computed from " + from + ", as EC-Lab's text export does.");
        return stored.size() + names.size() - 1;
    }

    /** A new column of which each number follows from its row. */
    void add(String name, String from, Fill fill) {
        int column = add(name, from);
        rule(block -> fill.fill(block.columns(), block.of(column), block.rows()));
    }

    void rule(Rule rule) {
        rules.add(rule);
    }

    /** Something that was changed in stored columns. */
    void change(String sentence) {
        changes.add(sentence);
    }

    private void current() {
        int dq = at("dq/mA.h");
        int time = at("time/s");
        if (dq < 0 || time < 0 || currentColumn() >= 0) {
            return;
        }
        add(
                "<I>/mA",
                "dq/mA.h and time/s",
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        double step = c[time][i] - lastTime;
                        lastTime = c[time][i];
                        out[i] = step > 0 ? c[dq][i] * 3600 / step : 0;
                    }
                });
    }

    private void cycle() {
        int half = at("half cycle");
        if (half >= 0 && at("cycle number") < 0) {
            add(
                    "cycle number",
                    "half cycle",
                    (c, out, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            out[i] = Math.floor(c[half][i] / 2);
                        }
                    });
        }
    }

    private void charges() {
        String name = "Q charge/discharge/mA.h";
        int both = at(name);
        if (both < 0 || at("Q charge/mA.h") >= 0 || at("Q discharge/mA.h") >= 0) {
            return;
        }
        add(
                "Q discharge/mA.h",
                name,
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = c[both][i] < 0 ? -c[both][i] : 0;
                    }
                });
        add(
                "Q charge/mA.h",
                name,
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = c[both][i] > 0 ? c[both][i] : 0;
                    }
                });
    }

    private void capacity() {
        int discharge = at("Q discharge/mA.h");
        int charge = at("Q charge/mA.h");
        if (discharge < 0 || charge < 0 || at("control/mA") >= 0 || at("Capacity/mA.h") >= 0) {
            return;
        }
        add(
                "Capacity/mA.h",
                "Q charge/mA.h and Q discharge/mA.h",
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = c[charge][i] + c[discharge][i];
                    }
                });
    }

    private void control() {
        int both = at("control/V/mA");
        int mode = at("mode");
        if (both < 0 || mode < 0 || at("control/V") >= 0 || at("control/mA") >= 0) {
            return;
        }
        String from = "control/V/mA and mode";
        add(
                "control/V",
                from,
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = c[mode][i] == 2 ? c[both][i] : 0;
                    }
                });
        add(
                "control/mA",
                from,
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = c[mode][i] == 1 ? c[both][i] : 0;
                    }
                });
    }

    private void power() {
        int working = potential();
        int counter = anyOf("Ece/V", "<Ece>/V");
        int current = currentColumn();
        boolean spectrum = at("freq/Hz") >= 0 && at("mode") < 0;
        if (working >= 0 && counter >= 0 && at("freq/Hz") < 0 && at("Ewe-Ece/V") < 0) {
            add(
                    "Ewe-Ece/V",
                    "Ewe/V and Ece/V",
                    (c, out, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            out[i] = c[working][i] - c[counter][i];
                        }
                    });
        }
        if (working < 0 || current < 0) {
            return;
        }
        if (at("Pwe/W") < 0) {
            power("P/W", working, current);
        }
        if (spectrum) {
            resistance("Rwe/Ohm", working, current);
        } else if (at("mode") >= 0) {
            resistance("R/Ohm", working, current);
        }
        int between = at("Ewe-Ece/V");
        if (counter >= 0 && between >= 0) {
            power("Pce/W", counter, current);
            power("Pwe-ce/W", between, current);
            resistance("Rce/Ohm", counter, current);
            resistance("Rwe-ce/Ohm", between, current);
        }
    }

    private void power(String name, int potential, int current) {
        if (at(name) < 0) {
            add(
                    name,
                    "potential and current",
                    (c, out, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            out[i] = c[potential][i] * c[current][i] / 1000;
                        }
                    });
        }
    }

    private void resistance(String name, int potential, int current) {
        if (at(name) < 0) {
            add(
                    name,
                    "potential and current",
                    (c, out, rows) -> {
                        for (int i = 0; i < rows; i++) {
                            double amperes = c[current][i] / 1000;
                            out[i] = amperes == 0 ? 0 : Math.abs(c[potential][i] / amperes);
                        }
                    });
        }
    }

    private void composition(MprSettings settings) {
        int charge = at("(Q-Qo)/mA.h");
        OptionalDouble ions = settings.electronsOfIons();
        OptionalDouble first = settings.firstComposition();
        if (charge < 0 || ions.isEmpty() || first.isEmpty() || at("x") >= 0) {
            return;
        }
        double scale = FARADAY * ions.getAsDouble();
        double start = first.getAsDouble();
        add(
                "x",
                "(Q-Qo)/mA.h and the material's mass, weights and electrons of the settings",
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = start - c[charge][i] / scale;
                    }
                });
    }
}

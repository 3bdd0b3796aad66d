// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.instruments.biologic.internal.DerivedColumns.Block;

import java.util.List;
import java.util.Set;

/**
 * What EC-Lab computes of impedances when it exports text.
 *
 * <ul>
 *   <li>{@code Re(Z)/Ohm} and {@code -Im(Z)/Ohm} of {@code |Z|/Ohm} and {@code Phase(Z)/deg}
 *   <li>Y = 1/Z; C = 1/(jwZ), with the sign of its imaginary part turned; the phases of Y, of C
 *       (-90 deg - Phase(Z)), of the modulus (90 deg + Phase(Z)), of permittivity (as of C) and
 *       conductivity (as of Y); {@code Tan(Delta)} = Re(Z) / -Im(Z) and, where there is no {@code
 *       mode}, its angle (90 deg + Phase(Z)). Where |Z| is 0, Y, C and {@code Tan(Delta)} are 0
 *   <li>{@code dq/mA.h}, the step of {@code (Q-Qo)/mA.h}, which counts from 0; 0 where a loop but
 *       the first begins
 * </ul>
 *
 * <p>Above 100 kHz EC-Lab has no quality indicators: its export writes -1 for THD, NSD and NSR and
 * 0 for harmonics where the binary file has numbers without a meaning; so does this.
 */
final class SpectrumColumns {
    private static final double INDICATORS_UP_TO = 1e5;

    private final Set<Long> loops;
    private double lastCharge;

    /**
     * @param loops rows at which loops begin
     */
    SpectrumColumns(List<Long> loops) {
        this.loops = Set.copyOf(loops);
    }

    /** Real and imaginary part. */
    static void impedance(DerivedColumns columns) {
        int modulus = columns.at("|Z|/Ohm");
        int phase = columns.at("Phase(Z)/deg");
        if (modulus < 0 || phase < 0 || columns.anyOf("Re(Z)/Ohm", "-Im(Z)/Ohm") >= 0) {
            return;
        }
        String from = "|Z|/Ohm and Phase(Z)/deg";
        columns.add(
                "Re(Z)/Ohm",
                from,
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = c[modulus][i] * Math.cos(Math.toRadians(c[phase][i]));
                    }
                });
        columns.add(
                "-Im(Z)/Ohm",
                from,
                (c, out, rows) -> {
                    for (int i = 0; i < rows; i++) {
                        out[i] = -c[modulus][i] * Math.sin(Math.toRadians(c[phase][i]));
                    }
                });
    }

    /** Adds those columns whose sources are there. */
    void addTo(DerivedColumns columns) {
        int frequency = columns.at("freq/Hz");
        if (frequency < 0) {
            return;
        }
        int modulus = columns.at("|Z|/Ohm");
        int phase = columns.at("Phase(Z)/deg");
        if (modulus >= 0 && phase >= 0 && columns.at("Re(Y)/Ohm-1") < 0) {
            immittances(columns, frequency, modulus, phase);
            charge(columns);
        }
        indicators(columns, frequency);
    }

    private static void immittances(DerivedColumns columns, int frequency, int modulus, int phase) {
        String of = "|Z|/Ohm, Phase(Z)/deg and freq/Hz";
        int first = columns.add("Re(Y)/Ohm-1", of);
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
            columns.add(name, of);
        }
        int loss = columns.at("mode") < 0 ? columns.add("Loss Angle(Delta)/deg", of) : -1;
        columns.rule(
                block -> {
                    double[][] c = block.columns();
                    for (int i = 0; i < block.rows(); i++) {
                        double z = c[modulus][i];
                        double degrees = c[phase][i];
                        double angle = Math.toRadians(degrees);
                        double cosine = z == 0 ? 0 : Math.cos(angle);
                        double sine = z == 0 ? 0 : Math.sin(angle);
                        double y = z == 0 ? 0 : 1 / z;
                        double omega = 2 * Math.PI * c[frequency][i];
                        double farads = omega == 0 ? 0 : y / omega;
                        c[first][i] = y * cosine;
                        c[first + 1][i] = -y * sine;
                        c[first + 2][i] = y;
                        c[first + 3][i] = 0 - degrees;
                        c[first + 4][i] = -farads * 1e9 * sine;
                        c[first + 5][i] = farads * 1e9 * cosine;
                        c[first + 6][i] = farads * 1e9;
                        c[first + 7][i] = -90 - degrees;
                        c[first + 8][i] = 90 + degrees;
                        c[first + 9][i] = -90 - degrees;
                        c[first + 10][i] = 0 - degrees;
                        c[first + 11][i] = z == 0 ? 0 : -cosine / sine;
                        if (loss >= 0) {
                            c[loss][i] = 90 + degrees;
                        }
                    }
                });
    }

    private void charge(DerivedColumns columns) {
        int total = columns.at("(Q-Qo)/mA.h");
        if (total < 0 || columns.at("dq/mA.h") >= 0) {
            return;
        }
        int step = columns.add("dq/mA.h", "(Q-Qo)/mA.h");
        columns.rule(
                block -> {
                    for (int i = 0; i < block.rows(); i++) {
                        long row = block.first() + i;
                        double charge = block.of(total)[i];
                        boolean loop = row > 0 && loops.contains(row);
                        block.of(step)[i] = loop ? 0 : charge - lastCharge;
                        lastCharge = charge;
                    }
                });
    }

    private static void indicators(DerivedColumns columns, int frequency) {
        if (columns.at("THD Ewe/%") < 0) {
            return;
        }
        columns.change(
                "Above 100 kHz, where there are no quality indicators, THD, NSD and NSR are -1 and"
                        + " harmonics 0, as in EC-Lab's text export.");
        List<String> stored = columns.stored();
        for (int column = 0; column < stored.size(); column++) {
            String name = stored.get(column);
            boolean indicator = name.matches("(THD|NSD|NSR) (Ewe|Ece|I)/%");
            if (indicator || name.matches("\\|(Ewe|Ece|I) h[2-7]\\|/[VA]")) {
                int of = column;
                columns.rule(block -> blank(block, frequency, of, indicator ? -1 : 0));
            }
        }
    }

    private static void blank(Block block, int frequency, int column, double value) {
        for (int i = 0; i < block.rows(); i++) {
            if (block.of(frequency)[i] > INDICATORS_UP_TO) {
                block.of(column)[i] = value;
            }
        }
    }
}

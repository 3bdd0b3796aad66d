// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.battery;

import org.ionbench.demo.ParFile;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * Writes a cell's cycling as a text export of EC-Lab ({@code .mpt}): galvanostatic cycling with
 * potential limitation (GCPL).
 *
 * <h2>The format</h2>
 *
 * Text in windows-1252, lines ended by CR LF. {@code EC-Lab ASCII FILE}, {@code Nb header lines :
 * N}, an empty line, the technique, lines {@code key : value}, the parameters of the technique 20
 * characters wide with one column for each sequence, an empty line; line N names the columns,
 * separated by tabs and ended by one. Then the rows: {@code mode} is 1 at a set current and 3 at
 * rest, {@code ox/red} 1 for oxidation, {@code Ns} the sequence, {@code half cycle} counts from 0,
 * {@code Q charge} and {@code Q discharge} start anew with each half cycle. Numbers have 16 or 8
 * digits and an exponent of three.
 *
 * <p>Currents are constant within a half cycle, so that its capacity is current times time;
 * capacities scatter by 0.01 % (our invention). After each half cycle the cell rests for ten
 * minutes. The comment begins with {@value ParFile#SYNTHETIC}.
 */
public final class CyclerFile {
    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final int KEY_WIDTH = 20;
    private static final int POINTS = 80;
    private static final double REST = 600;
    private static final double FIRST_REST = 3600;
    private static final double SETTLING = 2e-4;
    private static final double VOLTAGE_NOISE = 2e-4;
    private static final double CAPACITY_NOISE = 1e-4;
    private static final double AGEING = 0.002;
    private static final String COLUMNS =
            "mode\tox/red\terror\tNs\ttime/s\tcontrol/mA\tEwe/V\thalf cycle\t<I>/mA"
                    + "\tQ discharge/mA.h\tQ charge/mA.h\tcycle number\t";

    private final CyclingCell cell;
    private final List<String> rows = new ArrayList<>();
    private final Random random;
    private double seconds;
    private int halfCycle;

    private CyclerFile(CyclingCell cell, long seed) {
        this.cell = cell;
        this.random = new Random(seed);
    }

    /**
     * The whole file.
     *
     * @param comment one line about it
     * @param material the name of the electrode's material
     * @param start local time of the first point
     * @param seed of the noise of the voltage
     */
    public static byte[] bytes(
            CyclingCell cell, String comment, String material, LocalDateTime start, long seed) {
        CyclerFile file = new CyclerFile(cell, seed);
        file.run();
        List<String> lines = file.head(comment, material, start);
        lines.addAll(file.rows);
        return (String.join("\r\n", lines) + "\r\n").getBytes(CHARSET);
    }

    // ---- the cell

    private void run() {
        Schedule schedule = cell.fading().schedule();
        double rest = cell.dischargesFirst() ? 0 : 1;
        double open = cell.electrode().equilibrium(rest);
        row(3, 0, 0, seconds, 0, open, 0, 0, 1);
        seconds += FIRST_REST;
        row(3, 0, 0, seconds, 0, open, 0, 0, 1);
        for (int cycle = 1; cycle <= schedule.cycles(); cycle++) {
            Fading fading = cell.fading();
            Schedule.Rate rate = schedule.rate(cycle);
            half(cycle, true, fading.firstHalf(cycle), fading.begin(cycle), rate.first());
            half(cycle, false, fading.secondHalf(cycle), rate.first(), rate.second());
        }
    }

    /** One half cycle and the rest after it; from and to are shares of the capacity. */
    private void half(int cycle, boolean first, double capacity, double from, double to) {
        boolean discharge = first == cell.dischargesFirst();
        Schedule.Rate rate = cell.fading().schedule().rate(cycle);
        int sequence = 1 + 2 * cell.fading().schedule().block(cycle) + (first ? 0 : 1);
        double current = cell.milliamperes(rate) * (discharge ? -1 : 1);
        double scatter = 1 + CAPACITY_NOISE * random.nextGaussian();
        double duration = 3600 * capacity * scatter * cell.activeGrams() / Math.abs(current);
        double begin = seconds;
        double lithiumFrom = cell.dischargesFirst() ? from : 1 - from;
        double lithiumTo = cell.dischargesFirst() ? to : 1 - to;
        double charge = 0;
        double aged = 1 + AGEING * cycle;
        for (int i = 0; i < POINTS; i++) {
            double u = i / (POINTS - 1.0);
            // closer where the voltage bends
            double progress = u - 0.1 * StrictMath.sin(2 * Math.PI * u);
            double t = Math.max(SETTLING, progress * duration);
            charge = Math.abs(current) * t / 3600;
            double volts =
                    cell.electrode()
                            .voltage(lithiumFrom, lithiumTo, progress, current / 1000, aged);
            seconds = begin + t;
            row(1, discharge ? 0 : 1, sequence, seconds, current, volts, current, charge, cycle);
        }
        double relaxed = cell.electrode().equilibrium(lithiumTo);
        seconds += SETTLING;
        row(3, discharge ? 0 : 1, sequence, seconds, 0, relaxed, 0, charge, cycle);
        seconds = begin + duration + REST;
        row(3, discharge ? 0 : 1, sequence, seconds, 0, relaxed, 0, charge, cycle);
        halfCycle++;
    }

    private void row(
            int mode,
            int oxidation,
            int sequence,
            double time,
            double control,
            double volts,
            double current,
            double charge,
            int cycle) {
        rows.add(
                mode
                        + "\t"
                        + oxidation
                        + "\t0\t"
                        + sequence
                        + "\t"
                        + number(time, 15)
                        + "\t"
                        + number(control, 7)
                        + "\t"
                        + number(volts + VOLTAGE_NOISE * random.nextGaussian(), 7)
                        + "\t"
                        + halfCycle
                        + "\t"
                        + number(current, 15)
                        + "\t"
                        + number(oxidation == 0 ? charge : 0, 15)
                        + "\t"
                        + number(oxidation == 1 ? charge : 0, 15)
                        + "\t"
                        + number(cycle, 15)
                        + "\t");
    }

    // ---- the header

    private List<String> head(String comment, String material, LocalDateTime start) {
        List<String> lines = new ArrayList<>();
        lines.add("EC-Lab ASCII FILE");
        lines.add("");
        lines.add("");
        lines.add("Galvanostatic Cycling with Potential Limitation");
        lines.add("");
        lines.add("Run on channel : 1 (SN synthetic)");
        lines.add("User : ");
        lines.add("Electrode connection : standard");
        lines.add("Potential control : Ewe");
        String started =
                DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss.SSS", Locale.ROOT).format(start);
        lines.add("Acquisition started on : " + started);
        lines.add("Technique started on : " + started);
        lines.add("Device : VMP3 (SN synthetic)");
        lines.add("EC-LAB for windows v11.61 (software)");
        lines.add("Electrode material : " + material);
        lines.add("Comments : " + ParFile.SYNTHETIC + ": " + comment);
        lines.add(
                String.format(
                        Locale.ROOT,
                        "Mass of active material : %.3f mg",
                        cell.activeGrams() * 1000));
        lines.add(
                String.format(Locale.ROOT, "Electrode surface area : %.4f cm\u00b2", cell.area()));
        lines.add(
                String.format(
                        Locale.ROOT, "Characteristic mass : %.3f mg", cell.activeGrams() * 1000));
        lines.add("Cycle Definition : Charge/Discharge alternance");
        parameters(lines);
        lines.add("");
        lines.add(COLUMNS);
        lines.set(1, String.format(Locale.ROOT, "%-46s", "Nb header lines : " + lines.size()));
        return lines;
    }

    /** Sequence 0 is a rest; two for each block of the schedule follow. */
    private void parameters(List<String> lines) {
        List<Schedule.Block> blocks = cell.fading().schedule().blocks();
        parameter(lines, "Ns", "0", s -> String.valueOf(s));
        parameter(lines, "Set I/C", "I", s -> "I");
        parameter(
                lines,
                "Is",
                "0.000",
                s ->
                        String.format(
                                Locale.ROOT,
                                "%.3f",
                                (isDischarge(s) ? -1000 : 1000)
                                        * cell.milliamperes(blocks.get((s - 1) / 2).rate())));
        parameter(lines, "unit Is", "mA", s -> "\u00b5A");
        parameter(lines, "N", "1.00", s -> "1.00");
        parameter(
                lines,
                "EM (V)",
                "0.000",
                s ->
                        String.format(
                                Locale.ROOT,
                                "%.3f",
                                isDischarge(s)
                                        ? cell.electrode().lower()
                                        : cell.electrode().upper()));
        parameter(lines, "tR (h:m:s)", "1:00:0.0000", s -> "0:10:0.0000");
        parameter(lines, "goto Ns'", "0", s -> s % 2 == 0 ? String.valueOf(s - 1) : "0");
        parameter(
                lines,
                "nc cycles",
                "0",
                s -> s % 2 == 0 ? String.valueOf(blocks.get((s - 1) / 2).cycles() - 1) : "0");
    }

    private boolean isDischarge(int sequence) {
        return sequence % 2 == 1 == cell.dischargesFirst();
    }

    private void parameter(
            List<String> lines, String key, String rest, Function<Integer, String> of) {
        StringBuilder line = new StringBuilder(padded(key)).append(padded(rest));
        for (int s = 1; s <= 2 * cell.fading().schedule().blocks().size(); s++) {
            line.append(padded(of.apply(s)));
        }
        lines.add(line.toString());
    }

    private static String padded(String text) {
        return String.format(Locale.ROOT, "%-" + KEY_WIDTH + "s", text);
    }

    /** {@code 1.200000000000000E-001}. */
    static String number(double value, int decimals) {
        String s = String.format(Locale.ROOT, "%." + decimals + "E", value);
        int exponent = s.indexOf('E') + 2;
        return s.substring(0, exponent) + "0" + s.substring(exponent);
    }
}

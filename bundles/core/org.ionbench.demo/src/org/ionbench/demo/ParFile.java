// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import org.ionbench.demo.dc.Ramp;
import org.ionbench.demo.dc.Trace;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Writes experiments as VersaStudio ({@code .par}) does.
 *
 * <h2>The format</h2>
 *
 * Text in UTF-8, lines ended by CR LF, sections {@code <Name>} ... {@code </Name>} of lines {@code
 * key=value}: {@code <Application>}, {@code <Instrument>}, {@code <Experiment>} with the local date
 * and time in American English, {@code <Action0>} with what is common to all actions, {@code
 * <Action1>} and so on with the settings of each, and {@code <Segment1>} with the points of all: a
 * line {@code Definition=} with the names of the columns, of which a last {@code 0} has no field in
 * the rows, then one line of numbers separated by commas for each point. {@code Segment #} counts
 * the actions that measured, {@code Point #} and {@code Elapsed Time(s)} run on through the file,
 * {@code ActionId} is 21 for a potentiostatic impedance spectrum, 3 for a chronoamperometry, 38 for
 * a cyclic voltammetry of several cycles. Numbers have seven significant digits.
 *
 * <p>The comment of {@code <Action0>} always begins with {@value #SYNTHETIC}, and the serial number
 * says so too.
 */
public final class ParFile {
    /** What the comment of every file begins with. */
    public static final String SYNTHETIC = "Synthetic data written by Ionbench";

    private static final String INSTRUMENT = "PMC-1000";
    private static final int POTENTIOSTATIC_EIS = 21;
    private static final int CHRONOAMPEROMETRY = 3;
    private static final int CYCLIC_VOLTAMMETRY = 38;

    /** Columns between E Applied(V) and ActionId, which only an impedance fills. */
    private static final int IMPEDANCE_COLUMNS = 13;

    private static final List<String> POTENTIOSTAT =
            List.of(
                    "Cell to Use=External",
                    "Leave Cell ON=No",
                    "iR Compensation=Disabled",
                    "Bandwidth Limit=Auto",
                    "Electrometer Mode=Auto",
                    "VoltageRange=+/-6V",
                    "Current Range=Auto");
    private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);
    private static final String COLUMNS =
            "Segment #, Point #, E(V), I(A), Elapsed Time(s), ADC Sync Input(V), Current Range,"
                    + " Status, E Applied(V), Frequency(Hz), E Real, E Imag, I Real, I Imag,"
                    + " Z Real, Z Imag, E2 Status, E2(V), E2 Real, E2 Imag, Z2 Real, Z2 Imag,"
                    + " ActionId, AC Amplitude, 0";

    private final String comment;
    private final LocalDateTime start;
    private final List<List<String>> actions = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private double area;
    private double mass;
    private double elapsed;
    private double openCircuit;

    private ParFile(String comment, LocalDateTime start) {
        this.comment = comment;
        this.start = start;
    }

    /**
     * An experiment in which nothing was measured yet.
     *
     * @param comment one line about it; it is written after {@link #SYNTHETIC}
     * @param start local time of the first point
     */
    public static ParFile of(String comment, LocalDateTime start) {
        return new ParFile(comment.replaceAll("\\R", " ").strip(), start);
    }

    /**
     * What was entered about the electrode.
     *
     * @param squareMetres area of the electrode in m2
     * @param kilograms mass of the sample in kg
     */
    public ParFile electrode(double squareMetres, double kilograms) {
        area = squareMetres;
        mass = kilograms;
        return this;
    }

    /**
     * Adds a potentiostatic impedance spectrum at 0 V against the open circuit.
     *
     * @param amplitude of the AC voltage in V (RMS)
     */
    public ParFile impedance(Spectrum spectrum, double amplitude) {
        Sweep sweep = spectrum.sweep();
        actions.add(
                List.of(
                        "Cell to Use=External",
                        "Leave Cell ON=No",
                        "Current Range=Auto",
                        "Measurement Delay (s)=0",
                        "Data Quality=1",
                        "Points Per Decade=" + number(sweep.pointsPerDecade()),
                        "Number of Points=" + sweep.points(),
                        "Point Spacing=Logarithmic",
                        "Potential (V),Versus=vs OC",
                        "Potential (V),Value=0",
                        "Step or Scan=Step",
                        "Amplitude (mV RMS)=" + number(amplitude * 1000),
                        "End Frequency (Hz)=" + number(sweep.last()),
                        "Start Frequency (Hz)=" + number(sweep.first()),
                        "Segments=1",
                        "ParentNode=Common",
                        "Name=Potentiostatic EIS"));
        for (int i = 0; i < sweep.points(); i++) {
            double f = sweep.frequency(i);
            elapsed += 0.25 + 2 / f;
            rows.add(impedanceRow(f, spectrum.impedances().get(i), amplitude));
        }
        return this;
    }

    /**
     * Adds a chronoamperometry: a step of the potential against the reference.
     *
     * @param interval time between points in s
     */
    public ParFile chronoamperometry(Trace trace, double interval) {
        List<String> action = new ArrayList<>(POTENTIOSTAT);
        action.add("Total Points=" + trace.rows());
        action.add("Duration (s)=" + number(interval * trace.rows()));
        action.add("Time Per Point (s)=" + number(interval));
        action.add("Potential (V),Versus=vs Ref");
        action.add("Potential (V),Value=" + number(trace.applied()[0]));
        action.add("Segments=1");
        action.add("ParentNode=Common");
        action.add("Name=Chronoamperometry");
        actions.add(action);
        rows(trace, CHRONOAMPEROMETRY);
        return this;
    }

    /** Adds a cyclic voltammetry of several cycles, which begins at the open circuit. */
    public ParFile voltammetry(Trace trace, Ramp ramp) {
        List<String> action = new ArrayList<>(POTENTIOSTAT);
        action.add("Total Points=" + trace.rows());
        action.add("Points Per Cycle=" + ramp.pointsPerCycle());
        action.add("Cycles=" + ramp.cycles());
        action.add("Scan Rate (V/s)=" + number(ramp.rate()));
        action.add("Not Used2,Versus=vs Ref");
        action.add("Not Used2,Value=0");
        vertex(action, 2, ramp.second());
        vertex(action, 1, ramp.first());
        action.add("Initial Potential (V),Versus=vs OC");
        action.add("Initial Potential (V),Value=0");
        action.add("Segments=1");
        action.add("ParentNode=Common");
        action.add("Name=Cyclic Voltammetry (Multiple Cycles)");
        actions.add(action);
        openCircuit = ramp.start();
        rows(trace, CYCLIC_VOLTAMMETRY);
        return this;
    }

    private static void vertex(List<String> action, int which, double volts) {
        String key = "Vertex " + which + " Potential (V),";
        action.add(key + "Acquire at Hold=Yes");
        action.add(key + "Vertex Hold=0");
        action.add(key + "Versus=vs Ref");
        action.add(key + "Value=" + number(volts));
    }

    private void rows(Trace trace, int actionId) {
        double begin = elapsed;
        for (int i = 0; i < trace.rows(); i++) {
            elapsed = begin + trace.seconds()[i];
            List<String> fields = new ArrayList<>();
            fields.add(String.valueOf(actions.size() - 1));
            fields.add(String.valueOf(rows.size()));
            fields.add(number(trace.potential()[i]));
            fields.add(number(trace.current()[i]));
            fields.add(number(elapsed));
            fields.addAll(List.of("0", "5", "5"));
            fields.add(number(trace.applied()[i]));
            fields.addAll(Collections.nCopies(IMPEDANCE_COLUMNS, "0"));
            fields.add(String.valueOf(actionId));
            fields.add("0");
            rows.add(String.join(",", fields));
        }
    }

    /** The phase of the voltage is arbitrary in such files; the current follows from Z = E / I. */
    private String impedanceRow(double f, Impedance z, double amplitude) {
        double phase = 2.4 * rows.size();
        double re = amplitude * StrictMath.cos(phase);
        double im = amplitude * StrictMath.sin(phase);
        double square = z.real() * z.real() + z.imaginary() * z.imaginary();
        List<String> fields = new ArrayList<>();
        fields.add(String.valueOf(actions.size() - 1));
        fields.add(String.valueOf(rows.size()));
        double[] beforeImpedance = {0, 0, elapsed, 0, 5, 0, 0, f, re, im};
        for (double value : beforeImpedance) {
            fields.add(number(value));
        }
        fields.add(number((re * z.real() + im * z.imaginary()) / square));
        fields.add(number((im * z.real() - re * z.imaginary()) / square));
        fields.add(number(z.real()));
        fields.add(number(z.imaginary()));
        fields.addAll(List.of("0", "0", "0", "0", "0", "0"));
        fields.add(String.valueOf(POTENTIOSTATIC_EIS));
        fields.add(number(amplitude));
        return String.join(",", fields);
    }

    /** Writes it, over a file that is there. */
    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** The whole file. */
    public byte[] bytes() {
        List<String> lines = new ArrayList<>();
        section(
                lines,
                "Application",
                List.of(
                        "Name=VersaStudio",
                        "Version=2.61.2.0",
                        "Language [VersaStudio]=English (United States) [en-US]"));
        section(
                lines,
                "Instrument",
                List.of("Options=FRA", "Model=", "SN=synthetic", "Type=" + INSTRUMENT));
        section(
                lines,
                "Experiment",
                List.of("TimeAcquired=" + time(), "DateAcquired=" + date(), "DataFormat=Text"));
        section(
                lines,
                "Action0",
                List.of(
                        "Measured Open Circuit=" + number(openCircuit) + " V",
                        "Mass (g)=" + number(mass * 1000),
                        "Density (g/ml)=0",
                        "Working Electrode Area (cm2)=" + number(area * 1e4),
                        "Working Electrode Type=Solid Electrode",
                        "Reference Electrode=(unspecified) (0 Volts)",
                        "Segments=0",
                        "Comment=" + SYNTHETIC + (comment.isEmpty() ? "" : ": " + comment),
                        "Name=Common"));
        for (int i = 0; i < actions.size(); i++) {
            section(lines, "Action" + (i + 1), actions.get(i));
        }
        List<String> segment = new ArrayList<>(List.of("Type=30", "Version=3"));
        segment.add("Definition=" + COLUMNS);
        segment.addAll(rows);
        section(lines, "Segment1", segment);
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void section(List<String> lines, String name, List<String> content) {
        lines.add("<" + name + ">");
        lines.addAll(content);
        lines.add("</" + name + ">");
        lines.add("");
    }

    private String time() {
        int hour = start.getHour() % 12 == 0 ? 12 : start.getHour() % 12;
        return hour
                + String.format(Locale.ROOT, ":%02d:%02d", start.getMinute(), start.getSecond())
                + (start.getHour() < 12 ? " AM" : " PM");
    }

    private String date() {
        return word(start.getDayOfWeek())
                + ", "
                + word(start.getMonth())
                + String.format(Locale.ROOT, " %02d, %d", start.getDayOfMonth(), start.getYear());
    }

    private static String word(Enum<?> name) {
        return name.name().charAt(0) + name.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Seven significant digits, with an exponent below 0.0001 and from ten million. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent > -5 && exponent < DIGITS.getPrecision()) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).toPlainString()
                + String.format(
                        Locale.ROOT, exponent < 0 ? "E-%02d" : "E+%02d", Math.abs(exponent));
    }
}

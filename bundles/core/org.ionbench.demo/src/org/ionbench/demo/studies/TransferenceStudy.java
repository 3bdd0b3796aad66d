// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.studies;

import org.ionbench.api.importing.Technique;
import org.ionbench.demo.Conduction;
import org.ionbench.demo.Labels;
import org.ionbench.demo.ParFile;
import org.ionbench.demo.Pellet;
import org.ionbench.demo.TwinCell;
import org.ionbench.demo.TwinFile;
import org.ionbench.demo.TwinRun;
import org.ionbench.demo.dc.BlockedStep;
import org.ionbench.demo.dc.InterfaceCell;
import org.ionbench.demo.dc.Meter;
import org.ionbench.demo.dc.ReversibleStep;
import org.ionbench.demo.dc.Trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What carries the current: a pellet between blocking rods after a step of 0.5 V, and one between
 * lithium after a step of 10 mV, both at 30 degC with spectra beside.
 *
 * <p>The pellet conducts no electrons: what flows after an hour is the decay of the blocking
 * electrodes (Q 1e-5, n 0.85) and 5 nA of noise; the ammeter may be off by 2 nA. The lithium cell:
 * R_e 175.6 ohm, interfaces 60 ohm before and 70 ohm after, t 0.93.
 */
public final class TransferenceStudy {
    /** The step across the blocking electrodes. */
    public static final BlockedStep BLOCKED = new BlockedStep(0.5, 1e-5, 0.85, 0);

    /** The step across the lithium cell. */
    public static final ReversibleStep REVERSIBLE = new ReversibleStep(0.010, 175.6, 60, 70, 0.93);

    private static final double CELSIUS = 30;
    private static final Meter METER = new Meter(1e-4, 5e-9);
    private static final double MASS = 50e-6;

    /** 0.40 mm of the composite, with the tail of the blocked step. */
    private static final Pellet PELLET =
            new Pellet(
                    Conduction.of(0.424, 2.94e-4, 30), 0.40e-3, 0.010, 10, 0.3, 1e-9, 1e-5, 0.85);

    private TransferenceStudy() {}

    /** The pellet between blocking rods. */
    public static TwinCell ionic() {
        String cell = "t-ion";
        String spectrum = Desk.name(cell, "EIS", CELSIUS, "par");
        String step = Desk.name(cell, "CA", CELSIUS, "par");
        Map<String, String> properties = pellet("steel rods, blocking");
        properties.put("current offset specification", "2 nA");
        return cell(
                cell,
                properties,
                "p(R1,CPE1)-CPE2",
                List.of(
                        spectrum(
                                spectrum,
                                8,
                                0,
                                Desk.spectrum(f -> PELLET.impedance(CELSIUS, f), spectrum)),
                        step(step, 8, 1, () -> BLOCKED.record(1, 3600, METER, step.hashCode()), 1)),
                List.of(
                        new TwinRun(
                                "org.ionbench.analysis.transference.ionic",
                                Map.of("circuit", "p(R1,CPE1)-CPE2"))),
                Optional.of(PELLET));
    }

    /** The pellet between lithium. */
    public static TwinCell cationic() {
        String cell = "t-lithium";
        String before = Desk.name(cell, "EIS-before", CELSIUS, "par");
        String step = Desk.name(cell, "CA", CELSIUS, "par");
        String after = Desk.name(cell, "EIS-after", CELSIUS, "par");
        InterfaceCell fresh =
                InterfaceCell.reversible(REVERSIBLE.electrolyte(), REVERSIBLE.before());
        InterfaceCell steady =
                InterfaceCell.reversible(REVERSIBLE.electrolyte(), REVERSIBLE.after());
        return cell(
                cell,
                pellet("Li | SSE | Li"),
                "R0-p(R1,CPE1)",
                List.of(
                        spectrum(before, 9, 0, Desk.spectrum(fresh::impedance, before)),
                        step(
                                step,
                                9,
                                1,
                                () -> REVERSIBLE.record(2, 3600, METER, step.hashCode()),
                                2),
                        spectrum(after, 9, 4, Desk.spectrum(steady::impedance, after))),
                List.of(
                        new TwinRun(
                                "org.ionbench.analysis.transference.bruceVincent",
                                Map.of("circuit", "R0-p(R1,CPE1)"))),
                Optional.empty());
    }

    private static Map<String, String> pellet(String electrodes) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("thickness", "0.40 +- 0.01 mm");
        properties.put("diameter", "10.00 +- 0.01 mm");
        properties.put("mass", "50.0 +- 0.2 mg");
        properties.put("electrodes", electrodes);
        properties.put("note", Labels.NOTE);
        return properties;
    }

    private static TwinCell cell(
            String name,
            Map<String, String> properties,
            String circuit,
            List<TwinFile> files,
            List<TwinRun> runs,
            Optional<Pellet> truth) {
        Powder powder = Powder.composite();
        return new TwinCell(
                name,
                powder.name(),
                powder.properties(),
                properties,
                circuit,
                files,
                Optional.of(Desk.SHORT),
                runs,
                truth);
    }

    private static TwinFile spectrum(
            String name, int day, int hour, UnaryOperator<ParFile> action) {
        return Desk.file(
                name,
                Technique.EIS,
                CELSIUS,
                Labels.COMPOSITE + ", 30 degC, pellet 50 mg, 10 mm, 0.40 mm",
                Desk.time(day, hour),
                PELLET.area(),
                MASS,
                action);
    }

    private static TwinFile step(
            String name, int day, int hour, Supplier<Trace> trace, double interval) {
        return Desk.file(
                name,
                Technique.CA,
                CELSIUS,
                Labels.COMPOSITE + ", 30 degC, pellet 50 mg, 10 mm, 0.40 mm",
                Desk.time(day, hour),
                PELLET.area(),
                MASS,
                file -> file.chronoamperometry(trace.get(), interval));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.studies;

import org.ionbench.api.importing.Technique;
import org.ionbench.demo.Labels;
import org.ionbench.demo.ParFile;
import org.ionbench.demo.TwinCell;
import org.ionbench.demo.TwinFile;
import org.ionbench.demo.TwinRun;
import org.ionbench.demo.dc.AnodicScan;
import org.ionbench.demo.dc.InterfaceCell;
import org.ionbench.demo.dc.Meter;
import org.ionbench.demo.dc.PlatingScan;
import org.ionbench.demo.dc.Ramp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the electrolyte is oxidised and reduced: scans at 100 uV/s and 60 degC of a layer with
 * carbon against lithium, with spectra before and after.
 *
 * <p>Anodic: 0.02 uA + 12 uA/V above 3.80 V, rounded over 20 mV, from 2.9 V to 4.5 V and back to
 * 2.6 V in cycle 1, background only in cycles 2 and 3. Cathodic: from 2.6 V to -0.1 V, only lithium
 * plated and stripped. The spectra and all of the cathodic scan are our invention.
 */
public final class StabilityStudy {
    /** The truth of the anodic scan. */
    public static final AnodicScan ANODIC = new AnodicScan(0.02e-6, 12e-6, 3.80, 0.020);

    /** The truth of the cathodic scan. */
    public static final PlatingScan CATHODIC = new PlatingScan(0.02e-6, 200e-6, -0.02, 0.93);

    /** How the anodic scan runs. */
    public static final Ramp UP = new Ramp(100e-6, 0.002, 2.9, 4.5, 2.6, 3);

    /** How the cathodic scan runs. */
    public static final Ramp DOWN = new Ramp(100e-6, 0.002, 2.6, -0.1, 2.6, 3);

    private static final double CELSIUS = 60;
    private static final Meter METER = new Meter(1e-4, 1e-9);
    private static final double AREA = Math.PI * 9e-6;
    private static final double MASS = 32.2e-6;
    private static final String CIRCUIT = "R0-p(R1,CPE1)-CPE2";
    private static final TwinRun FIT = new TwinRun(Desk.CIRCUIT_FIT, Map.of("circuit", CIRCUIT));
    private static final TwinRun ONSET = TwinRun.of("org.ionbench.analysis.stability.onset");
    private static final TwinRun COMPARISON =
            TwinRun.of("org.ionbench.analysis.stability.comparison");
    private static final InterfaceCell FRESH = new InterfaceCell(184, 40, 2e-6, 0.85, 1e-4, 0.88);

    private StabilityStudy() {}

    /** The scan towards oxidation. */
    public static TwinCell anodic() {
        String scan = Desk.name("anodic", "CV", CELSIUS, "par");
        return cell(
                "anodic",
                10,
                new InterfaceCell(184, 52, 2e-6, 0.85, 1.5e-4, 0.76),
                scan,
                f -> f.voltammetry(ANODIC.record(UP, METER, scan.hashCode()), UP),
                List.of(FIT, ONSET, COMPARISON));
    }

    /** The scan towards plating. */
    public static TwinCell cathodic() {
        String scan = Desk.name("cathodic", "CV", CELSIUS, "par");
        return cell(
                "cathodic",
                16,
                new InterfaceCell(184, 46, 2e-6, 0.85, 1e-4, 0.84),
                scan,
                f -> f.voltammetry(CATHODIC.record(DOWN, METER, scan.hashCode()), DOWN),
                List.of(
                        FIT,
                        ONSET,
                        TwinRun.of("org.ionbench.analysis.stability.plating"),
                        COMPARISON));
    }

    private static TwinCell cell(
            String name,
            int day,
            InterfaceCell worn,
            String scan,
            UnaryOperator<ParFile> action,
            List<TwinRun> runs) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("thickness", "0.60 +- 0.01 mm");
        properties.put("diameter", "6.00 +- 0.01 mm");
        properties.put("mass", "32.2 +- 0.2 mg");
        properties.put("electrodes", "Li | SSE | SSE + carbon");
        properties.put("reference", "Li+/Li");
        properties.put("note", Labels.NOTE);
        String before = Desk.name(name, "EIS-before", CELSIUS, "par");
        String after = Desk.name(name, "EIS-after", CELSIUS, "par");
        Powder powder = Powder.composite();
        return new TwinCell(
                name,
                powder.name(),
                powder.properties(),
                properties,
                CIRCUIT,
                List.of(
                        file(before, Technique.EIS, day, Desk.spectrum(FRESH::impedance, before)),
                        file(scan, Technique.CV, day + 1, action),
                        file(after, Technique.EIS, day + 5, Desk.spectrum(worn::impedance, after))),
                Optional.of(Desk.SHORT),
                runs,
                Optional.empty());
    }

    private static TwinFile file(
            String name, Technique technique, int day, UnaryOperator<ParFile> action) {
        return Desk.file(
                name,
                technique,
                CELSIUS,
                Labels.COMPOSITE + ", 60 degC, pellet 32.2 mg, 6 mm, working electrode with carbon",
                Desk.time(day, 0),
                AREA,
                MASS,
                action);
    }
}

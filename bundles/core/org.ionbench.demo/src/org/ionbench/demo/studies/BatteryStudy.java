// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.studies;

import org.ionbench.api.importing.Technique;
import org.ionbench.demo.Labels;
import org.ionbench.demo.TwinCell;
import org.ionbench.demo.TwinFile;
import org.ionbench.demo.TwinRun;
import org.ionbench.demo.battery.CyclerFile;
import org.ionbench.demo.battery.CyclingCell;
import org.ionbench.demo.battery.Electrode;
import org.ionbench.demo.battery.Fading;
import org.ionbench.demo.battery.Schedule;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All-solid-state cells on a cycler.
 *
 * <p>TiS2 at 60 degC, which starts with a discharge: 3 cycles at C/20, 70 at C/10, 20 at C/5, 20 at
 * C/2, 62 at C/10; Q_n = 205 (1 - 0.0026333 (n - 1)) mAh/g, 89 % of each loss within the cycle.
 * That C/20 and C/10 give the same capacity is a simplification. TiS2 at 40 and 50 degC and the LFP
 * cell (9 cycles at C/10, 34 at C/5) are our invention; the LFP cell carries the areal capacity
 * that the paper prints, which does not fit its own mass and area.
 */
public final class BatteryStudy {
    private static final Schedule.Rate C20 = new Schedule.Rate(20, 1, 0);
    private static final Schedule.Rate C10 = new Schedule.Rate(10, 1, 0);
    private static final Schedule.Rate C5 = new Schedule.Rate(5, 0.94, 0.01);
    private static final Schedule.Rate C2 = new Schedule.Rate(2, 0.80, 0.04);
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2025, 4, 14, 10, 0);

    /** The cycles whose voltage is drawn: the first of each rate, and the last at C/10. */
    private static final String DRAWN = "1,4,74,94,150";

    private static final double FADE = 0.0026333;
    private static final double WITHIN = 0.89;

    private static final Schedule LONG =
            new Schedule(
                    List.of(
                            new Schedule.Block(3, C20),
                            new Schedule.Block(70, C10),
                            new Schedule.Block(20, C5),
                            new Schedule.Block(20, C2),
                            new Schedule.Block(62, C10)));
    private static final Schedule SHORT =
            new Schedule(List.of(new Schedule.Block(3, C20), new Schedule.Block(12, C10)));
    private static final Schedule PHOSPHATE =
            new Schedule(
                    List.of(
                            new Schedule.Block(9, C10),
                            new Schedule.Block(34, new Schedule.Rate(5, 0.93, 0.02))));

    /** The truth of the TiS2 cell at 60 degC. */
    public static final CyclingCell WARM = sulphide(LONG, 205, FADE, 1500);

    /** The truth of the LFP cell. */
    public static final CyclingCell LFP =
            new CyclingCell(
                    new Fading(PHOSPHATE, 138, 0.0008, 0.8, 11),
                    Electrode.ironPhosphate(3500),
                    false,
                    170,
                    1.2e-3,
                    0.60,
                    6);

    private BatteryStudy() {}

    /** All cells. */
    public static List<TwinCell> cells() {
        return List.of(
                sulphide("TiS2-60C", WARM, 60, 0, Map.of("cycles", "1:150", "profiles", DRAWN)),
                sulphide("TiS2-50C", sulphide(SHORT, 186, 0.0022, 2400), 50, 1, Map.of()),
                sulphide("TiS2-40C", sulphide(SHORT, 158, 0.0019, 4000), 40, 2, Map.of()),
                phosphate());
    }

    private static CyclingCell sulphide(
            Schedule schedule, double first, double fade, double resistance) {
        return new CyclingCell(
                new Fading(schedule, first, fade, WITHIN, 0),
                Electrode.titaniumDisulphide(resistance),
                true,
                239,
                2.0e-3,
                0.40,
                6);
    }

    private static TwinCell sulphide(
            String name, CyclingCell cell, double celsius, int day, Map<String, String> settings) {
        Map<String, String> properties =
                properties(cell, "Li | SSE | SSE:TiS2 6:4", "discharge first");
        properties.put("convention coulombic efficiency", "charge/discharge same cycle");
        return cell(name, cell, properties, "TiS2", celsius, day, settings);
    }

    private static TwinCell phosphate() {
        Map<String, String> properties = properties(LFP, "Li | SSE | SSE:LFP 4:6", "charge first");
        properties.put("convention coulombic efficiency", "discharge/charge same cycle");
        properties.put("areal capacity", "0.122 mAh/cm2");
        return cell("LFP-60C", LFP, properties, "LiFePO4", 60, 3, Map.of("profiles", "1,9,10,43"));
    }

    private static Map<String, String> properties(
            CyclingCell cell, String electrodes, String starts) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("diameter", "6.00 +- 0.01 mm");
        properties.put(
                "mass",
                String.format(Locale.ROOT, "%.2f +- 0.02 mg", cell.compositeGrams() * 1000));
        properties.put(
                "active fraction",
                String.format(Locale.ROOT, "%.3f +- 0.002", cell.activeFraction()));
        properties.put(
                "reference capacity", String.format(Locale.ROOT, "%.0f mAh/g", cell.reference()));
        properties.put("reference capacity name", "theoretical");
        properties.put("electrodes", electrodes);
        properties.put("reference", "Li+/Li");
        properties.put("convention first half cycle", starts);
        properties.put("note", Labels.NOTE);
        return properties;
    }

    private static TwinCell cell(
            String name,
            CyclingCell cell,
            Map<String, String> properties,
            String material,
            double celsius,
            int day,
            Map<String, String> settings) {
        Powder powder = Powder.composite();
        String file = Desk.name(name.substring(0, name.indexOf('-')), "GCPL", celsius, "mpt");
        return new TwinCell(
                name,
                powder.name(),
                powder.properties(),
                properties,
                "",
                List.of(
                        new TwinFile(
                                file,
                                Technique.CYCLING,
                                OptionalDouble.of(celsius),
                                () ->
                                        CyclerFile.bytes(
                                                cell,
                                                Labels.NOTE,
                                                material,
                                                FIRST_DAY.plusDays(day),
                                                file.hashCode()))),
                Optional.empty(),
                List.of(new TwinRun("org.ionbench.analysis.cycling.summary", settings)),
                Optional.empty());
    }
}

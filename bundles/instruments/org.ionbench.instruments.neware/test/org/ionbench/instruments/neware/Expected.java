// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.instruments.neware.Cycling.Point;
import org.ionbench.testkit.Samples;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must come out of a file of {@link Cycling}, whatever its format. */
final class Expected {
    private static final Map<Integer, String> TYPES = Map.of(4, "Rest", 1, "CC Chg", 2, "CC DChg");

    private Expected() {}

    /** Compares in SI, to what numbers of four bytes hold. */
    static void check(Recording r, List<Point> points) {
        assertEquals(points.size(), r.table().rows());
        double[] time = si(r, QuantityKind.TIME);
        double[] voltage = si(r, QuantityKind.CELL_VOLTAGE);
        double[] current = si(r, QuantityKind.CURRENT);
        double[] charge = si(r, QuantityKind.CAPACITY_CHARGE);
        double[] discharge = si(r, QuantityKind.CAPACITY_DISCHARGE);
        double[] energy = si(r, QuantityKind.ENERGY);
        double[] cycle = si(r, QuantityKind.CYCLE);
        double[] step = si(r, QuantityKind.STEP);
        double[] counts = r.table().column("Step Count").map(Samples::stored).orElse(new double[0]);
        double[] stepTime = Samples.stored(first(r, "Time", "Time(h:min:s.ms)", "\u65f6\u95f4"));
        Column type = first(r, "Step Type", "Step Name", "\u5de5\u6b65\u7c7b\u578b");
        double before = 0;
        for (int i = 0; i < points.size(); i++) {
            Point p = points.get(i);
            String where = "point " + p.index() + " ";
            if (i > 0 && p.time() == 0) {
                before += points.get(i - 1).time();
            }
            if (!r.assumptions().toString().contains("Cycles are counted")) {
                assertEquals(p.cycle(), cycle[i], where + "cycle");
            }
            assertEquals(p.step(), step[i], where + "step");
            if (counts.length > 0) {
                assertEquals(p.count(), counts[i], where + "count");
            }
            assertEquals(TYPES.get(p.type()), type.text(i));
            assertEquals(p.voltage() / 1e3, voltage[i], 1e-6, where + "voltage");
            assertEquals(p.current() / 1e6, current[i], 1e-9, where + "current");
            assertEquals(p.charge() / 1e3, charge[i], 1e-7, where + "charge");
            assertEquals(p.discharge() / 1e3, discharge[i], 1e-7, where + "discharge");
            assertEquals(
                    (p.chargeEnergy() + p.dischargeEnergy()) / 1e3,
                    Math.abs(energy[i]),
                    1e-6,
                    where + "energy");
            if (!isRunning(r)) {
                assertEquals(p.time(), stepTime[i], 1e-9, where + "time of the step");
                assertEquals(before + p.time(), time[i], 1e-9, where + "time");
            } else {
                assertEquals(p.index() - 1.0, time[i], 1e-9, where + "time");
            }
        }
    }

    /** Files of BTS 9.1 have the time since the start of the test instead. */
    private static boolean isRunning(Recording r) {
        return String.valueOf(r.metadata().get("BTS version")).startsWith("9.1");
    }

    private static Column first(Recording r, String... names) {
        return Arrays.stream(names)
                .map(r.table()::column)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static double[] si(Recording r, QuantityKind kind) {
        return r.si(kind).orElseThrow();
    }

    static double[] values(Recording r, String vendorName) {
        return Samples.stored(r.table().column(vendorName).orElseThrow());
    }
}

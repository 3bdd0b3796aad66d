// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Spectra at half a charge and at a quarter of the discharge, in the rows and beside them. */
class CyclingSpectraTest {
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-02T03:00:00");
    private static final int POINTS = 12;

    /** Two cycles of 100 s charge and 100 s discharge at 36 mA (1 mAh), from cycle 1. */
    private static Recording cycling(boolean withSpectra) {
        List<double[]> rows = new ArrayList<>();
        double pause = 0;
        for (int k = 0; k < 400; k++) {
            boolean charging = k / 100 % 2 == 0;
            rows.add(new double[] {k + pause, charging ? 36 : -36, k / 200 + 1, 0, 0, 0});
            boolean halfCharge = k % 200 == 50;
            boolean quarterDischarge = k % 200 == 125;
            if (withSpectra && (halfCharge || quarterDischarge)) {
                // At rest: the rows before and after carry no current, so that nothing passes.
                rows.add(new double[] {k + pause, 0, k / 200 + 1, 0, 0, 0});
                for (int f = 0; f < POINTS; f++) {
                    double hz = 1e4 / Math.pow(2, f);
                    rows.add(new double[] {k + ++pause, 0, k / 200 + 1, hz, 10 + f, -f});
                }
                rows.add(new double[] {k + pause, 0, k / 200 + 1, 0, 0, 0});
                rows.add(new double[] {k + pause, charging ? 36 : -36, k / 200 + 1, 0, 0, 0});
            }
        }
        int n = rows.size();
        double[][] columns = new double[6][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < 6; c++) {
                columns[c][r] = rows.get(r)[c];
            }
        }
        ArrayTable table =
                ArrayTable.rows(n)
                        .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), columns[0])
                        .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "mA"), columns[1])
                        .column(ColumnSpec.of("n").as(QuantityKind.CYCLE, "1"), columns[2])
                        .column(ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"), columns[3])
                        .column(
                                ColumnSpec.of("Re").as(QuantityKind.IMPEDANCE_REAL, "ohm"),
                                columns[4])
                        .column(
                                ColumnSpec.of("Im").as(QuantityKind.IMPEDANCE_IMAGINARY, "ohm"),
                                columns[5])
                        .build();
        return Recording.of("MB", Technique.CYCLING, table).start(START).build();
    }

    private static double condition(Recording recording, String name) {
        return recording.conditions().get(name).value();
    }

    @Test
    void spectraInTheRowsAreTakenOutAndTied() {
        List<Recording> all = CyclingSpectra.apart(List.of(cycling(true)));
        assertEquals(5, all.size());
        assertEquals(400 + 4 * (POINTS + 3), all.getFirst().table().rows());
        double[] cycles = {1, 1, 2, 2};
        double[] states = {0.5, 0.75, 0.5, 0.75};
        double[] capacities = {0.5, 0.25, 0.5, 0.25};
        for (int k = 0; k < 4; k++) {
            Recording spectrum = all.get(k + 1);
            assertEquals(Technique.EIS, spectrum.technique());
            assertEquals(POINTS, spectrum.table().rows());
            assertEquals(1e4, spectrum.si(QuantityKind.FREQUENCY).orElseThrow()[0]);
            assertEquals(cycles[k], condition(spectrum, "cycle"));
            assertEquals(states[k], condition(spectrum, "state of charge"), 0.011);
            assertEquals(capacities[k], condition(spectrum, "capacity"), 0.011);
        }
        assertEquals(START.plusSeconds(51), all.get(1).start().orElseThrow());
    }

    private static Recording spectrum() {
        ArrayTable table =
                ArrayTable.rows(1)
                        .column(
                                ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"),
                                new double[] {1e3})
                        .build();
        return Recording.of("EIS", Technique.EIS, table).build();
    }

    @Test
    void spectraBesideACyclingAreTiedByTheirStart() {
        Recording at = spectrum().change().start(START.plusSeconds(325)).build();
        List<Recording> all = CyclingSpectra.apart(List.of(cycling(false), at));
        assertEquals(2, all.size());
        assertEquals(2, condition(all.get(1), "cycle"));
        assertEquals(0.75, condition(all.get(1), "state of charge"), 0.011);
        Recording earlier = spectrum().change().start(START.minusSeconds(60)).build();
        assertTrue(
                CyclingSpectra.apart(List.of(cycling(false), earlier))
                        .get(1)
                        .conditions()
                        .isEmpty());
    }

    @Test
    void withoutATimeThePlaceInTheFileTells() {
        List<Recording> all = CyclingSpectra.apart(List.of(spectrum(), cycling(false), spectrum()));
        assertTrue(all.get(0).conditions().isEmpty());
        assertEquals(2, condition(all.get(2), "cycle"));
        assertEquals(0, condition(all.get(2), "state of charge"), 0.011);
        assertEquals(1, all.get(2).assumptions().size());
    }

    @Test
    void aCycleThatIsNotWholeHasNoStateOfCharge() {
        int n = 100;
        double[] time = new double[n];
        double[] current = new double[n];
        for (int k = 0; k < n; k++) {
            time[k] = k;
            current[k] = 0.036;
        }
        ArrayTable table =
                ArrayTable.rows(n)
                        .column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"), time)
                        .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "A"), current)
                        .build();
        Recording charge = Recording.of("charge", Technique.CYCLING, table).build();
        Recording tied = CyclingSpectra.apart(List.of(charge, spectrum())).get(1);
        assertEquals(0.99, condition(tied, "capacity"), 1e-9);
        assertFalse(tied.conditions().containsKey("state of charge"));
        assertFalse(tied.conditions().containsKey("cycle"));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.demo.studies.BatteryStudy;
import org.ionbench.instruments.biologic.MptImporter;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

class CyclingTest {
    private static final Set<Integer> RATE_CHANGES = Set.of(4, 74, 94, 114);
    private static final LocalDateTime START = LocalDateTime.of(2025, 4, 14, 10, 0);

    private static Recording read(CyclingCell cell) throws IOException {
        byte[] bytes = CyclerFile.bytes(cell, "a test", "TiS2", START, 5);
        RecordedSink sink = RecordedSink.read(new MptImporter(), MemorySource.of("a.mpt", bytes));
        assertEquals(List.of(), sink.problems());
        assertEquals(1, sink.recordings().size());
        return sink.recordings().getFirst();
    }

    /** The paper's numbers follow from the truth by hand. */
    @Test
    void capacitiesOfTheLongCell() {
        Fading f = BatteryStudy.WARM.fading();
        assertEquals(205, f.firstHalf(1), 1e-12);
        assertEquals(0.605, f.firstHalf(151) / f.firstHalf(1), 1e-4);
        double same = 0;
        double next = 0;
        int counted = 0;
        for (int n = 1; n <= 150; n++) {
            double ratio = f.secondHalf(n) / f.firstHalf(n);
            if (RATE_CHANGES.contains(n)) {
                assertTrue(n == 4 || Math.abs(ratio - 0.997) > 0.007, n + ": " + ratio);
            } else {
                assertEquals(0.997, ratio, 0.0012, String.valueOf(n));
                same += ratio;
                counted++;
            }
            if (!RATE_CHANGES.contains(n + 1)) {
                next += f.firstHalf(n + 1) / f.secondHalf(n) / 146;
            }
        }
        assertEquals(146, counted);
        assertEquals(0.9970, same / counted, 0.00005);
        assertEquals(0.9996, next, 0.00005);
        assertEquals(0.94 * f.capacity(74), f.firstHalf(74), 1e-12);
        assertEquals(0.93 * f.capacity(75), f.firstHalf(75), 1e-12);
        assertEquals(0.79 * f.capacity(94), f.firstHalf(94), 1e-12);
        assertEquals(175, f.schedule().cycles());
    }

    /** 2.0 mg composite, 40 % TiS2 on 0.28274 cm2; 1.2 mg, 60 % LFP. */
    @Test
    void currents() {
        CyclingCell s = BatteryStudy.WARM;
        assertEquals(0.28274, s.area(), 1e-5);
        double[] perArea = {33.8, 67.6, 135.2, 338.1};
        int[] hours = {20, 10, 5, 2};
        for (int i = 0; i < hours.length; i++) {
            double i0 = s.milliamperes(new Schedule.Rate(hours[i], 1, 0));
            assertEquals(perArea[i], 1000 * i0 / s.area(), 0.05);
        }
        CyclingCell p = BatteryStudy.LFP;
        assertEquals(43.3, 1000 * p.milliamperes(new Schedule.Rate(10, 1, 0)) / p.area(), 0.05);
        assertEquals(0.433, 170 * p.activeGrams() / p.area(), 0.0005);
    }

    /** Read by the vendor's importer, current times time gives the capacities. */
    @Test
    void fileHoldsTheCapacities() throws Exception {
        for (CyclingCell cell : List.of(BatteryStudy.WARM, BatteryStudy.LFP)) {
            Recording r = read(cell);
            assertEquals(Technique.CYCLING, r.technique());
            assertEquals(START, r.start().orElseThrow());
            double[] t = r.si(QuantityKind.TIME).orElseThrow();
            double[] i = r.si(QuantityKind.CURRENT).orElseThrow();
            double[] e = r.si(QuantityKind.POTENTIAL).orElseThrow();
            double[] cycle = r.si(QuantityKind.CYCLE).orElseThrow();
            double[] charge = r.si(QuantityKind.CAPACITY_CHARGE).orElseThrow();
            double[] discharge = r.si(QuantityKind.CAPACITY_DISCHARGE).orElseThrow();
            double[] counted = new double[2 * cell.fading().schedule().cycles()];
            double[] counter = new double[counted.length];
            int half = -1;
            for (int k = 1; k < t.length; k++) {
                assertTrue(t[k] >= t[k - 1]);
                if (i[k] != 0 && i[k - 1] == 0) {
                    half++;
                }
                if (half >= 0) {
                    counted[half] += Math.abs(i[k] + i[k - 1]) / 2 * (t[k] - t[k - 1]);
                    counter[half] = Math.max(charge[k], discharge[k]);
                }
                if (i[k] != 0) {
                    assertEquals(half / 2 + 1, cycle[k]);
                    assertEquals(cell.dischargesFirst() == (half % 2 == 0), i[k] < 0);
                    assertTrue(
                            e[k] > cell.electrode().lower() - 0.005
                                    && e[k] < cell.electrode().upper() + 0.005,
                            "row " + k + ": " + e[k]);
                }
            }
            double mean = 0;
            double square = 0;
            for (int h = 0; h < counted.length; h++) {
                double truth =
                        h % 2 == 0
                                ? cell.fading().firstHalf(h / 2 + 1)
                                : cell.fading().secondHalf(h / 2 + 1);
                double si = 3.6 * truth * cell.activeGrams();
                // the capacities scatter by 0.01 %, each by itself
                assertEquals(si, counted[h], 4.5e-4 * si, "half " + h);
                assertEquals(counted[h], counter[h], 2e-6 * si, "half " + h);
                double off = (counted[h] / si - 1) / 1e-4;
                mean += off / counted.length;
                square += off * off / counted.length;
            }
            int n = counted.length;
            assertEquals(0, mean, 4 / Math.sqrt(n));
            assertEquals(1, Math.sqrt(square), 4 / Math.sqrt(2.0 * n));
        }
    }

    /** It ends where the cycler turns, and says what it is. */
    @Test
    void fileOfEcLab() throws Exception {
        Recording r = read(BatteryStudy.WARM);
        double[] i = r.si(QuantityKind.CURRENT).orElseThrow();
        double[] e = r.si(QuantityKind.POTENTIAL).orElseThrow();
        int turns = 0;
        for (int k = 1; k < i.length; k++) {
            if (i[k] == 0 && i[k - 1] != 0) {
                assertEquals(i[k - 1] < 0 ? 1.7 : 2.5, e[k - 1], 0.002);
                turns++;
            }
        }
        assertEquals(350, turns);
        String comment = (String) r.metadata().get("Comments");
        assertTrue(comment.startsWith("Synthetic data written by Ionbench"), comment);
        assertEquals("0.800 mg", r.metadata().get("Characteristic mass"));
        assertEquals("1.200000000000000E-001", CyclerFile.number(0.12, 15));
        assertEquals("-9.5600000E+002", CyclerFile.number(-956, 7));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.joining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.junit.jupiter.api.Test;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One long measurement is cut in two as an instrument would write it after a power cut, time and
 * counters from zero again; joined it must be the long one.
 */
class JoinTest {
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-02T03:00:00");
    private static final double HALF_CYCLE = 3600;
    private static final double STEP = 60;

    /** A cell at 1 A, one hour of charge and one of discharge, a row a minute. */
    private static Recording cell(int from, int to, boolean perCycle, boolean startsAnew) {
        int n = to - from;
        double[] time = new double[n];
        double[] current = new double[n];
        double[] cycle = new double[n];
        double[] charge = new double[n];
        double[] discharge = new double[n];
        for (int k = 0; k < n; k++) {
            double t = (from + k) * STEP;
            int half = (int) Math.floor(t / HALF_CYCLE);
            double into = t - half * HALF_CYCLE;
            boolean charging = half % 2 == 0;
            time[k] = t;
            current[k] = charging ? 1000 : -1000;
            cycle[k] = half / 2 + 1;
            double before = perCycle ? 0 : half / 2 * HALF_CYCLE;
            charge[k] = (before + (charging ? into : HALF_CYCLE)) / 3.6;
            discharge[k] = (before + (charging ? 0 : into)) / 3.6;
        }
        if (startsAnew) {
            int inCycle = (int) (cycle[0] - 1);
            double t0 = time[0];
            double q0 = charge[0];
            double d0 = discharge[0];
            for (int k = 0; k < n; k++) {
                boolean raise = !perCycle || cycle[k] == inCycle + 1;
                time[k] -= t0;
                charge[k] -= raise ? q0 : 0;
                discharge[k] -= raise ? d0 : 0;
                cycle[k] -= inCycle;
            }
        }
        ArrayTable table =
                ArrayTable.rows(n)
                        .column(ColumnSpec.of("time").as(QuantityKind.TIME, "s"), time)
                        .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "mA"), current)
                        .column(ColumnSpec.of("cyc").as(QuantityKind.CYCLE, "1"), cycle)
                        .column(ColumnSpec.of("Qc").as(QuantityKind.CAPACITY_CHARGE, "mAh"), charge)
                        .column(
                                ColumnSpec.of("Qd").as(QuantityKind.CAPACITY_DISCHARGE, "mAh"),
                                discharge)
                        .build();
        return Recording.of("cell", Technique.CYCLING, table)
                .start(START.plusSeconds((long) (from * STEP)))
                .build();
    }

    private static Part part(Recording recording, String file) {
        return new Part(recording, file, "ab");
    }

    /** The rows of the whole, those at the seams twice: what was last is where it goes on. */
    private static void same(Recording whole, Recording joined, int... seams) {
        for (QuantityKind kind :
                List.of(
                        QuantityKind.TIME,
                        QuantityKind.CURRENT,
                        QuantityKind.CYCLE,
                        QuantityKind.CAPACITY_CHARGE,
                        QuantityKind.CAPACITY_DISCHARGE)) {
            double[] expected = whole.si(kind).orElseThrow();
            for (int k = seams.length - 1; k >= 0; k--) {
                double[] twice = Arrays.copyOf(expected, expected.length + 1);
                System.arraycopy(
                        expected, seams[k], twice, seams[k] + 1, expected.length - seams[k]);
                expected = twice;
            }
            assertArrayEquals(expected, joined.si(kind).orElseThrow(), 1e-6, kind.id());
        }
    }

    @Test
    void anyCutOfAMeasurementJoinsToTheWhole() {
        for (boolean perCycle : new boolean[] {true, false}) {
            Recording whole = cell(0, 480, perCycle, false);
            // Within charges and discharges, near their beginnings and ends.
            for (int cut : new int[] {30, 90, 61, 118, 270, 330, 241}) {
                Recording joined =
                        Join.join(
                                "joined",
                                List.of(
                                        part(cell(0, cut + 1, perCycle, false), "a.txt"),
                                        part(cell(cut, 480, perCycle, true), "b.txt")));
                same(whole, joined, cut);
                double[] parts = new double[481];
                Arrays.fill(parts, 0, cut + 1, 1);
                Arrays.fill(parts, cut + 1, 481, 2);
                double[] told = new double[481];
                joined.table().column(Join.PART).orElseThrow().copy(0, told, 0, 481);
                assertArrayEquals(parts, told);
                assertEquals(
                        List.of(
                                new RowOrigin(0, cut + 1, "a.txt", "ab"),
                                new RowOrigin(cut + 1, 480 - cut, "b.txt", "ab")),
                        RowOrigin.of(joined));
            }
        }
    }

    @Test
    void aNewCycleBeginsWhereTheCurrentTurnsBack() {
        for (int cut : new int[] {120, 240, 360}) {
            same(
                    cell(0, 480, true, false),
                    Join.join(
                            "joined",
                            List.of(
                                    part(cell(0, cut, true, false), "a.txt"),
                                    part(cell(cut, 480, true, true), "b.txt"))));
        }
    }

    @Test
    void whatRunsOnByItselfIsLeft() {
        Recording whole = cell(0, 480, false, false);
        Recording joined =
                Join.join(
                        "joined",
                        List.of(
                                part(cell(0, 100, false, false), "a.txt"),
                                part(cell(100, 480, false, false), "b.txt")));
        same(whole, joined);
    }

    @Test
    void aPauseIsKeptWhereTheClockKnowsIt() {
        Recording late = cell(60, 120, true, true).change().start(START.plusHours(5)).build();
        Recording joined =
                Join.join(
                        "joined",
                        List.of(part(cell(0, 60, true, false), "a.txt"), part(late, "b.txt")));
        double[] time = joined.si(QuantityKind.TIME).orElseThrow();
        assertEquals(59 * STEP, time[59]);
        assertEquals(5 * 3600, time[60]);
        assertTrue(
                joined.changes().stream()
                        .anyMatch(c -> c.contains("row 61") && c.contains("time + 18000 s")),
                joined.changes().toString());
    }

    @Test
    void withoutAClockTimeGoesOnAndItIsSaid() {
        Recording second = cell(60, 120, true, true);
        Recording without = Recording.of("cell", Technique.CYCLING, second.table()).build();
        Recording joined =
                Join.join(
                        "joined",
                        List.of(part(cell(0, 60, true, false), "a.txt"), part(without, "b.txt")));
        assertEquals(60 * STEP, joined.si(QuantityKind.TIME).orElseThrow()[60]);
        assertTrue(
                joined.assumptions().stream().anyMatch(a -> a.contains("is not known")),
                joined.assumptions().toString());
    }

    @Test
    void unitsOfLaterPartsBecomeThoseOfTheFirst() {
        double[] hours = {0, 0.5};
        ArrayTable table =
                ArrayTable.rows(2)
                        .column(ColumnSpec.of("t").as(QuantityKind.TIME, "h"), hours)
                        .column(
                                ColumnSpec.of("-I").as(QuantityKind.CURRENT, "A").negated(),
                                new double[] {-1, 1})
                        .column(ColumnSpec.of("extra"), new double[] {7, 8})
                        .build();
        Recording other =
                Recording.of("x", Technique.CYCLING, table).start(START.plusHours(1)).build();
        Recording joined =
                Join.join(
                        "joined",
                        List.of(part(cell(0, 60, true, false), "a.txt"), part(other, "b.txt")));
        assertEquals(62, joined.table().rows());
        assertArrayEquals(
                new double[] {3600, 5400},
                Arrays.copyOfRange(joined.si(QuantityKind.TIME).orElseThrow(), 60, 62),
                1e-9);
        assertEquals(1000, joined.table().column("I").orElseThrow().at(60), 1e-9);
        assertEquals(-1000, joined.table().column("I").orElseThrow().at(61), 1e-9);
        assertTrue(Double.isNaN(joined.table().column("extra").orElseThrow().at(0)));
        assertEquals(8, joined.table().column("extra").orElseThrow().at(61));
    }

    @Test
    void joinedRecordingsJoinAgain() {
        Recording two =
                Join.join(
                        "joined",
                        List.of(
                                part(cell(0, 101, true, false), "a.txt"),
                                part(cell(100, 301, true, true), "b.txt")));
        Recording three =
                Join.join(
                        "joined",
                        List.of(part(two, "a.txt + 1"), part(cell(300, 480, true, true), "c.txt")));
        same(cell(0, 480, true, false), three, 100, 300);
        assertEquals(
                List.of("a.txt", "b.txt", "c.txt"),
                RowOrigin.of(three).stream().map(RowOrigin::file).toList());
        assertEquals(
                IntStream.of(1, 2, 3).boxed().map(i -> (double) i).toList(),
                Arrays.stream(three.si(QuantityKind.OTHER).orElseThrow())
                        .distinct()
                        .boxed()
                        .toList());
    }

    @Test
    void whatCannotFollowIsRefused() {
        Recording a = cell(0, 120, true, false);
        Recording during = cell(0, 60, true, false).change().start(START.plusMinutes(30)).build();
        String said =
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        Join.join(
                                                "x",
                                                List.of(part(a, "a.txt"), part(during, "b.txt"))))
                        .getMessage();
        assertTrue(said.contains("b.txt begins") && said.contains("before a.txt ends"), said);
        Recording spectrum = a.change().technique(Technique.EIS).build();
        assertThrows(
                IllegalArgumentException.class,
                () -> Join.join("x", List.of(part(a, "a.txt"), part(spectrum, "b.txt"))));
        assertThrows(
                IllegalArgumentException.class, () -> Join.join("x", List.of(part(a, "a.txt"))));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import static org.ionbench.instruments.biologic.Collected.column;
import static org.ionbench.instruments.biologic.Collected.names;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.testkit.MemorySource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns that EC-Lab computes when it exports: by hand, and row by row against its exports. */
class ExportedColumnsTest {
    private static final String DATE = "04/13/26";
    private static final double RELATIVE = 2e-6;
    private static final int FLAGS_TIME_TOTAL_POTENTIAL_CURRENT_CHARGE_HALF = 7;

    /** A charge, a discharge and a charge: time, (Q-Qo), Ewe, I, Q charge/discharge, half cycle. */
    private static final double[][] ROWS = {
        {5, 0, 3, 0, 0, 0},
        {6, 1, 3, 2, 1, 0},
        {7, 2, 3.5, 2, 2, 0},
        {8, 4, 4, 2, 4, 0},
        {10, 3, -2, -1, -1, 1},
        {12, 1, -1, -1, -3, 1},
        {20, 3, 1, 1, 2, 2},
        {21, 5, 1, 1, 4, 2},
    };

    private static Recording read(byte[] file) throws IOException {
        return Collected.read(new MprImporter(), MemorySource.of("made.mpr", file)).first();
    }

    /** ROWS, with one more double or float a row where an id is given. */
    private static Recording cycling(int more, boolean isDouble, double[] values)
            throws IOException {
        int count = FLAGS_TIME_TOTAL_POTENTIAL_CURRENT_CHARGE_HALF + (more > 0 ? 1 : 0);
        int[] ids = new int[count];
        System.arraycopy(new int[] {1, 4, 13, 6, 8, 211, 212}, 0, ids, 0, 7);
        ByteBuffer b = MprWriter.little(ROWS.length * (37 + (more > 0 ? isDouble ? 8 : 4 : 0)));
        for (int i = 0; i < ROWS.length; i++) {
            double[] r = ROWS[i];
            b.put((byte) 1).putDouble(r[0]).putDouble(r[1]).putFloat((float) r[2]);
            b.putFloat((float) r[3]).putDouble(r[4]).putInt((int) r[5]);
            if (more > 0 && isDouble) {
                b.putDouble(values[i]);
            } else if (more > 0) {
                b.putFloat((float) values[i]);
            }
        }
        if (more > 0) {
            ids[7] = more;
        }
        return read(
                new MprWriter(true)
                        .settings(0x7f, DATE, "", 10, 0.5f, 100, 20, 0.9f, 2)
                        .data(11, ROWS.length, ids, b.array())
                        .bytes());
    }

    /** The first half cycle counts from the beginning of the acquisition, as EC-Lab has it. */
    @Test
    void timeWithinAHalfCycle() throws IOException {
        assertArrayEquals(
                new double[] {0, 6, 7, 8, 0, 2, 0, 1},
                column(cycling(0, true, null), "step time/s"));
    }

    @Test
    void energyOfPotentialAndCharge() throws IOException {
        Recording t = cycling(0, true, null);
        assertArrayEquals(
                new double[] {0, 3e-3, 6.5e-3, 14.5e-3, 14.5e-3, 14.5e-3, 2e-3, 4e-3},
                column(t, "Energy charge/W.h"),
                1e-15);
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 2e-3, 4e-3, 0, 0},
                column(t, "Energy discharge/W.h"),
                1e-15);
        assertTrue(
                t.changes().stream().anyMatch(c -> c.toString().contains("Energy charge/W.h was")),
                "said to be computed: " + t.changes());
    }

    /** What the instrument measured goes before what could be computed. */
    @Test
    void energyThatWasMeasured() throws IOException {
        Recording t = cycling(74, true, new double[] {1, 2, 4, 7, 11, 16, 22, 29});
        assertArrayEquals(
                new double[] {0, 1, 3, 6, 6, 6, 6, 13}, column(t, "Energy charge/W.h"), 1e-15);
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 4, 9, 0, 0}, column(t, "Energy discharge/W.h"), 1e-15);
    }

    /** 2 mA.h over 0.5 V are 14.4 F. */
    @Test
    void capacitanceOverAHalfCycle() throws IOException {
        Recording t = cycling(0, true, null);
        assertArrayEquals(
                new double[] {0, 0, 1.44e7, 1.44e7, 1.44e7, 1.44e7, 0, 0},
                column(t, "Capacitance charge/\u00b5F"),
                1e-6);
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 0, 1.08e7, 0, 0},
                column(t, "Capacitance discharge/\u00b5F"),
                1e-6);
    }

    @Test
    void efficiencyOfADischargeAfterACharge() throws IOException {
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 0, 75, 0, 0},
                column(cycling(0, true, null), "Efficiency/%"),
                1e-12);
    }

    /** In the first row of a loop the charge may go against the current. */
    @Test
    void capacityUnderACurrentAlone() throws IOException {
        double[][] rows = {{2, 1, 0}, {2, 3, 0}, {2, -3, 1}, {2, 1, 2}, {-1, -2, 3}};
        ByteBuffer b = MprWriter.little(rows.length * 20);
        for (double[] r : rows) {
            b.putFloat(1).putFloat((float) r[0]).putDouble(r[1]).putInt((int) r[2]);
        }
        Recording t =
                read(
                        new MprWriter(true)
                                .settings(0x19, DATE, "")
                                .data(11, rows.length, new int[] {20, 8, 211, 212}, b.array())
                                .bytes());
        assertArrayEquals(new double[] {1, 3, 0, 1, 2}, column(t, "Capacity/mA.h"));
    }

    /** 10 mg of 100 g/mol, weighed with half an ion of 20 g/mol, and 2 electrons an ion. */
    @Test
    void compositionOfTheMaterial() throws IOException {
        double scale = 26.8015 * 2 * 10 / 110;
        double[] x = column(cycling(0, true, null), "x");
        for (int i = 0; i < ROWS.length; i++) {
            assertEquals(0.9 - ROWS[i][1] / scale, x[i], 1e-12);
        }
    }

    @Test
    void noCompositionWithoutAMaterial() throws IOException {
        byte[] file =
                new MprWriter(true)
                        .settings(0x7f, DATE, "", 0, 0, 0, 0, 0, 0)
                        .data(11, 1, new int[] {4, 13}, new byte[16])
                        .bytes();
        assertFalse(names(read(file)).contains("x"));
    }

    @Test
    void powerAndResistanceOfBothElectrodes() throws IOException {
        Recording t = cycling(9, false, new double[] {1, 1, 1, 1, 1, 1, 1, 1});
        assertArrayEquals(
                new double[] {0, 2e-3, 2e-3, 2e-3, -1e-3, -1e-3, 1e-3, 1e-3}, column(t, "Pce/W"));
        assertArrayEquals(
                new double[] {0, 4e-3, 5e-3, 6e-3, 3e-3, 2e-3, 0, 0}, column(t, "Pwe-ce/W"), 1e-15);
        assertArrayEquals(
                new double[] {0, 1500, 1750, 2000, 2000, 1000, 1000, 1000},
                column(t, "R/Ohm"),
                1e-9);
        assertArrayEquals(
                new double[] {0, 500, 500, 500, 1000, 1000, 1000, 1000},
                column(t, "Rce/Ohm"),
                1e-9);
        assertArrayEquals(
                new double[] {0, 1000, 1250, 1500, 3000, 2000, 0, 0},
                column(t, "Rwe-ce/Ohm"),
                1e-9);
    }

    /** (Q-Qo) begins anew with a loop. */
    @Test
    void chargeOfASpectrumWithLoops() throws IOException {
        double[] total = {1, 3, 6, 2, 5};
        ByteBuffer b = MprWriter.little(total.length * 20);
        for (double q : total) {
            b.putFloat(10).putFloat(1).putFloat(0).putDouble(q);
        }
        Recording t =
                read(
                        new MprWriter(true)
                                .settings(0x1d, DATE, "")
                                .data(11, total.length, new int[] {32, 36, 35, 13}, b.array())
                                .loops(0, 3, 5)
                                .bytes());
        assertArrayEquals(new double[] {1, 2, 3, 0, 3}, column(t, "dq/mA.h"));
    }

    /** Blocks hold 1 MiB: the last row of a discharge is known only by the next row. */
    @Test
    void blocksJoinWithoutASeam() throws IOException {
        int block = (1 << 20) / 20;
        int rows = block + 50;
        ByteBuffer b = MprWriter.little(rows * 20);
        for (int i = 0; i < rows; i++) {
            int half = i < 1000 ? 0 : i < block ? 1 : 2;
            b.putDouble(i).putDouble(half == 1 ? -1 : 2).putInt(half);
        }
        Recording t =
                read(
                        new MprWriter(true)
                                .settings(0x7f, DATE, "")
                                .data(11, rows, new int[] {4, 211, 212}, b.array())
                                .bytes());
        double[] efficiency = column(t, "Efficiency/%");
        assertEquals(rows, efficiency.length);
        for (int i = 0; i < rows; i++) {
            assertEquals(i == block - 1 ? 50 : 0, efficiency[i], "row " + i);
            assertEquals(i, column(t, "time/s")[i]);
        }
    }

    /** Every column that was computed, row by row beside EC-Lab's export of the same file. */
    @TestFactory
    Stream<DynamicTest> rowsOfExports() throws IOException {
        Optional<Path> data = Expected.samples();
        Assumptions.assumeTrue(data.isPresent(), "no folder shared/data beside the repository");
        List<Path> files;
        try (Stream<Path> list = Files.list(data.get().resolve("biologic"))) {
            files =
                    list.filter(f -> f.toString().endsWith(".mpr"))
                            .filter(f -> Files.exists(export(f)))
                            .sorted()
                            .toList();
        }
        assertTrue(files.size() > 20, "only " + files.size() + " pairs");
        return files.stream()
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> compare(f)));
    }

    private static Path export(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - 4) + ".mpt");
    }

    private static void compare(Path file) throws IOException {
        Recording ours = read(Files.readAllBytes(file));
        Recording wanted =
                Collected.read(
                                new MptImporter(),
                                MemorySource.of("made.mpt", Files.readAllBytes(export(file))))
                        .first();
        List<String> wrong = new ArrayList<>();
        List<String> exported = names(wanted);
        for (String name : names(ours)) {
            boolean computed =
                    ours.changes().stream().anyMatch(c -> c.toString().contains(name + " was "));
            if (computed && exported.contains(name)) {
                compare(name, column(ours, name), column(wanted, name), wrong);
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static void compare(String name, double[] got, double[] wanted, List<String> wrong) {
        double largest = 0;
        for (double v : wanted) {
            largest = Math.max(largest, Math.abs(v));
        }
        if (got.length != wanted.length) {
            wrong.add(name + ": " + got.length + " rows of " + wanted.length);
            return;
        }
        int off = 0;
        for (int i = 0; i < got.length; i++) {
            boolean same =
                    got[i] == wanted[i] || Math.abs(got[i] - wanted[i]) <= RELATIVE * largest;
            if (!same && off++ == 0) {
                wrong.add(name + ": row " + i + " is " + got[i] + ", exported " + wanted[i]);
            }
        }
    }
}

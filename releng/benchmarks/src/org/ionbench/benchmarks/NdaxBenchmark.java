// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.benchmarks;

import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.neware.Cycling;
import org.ionbench.instruments.neware.NdaxFile;
import org.ionbench.instruments.neware.NdaxImporter;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reading a {@code .ndax} of 700,000 points into columns: {@code write FILE} makes one (version 14,
 * steps of 1000 points, one point of 24 with its own time and counters), {@code read FILE} reads
 * it.
 */
public final class NdaxBenchmark {
    private static final int POINTS = 700_000;
    private static final int PASSES = 9;

    private NdaxBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (args[0].equals("write")) {
            Files.write(file, NdaxFile.of(14, Cycling.points(POINTS, 1000), 24, false));
            return;
        }
        double[] cpu = new double[PASSES];
        double[] wall = new double[PASSES];
        double first = 0;
        double sum = 0;
        int rows = 0;
        for (int pass = -2; pass < PASSES; pass++) {
            long cpuStart = cpuTime();
            long wallStart = System.nanoTime();
            Columns columns = new Columns();
            new NdaxImporter().read(new OfPath(file), columns, Progress.NONE);
            double seconds = (System.nanoTime() - wallStart) / 1e9;
            if (pass >= 0) {
                cpu[pass] = (cpuTime() - cpuStart) / 1e9;
                wall[pass] = seconds;
            } else if (pass == -2) {
                first = seconds;
            }
            rows = columns.rows;
            sum = columns.sum();
        }
        Arrays.sort(cpu);
        Arrays.sort(wall);
        System.out.printf(
                Locale.ROOT,
                "%d rows, sum %.9g: median %.3f s, CPU %.3f s, first pass %.3f s%n",
                rows,
                sum,
                wall[PASSES / 2],
                cpu[PASSES / 2],
                first);
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Copies the columns of one recording, as a project does. */
    private static final class Columns extends RowsOnly {
        private double[][] numbers = new double[0][];
        private String[][] texts = new String[0][];

        double sum() {
            return Arrays.stream(numbers)
                    .mapToDouble(c -> Arrays.stream(c).filter(v -> !Double.isNaN(v)).sum())
                    .sum();
        }

        @Override
        public void rows(double[][] more, String[][] words, int count) {
            numbers = new double[columns][];
            texts = new String[columns][];
            for (int c = 0; c < columns; c++) {
                numbers[c] = Arrays.copyOf(more[c], more[c].length == 0 ? 0 : count);
                texts[c] = Arrays.copyOf(words[c], words[c].length == 0 ? 0 : count);
            }
            rows = count;
        }

        @Override
        public void rows(double[][] more, int count) {
            throw new IllegalStateException("rows come with texts");
        }

        @Override
        public void row(double[] values) {
            throw new IllegalStateException("rows come at once");
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.benchmarks;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Reading large files into columns: {@code write FILE.csv} makes 10 million rows of a cycling test,
 * {@code grow SAMPLE.mpr FILE.mpr} repeats the rows of an EC-Lab file up to 360 MB, {@code read
 * FILE} reads a file with the importer that is sure of it and sums its columns as they come, block
 * by block.
 */
public final class ReadingBenchmark {
    private static final int ROWS = 10_000_000;
    private static final long GROWN = 360_000_000;
    private static final int PASSES = 5;

    private ReadingBenchmark() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "write" -> write(Path.of(args[1]));
            case "grow" -> grow(Path.of(args[1]), Path.of(args[2]));
            default -> read(Path.of(args[1]));
        }
    }

    private static void write(Path file) throws IOException {
        Random random = new Random(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(
                    "Test Time / s,Voltage / V,Current / A,Cycle Count / 1,Step Index / 1,Charging Capacity / Ah,Ambient Temperature / degC\n"
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            double capacity = 0;
            for (int i = 0; i < ROWS; i++) {
                int cycle = i / 2000;
                double current = (i / 1000 % 2 == 0 ? 1 : -1) * 1e-3 + 1e-9 * random.nextGaussian();
                capacity += Math.max(0, current) / 3600;
                line.setLength(0);
                line.append(i).append(".5,");
                line.append((float) (3.2 + 0.9 * (i % 1000) / 1000 + 1e-5 * random.nextGaussian()));
                line.append(',').append((float) current).append(',').append(cycle + 1).append(',');
                line.append(i / 1000 % 7 + 1).append(',').append((float) capacity).append(',');
                line.append((float) (25 + 0.1 * random.nextGaussian())).append('\n');
                out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    /** Module: MODULE, names (35 bytes), length, version, date (8 bytes); rows behind a header. */
    private static void grow(Path sample, Path file) throws IOException {
        byte[] whole = Files.readAllBytes(sample);
        int module = new String(whole, StandardCharsets.ISO_8859_1).indexOf("MODULEVMP data");
        ByteBuffer in = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int length = in.getInt(module + 41);
        int start = module + 57;
        int rows = in.getInt(start);
        int first =
                switch (in.getInt(module + 45)) {
                    case 0 -> 100;
                    case 2 -> 405;
                    case 3 -> 406;
                    default -> throw new IOException(sample + " is of EC-Lab 11.50 or newer");
                };
        int width = (length - first) / rows;
        int times = (int) (GROWN / ((long) rows * width)) + 1;
        in.putInt(module + 41, first + times * rows * width).putInt(start, times * rows);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(whole, 0, start + first);
            for (int i = 0; i < times; i++) {
                out.write(whole, start + first, rows * width);
            }
            int end = start + first + rows * width;
            out.write(whole, end, whole.length - end);
        }
    }

    private static void read(Path file) throws IOException {
        Source source = new OfPath(file);
        Importer importer;
        try (InputStream in = source.open()) {
            importer =
                    new FileReading(Catalog.ofClassPath())
                            .detect(
                                    new Head(
                                            source.name(), in.readNBytes(Head.SIZE), source.size()))
                            .candidates()
                            .getFirst()
                            .importer()
                            .instance()
                            .orElseThrow();
        }
        double[] cpu = new double[PASSES];
        double[] wall = new double[PASSES];
        Sums sums = new Sums();
        for (int pass = -1; pass < PASSES; pass++) {
            long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long wallStart = System.nanoTime();
            sums = new Sums();
            importer.read(source, sums, Progress.NONE);
            if (pass >= 0) {
                wall[pass] = (System.nanoTime() - wallStart) / 1e9;
                cpu[pass] =
                        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart)
                                / 1e9;
            }
        }
        Arrays.sort(cpu);
        Arrays.sort(wall);
        long peak =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(p -> p.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(u -> u.getUsed())
                        .sum();
        System.out.printf(
                Locale.ROOT,
                "%d rows of %d columns, %d MB: median %.3f s, CPU %.3f s, peak heap %d MB"
                        + " (%.12g)%n",
                sums.rows,
                sums.columns,
                source.size() / 1_000_000,
                wall[PASSES / 2],
                cpu[PASSES / 2],
                peak >> 20,
                Arrays.stream(sums.sums).sum());
    }

    /** Sums each column as the rows come. */
    private static final class Sums extends RowsOnly {
        private final double[] sums = new double[1000];

        @Override
        public void rows(double[][] more, int count) {
            for (int c = 0; c < columns; c++) {
                sums[c] += sum(more[c], count);
            }
            rows += count;
        }

        /** Four sums side by side, since each addition waits for the one before. */
        private static double sum(double[] values, int count) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int r = 0;
            for (; r + 3 < count; r += 4) {
                a += values[r];
                b += values[r + 1];
                c += values[r + 2];
                d += values[r + 3];
            }
            for (; r < count; r++) {
                a += values[r];
            }
            return a + b + c + d;
        }

        @Override
        public void row(double[] values) {
            for (int c = 0; c < columns; c++) {
                sums[c] += values[c];
            }
            rows++;
        }
    }
}

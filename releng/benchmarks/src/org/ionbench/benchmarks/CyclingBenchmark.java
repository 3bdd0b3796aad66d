// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.benchmarks;

import org.ionbench.analysis.cycling.summary.SummaryAnalysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.model.tables.StoredTable;
import org.ionbench.model.tables.TableWriter;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The summary of a cell with 10 million rows and 5000 cycles, straight from its mapped table: the
 * whole run from the columns to the finished report. The first argument is a folder; {@code write}
 * makes the table there, {@code run} analyses it and leaves {@code ionbench.csv} with the charges
 * and energies of each cycle beside it.
 */
public final class CyclingBenchmark {
    private static final int CYCLES = 5000;
    private static final int HALF = 900;
    private static final int REST = 100;
    private static final int REPETITIONS = 15;

    private CyclingBenchmark() {}

    public static void main(String[] args) throws IOException, AnalysisException {
        Path folder = Path.of(args[0]);
        if (args[1].equals("write")) {
            write(folder);
        } else {
            run(folder);
        }
    }

    private static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new SplittableRandom(20261125);
        try (TableWriter writer = new TableWriter(folder, "cycling")) {
            writer.column(ColumnSpec.of("time").as(QuantityKind.TIME, "s"));
            writer.column(ColumnSpec.of("current").as(QuantityKind.CURRENT, "A"));
            writer.column(ColumnSpec.of("voltage").as(QuantityKind.CELL_VOLTAGE, "V"));
            writer.column(ColumnSpec.of("cycle").as(QuantityKind.CYCLE, "1"));
            double time = 0;
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                for (int k = 0; k < 2 * (HALF + REST); k++) {
                    int in = k % (HALF + REST);
                    int direction = in >= HALF ? 0 : k < HALF + REST ? -1 : 1;
                    double state = (in + 1.0) / HALF;
                    time += 0.9 + 0.2 * random.nextDouble();
                    double current = direction * (1e-3 + 1e-7 * random.nextDouble());
                    double voltage =
                            direction < 0
                                    ? 3.6 - 0.6 * state
                                    : direction > 0 ? 3.1 + 0.6 * state : 3.3;
                    writer.row(new double[] {time, current, voltage, cycle});
                }
            }
            writer.finish(Map.of(), List.of());
        }
    }

    private static void run(Path folder) throws IOException, AnalysisException {
        Cell cell =
                Cell.of("c1", "cell", Sample.named("sample"))
                        .with(Cell.MASS, 2, 0.02, Unit.of("mg"))
                        .with(Cell.ACTIVE_FRACTION, 0.8, 0, Unit.ONE)
                        .with(Cell.DIAMETER, 6, 0.01, Unit.of("mm"))
                        .with("reference capacity", 160, 0, Unit.of("mAh/g"));
        SummaryAnalysis summary = new SummaryAnalysis();
        List<Double> times = new ArrayList<>();
        List<Double> worked = new ArrayList<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (Arena arena = Arena.ofShared()) {
            StoredTable table = StoredTable.open(folder, "cycling", arena);
            Recording recording = Recording.of("cycling", Technique.CYCLING, table).build();
            Report report = Report.builder().build();
            for (int r = 0; r < REPETITIONS; r++) {
                long begin = System.nanoTime();
                long work = threads.getCurrentThreadCpuTime();
                report =
                        summary.run(
                                new Context(
                                        "r",
                                        Inputs.of(recording, cell),
                                        Elements.of(List.of()),
                                        Progress.NONE),
                                Settings.defaults(summary.settings()));
                times.add((System.nanoTime() - begin) / 1e9);
                worked.add((threads.getCurrentThreadCpuTime() - work) / 1e9);
            }
            double first = times.getFirst();
            times.sort(null);
            worked.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "Ionbench: %d rows, %d cycles: median %.3f s (CPU %.3f s), best %.3f s,"
                            + " first %.3f s of %d runs%n",
                    table.rows(),
                    CYCLES,
                    times.get(times.size() / 2),
                    worked.get(worked.size() / 2),
                    times.getFirst(),
                    first,
                    times.size());
            write(folder, report);
        }
    }

    /** Capacities in mAh/g and mean voltages of the table of cycles. */
    private static void write(Path folder, Report report) throws IOException {
        List<String> lines = new ArrayList<>(List.of("cycle,discharge,charge,up,down"));
        for (List<Object> row : report.tables().getFirst().rows()) {
            lines.add(
                    row.get(0)
                            + ","
                            + row.get(2)
                            + ","
                            + row.get(3)
                            + ","
                            + row.get(7)
                            + ","
                            + row.get(8));
        }
        Files.write(folder.resolve("ionbench.csv"), lines);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.frames.DataFrame;
import org.ionbench.frames.FrameStore;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what is exported from the SQL database of MITS 8 into HDF5 by pandas ({@code .h5}).
 *
 * <h2>The format</h2>
 *
 * An HDF5 file of PyTables with three groups, each a data frame of pandas ({@link DataFrame}), for
 * one test or several, told apart by {@code Test_ID}:
 *
 * <ul>
 *   <li>{@code data_df}: the points, {@code Test_ID}, {@code Data_Point}, {@code Date_Time} in
 *       units of 100 ns since 1970 in universal time, {@code Test_Time} and {@code Step_Time} in s,
 *       {@code Cycle_Index}, {@code Step_Index}, {@code Current} in A, {@code Voltage} in V, {@code
 *       Power} in W, {@code Charge_Capacity} in Ah, {@code Charge_Energy} in Wh, {@code
 *       Internal_Resistance} in ohm, {@code Aux_Voltage_1} in V, ...
 *   <li>{@code info_df}: one row about each test, {@code SpecificMASS} in g, {@code
 *       SpecificCapacity} in Ah/g, ...; what is stored as pickled objects of Python is not read.
 *   <li>{@code stat_df}: the statistics of cycles and steps
 * </ul>
 *
 * <p>See {@link FrameStore} for what is not read of such a file.
 */
public final class StoreImporter implements Importer {
    @Override
    public Sniff sniff(Head head) {
        String start = head.latin1();
        if (!FrameStore.isHdf5(head)) {
            return Sniff.no("is no HDF5 file");
        }
        if (start.contains("data_df") && start.contains("info_df")) {
            return Sniff.certain("is an HDF5 file with the data frames of Arbin's exports");
        }
        return start.contains("PYTABLES_FORMAT_VERSION")
                ? Sniff.perhaps("is an HDF5 file of PyTables")
                : Sniff.no("is an HDF5 file of another program");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.task(source.name(), 2);
        progress.checkCancelled();
        try (FrameStore file = FrameStore.open(source)) {
            file.cut().ifPresent(sink::problem);
            Optional<DataFrame> data = file.frame("data_df");
            if (data.isEmpty() || !ArbinColumns.arePoints(data.get().columns().keySet())) {
                throw new FormatException(
                        source.name(), "", "expected a data frame data_df with points of Arbin");
            }
            progress.done(1);
            progress.checkCancelled();
            Optional<DataFrame> info = file.frame("info_df");
            Optional<DataFrame> statistics = file.frame("stat_df");
            String stem = source.name().replaceFirst("\\.[^.]*$", "");
            Map<Integer, Points> tests = tests(data.get());
            for (Map.Entry<Integer, Points> test : tests.entrySet()) {
                String name = tests.size() == 1 ? stem : stem + ", test " + test.getKey();
                RecordingSink recording = sink.recording(name, Technique.CYCLING);
                recording.instrument("Arbin");
                test.getValue().tell(recording, new AuxiliaryChannels());
                begin(test.getValue(), recording);
                info.ifPresent(i -> describe(i, test.getKey(), recording));
                tellUnread(data.get(), recording);
            }
            if (tests.isEmpty()) {
                sink.problem(
                        Problem.warning("rows.empty", "There is not a single measured point."));
            }
            if (statistics.isPresent()) {
                tests = tests(statistics.get());
                for (Map.Entry<Integer, Points> test : tests.entrySet()) {
                    String name = tests.size() == 1 ? stem : stem + ", test " + test.getKey();
                    RecordingSink recording =
                            sink.recording(name + ", statistics", Technique.OTHER);
                    recording.instrument("Arbin");
                    test.getValue().tell(recording, new AuxiliaryChannels());
                    tellUnread(statistics.get(), recording);
                }
            }
            progress.done(1);
        }
    }

    /** The rows of each test, in the order of their points where these have numbers. */
    private static Map<Integer, Points> tests(DataFrame frame) {
        Map<Integer, Points> tests = new TreeMap<>();
        List<String> names = List.copyOf(frame.columns().keySet());
        double[][] values = frame.columns().values().toArray(double[][]::new);
        int id = names.indexOf("Test_ID");
        for (int row = 0; row < frame.rows(); row++) {
            double[] point = new double[values.length];
            for (int c = 0; c < point.length; c++) {
                point[c] = values[c][row];
            }
            tests.computeIfAbsent(
                            id < 0 ? 1 : (int) point[id], t -> new Points(names, "Data_Point"))
                    .add(point);
        }
        return tests;
    }

    private static void tellUnread(DataFrame frame, RecordingSink recording) {
        if (!frame.unread().isEmpty()) {
            recording.problem(
                    Problem.info(
                            "arbin.columns",
                            "Columns that are no numbers are not read: "
                                    + String.join(", ", new TreeSet<>(frame.unread()))
                                    + "."));
        }
    }

    private static void begin(Points points, RecordingSink recording) {
        double first = points.first("Date_Time");
        if (first > 6e15 && first < 4e16) {
            long ticks = (long) first;
            recording.start(
                    LocalDateTime.ofEpochSecond(
                            ticks / 10_000_000, (int) (ticks % 10_000_000) * 100, ZoneOffset.UTC));
            recording.zone("+00:00");
        }
    }

    /** What is said of a test: in the row with its number, or in the only row there is. */
    private static void describe(DataFrame info, int test, RecordingSink recording) {
        double[] ids = info.columns().getOrDefault("Test_ID", new double[0]);
        int row = 0;
        while (row < ids.length && ids[row] != test) {
            row++;
        }
        row = row == ids.length ? 0 : row;
        for (Map.Entry<String, double[]> column : info.columns().entrySet()) {
            if (row < info.rows()) {
                double value = column.getValue()[row];
                boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
                recording.metadata(column.getKey(), whole ? (Object) (long) value : (Object) value);
            }
        }
    }
}

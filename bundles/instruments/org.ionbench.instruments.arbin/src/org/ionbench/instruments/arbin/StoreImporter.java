// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import io.jhdf.HdfFile;

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

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Reads what is exported from the SQL database of MITS 8 into HDF5 by pandas ({@code .h5}).
 *
 * <h2>The format</h2>
 *
 * An HDF5 file of PyTables with three groups, each a data frame of pandas ({@link Frame}), for one
 * test or several, told apart by {@code Test_ID}:
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
 * <h2>Bounds</h2>
 *
 * The file is read as a whole, up to {@value #LARGEST} bytes; links to other files are not
 * followed, and data sets are measured before they are unpacked.
 */
public final class StoreImporter implements Importer {
    /** Bytes a file may have. */
    public static final long LARGEST = 512L << 20;

    private static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    @Override
    public Sniff sniff(Head head) {
        String start = head.latin1();
        if (!start.startsWith(SIGNATURE)) {
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
        byte[] bytes = source.bytes(LARGEST);
        progress.checkCancelled();
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            Optional<Frame> data = Frame.of(source.name(), file, "data_df");
            if (data.isEmpty() || !ArbinColumns.arePoints(data.get().columns().keySet())) {
                throw new FormatException(
                        source.name(), "", "expected a data frame data_df with points of Arbin");
            }
            progress.done(1);
            progress.checkCancelled();
            Optional<Frame> info = Frame.of(source.name(), file, "info_df");
            Optional<Frame> statistics = Frame.of(source.name(), file, "stat_df");
            String stem = source.name().replaceFirst("\\.[^.]*$", "");
            Map<Integer, Points> tests = data.get().tests();
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
                tests = statistics.get().tests();
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
        } catch (FormatException | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // jhdf tells damage by exceptions of many kinds
            throw new FormatException(
                    source.name(),
                    "",
                    "expected a whole HDF5 file, found damage"
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()),
                    e);
        }
    }

    private static void tellUnread(Frame frame, RecordingSink recording) {
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
    private static void describe(Frame info, int test, RecordingSink recording) {
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

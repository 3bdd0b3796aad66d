// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.indigo;

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
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.frames.DataFrame;
import org.ionbench.frames.FrameStore;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads what Indigo's battery cyclers give ({@code .h5}).
 *
 * <h2>The format</h2>
 *
 * An HDF5 file with one data frame of pandas, {@code time_series_data}, a row for each point:
 * {@code cell_id}, {@code experiment_count}, {@code cycle_count}, {@code half_cycle_count}, {@code
 * experiment_type}, {@code system_time_us} in microseconds since 1970 in universal time, {@code
 * time_s}, {@code cell_coulomb_count_c}, {@code cell_current_a}, {@code cell_temperature_c}, {@code
 * cell_power_w}, {@code cell_energy_j}, {@code cell_voltage_v}. Units stand at the end of the
 * names; the last is the degree Celsius in a temperature and the coulomb elsewhere.
 *
 * <p>Current, charge, power and energy are positive for charge. Charge and energy count anew with
 * each half cycle. Points of several cells become a recording each.
 */
public final class IndigoImporter implements Importer {
    private static final String FRAME = "time_series_data";
    private static final String CLOCK = "system_time_us";

    @Override
    public Sniff sniff(Head head) {
        if (!FrameStore.isHdf5(head)) {
            return Sniff.no("is no HDF5 file");
        }
        String start = head.latin1();
        return start.contains(FRAME) && start.contains("pandas_type")
                ? Sniff.certain("is an HDF5 file with the data frame of Indigo")
                : Sniff.no("is an HDF5 file without the data frame of Indigo");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.task(source.name(), 2);
        progress.checkCancelled();
        try (FrameStore store = FrameStore.open(source)) {
            store.cut().ifPresent(sink::problem);
            progress.done(1);
            progress.checkCancelled();
            DataFrame frame =
                    store.frame(FRAME)
                            .filter(f -> f.columns().containsKey("cell_current_a"))
                            .orElseThrow(
                                    () ->
                                            new FormatException(
                                                    source.name(),
                                                    "",
                                                    "expected a data frame "
                                                            + FRAME
                                                            + " with cell_current_a"));
            double[] cells = frame.columns().getOrDefault("cell_id", new double[frame.rows()]);
            Map<Double, IntStream.Builder> rows = new LinkedHashMap<>();
            for (int i = 0; i < frame.rows(); i++) {
                rows.computeIfAbsent(cells[i], _ -> IntStream.builder()).add(i);
            }
            for (Map.Entry<Double, IntStream.Builder> cell : rows.entrySet()) {
                progress.checkCancelled();
                String name = rows.size() == 1 ? "Test" : "Cell " + cell.getKey().longValue();
                int[] own = cell.getValue().build().toArray();
                tell(frame, own, sink.recording(name, Technique.CYCLING));
            }
            if (frame.rows() == 0) {
                sink.problem(
                        Problem.warning("rows.empty", "There is not a single measured point."));
            }
            progress.done(1);
        }
    }

    private static void tell(DataFrame frame, int[] rows, RecordingSink recording) {
        recording.instrument("Indigo");
        List<String> names = List.copyOf(frame.columns().keySet());
        double[][] columns = new double[names.size()][];
        for (int c = 0; c < columns.length; c++) {
            double[] all = frame.columns().get(names.get(c));
            columns[c] = IntStream.of(rows).mapToDouble(i -> all[i]).toArray();
            recording.column(spec(names.get(c)));
        }
        int clock = names.indexOf(CLOCK);
        if (clock >= 0) {
            start(columns[clock][0], recording);
        }
        recording.rows(columns, rows.length);
        if (!frame.unread().isEmpty()) {
            recording.problem(
                    Problem.info(
                                    "indigo.columns",
                                    "Columns that are no numbers are not read: "
                                            + String.join(", ", frame.unread())
                                            + ".")
                            .with(frame.unread()));
        }
    }

    private static void start(double microseconds, RecordingSink recording) {
        if (microseconds > 1e14 && microseconds < 1e16) {
            long us = (long) microseconds;
            recording.start(
                    LocalDateTime.ofEpochSecond(
                            us / 1_000_000, (int) (us % 1_000_000) * 1000, ZoneOffset.UTC));
            recording.zone("+00:00");
        }
    }

    private static ColumnSpec spec(String name) {
        ColumnSpec spec = ColumnSpec.of(name);
        return switch (name) {
            case "cycle_count" -> spec.as(QuantityKind.CYCLE, "1");
            case "half_cycle_count" -> spec.as(QuantityKind.STEP, "1");
            case "time_s" -> spec.as(QuantityKind.TIME, "s");
            case "cell_current_a" -> spec.as(QuantityKind.CURRENT, "A");
            case "cell_voltage_v" -> spec.as(QuantityKind.CELL_VOLTAGE, "V");
            case "cell_coulomb_count_c" -> spec.as(QuantityKind.CHARGE, "C");
            case "cell_energy_j" -> spec.as(QuantityKind.ENERGY, "J");
            case "cell_power_w" -> spec.as(QuantityKind.POWER, "W");
            case "cell_temperature_c" -> spec.as(QuantityKind.TEMPERATURE, "degC");
            case CLOCK -> spec.unit("us");
            default -> spec;
        };
    }
}

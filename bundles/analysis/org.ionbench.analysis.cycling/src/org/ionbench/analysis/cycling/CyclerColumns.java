// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.cycling;

import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.Table;

import java.util.Locale;
import java.util.Optional;

/**
 * The columns a cycler's data is read from.
 *
 * @param time of the test
 * @param current positive where the cell is charged
 * @param isMean whether a current is the mean since the row before, as EC-Lab's {@code <I>}, rather
 *     than the one at the row
 * @param increments the charge since the row before as the instrument measured it, as EC-Lab's
 *     {@code dq}
 * @param voltage of the cell, or of the electrode where that is all there is
 * @param cycle the instrument's counter of cycles
 * @param step the instrument's counter of steps
 * @param charge the instrument's count of the charge put in
 * @param discharge the instrument's count of the charge taken out
 * @param total the instrument's one count of charge where it does not part the two: without sign
 *     and anew in each step, or with a sign and on and on
 * @param temperature of the cell
 * @param frequency above zero in rows of an impedance measured in between
 */
public record CyclerColumns(
        Column time,
        Column current,
        boolean isMean,
        Optional<Column> increments,
        Optional<Column> voltage,
        Optional<Column> cycle,
        Optional<Column> step,
        Optional<Column> charge,
        Optional<Column> discharge,
        Optional<Column> total,
        Optional<Column> temperature,
        Optional<Column> frequency) {

    /** Why a recording cannot be read as a cycler's; empty if it can. */
    public static Optional<String> obstacle(Recording recording) {
        Table table = recording.table();
        if (table.column(QuantityKind.TIME).isEmpty()) {
            return Optional.of("The recording " + recording.name() + " has no column of time.");
        }
        if (table.column(QuantityKind.CURRENT).isEmpty()) {
            return Optional.of("The recording " + recording.name() + " has no column of current.");
        }
        return Optional.empty();
    }

    /**
     * Why recordings cannot be read as a cycler's with a voltage; empty if they can.
     *
     * @param none what is said if there is no recording
     */
    public static Optional<String> obstacleWithVoltage(Inputs inputs, String none) {
        if (inputs.recordings().isEmpty()) {
            return Optional.of(none);
        }
        return inputs.recordings().stream()
                .map(r -> obstacle(r).or(() -> obstacleOfVoltage(r)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> obstacleOfVoltage(Recording recording) {
        return voltage(recording.table()).isPresent()
                ? Optional.empty()
                : Optional.of("The recording " + recording.name() + " has no column of voltage.");
    }

    private static Optional<Column> voltage(Table table) {
        return table.column(QuantityKind.CELL_VOLTAGE)
                .or(() -> table.column(QuantityKind.POTENTIAL));
    }

    /**
     * The columns of a recording.
     *
     * @throws AnalysisException if it lacks time or current
     */
    public static CyclerColumns of(Recording recording) throws AnalysisException {
        Optional<String> obstacle = obstacle(recording);
        if (obstacle.isPresent()) {
            throw new AnalysisException(obstacle.get());
        }
        Table table = recording.table();
        Column current = table.column(QuantityKind.CURRENT).orElseThrow();
        return new CyclerColumns(
                table.column(QuantityKind.TIME).orElseThrow(),
                current,
                current.spec().vendorName().startsWith("<I>"),
                table.columns().stream()
                        .filter(
                                c ->
                                        c.spec()
                                                .vendorName()
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith("dq/"))
                        .filter(c -> c.spec().unit().dimension() == Dimension.CHARGE)
                        .findFirst(),
                voltage(table),
                table.column(QuantityKind.CYCLE),
                table.column(QuantityKind.STEP),
                table.column(QuantityKind.CAPACITY_CHARGE),
                table.column(QuantityKind.CAPACITY_DISCHARGE),
                table.column(QuantityKind.CHARGE),
                table.column(QuantityKind.TEMPERATURE),
                table.column(QuantityKind.FREQUENCY));
    }

    /** Without the counters of cycles and steps. */
    CyclerColumns withoutCounters() {
        return new CyclerColumns(
                time,
                current,
                isMean,
                increments,
                voltage,
                Optional.empty(),
                Optional.empty(),
                charge,
                discharge,
                total,
                temperature,
                frequency);
    }

    public int rows() {
        return time.rows();
    }
}

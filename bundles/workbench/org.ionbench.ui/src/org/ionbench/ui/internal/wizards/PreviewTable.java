// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.Column;
import org.ionbench.engine.plotting.RecordingPlots;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** As much of a recording as a preview shows. */
final class PreviewTable {

    private PreviewTable() {}

    /** The recording with its first rows. */
    static Recording of(Recording recording, int most) {
        int rows = Math.min(most, recording.table().rows());
        ArrayTable.Builder table = ArrayTable.rows(rows);
        for (Column c : recording.table().columns()) {
            if (c.spec().isText()) {
                table.column(
                        c.spec(),
                        IntStream.range(0, rows).mapToObj(c::text).toArray(String[]::new));
            } else {
                double[] values = new double[rows];
                c.copy(0, values, 0, rows);
                table.column(c.spec(), values);
            }
        }
        return recording.change().table(table.build()).build();
    }

    /** The usual plot, else the second column of numbers against the first. */
    static Optional<Plot> plot(Recording recording) {
        List<Plot> usual = RecordingPlots.of(recording);
        List<Column> columns = RecordingPlots.columns(recording);
        return usual.isEmpty()
                ? columns.size() < 2
                        ? Optional.empty()
                        : Optional.of(
                                RecordingPlots.of(recording, columns.get(0), columns.get(1), ""))
                : Optional.of(usual.getFirst());
    }
}

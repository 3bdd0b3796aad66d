// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.benchmarks;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.ColumnSpec;

import java.time.LocalDateTime;

/** Takes rows of the one recording of a file, and nothing else of it. */
abstract class RowsOnly implements Sink, RecordingSink {
    int columns;
    int rows;

    @Override
    public final RecordingSink recording(String name, Technique technique) {
        return this;
    }

    @Override
    public final int column(ColumnSpec spec) {
        return columns++;
    }

    @Override
    public final int rowCount() {
        return rows;
    }

    @Override
    public void text(int column, String value) {}

    @Override
    public final RecordingSink instrument(String name) {
        return this;
    }

    @Override
    public final RecordingSink start(LocalDateTime local) {
        return this;
    }

    @Override
    public final RecordingSink zone(String offset) {
        return this;
    }

    @Override
    public final RecordingSink calibrated(boolean calibrated) {
        return this;
    }

    @Override
    public final RecordingSink metadata(String name, Object value) {
        return this;
    }

    @Override
    public final RecordingSink assumption(String sentence) {
        return this;
    }

    @Override
    public final RecordingSink change(String sentence) {
        return this;
    }

    @Override
    public final void problem(Problem problem) {
        System.out.println(problem);
    }
}

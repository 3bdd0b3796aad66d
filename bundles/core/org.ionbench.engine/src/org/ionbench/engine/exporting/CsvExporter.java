// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.exporting;

import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording as comma-separated values (RFC 4180, UTF-8). Every column is there, as the vendor
 * stored it and in the vendor's unit, under its canonical name: {@code Current / mA}. Numbers are
 * written so that they read back as the same doubles; {@code NaN} where there is none.
 */
public final class CsvExporter implements Exporter {

    @Override
    public List<Path> export(Recording recording, Path folder, String stem, Progress progress)
            throws IOException {
        List<Column> columns = recording.table().columns();
        List<Rows.Field> fields = new ArrayList<>();
        for (Column column : columns) {
            fields.add(
                    column.spec().isText()
                            ? Rows.Field.text(column)
                            : Rows.Field.numbers(column, x -> x));
        }
        List<String> names = ColumnSpec.distinctNames(columns.stream().map(Column::spec).toList());
        Path file = folder.resolve(stem + ".csv");
        Rows.write(file, names, fields, recording.table().rows(), progress);
        return List.of(file);
    }
}

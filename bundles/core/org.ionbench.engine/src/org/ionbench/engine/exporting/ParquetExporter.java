// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.exporting;

import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.parquet.ParquetWriter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording as an Apache Parquet file: every column as the vendor stored it, named as in CSV,
 * numbers as DOUBLE, metadata as the file's pairs of text.
 */
public final class ParquetExporter implements Exporter {
    private static final int BLOCK = 4096;

    @Override
    public List<Path> export(Recording recording, Path folder, String stem, Progress progress)
            throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(stem + ".parquet");
        List<? extends Column> columns = recording.table().columns();
        List<String> names = ColumnSpec.distinctNames(columns.stream().map(Column::spec).toList());
        List<ParquetWriter.Field> fields = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            fields.add(new ParquetWriter.Field(names.get(c), columns.get(c).spec().isText()));
        }
        int rows = recording.table().rows();
        progress.task("Writing " + file.getFileName(), rows);
        double[][] numbers = new double[names.size()][BLOCK];
        String[][] words = new String[names.size()][BLOCK];
        try (ParquetWriter writer =
                new ParquetWriter(
                        new BufferedOutputStream(Files.newOutputStream(file)),
                        fields,
                        texts(recording))) {
            for (int from = 0; from < rows; from += BLOCK) {
                progress.checkCancelled();
                int count = Math.min(BLOCK, rows - from);
                for (int c = 0; c < names.size(); c++) {
                    if (fields.get(c).text()) {
                        for (int r = 0; r < count; r++) {
                            words[c][r] = columns.get(c).text(from + r);
                        }
                    } else {
                        columns.get(c).copy(from, numbers[c], 0, count);
                    }
                }
                writer.write(numbers, words, count);
                progress.done(count);
            }
        }
        return List.of(file);
    }

    private static Map<String, String> texts(Recording recording) {
        Map<String, String> texts = new LinkedHashMap<>();
        recording.metadata().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }
}

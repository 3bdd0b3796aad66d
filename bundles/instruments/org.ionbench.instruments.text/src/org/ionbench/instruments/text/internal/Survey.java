// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.Source;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a first look at the rows shows: which columns are words, and some hundreds of rows evenly
 * spread over the first megabytes.
 */
final class Survey {
    private static final long REACH = 16L << 20;
    private static final int SAMPLE = 2048;
    private static final int SAMPLE_VALUES = 1 << 20;

    private final int columns;
    private final int[] numbers;
    private final int[] texts;
    private final String[] firstTexts;
    private final double[][] sample;
    private final int capacity;
    private int stride = 1;
    private int sampled;
    private int rows;

    private Survey(int columns) {
        this.columns = columns;
        capacity = Math.clamp(SAMPLE_VALUES / Math.max(1, columns), 16, SAMPLE);
        numbers = new int[columns];
        texts = new int[columns];
        firstTexts = new String[columns];
        Arrays.fill(firstTexts, "");
        sample = new double[columns][capacity];
    }

    static Survey of(Source source, Encoding encoding, Layout layout, Progress progress)
            throws IOException {
        Survey survey = new Survey(layout.columns());
        Rows rows = new Rows(layout.dialect(), layout.columns());
        long read = 0;
        try (Lines lines = Lines.of(source.name(), source.open(), encoding, progress.split(0))) {
            while (read < REACH && lines.next()) {
                read += lines.to() - lines.from();
                if (lines.number() >= layout.firstRow() && !lines.isBlank()) {
                    int fields = rows.read(lines);
                    if (isRow(fields, rows.texts(), layout.columns())) {
                        survey.add(rows, fields, lines);
                    }
                }
            }
        }
        return survey;
    }

    /**
     * What the first rows of columns show that are known to be words or numbers.
     *
     * @param words a column's words; none where it holds numbers
     */
    static Survey of(double[][] numbers, List<Optional<String[]>> words, int rows) {
        Survey survey = new Survey(numbers.length);
        survey.rows = rows;
        survey.sampled = rows;
        for (int i = 0; i < numbers.length; i++) {
            if (words.get(i).isPresent()) {
                survey.texts[i] = 1;
                survey.firstTexts[i] =
                        Arrays.stream(words.get(i).get(), 0, rows)
                                .filter(word -> !word.isEmpty())
                                .findFirst()
                                .orElse("");
                survey.sample[i] = new double[rows];
            } else {
                survey.numbers[i] = 1;
                survey.sample[i] = Arrays.copyOf(numbers[i], rows);
            }
        }
        return survey;
    }

    /**
     * Whether a line is a row of the table: at most half of its fields are words, or it has as many
     * fields as there are columns and not only words.
     */
    static boolean isRow(int fields, int texts, int columns) {
        return 2 * texts <= fields || fields == columns && texts < fields;
    }

    private void add(Rows row, int fields, Lines lines) {
        double[] values = row.values();
        for (int i = 0; i < columns && i < fields; i++) {
            if (row.isText(i)) {
                if (texts[i]++ == 0) {
                    firstTexts[i] = row.text(i, lines);
                }
            } else if (values[i] == values[i]) {
                numbers[i]++;
            }
        }
        if (rows++ % stride == 0) {
            if (sampled == capacity) {
                halve();
                if ((rows - 1) % stride != 0) {
                    return;
                }
            }
            for (int i = 0; i < columns; i++) {
                sample[i][sampled] = values[i];
            }
            sampled++;
        }
    }

    private void halve() {
        stride *= 2;
        sampled /= 2;
        for (double[] column : sample) {
            for (int k = 0; k < sampled; k++) {
                column[k] = column[2 * k];
            }
        }
    }

    /** Whether a column holds words rather than numbers. */
    boolean isText(int column) {
        return texts[column] > numbers[column];
    }

    /** Whether a column holds nothing. */
    boolean isEmpty(int column) {
        return texts[column] == 0 && numbers[column] == 0;
    }

    /** The first word of a column; empty if there is none. */
    String firstText(int column) {
        return firstTexts[column];
    }

    /** Values of a column in rows evenly spread; NaN where there is none. */
    double[] values(int column) {
        return Arrays.copyOf(sample[column], sampled);
    }

    /** How many rows were seen. */
    int rows() {
        return rows;
    }
}

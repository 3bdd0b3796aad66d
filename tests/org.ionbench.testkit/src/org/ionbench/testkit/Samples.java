// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.api.table.Column;
import org.ionbench.testkit.internal.Json;
import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real files of instruments with what independent readers found in them, kept beside the project at
 * {@code ../shared/data} and never part of it. Where they are missing, tests that ask for them are
 * skipped with a message.
 *
 * <p>{@code expected/<vendor>/<file>.json} holds {@code tables} of {@code rows} and {@code
 * columns}; a column has {@code name}, {@code numeric}, {@code n_nan}, {@code sum}, {@code min} and
 * {@code max}. What further readers found may stand in {@code cross_checks}, as {@code tables}
 * each.
 */
public final class Samples {
    private static final double RELATIVE = 2e-6;

    private Samples() {}

    /**
     * A table an independent reader found.
     *
     * @param name as the reader called it; empty where it did not
     */
    public record Table(String name, int rows, List<Expectation> columns) {}

    /**
     * What is known of a column.
     *
     * @param numbers missing values, sum, least and greatest value; empty for text and where all
     *     are missing
     */
    public record Expectation(String name, int missing, Optional<double[]> numbers) {
        /**
         * Compares values: extremes within 2e-6 of the largest magnitude, the sum within 2e-6 of
         * itself or of ten times the largest magnitude.
         */
        public void check(String where, double[] values) {
            long nan = Arrays.stream(values).filter(Double::isNaN).count();
            assertEquals(missing, nan, where + ", missing values");
            if (numbers.isEmpty()) {
                return;
            }
            double[] known = numbers.get();
            double[] real = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
            double largest = Math.max(Math.abs(known[1]), Math.abs(known[2]));
            double least = Arrays.stream(real).min().orElseThrow();
            double greatest = Arrays.stream(real).max().orElseThrow();
            assertEquals(known[1], least, RELATIVE * largest, where + ", least");
            assertEquals(known[2], greatest, RELATIVE * largest, where + ", greatest");
            double scale = Math.max(Math.abs(known[0]), 10 * largest);
            assertEquals(known[0], Arrays.stream(real).sum(), RELATIVE * scale, where + ", sum");
        }
    }

    /** The folder of samples; skips the test where there is none. */
    public static Path folder() {
        Optional<Path> data =
                Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                        .map(p -> p.resolve("shared/data"))
                        .filter(Files::isDirectory)
                        .findFirst();
        Assumptions.assumeTrue(data.isPresent(), "no sample files at ../shared/data");
        return data.get();
    }

    /** The samples of a folder with one of these endings, whatever the case, by name. */
    public static List<Path> of(String vendor, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve(vendor))) {
            return files.filter(f -> endsWith(f, endings)).sorted().toList();
        }
    }

    private static boolean endsWith(Path file, String... endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(endings).anyMatch(name::endsWith);
    }

    /** One sample. */
    public static Path one(String vendor, String name) {
        return folder().resolve(vendor).resolve(name);
    }

    /** What is expected of a sample; none where the file has no reference. */
    public static List<Table> expected(Path sample) throws IOException {
        return tables(reference(sample));
    }

    /** The tables that a further reader found in a sample, one list for each such reader. */
    public static List<List<Table>> crossChecks(Path sample) throws IOException {
        return maps(reference(sample).get("cross_checks")).stream().map(Samples::tables).toList();
    }

    private static Map<?, ?> reference(Path sample) throws IOException {
        Path json =
                folder().resolve("expected")
                        .resolve(String.valueOf(sample.getParent().getFileName()))
                        .resolve(sample.getFileName() + ".json");
        return (Map<?, ?>) Json.read(Files.readString(json));
    }

    private static List<Table> tables(Map<?, ?> reference) {
        List<Table> tables = new ArrayList<>();
        for (Map<?, ?> table : maps(reference.get("tables"))) {
            List<Expectation> columns =
                    maps(table.get("columns")).stream().map(Samples::expectation).toList();
            Object name = table.get("table");
            tables.add(
                    new Table(
                            name instanceof String s ? s : "",
                            ((Double) table.get("rows")).intValue(),
                            columns));
        }
        return tables;
    }

    private static Expectation expectation(Map<?, ?> column) {
        int missing = column.get("n_nan") instanceof Double d ? d.intValue() : 0;
        Optional<double[]> numbers =
                column.get("sum") instanceof Double sum
                                && column.get("min") instanceof Double min
                                && column.get("max") instanceof Double max
                        ? Optional.of(new double[] {sum, min, max})
                        : Optional.empty();
        return new Expectation(String.valueOf(column.get("name")), missing, numbers);
    }

    /** A column's values as the vendor stored them. */
    public static double[] stored(Column column) {
        double[] values = new double[column.rows()];
        column.copy(0, values, 0, values.length);
        return values;
    }

    private static List<Map<?, ?>> maps(Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> maps.add((Map<?, ?>) item));
        }
        return maps;
    }
}

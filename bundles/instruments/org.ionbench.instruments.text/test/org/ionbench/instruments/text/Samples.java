// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Real files of public repositories with expected values, beside the project; not part of it. */
final class Samples {
    private Samples() {}

    /** The folder of samples; skips the test where there is none. */
    static Path folder() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null
                && !(Files.exists(root.resolve("bundles"))
                        && Files.exists(root.resolve("tests")))) {
            root = root.getParent();
        }
        Path data = root == null ? null : sharedData(root);
        Assumptions.assumeTrue(data != null, "no sample files at ../shared/data");
        return data;
    }

    /** Beside the checkout, or beside the folder of worktrees. */
    private static Path sharedData(Path root) {
        return Stream.iterate(root.getParent(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/data"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    /** The samples of a vendor with one of these endings (lower case). */
    static List<Path> of(String vendor, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve(vendor))) {
            return files.filter(
                            f ->
                                    f.getFileName()
                                            .toString()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** What is expected of a sample. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> expected(Path sample) throws IOException {
        Path json =
                folder().resolve("expected")
                        .resolve(sample.getParent().getFileName())
                        .resolve(sample.getFileName() + ".json");
        return (Map<String, Object>) Json.read(Files.readString(json));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    /**
     * Values against the statistics of an expected column: extremes within 2e-6 of the largest
     * magnitude, the sum within 2e-6 of itself or of ten times the largest magnitude.
     */
    static void compare(String where, Map<String, Object> column, double[] values) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int nan = 0;
        for (double v : values) {
            if (Double.isNaN(v)) {
                nan++;
            } else {
                sum += v;
                min = Math.min(min, v);
                max = Math.max(max, v);
            }
        }
        assertEquals(((Double) column.get("n_nan")).intValue(), nan, where + " NaN");
        if (column.get("min") == null || nan == values.length) {
            return;
        }
        double lowest = (Double) column.get("min");
        double highest = (Double) column.get("max");
        double largest = Math.max(Math.abs(lowest), Math.abs(highest));
        assertEquals(lowest, min, 2e-6 * largest, where + " min");
        assertEquals(highest, max, 2e-6 * largest, where + " max");
        double total = (Double) column.get("sum");
        assertEquals(total, sum, 2e-6 * Math.max(Math.abs(total), 10 * largest), where + " sum");
        assertTrue(values.length > 0, where);
    }
}

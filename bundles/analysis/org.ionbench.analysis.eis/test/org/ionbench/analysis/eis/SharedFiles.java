// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files beside the checkout, which a clone elsewhere does not have. */
final class SharedFiles {
    private SharedFiles() {}

    /** Skips the test where the file is absent. */
    static Path of(String name) {
        for (Path p = Path.of(System.getProperty("user.dir")).toAbsolutePath();
                p != null;
                p = p.getParent()) {
            if (Files.exists(p.resolve("pom.xml")) && Files.isDirectory(p.resolve("bundles"))) {
                for (Path above = p.getParent(); above != null; above = above.getParent()) {
                    Path file = above.resolve("shared").resolve(name);
                    if (Files.exists(file)) {
                        return file;
                    }
                }
            }
        }
        Assumptions.abort("shared/" + name + " is not beside this checkout");
        throw new AssertionError();
    }

    /** Rows of numbers of a comma-separated file; lines without numbers are passed over. */
    static List<double[]> numbers(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                rows.add(
                        Arrays.stream(line.split("[,;\\s]+"))
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            } catch (NumberFormatException e) {
                continue;
            }
        }
        return rows;
    }
}

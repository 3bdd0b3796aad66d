// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Public files of real instruments beside the repository, where there are any. */
final class Samples {

    private Samples() {}

    /** The folder {@code shared/data} beside the repository, with {@code expected} in it. */
    static Optional<Path> folder() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path data = up.resolve("shared/data");
            if (Files.isDirectory(data.resolve("expected"))) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }
}

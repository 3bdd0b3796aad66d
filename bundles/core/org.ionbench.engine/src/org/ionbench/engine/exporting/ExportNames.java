// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.exporting;

import org.ionbench.api.exporting.Exporter;
import org.ionbench.engine.catalog.Contribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names of exported files: safe on every system, and each of its own in any case of letters. */
public final class ExportNames {
    private final Set<String> used = new HashSet<>();

    /** Names that differ from each other; a file that is there already is written over. */
    public ExportNames() {}

    /**
     * Names that differ from those of the files in a folder too, whatever their endings.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static ExportNames besides(Path folder) throws IOException {
        ExportNames names = new ExportNames();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(f -> f.getFileName().toString().toLowerCase(Locale.ROOT)).forEach(names::use);
        }
        return names;
    }

    /** A file may have two endings, as {@code .bdf.csv}. */
    private void use(String name) {
        used.add(name);
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            used.add(name.substring(0, dot));
        }
    }

    /** A name without ending after what something is called. */
    public String next(String called) {
        String stem = called.replaceAll("[^\\p{L}\\p{N}._+-]+", "_");
        String candidate = stem;
        for (int n = 2; !used.add(candidate.toLowerCase(Locale.ROOT)); n++) {
            candidate = stem + "_" + n;
        }
        return candidate;
    }

    /** The last word of an exporter's id is what users call its format. */
    public static String word(Contribution<Exporter> c) {
        return c.id().substring(c.id().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

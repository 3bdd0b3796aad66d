// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.engine.output.Printed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The files of a report: collected with names of their own, then written at once. */
final class ReportFolder {
    private static final int LONGEST = 80;

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    /**
     * Adds a file.
     *
     * @param folder within the report, such as {@code "figures"}
     * @param name what it shows; made safe for every system and told apart from others
     * @return its path within the report, as a link
     */
    String add(String folder, String name, String ending, String text) {
        String stem = slug(name);
        String path = folder + "/" + stem + ending;
        for (int n = 2; !used.add(path); n++) {
            path = folder + "/" + stem + "-" + n + ending;
        }
        files.put(path, text);
        return path;
    }

    /** Adds a file under exactly this path. */
    String put(String path, String text) {
        used.add(path);
        files.put(path, text);
        return path;
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** Lower-case letters, digits and hyphens. */
    static String slug(String text) {
        String slug =
                Printed.ASCII
                        .symbol(text)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String cut = slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug;
        return cut.isEmpty() ? "unnamed" : cut;
    }
}

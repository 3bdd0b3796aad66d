// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.testkit.internal;

import org.ionbench.api.importing.Importer;
import org.ionbench.testkit.MemorySource;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Starts the JVM in which damaged files are read. */
public final class Fork {

    private Fork() {}

    /**
     * Reads a damaged file many times in a JVM with 512 MB.
     *
     * @return the lines it wrote about faults; empty if there were none
     */
    public static List<String> read(Importer importer, MemorySource file, int mutations)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ionbench-contract");
        try {
            Path content = Files.write(folder.resolve("content"), file.content());
            Path out = folder.resolve("out");
            List<String> arguments = new ArrayList<>();
            arguments.add("-cp");
            arguments.add(classPath(importer));
            arguments.add(DamagedReading.class.getName());
            arguments.add(importer.getClass().getName());
            arguments.add(content.toString());
            arguments.add(file.name());
            arguments.add(file.folder().map(Path::toString).orElse(""));
            arguments.add(Integer.toString(mutations));
            file.options().forEach((key, value) -> arguments.addAll(List.of(key, value)));
            Path list = folder.resolve("arguments");
            Files.write(list, arguments.stream().map(Fork::quoted).toList());
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx512m",
                                    "-XX:+UseSerialGC",
                                    "-Djava.awt.headless=true",
                                    "@" + list)
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start();
            try {
                if (!process.waitFor(15, TimeUnit.MINUTES)) {
                    return List.of(file.name() + ": damaged copies were not read in 15 minutes");
                }
            } finally {
                process.destroyForcibly();
            }
            List<String> lines =
                    Files.readString(out, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .toList();
            return process.exitValue() == 0
                    ? List.of()
                    : lines.isEmpty() ? List.of("ended with " + process.exitValue()) : lines;
        } finally {
            try (var files = Files.list(folder)) {
                for (Path p : files.toList()) {
                    Files.deleteIfExists(p);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    /** This JVM's class path, and where the classes at hand came from. */
    private static String classPath(Importer importer) {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(importer.getClass(), Fork.class, Importer.class)) {
            CodeSource code = type.getProtectionDomain().getCodeSource();
            if (code != null && code.getLocation() != null) {
                try {
                    places.add(Path.of(code.getLocation().toURI()).toString());
                } catch (URISyntaxException | IllegalArgumentException e) {
                    continue;
                }
            }
        }
        places.addAll(List.of(System.getProperty("java.class.path", "").split(File.pathSeparator)));
        places.remove("");
        return String.join(File.pathSeparator, places);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

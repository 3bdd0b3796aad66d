// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A bundle of the source tree: a folder with a manifest.
 *
 * @param name its symbolic name, which is its root package too
 * @param folder where it lies
 */
record Bundle(String name, Path folder) {
    /** The root of the source tree. */
    static final Path ROOT = root(Path.of("").toAbsolutePath());

    private static final List<String> PLACES =
            List.of(
                    "bundles/core",
                    "bundles/instruments",
                    "bundles/analysis",
                    "bundles/workbench",
                    "examples",
                    "tests");
    private static final List<Bundle> ALL = read();
    private static final Map<List<Path>, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    /** Every bundle of the tree that is part of a product or an example; no bundles of tests. */
    static List<Bundle> all() {
        return ALL;
    }

    /** The bundles with Java sources. */
    static List<Bundle> withSources() {
        return ALL.stream().filter(b -> !b.sources().isEmpty()).toList();
    }

    static Bundle named(String name) {
        return ALL.stream()
                .filter(b -> b.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No bundle is named " + name));
    }

    /** Whether it is {@code org.ionbench.<group>.<something>}. */
    boolean isIn(String group) {
        return name.startsWith("org.ionbench." + group + ".");
    }

    /** Its compiled classes, those of the tests not among them. */
    JavaClasses classes() {
        return classes(List.of(this));
    }

    /** All compiled classes of several bundles. */
    static JavaClasses classes(List<Bundle> bundles) {
        return IMPORTED.computeIfAbsent(
                bundles.stream().map(Bundle::classFolder).toList(),
                folders -> new ClassFileImporter().importPaths(folders));
    }

    /** Where its classes were compiled to: by Maven, else by an IDE. */
    Path classFolder() {
        Path maven = folder.resolve("target/classes");
        return Files.isDirectory(maven) ? maven : folder.resolve("bin");
    }

    /** The names of the classes that its source files must have been compiled to. */
    List<String> sources() {
        Path src = folder.resolve("src");
        return walk(src, ".java")
                .map(f -> src.relativize(f).toString())
                .filter(f -> !f.endsWith("package-info.java"))
                .map(f -> f.substring(0, f.length() - ".java".length()).replace('/', '.'))
                .map(f -> f.replace('\\', '.'))
                .sorted()
                .toList();
    }

    /** Its compiled class files. */
    List<Path> classFiles() {
        return walk(classFolder(), ".class").sorted().toList();
    }

    /** The names in a header of the manifest, without versions and directives. */
    List<String> header(String key) {
        String value = manifest().getValue(key);
        if (value == null) {
            return List.of();
        }
        return Arrays.stream(value.replaceAll("\"[^\"]*\"", "").split(","))
                .map(clause -> clause.split(";", 2)[0].strip())
                .toList();
    }

    private Attributes manifest() {
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Bundle> read() {
        return PLACES.stream()
                .map(ROOT::resolve)
                .filter(Files::isDirectory)
                .flatMap(Bundle::children)
                .filter(f -> Files.isRegularFile(f.resolve("META-INF/MANIFEST.MF")))
                .filter(f -> !f.getFileName().toString().endsWith(".tests"))
                .map(f -> new Bundle(f.getFileName().toString(), f))
                .sorted((a, b) -> a.name.compareTo(b.name))
                .toList();
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("target-platform"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No root of the source tree above " + from);
    }

    @Override
    public String toString() {
        return name;
    }
}

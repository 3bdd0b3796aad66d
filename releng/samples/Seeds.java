// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

import org.ionbench.api.importing.Importer;
import org.ionbench.api.problem.FormatException;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gathers what a fuzzer begins with: the smallest samples that an importer is the first to know and
 * the files that its test of the contract makes. Arguments: the importer's id, the folder of
 * samples, the folder of compiled tests, where to write.
 */
final class Seeds {
    private static final int MOST = 12;
    private static final long LARGEST = 4L << 20;
    private static final int ENOUGH = 64 << 10;

    private Seeds() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Catalog catalog = Catalog.ofClassPath();
        Importer importer = catalog.importer(args[0]).orElseThrow().instance().orElseThrow();
        List<MemorySource> seeds = new ArrayList<>(made(importer, Path.of(args[2])));
        seeds.addAll(found(new FileReading(catalog), importer, args[0], Path.of(args[1])));
        Path folder = Files.createDirectories(Path.of(args[3]));
        for (int n = 0; n < seeds.size(); n++) {
            byte[] seed = seeds.get(n).content();
            Files.write(folder.resolve(n + "-whole"), seed);
            if (Unpacked.isZip(seed)) {
                byte[] unpacked = Unpacked.of(seed);
                if (unpacked.length <= 4 * ENOUGH) {
                    Files.write(folder.resolve(n + "-unpacked"), unpacked);
                }
            }
        }
        System.out.println(args[0] + ": " + seeds.size() + " files to begin with");
    }

    private static List<MemorySource> made(Importer importer, Path tests)
            throws IOException, ReflectiveOperationException {
        List<MemorySource> made = new ArrayList<>();
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String path = tests.relativize(file).toString();
                Class<?> test =
                        Class.forName(
                                path.substring(0, path.length() - ".class".length())
                                        .replace('/', '.'));
                if (ImporterContract.class.isAssignableFrom(test) && !test.isInterface()) {
                    ImporterContract contract = (ImporterContract) instance(test);
                    if (contract.importer().getClass() == importer.getClass()) {
                        made.addAll(contract.fixtures());
                    }
                }
            }
        }
        return made;
    }

    private static Object instance(Class<?> test) throws ReflectiveOperationException {
        boolean inner = test.isMemberClass() && !Modifier.isStatic(test.getModifiers());
        Class<?>[] outer = inner ? new Class<?>[] {test.getDeclaringClass()} : new Class<?>[0];
        Constructor<?> constructor = test.getDeclaredConstructor(outer);
        constructor.setAccessible(true);
        return inner ? constructor.newInstance(instance(outer[0])) : constructor.newInstance();
    }

    private static List<MemorySource> found(
            FileReading reading, Importer importer, String id, Path samples) throws IOException {
        List<MemorySource> found = new ArrayList<>();
        if (Files.isDirectory(samples)) {
            for (Path file : Mutations.samples(samples)) {
                if (Files.size(file) <= LARGEST) {
                    MemorySource sample = MemorySource.of(file);
                    if (reading.detect(sample.head()).candidates().stream()
                            .limit(1)
                            .anyMatch(c -> c.importer().id().equals(id))) {
                        found.add(sample);
                    }
                }
            }
        }
        found.sort(Comparator.comparingLong(MemorySource::size));
        List<MemorySource> kept = new ArrayList<>();
        for (MemorySource sample : found.subList(0, Math.min(MOST, found.size()))) {
            MemorySource begin = begin(importer, sample);
            if (kept.isEmpty() || begin.size() <= ENOUGH) {
                kept.add(begin);
            }
        }
        return kept;
    }

    /** The beginning of a large file where the importer makes something of it, or else the file. */
    private static MemorySource begin(Importer importer, MemorySource file) throws IOException {
        if (file.size() <= ENOUGH || Unpacked.isZip(file.content())) {
            return file;
        }
        MemorySource begin = file.with(Arrays.copyOf(file.content(), ENOUGH));
        try {
            return RecordedSink.read(importer, begin).recordings().isEmpty() ? file : begin;
        } catch (FormatException e) {
            return file;
        }
    }
}

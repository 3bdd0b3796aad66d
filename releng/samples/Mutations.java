// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

import org.ionbench.api.importing.Importer;
import org.ionbench.api.problem.FormatException;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.internal.Damage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Reads every sample, damaged many times; see {@code releng/samples/mutate}. */
final class Mutations {
    private static final Set<String> NOT_OURS =
            Set.of("xrd", "ftir", "physisorption", "thermal", "xps", "eels", "expected");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LONGEST = 5_000_000_000L;
    private static final long LARGEST = 40L << 20;

    private final FileReading reading;
    private final TreeMap<String, long[]> vendors = new TreeMap<>();
    private int faults;

    private Mutations(Catalog catalog) {
        reading = new FileReading(catalog);
    }

    public static void main(String[] args) throws IOException {
        Mutations run = new Mutations(Catalog.ofClassPath());
        int count = Integer.parseInt(args[1]);
        List<String> wanted = List.of(args).subList(2, args.length);
        for (Path file : samples(Path.of(args[0]))) {
            String vendor = file.getParent().getFileName().toString();
            if (wanted.isEmpty() || wanted.contains(vendor)) {
                run.sample(vendor, file, count);
            }
        }
        System.out.printf("%-12s %8s %10s %12s%n", "vendor", "files", "readings", "slowest, s");
        run.vendors.forEach(
                (vendor, n) ->
                        System.out.printf(
                                "%-12s %8d %10d %12.2f%n", vendor, n[0], n[1], n[2] / 1e9));
        System.out.println(run.faults + " faults");
        System.exit(run.faults == 0 ? 0 : 1);
    }

    /** The files below a folder that an importer may know. */
    static List<Path> samples(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(
                            f ->
                                    NOT_OURS.stream()
                                            .noneMatch(n -> f.toString().contains("/" + n + "/")))
                    .filter(f -> !f.endsWith("manifest.tsv"))
                    .sorted()
                    .toList();
        }
    }

    private void sample(String vendor, Path file, int count) throws IOException {
        if (Files.size(file) > LARGEST) {
            System.out.println(file + " is larger than is damaged here");
            return;
        }
        MemorySource whole = MemorySource.of(file);
        Optional<Importer> found =
                reading.detect(whole.head()).candidates().stream()
                        .findFirst()
                        .flatMap(candidate -> candidate.importer().instance());
        if (found.isEmpty()) {
            System.out.println(file + ": no importer");
            return;
        }
        long[] sums = vendors.computeIfAbsent(vendor, v -> new long[3]);
        sums[0]++;
        byte[] unpacked =
                Unpacked.isZip(whole.content()) ? Unpacked.of(whole.content()) : new byte[0];
        for (int seed = 0; seed < count; seed++) {
            MemorySource damaged = whole.with(damaged(whole.content(), unpacked, seed));
            // Processor time: what else the machine does is not the importer's fault.
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                reading.detect(damaged.head());
                RecordedSink.read(found.get(), damaged);
            } catch (FormatException | CancellationException e) {
                // a clear refusal
            } catch (IOException e) {
                fault(file, seed, "an IOException that names no file: " + e);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                StackTraceElement[] at = e.getStackTrace();
                fault(file, seed, e + (at.length == 0 ? "" : " at " + at[0]));
            }
            long took = THREADS.getCurrentThreadCpuTime() - start;
            sums[1]++;
            sums[2] = Math.max(sums[2], took);
            if (took > LONGEST) {
                fault(file, seed, "took " + took / 1_000_000_000L + " s");
            }
        }
    }

    /** Every other damage of a zip file is one of its members, which no checksum tells. */
    private static byte[] damaged(byte[] whole, byte[] unpacked, int seed) {
        return unpacked.length == 0 || seed % 2 == 0
                ? Damage.mutated(whole, seed)
                : Unpacked.packed(Damage.mutated(unpacked, seed));
    }

    private void fault(Path file, int seed, String what) {
        faults++;
        System.out.println(file + ", damage " + seed + ": " + what);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

import org.ionbench.api.importing.Importer;
import org.ionbench.api.problem.FormatException;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * What a fuzzer calls with each file it makes: reads it with one importer, whose id the property
 * {@code ionbench.importer} names. A fault is whatever is thrown here. See {@code
 * releng/samples/fuzz}.
 */
public final class Fuzzing {
    private static final long LONGEST = 5_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String ID = System.getProperty("ionbench.importer", "");

    private static final Contribution<Importer> CHOSEN =
            Catalog.ofClassPath()
                    .importer(ID)
                    .orElseThrow(() -> new IllegalArgumentException("no importer " + ID));
    private static final Importer IMPORTER = CHOSEN.instance().orElseThrow();
    private static final String NAME = CHOSEN.patterns().getFirst().replace("*", "fuzzed");

    private Fuzzing() {}

    /** Reads files that a fuzzer has kept once more and says what becomes of each. */
    public static void main(String[] files) throws IOException {
        for (String file : files) {
            long start = System.nanoTime();
            String end = "read";
            try {
                fuzzerTestOneInput(Files.readAllBytes(Path.of(file)));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                StringBuilder trace = new StringBuilder(e.toString());
                Throwable at = e.getCause() == null ? e : e.getCause();
                for (int i = 0; i < Math.min(12, at.getStackTrace().length); i++) {
                    trace.append("\n    ").append(at.getStackTrace()[i]);
                }
                end = trace.toString();
            }
            System.out.printf("%s, %.2f s: %s%n", file, (System.nanoTime() - start) / 1e9, end);
        }
    }

    /** Reads one file; an input that is unpacked is packed before. */
    public static void fuzzerTestOneInput(byte[] input) {
        byte[] file = Unpacked.is(input) ? Unpacked.packed(input) : input;
        MemorySource source = MemorySource.of(NAME, file);
        // Processor time, as fuzzers share a machine.
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            IMPORTER.sniff(source.head());
            RecordedSink.read(IMPORTER, source);
        } catch (FormatException | CancellationException e) {
            // a clear refusal
        } catch (IOException e) {
            throw new IllegalStateException("an IOException that names no file: " + e, e);
        }
        long took = THREADS.getCurrentThreadCpuTime() - start;
        if (took > LONGEST) {
            throw new IllegalStateException("took " + took / 1_000_000_000L + " s");
        }
    }
}

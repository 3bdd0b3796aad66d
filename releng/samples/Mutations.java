// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.testkit.internal.Damage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
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
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String vendor = file.getParent().getFileName().toString();
                if (NOT_OURS.stream().noneMatch(n -> file.toString().contains("/" + n + "/"))
                        && !file.toString().endsWith("manifest.tsv")
                        && (wanted.isEmpty() || wanted.contains(vendor))) {
                    run.sample(vendor, file, count);
                }
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

    private void sample(String vendor, Path file, int count) throws IOException {
        if (Files.size(file) > LARGEST) {
            System.out.println(file + " is larger than is damaged here");
            return;
        }
        byte[] whole = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        var detection = reading.detect(head(name, whole));
        Optional<Importer> found =
                detection.candidates().isEmpty()
                        ? Optional.empty()
                        : detection.candidates().getFirst().importer().instance();
        if (found.isEmpty()) {
            System.out.println(file + ": no importer");
            return;
        }
        long[] sums = vendors.computeIfAbsent(vendor, v -> new long[3]);
        sums[0]++;
        for (int seed = 0; seed < count; seed++) {
            byte[] damaged = Damage.mutated(whole, seed);
            long start = System.nanoTime();
            try {
                reading.detect(head(name, damaged));
                found.get().read(new Damaged(file, name, damaged), new Deaf(), Progress.NONE);
            } catch (FormatException | CancellationException e) {
                // a clear refusal
            } catch (IOException e) {
                fault(file, seed, "an IOException that names no file: " + e);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                StackTraceElement[] at = e.getStackTrace();
                fault(file, seed, e + (at.length == 0 ? "" : " at " + at[0]));
            }
            long took = System.nanoTime() - start;
            sums[1]++;
            sums[2] = Math.max(sums[2], took);
            if (took > LONGEST) {
                fault(file, seed, "took " + took / 1_000_000_000L + " s");
            }
        }
    }

    private void fault(Path file, int seed, String what) {
        faults++;
        System.out.println(file + ", damage " + seed + ": " + what);
    }

    private static Head head(String name, byte[] bytes) {
        return new Head(
                name, Arrays.copyOf(bytes, Math.min(bytes.length, Head.SIZE)), bytes.length);
    }

    /** The damaged file, with its companions whole. */
    private record Damaged(Path path, String name, byte[] content) implements Source {
        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public SeekableByteChannel channel() {
            return new InMemory(content);
        }

        @Override
        public byte[] bytes(long limit) throws IOException {
            if (content.length > limit) {
                throw new FormatException(name, "", "is larger than " + limit + " bytes");
            }
            return content.clone();
        }

        @Override
        public Optional<Source> companion(String other) throws IOException {
            Path beside = path.resolveSibling(other);
            if (!other.equals(Path.of(other).getFileName().toString())
                    || !Files.isRegularFile(beside)) {
                return Optional.empty();
            }
            return Optional.of(new Damaged(beside, other, Files.readAllBytes(beside)));
        }
    }

    private static final class InMemory implements SeekableByteChannel {
        private final ByteBuffer bytes;
        private boolean open = true;

        InMemory(byte[] content) {
            bytes = ByteBuffer.wrap(content).asReadOnlyBuffer();
        }

        @Override
        public int read(ByteBuffer target) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int n = Math.min(bytes.remaining(), target.remaining());
            target.put(bytes.slice(bytes.position(), n));
            bytes.position(bytes.position() + n);
            return n;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long at) {
            bytes.position((int) Math.min(at, bytes.limit()));
            return this;
        }

        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }

    /** Takes everything and keeps nothing. */
    private static final class Deaf implements Sink, RecordingSink {
        private int columns;
        private int rows;

        @Override
        public RecordingSink recording(String name, Technique technique) {
            return new Deaf();
        }

        @Override
        public void problem(Problem problem) {}

        @Override
        public RecordingSink instrument(String name) {
            return this;
        }

        @Override
        public RecordingSink start(LocalDateTime local) {
            return this;
        }

        @Override
        public RecordingSink zone(String offset) {
            return this;
        }

        @Override
        public RecordingSink calibrated(boolean calibrated) {
            return this;
        }

        @Override
        public RecordingSink metadata(String name, Object value) {
            return this;
        }

        @Override
        public RecordingSink assumption(String sentence) {
            return this;
        }

        @Override
        public RecordingSink change(String sentence) {
            return this;
        }

        @Override
        public int column(ColumnSpec spec) {
            return columns++;
        }

        @Override
        public void row(double[] values) {
            rows++;
        }

        @Override
        public void text(int column, String value) {}

        @Override
        public void rows(double[][] values, int count) {
            rows += count;
        }

        @Override
        public int rowCount() {
            return rows;
        }
    }
}

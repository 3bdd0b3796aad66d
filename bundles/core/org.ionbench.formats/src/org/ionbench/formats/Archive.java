// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A zip file that cannot do harm: the number of entries, the unpacked sizes and the ratio of
 * packing are bounded, and names that lead out of the archive are refused. Entries are read in the
 * order of the file, nothing is written to disk.
 */
public final class Archive {
    private static final int ENTRIES = 10_000;
    private static final long RATIO = 200;
    private static final long FREE = 1 << 20;

    private final Source source;
    private final long limit;
    private final Progress progress;

    private Archive(Source source, long limit, Progress progress) {
        this.source = source;
        this.limit = limit;
        this.progress = progress;
    }

    /**
     * @param limit bytes that all entries together may unpack to
     */
    public static Archive of(Source source, long limit, Progress progress) {
        return new Archive(source, limit, progress);
    }

    /** Whether bytes begin as a zip file does. */
    public static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /**
     * An entry of the archive.
     *
     * @param name its name with {@code /} between folders
     * @param bytes what it holds
     */
    public record Entry(String name, byte[] bytes) {}

    /**
     * The names of all files in it.
     *
     * @throws FormatException if it is no zip file, damaged, or breaks a bound
     */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        visit(
                name -> {
                    names.add(name);
                    return false;
                },
                entry -> true);
        return names;
    }

    /** One file by its name. */
    public Optional<byte[]> bytes(String name) throws IOException {
        List<byte[]> found = new ArrayList<>();
        visit(
                name::equals,
                entry -> {
                    found.add(entry.bytes);
                    return false;
                });
        return found.stream().findFirst();
    }

    /** The files whose names pass, in the order of the archive. */
    public List<Entry> entries(Predicate<String> names) throws IOException {
        List<Entry> found = new ArrayList<>();
        visit(names, found::add);
        return found;
    }

    /**
     * Hands the files whose names pass over one after another, so that what was whole before a
     * damage is not lost.
     *
     * @throws FormatException as {@link #names}, after the files before the damage
     */
    public void each(Predicate<String> names, Consumer<Entry> taker) throws IOException {
        visit(
                names,
                entry -> {
                    taker.accept(entry);
                    return true;
                });
    }

    private void visit(Predicate<String> wanted, Predicate<Entry> more) throws IOException {
        progress.checkCancelled();
        Counted in = new Counted(source.open());
        long total = 0;
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                if (++count > ENTRIES) {
                    throw wrong("expected at most " + ENTRIES + " entries");
                }
                String name = safe(entry.getName());
                if (entry.isDirectory()) {
                    continue;
                }
                boolean keep = wanted.test(name);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                byte[] chunk = new byte[8192];
                int n;
                while ((n = zip.read(chunk)) > 0) {
                    progress.checkCancelled();
                    total += n;
                    if (total > limit) {
                        throw wrong("expected at most " + limit + " bytes when unpacked");
                    }
                    if (total > FREE && total > RATIO * in.count) {
                        throw wrong("expected no more than " + RATIO + "-fold packing");
                    }
                    if (keep) {
                        out.write(chunk, 0, n);
                    }
                }
                if (keep && !more.test(new Entry(name, out.toByteArray()))) {
                    return;
                }
            }
        } catch (ZipException | java.io.EOFException e) {
            throw new FormatException(
                    source.name(), "byte " + in.count, "expected a whole zip file", e);
        } catch (IllegalArgumentException e) {
            throw new FormatException(
                    source.name(), "byte " + in.count, "expected readable names of entries", e);
        }
        if (count == 0) {
            throw wrong("expected a zip file with entries");
        }
    }

    private String safe(String name) throws FormatException {
        String s = name.replace('\\', '/');
        if (s.startsWith("/")
                || s.indexOf(':') >= 0
                || s.indexOf('\0') >= 0
                || List.of(s.split("/")).contains("..")) {
            throw wrong("expected names within the archive, found \"" + name + "\"");
        }
        return s;
    }

    private FormatException wrong(String expected) {
        return new FormatException(source.name(), "", expected);
    }

    /** Counts the packed bytes that were read. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = in.read(into, offset, length);
            count += Math.max(n, 0);
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

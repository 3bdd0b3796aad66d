// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.internal.ZipStream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/**
 * A zip file that cannot do harm: the number of entries, the unpacked sizes and the ratio of
 * packing are bounded, and names that lead out of the archive are refused. Entries are read in the
 * order of the file, nothing is written to disk.
 */
public final class Archive {
    private static final int ENTRIES = 10_000;
    private static final long RATIO = 200;
    private static final int FREE = 1 << 20;
    private static final int GLANCED = 64;

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
     * The files at the beginning of an archive of which no more than this is there: whole ones, and
     * what there is of the last. Never throws; whatever is wrong ends the list.
     */
    public static List<Entry> glance(byte[] head) {
        List<Entry> entries = new ArrayList<>();
        try (ZipStream zip = new ZipStream(new ByteArrayInputStream(head))) {
            while (entries.size() < GLANCED && zip.next()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                    byte[] some = new byte[256];
                    int n;
                    while (out.size() < FREE && (n = zip.read(some, 0, some.length)) >= 0) {
                        out.write(some, 0, n);
                    }
                } finally {
                    entries.add(new Entry(zip.name(), out.toByteArray()));
                }
            }
        } catch (IOException e) {
            // the head ends here, and what came before it counts
        }
        return entries;
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
        stream(wanted, (name, content) -> more.test(new Entry(name, content.readAllBytes())));
    }

    /** Takes one file of the archive after another. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * @param name its name with {@code /} between folders
         * @param content what it holds, valid during the call and bounded as the archive is
         * @return whether to go on
         */
        boolean take(String name, InputStream content) throws IOException;
    }

    /**
     * Streams the files whose names pass, in the order of the archive, none of them held in memory.
     *
     * @throws FormatException if it is no zip file, damaged, or breaks a bound
     */
    public void stream(Predicate<String> wanted, Visitor visitor) throws IOException {
        progress.checkCancelled();
        int count = 0;
        try (ZipStream zip = new ZipStream(source.open())) {
            Content content = new Content(zip);
            try {
                while (zip.next()) {
                    if (++count > ENTRIES) {
                        throw wrong("expected at most " + ENTRIES + " entries");
                    }
                    String name = safe(zip.name());
                    if (!zip.isFolder() && wanted.test(name) && !visitor.take(name, content)) {
                        return;
                    }
                    content.finish();
                }
            } catch (ZipException | EOFException e) {
                throw new FormatException(
                        source.name(), "byte " + zip.position(), "expected a whole zip file", e);
            }
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

    /** The unpacked bytes of the present entry; what all entries unpack to is counted. */
    private final class Content extends InputStream {
        private final ZipStream zip;
        private long total;

        Content(ZipStream zip) {
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            progress.checkCancelled();
            if (length == 0) {
                return 0;
            }
            int n = zip.read(into, offset, length);
            total += Math.max(n, 0);
            if (total > limit) {
                throw wrong("expected at most " + limit + " bytes when unpacked");
            }
            if (total > FREE && total > RATIO * zip.position()) {
                throw wrong("expected no more than " + RATIO + "-fold packing");
            }
            return n;
        }

        /** Passes over what was not read, which counts too. */
        void finish() throws IOException {
            byte[] chunk = new byte[8192];
            int n;
            do {
                n = read(chunk, 0, chunk.length);
            } while (n >= 0);
        }
    }
}

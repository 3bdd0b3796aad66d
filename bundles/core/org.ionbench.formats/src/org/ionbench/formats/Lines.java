// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.internal.EightBytes;
import org.ionbench.formats.internal.ToUtf8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a text file, streamed: the present one as bytes ({@link #bytes}, {@link #from},
 * {@link #to}) for fast readers of numbers, or as {@link #text}.
 *
 * <p>Lines end with LF, CR LF or CR. A line longer than 1 MiB and a zero byte within the text end
 * the reading with a {@link FormatException}; zeros up to the end of the file, as a power cut
 * leaves them, are passed over. Work done is reported in bytes, and cancelling is looked for at
 * every 64 KiB.
 */
public final class Lines implements Closeable {
    /** The longest line in bytes. */
    public static final int LONGEST = 1 << 20;

    private static final int CHUNK = 1 << 16;

    /** How many bytes before the present line are kept. */
    private static final int ABOVE = 1 << 12;

    /** Bytes behind what was read, for readers of several at a time. */
    private static final int ROOM = 64;

    private final String file;
    private final InputStream in;
    private final Encoding encoding;
    private final Charset charset;
    private final Progress progress;
    private byte[] buffer = new byte[CHUNK + ROOM];
    private int filled;
    private boolean ended;
    private int from;
    private int to;
    private int following;
    private int number;
    private boolean complete = true;
    private boolean again;
    private byte[] above = {};

    private Lines(String file, InputStream in, Encoding encoding, Progress progress)
            throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.progress = progress;
        boolean wide = !encoding.isAsciiLike();
        this.charset = wide ? StandardCharsets.UTF_8 : encoding.charset();
        in.skipNBytes(encoding.mark());
        this.in = wide ? new ToUtf8(in, encoding.charset()) : in;
    }

    /** The lines of a file in the encoding its options say or its content shows. */
    public static Lines of(Source source, Progress progress) throws IOException {
        return of(source, Encoding.of(source), progress);
    }

    /** The lines of a file in a given encoding; the task of the progress is its bytes. */
    public static Lines of(Source source, Encoding encoding, Progress progress) throws IOException {
        progress.checkCancelled();
        progress.task(source.name(), source.size());
        return of(source.name(), source.open(), encoding, progress);
    }

    /** The lines of a stream, which is closed with them. */
    public static Lines of(String file, InputStream in, Encoding encoding, Progress progress)
            throws IOException {
        try {
            return new Lines(file, in, encoding, progress);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the file
     * @throws FormatException if the line is too long or holds a zero byte
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    public boolean next() throws IOException {
        if (again) {
            again = false;
            return true;
        }
        from = following;
        int i = from;
        while (true) {
            int end = EightBytes.endOfLine(buffer, i, filled);
            if (end >= 0 && buffer[end] == 0) {
                return lastBeforeZeros(end);
            }
            if (end >= 0 && (buffer[end] == '\n' || end + 1 < filled || ended)) {
                to = end;
                boolean pair = buffer[end] == '\r' && end + 1 < filled && buffer[end + 1] == '\n';
                following = end + (pair ? 2 : 1);
                number++;
                complete = true;
                return true;
            }
            if (ended) {
                to = filled;
                following = filled;
                complete = false;
                if (from == to) {
                    return false;
                }
                number++;
                return true;
            }
            if (filled - from > LONGEST) {
                throw new FormatException(
                        file,
                        "line " + (number + 1),
                        "expected lines of text of at most " + LONGEST + " bytes");
            }
            int scanned = (end >= 0 ? end : filled) - from;
            refill();
            i = from + scanned;
        }
    }

    /** The next line as text; empty at the end. */
    public Optional<String> read() throws IOException {
        return next() ? Optional.of(text()) : Optional.empty();
    }

    /** Makes {@link #next} give the present line once more. */
    public void back() {
        again = number > 0;
    }

    /**
     * The present line. Where the encoding is UTF-8 and the line is not, it is read as
     * windows-1252: files of plain ASCII with one sign of another encoding far down are common.
     */
    public String text() {
        if (charset != StandardCharsets.UTF_8) {
            return new String(buffer, from, to - from, charset);
        }
        String line = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        boolean whole = line.indexOf('\ufffd') < 0 || !encoding.isAsciiLike();
        return whole || writtenAsLost(line)
                ? line
                : new String(buffer, from, to - from, Encoding.WINDOWS_1252.charset());
    }

    /** Whether each sign that could not be read was not there for whoever wrote the file either. */
    private boolean writtenAsLost(String line) {
        byte[] again = line.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, buffer, from, to);
    }

    /** A part of the present line as text, in the positions of {@link #bytes}. */
    public String text(int start, int end) {
        return new String(buffer, start, end - start, charset);
    }

    /** The number of the present line, from 1. */
    public int number() {
        return number;
    }

    /**
     * The buffer that holds the present line; valid until {@link #next}, not to be changed. Bytes
     * below 0x40 stand for themselves in every encoding. Some bytes of no meaning follow the last
     * line, so that several may be read at a time.
     */
    public byte[] bytes() {
        return buffer;
    }

    /** Where the present line begins in {@link #bytes}. */
    public int from() {
        return from;
    }

    /** Where it ends. */
    public int to() {
        return to;
    }

    /** Whether the present line begins with these ASCII characters. */
    public boolean startsWith(String ascii) {
        if (to - from < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (buffer[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the present line holds nothing but blanks. */
    public boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether the present line has a line end; the last of a growing file may not. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether the present line, where it has no line end, is whole by those above it. */
    public LastLine ending() {
        if (complete) {
            return LastLine.WHOLE;
        }
        String before = from == 0 ? latin1(above, 0, above.length) : latin1(buffer, 0, from);
        List<String> lines = before.lines().skip(1).toList();
        return LastLine.of(lines, new String(buffer, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static String latin1(byte[] bytes, int from, int to) {
        int start = Math.max(from, to - ABOVE);
        return new String(bytes, start, to - start, StandardCharsets.ISO_8859_1);
    }

    public Encoding encoding() {
        return encoding;
    }

    public String file() {
        return file;
    }

    /** {@code "line 17"}, for problems. */
    public String place() {
        return "line " + number;
    }

    /** An exception at the present line. */
    public FormatException wrong(String expected) {
        return new FormatException(file, place(), expected);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Keeps the present line and reads on behind it. */
    private void refill() throws IOException {
        progress.checkCancelled();
        if (from > 0) {
            above = Arrays.copyOfRange(buffer, Math.max(0, from - ABOVE), from);
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            from = 0;
        }
        if (filled == buffer.length - ROOM) {
            buffer = Arrays.copyOf(buffer, 2 * (buffer.length - ROOM) + ROOM);
        }
        int n = in.read(buffer, filled, buffer.length - filled - ROOM);
        if (n < 0) {
            ended = true;
        } else {
            filled += n;
            progress.done(n);
        }
    }

    private boolean lastBeforeZeros(int end) throws IOException {
        to = end;
        byte[] line = Arrays.copyOfRange(buffer, from, to);
        byte[] before =
                from == 0 ? above : Arrays.copyOfRange(buffer, Math.max(0, from - ABOVE), from);
        int i = end;
        while (true) {
            while (i < filled) {
                if (buffer[i++] != 0) {
                    throw new FormatException(
                            file,
                            "line " + (number + 1),
                            "expected text, found a zero byte: the file is binary or damaged");
                }
            }
            if (ended) {
                break;
            }
            from = filled;
            refill();
            i = 0;
        }
        buffer = line;
        above = before;
        from = 0;
        to = line.length;
        filled = to;
        following = to;
        complete = false;
        if (to == 0) {
            return false;
        }
        number++;
        return true;
    }
}

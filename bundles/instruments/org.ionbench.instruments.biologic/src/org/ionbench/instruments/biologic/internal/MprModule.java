// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One module of a {@code .mpr} file.
 *
 * @param name short name, such as {@code "VMP data"}
 * @param recent whether the header has the form of EC-Lab 11.50 and later
 * @param version version of the module; in the recent form the second of the two version fields
 * @param date date as the file writes it, such as {@code "04/13/26"}
 * @param offset where its data begins in the file
 * @param length length of its data as the header has it
 * @param present how many of these bytes the file holds
 */
public record MprModule(
        String name,
        boolean recent,
        long version,
        String date,
        long offset,
        long length,
        long present) {

    /** What every {@code .mpr} file begins with. */
    public static final String MAGIC = "BIO-LOGIC MODULAR FILE";

    private static final int FIRST = 52;
    private static final int OLD_HEADER = 6 + 10 + 25 + 4 + 4 + 8;
    private static final int RECENT_HEADER = OLD_HEADER + 8;
    private static final int MOST = 1000;

    /** Lists the modules of a file; what cannot be followed ends the list with a problem. */
    public static List<MprModule> list(
            String file, SeekableByteChannel channel, Consumer<Problem> problems)
            throws IOException {
        long size = channel.size();
        ByteBuffer magic = bytes(channel, 0, MAGIC.length());
        if (!text(magic, 0, magic.limit()).equals(MAGIC)) {
            throw new FormatException(file, "byte 0", "expected \"" + MAGIC + "\"");
        }
        List<MprModule> modules = new ArrayList<>();
        long at = FIRST;
        while (at < size && modules.size() < MOST) {
            ByteBuffer h = bytes(channel, at, RECENT_HEADER);
            boolean begins = h.limit() >= 6 && text(h, 0, 6).equals("MODULE");
            if (!begins) {
                problems.accept(
                        Problem.warning(
                                        "mpr.module",
                                        "Expected the word MODULE; what follows was not read.")
                                .at("byte " + at));
                break;
            }
            boolean recent = h.limit() == RECENT_HEADER && h.getInt(41) == -1;
            if (h.limit() < OLD_HEADER) {
                problems.accept(cut(size));
                break;
            }
            int header = recent ? RECENT_HEADER : OLD_HEADER;
            long length = Integer.toUnsignedLong(h.getInt(recent ? 45 : 41));
            long version = Integer.toUnsignedLong(h.getInt(recent ? 53 : 45));
            String date = text(h, header - 8, 8);
            long begin = at + header;
            long present = Math.max(0, Math.min(length, size - begin));
            modules.add(
                    new MprModule(
                            text(h, 6, 10).strip(), recent, version, date, begin, length, present));
            if (present < length) {
                problems.accept(cut(size));
            }
            at = begin + length;
        }
        return modules;
    }

    private static Problem cut(long size) {
        return Problem.warning(
                        "mpr.cut",
                        "The file ends within a module: it is still being written, or was cut."
                                + " What is whole was read.")
                .at("byte " + size);
    }

    /** The first bytes of the module's data, at most {@code limit}, little-endian. */
    public ByteBuffer head(SeekableByteChannel channel, int limit) throws IOException {
        return bytes(channel, offset, (int) Math.min(limit, present));
    }

    /** Bytes of a file from a position, fewer where it ends. */
    private static ByteBuffer bytes(SeekableByteChannel channel, long from, int count)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            continue;
        }
        return buffer.flip();
    }

    private static String text(ByteBuffer buffer, int from, int count) {
        int n = Math.min(count, buffer.limit() - from);
        return new String(buffer.array(), from, Math.max(0, n), StandardCharsets.ISO_8859_1);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One {@code .ndc} file within a {@code .ndax}: pages of equal length, the first of which is a
 * head; items of equal length in each page, those that are taken marked by bits. The byte at 0 says
 * what it holds, the byte at 2 is the version.
 *
 * <table>
 * <caption>Pages</caption>
 * <tr><th></th><th>version 2</th><th>later versions</th></tr>
 * <tr><td>length of a page</td><td>512</td><td>4096</td></tr>
 * <tr><td>marks</td><td>none; an item of index 0 is empty</td><td>from byte 4 on, one bit for each
 * item, the least significant first</td></tr>
 * <tr><td>first item</td><td>at 5</td><td>at 132</td></tr>
 * <tr><td>not used at the end</td><td>1 byte and what is less than an item</td><td>the same</td></tr>
 * </table>
 */
public final class Ndc {
    /** What a file of a further channel has at byte 0. */
    public static final int AUXILIARY = 5;

    /** Takes one item. */
    @FunctionalInterface
    public interface Taker {
        /**
         * @param at where the item begins in {@link Ndc#bytes()}
         * @param place its place in the file, from 0, empty ones counted
         */
        void take(int at, int place);
    }

    private final ByteBuffer in;
    private final int version;
    private final int kind;
    private final int page;
    private final int first;

    private Ndc(ByteBuffer in) {
        this.in = in;
        kind = in.get(0) & 0xFF;
        version = in.get(2) & 0xFF;
        page = version == 2 ? 512 : 4096;
        first = version == 2 ? 5 : 132;
    }

    /**
     * @throws FormatException if there is not even a version
     */
    public static Ndc of(String file, String name, byte[] bytes) throws FormatException {
        if (bytes.length < 4) {
            throw new FormatException(file, name, "expected at least its version");
        }
        return new Ndc(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    public int version() {
        return version;
    }

    public int kind() {
        return kind;
    }

    /** All bytes, the least significant first. */
    public ByteBuffer bytes() {
        return in;
    }

    /** The byte the first item begins with; -1 where there is none. */
    public int firstByte() {
        int at = page + first;
        return at < in.limit() ? in.get(at) & 0xFF : -1;
    }

    /** How many items of a length there is room for. */
    public int places(int length) {
        return perPage(length) * (int) Math.max(0L, ((long) in.limit() + page - 1) / page - 1);
    }

    private int perPage(int length) {
        return (page - first - 1) / length;
    }

    /** Visits all items of a length that are taken. A page that the end cuts is read as far. */
    public void each(int length, Progress progress, Taker taker) {
        int perPage = perPage(length);
        boolean marked = version != 2;
        int place = 0;
        for (int start = page; start + first < in.limit(); start += page) {
            progress.checkCancelled();
            int room = Math.min(perPage, (in.limit() - start - first) / length);
            for (int i = 0; i < room; i++) {
                boolean taken = !marked || (in.get(start + 4 + (i >> 3)) >> (i & 7) & 1) != 0;
                if (taken) {
                    taker.take(start + first + i * length, place + i);
                }
            }
            place += perPage;
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.biologic.internal.RecordLayout.Field;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** Reads records in blocks, each with the record behind it, and turns them into columns. */
final class MprRows {
    private static final int BLOCK_BYTES = 1 << 20;
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private final RecordLayout layout;
    private final DerivedColumns derived;

    MprRows(RecordLayout layout, DerivedColumns derived) {
        this.layout = layout;
        this.derived = derived;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads records from a place of the file.
     *
     * @param records how many whole records the file holds there
     */
    void read(
            SeekableByteChannel channel, long from, long records, Spectra target, Progress progress)
            throws IOException {
        int size = layout.bytes();
        int block = (int) Math.min(records, Math.max(1, BLOCK_BYTES / size));
        List<Field> fields = layout.fields();
        double[][] columns = new double[fields.size() + derived.count()][block + 1];
        ByteBuffer buffer = ByteBuffer.allocate((block + 1) * size);
        channel.position(from);
        long done = 0;
        while (done < records) {
            progress.checkCancelled();
            int wanted = (int) Math.min(block + 1L, records - done);
            buffer.limit(wanted * size);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            int present = buffer.position() / size;
            if (present == 0) {
                return;
            }
            for (int c = 0; c < fields.size(); c++) {
                decode(buffer.array(), fields.get(c), size, columns[c], present);
            }
            int rows = Math.min(block, present);
            derived.compute(new DerivedColumns.Block(columns, done, rows, present > rows));
            target.rows(columns, rows);
            progress.done((long) rows * size);
            buffer.flip().position(rows * size);
            buffer.compact();
            done += rows;
        }
    }

    private static void decode(byte[] bytes, Field field, int size, double[] out, int rows) {
        int at = field.offset();
        switch (field.storage()) {
            case F4 -> {
                for (int i = 0; i < rows; i++, at += size) {
                    out[i] = (float) FLOAT.get(bytes, at);
                }
            }
            case F8 -> {
                for (int i = 0; i < rows; i++, at += size) {
                    out[i] = (double) DOUBLE.get(bytes, at);
                }
            }
            case U4 -> {
                for (int i = 0; i < rows; i++, at += size) {
                    out[i] = Integer.toUnsignedLong((int) INT.get(bytes, at));
                }
            }
            case U2 -> {
                for (int i = 0; i < rows; i++, at += size) {
                    out[i] = Short.toUnsignedInt((short) SHORT.get(bytes, at));
                }
            }
            case U1 -> {
                int mask = field.mask() == 0 ? 0xff : field.mask();
                int shift = Integer.numberOfTrailingZeros(mask);
                for (int i = 0; i < rows; i++, at += size) {
                    out[i] = (bytes[at] & mask) >> shift;
                }
            }
        }
    }
}

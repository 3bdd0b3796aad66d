// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.tables;

import org.ionbench.api.problem.FormatException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a NumPy array file, versions 1.0 and 2.0: the bytes {@code \x93NUMPY}, two version
 * bytes, the length of the dictionary (little-endian, 2 or 4 bytes), the dictionary as a Python
 * literal padded so that the data begin at a multiple of 64. Format: numpy.lib.format.
 *
 * @param rows rows of the matrix
 * @param columns columns of the matrix
 * @param offset where the numbers begin, in bytes
 */
record Npy(int rows, int columns, int offset) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 4096;
    private static final int MOST_COLUMNS = 1 << 20;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE =
            Pattern.compile("'shape'\\s*:\\s*\\(\\s*(\\d{1,10})\\s*,\\s*(\\d{1,10})\\s*,?\\s*\\)");

    /** The header of a Fortran-ordered matrix of little-endian doubles. */
    static byte[] header(int rows, int columns) {
        StringBuilder dict =
                new StringBuilder("{'descr': '<f8', 'fortran_order': True, 'shape': (")
                        .append(rows)
                        .append(", ")
                        .append(columns)
                        .append("), }");
        while ((MAGIC.length + 4 + dict.length() + 1) % 64 != 0) {
            dict.append(' ');
        }
        dict.append('\n');
        byte[] text = dict.toString().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(MAGIC.length + 4 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) text.length)
                .put(text)
                .array();
    }

    /**
     * Reads the header and checks that the file is as long as it says.
     *
     * @throws FormatException if this is no matrix as {@link TableWriter} writes it
     */
    static Npy read(String file, SeekableByteChannel channel) throws IOException {
        ByteBuffer start = read(file, channel, MAGIC.length + 2);
        for (byte b : MAGIC) {
            if (start.get() != b) {
                throw new FormatException(file, "byte 0", "expected a NumPy array file");
            }
        }
        int version = start.get();
        if (version != 1 && version != 2) {
            throw new FormatException(
                    file, "byte 6", "expected NumPy format 1 or 2, not " + version);
        }
        int lengthBytes = version == 1 ? 2 : 4;
        ByteBuffer lengthField = read(file, channel, lengthBytes);
        int length =
                version == 1 ? Short.toUnsignedInt(lengthField.getShort()) : lengthField.getInt();
        if (length < 0 || length > LONGEST_HEADER) {
            throw new FormatException(file, "byte 8", "expected a short header, not " + length);
        }
        String dict = StandardCharsets.ISO_8859_1.decode(read(file, channel, length)).toString();
        int offset = MAGIC.length + 2 + lengthBytes + length;
        if (!"<f8".equals(group(DESCR, dict)) || !"True".equals(group(ORDER, dict))) {
            throw new FormatException(
                    file, "header", "expected a Fortran-ordered array of little-endian doubles");
        }
        Matcher shape = SHAPE.matcher(dict);
        if (!shape.find()) {
            throw new FormatException(file, "header", "expected the shape of a matrix");
        }
        long rows = Long.parseLong(shape.group(1));
        long columns = Long.parseLong(shape.group(2));
        boolean whole =
                rows <= Integer.MAX_VALUE
                        && columns <= MOST_COLUMNS
                        && channel.size() - offset == 8 * rows * columns;
        if (!whole) {
            throw new FormatException(
                    file,
                    "header",
                    "expected "
                            + rows
                            + " x "
                            + columns
                            + " numbers, but the file has "
                            + channel.size()
                            + " bytes");
        }
        return new Npy((int) rows, (int) columns, offset);
    }

    private static String group(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group(1) : "";
    }

    private static ByteBuffer read(String file, ReadableByteChannel channel, int count)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new FormatException(file, "header", "the file ends within its header");
            }
        }
        return buffer.flip();
    }
}

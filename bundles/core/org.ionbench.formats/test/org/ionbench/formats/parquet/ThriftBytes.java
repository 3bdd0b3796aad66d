// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A structure in Thrift's compact protocol, put together field by field in rising order. */
final class ThriftBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int last;

    ThriftBytes number(int field, long value) {
        head(field, 5);
        varint(value << 1 ^ value >> 63);
        return this;
    }

    ThriftBytes truth(int field, boolean value) {
        head(field, value ? 1 : 2);
        return this;
    }

    ThriftBytes text(int field, String value) {
        head(field, 8);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    ThriftBytes part(int field, ThriftBytes value) {
        head(field, 12);
        out.writeBytes(value.ended());
        return this;
    }

    ThriftBytes parts(int field, ThriftBytes... values) {
        head(field, 9);
        if (values.length < 15) {
            out.write(values.length << 4 | 12);
        } else {
            out.write(0xfc);
            varint(values.length);
        }
        for (ThriftBytes value : values) {
            out.writeBytes(value.ended());
        }
        return this;
    }

    /** The bytes with the zero that ends a structure. */
    byte[] ended() {
        byte[] bytes = new byte[out.size() + 1];
        System.arraycopy(out.toByteArray(), 0, bytes, 0, out.size());
        return bytes;
    }

    private void head(int field, int type) {
        out.write(field - last << 4 | type);
        last = field;
    }

    private void varint(long value) {
        long n = value;
        for (; (n & ~0x7fL) != 0; n >>>= 7) {
            out.write((int) (n & 0x7f | 0x80));
        }
        out.write((int) n);
    }
}

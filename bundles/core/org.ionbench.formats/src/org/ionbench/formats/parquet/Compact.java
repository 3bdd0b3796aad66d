// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import org.ionbench.api.problem.FormatException;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A structure in Thrift's compact protocol, by field number: what a Parquet file's footer and page
 * headers are written in. Numbers are {@code Long}, floats {@code Double}, texts {@code byte[]},
 * lists {@code List}, structures {@code Compact}.
 *
 * <p>Layout: a field is one byte (difference of the field number in the high half, type in the low
 * half; difference 0: the number follows as a zigzag integer), then its value; a zero byte ends the
 * structure. Integers are zigzag, seven bits a byte, least significant first.
 */
final class Compact {
    private static final int DEEPEST = 24;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I16 = 4;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int STRUCT = 12;

    private final Map<Integer, Object> fields = new LinkedHashMap<>();

    // ---- reading

    /** Reads a structure at the buffer's position and leaves the position behind it. */
    static Compact read(ByteBuffer in, String file) throws FormatException {
        try {
            return structure(in, file, 0);
        } catch (BufferUnderflowException e) {
            throw wrong(file, "ends within a structure of its description");
        }
    }

    private static Compact structure(ByteBuffer in, String file, int depth) throws FormatException {
        Compact found = new Compact();
        int field = 0;
        for (int head = in.get() & 0xff; head != 0; head = in.get() & 0xff) {
            int step = head >> 4;
            field = step == 0 ? (int) zigzag(in) : field + step;
            found.fields.put(field, value(in, file, head & 0xf, depth));
        }
        return found;
    }

    private static Object value(ByteBuffer in, String file, int type, int depth)
            throws FormatException {
        if (depth > DEEPEST) {
            throw wrong(file, "has a description nested too deeply");
        }
        return switch (type) {
            case TRUE -> 1L;
            case FALSE -> 0L;
            case BYTE -> (long) in.get();
            case I16, I32, I64 -> zigzag(in);
            case DOUBLE -> Double.longBitsToDouble(Long.reverseBytes(bigEndian(in)));
            case BINARY -> bytes(in, file);
            case LIST, SET -> list(in, file, depth);
            case STRUCT -> structure(in, file, depth + 1);
            default -> throw wrong(file, "has a description with the unknown type " + type);
        };
    }

    private static long bigEndian(ByteBuffer in) {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | in.get() & 0xff;
        }
        return bits;
    }

    private static List<Object> list(ByteBuffer in, String file, int depth) throws FormatException {
        int head = in.get() & 0xff;
        long size = head >> 4 == 15 ? varint(in) : head >> 4;
        if (size < 0 || size > in.remaining()) {
            throw wrong(file, "has a list longer than its description");
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int type = head & 0xf;
            items.add(
                    type == TRUE || type == FALSE
                            ? Long.valueOf(in.get() == TRUE ? 1 : 0)
                            : value(in, file, type, depth + 1));
        }
        return items;
    }

    private static byte[] bytes(ByteBuffer in, String file) throws FormatException {
        long size = varint(in);
        if (size < 0 || size > in.remaining()) {
            throw wrong(file, "has a text longer than its description");
        }
        byte[] bytes = new byte[(int) size];
        in.get(bytes);
        return bytes;
    }

    /** A signed integer: 0, -1, 1, -2 and so on as 0, 1, 2, 3. */
    static long zigzag(ByteBuffer in) {
        long n = varint(in);
        return n >>> 1 ^ -(n & 1);
    }

    /** An integer of seven bits a byte, the least significant first. */
    static long varint(ByteBuffer in) {
        long n = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = in.get() & 0xff;
            n |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                break;
            }
        }
        return n;
    }

    // ---- asking

    boolean has(int field) {
        return fields.containsKey(field);
    }

    /** A whole number; the alternative where it is missing. */
    long number(int field, long otherwise) {
        return fields.get(field) instanceof Long n ? n : otherwise;
    }

    Optional<String> text(int field) {
        return fields.get(field) instanceof byte[] b
                ? Optional.of(new String(b, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    Optional<Compact> part(int field) {
        return fields.get(field) instanceof Compact c ? Optional.of(c) : Optional.empty();
    }

    /** The structures of a list; none where it is missing or holds something else. */
    List<Compact> parts(int field) {
        return items(field, Compact.class);
    }

    /** The texts of a list. */
    List<String> texts(int field) {
        return items(field, byte[].class).stream()
                .map(b -> new String(b, StandardCharsets.UTF_8))
                .toList();
    }

    private <T> List<T> items(int field, Class<T> type) {
        return fields.get(field) instanceof List<?> items
                ? items.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }

    // ---- writing

    /** With a field; fields are given in rising order. */
    Compact with(int field, Object value) {
        fields.put(field, value instanceof Integer i ? (Object) i.longValue() : value);
        return this;
    }

    void write(ByteArrayOutputStream out) {
        int last = 0;
        for (Map.Entry<Integer, Object> field : fields.entrySet()) {
            out.write(field.getKey() - last << 4 | type(field.getValue()));
            last = field.getKey();
            write(out, field.getValue());
        }
        out.write(0);
    }

    private static int type(Object value) {
        return switch (value) {
            case Long n -> n == (int) n.longValue() ? I32 : I64;
            case Wide _ -> I64;
            case String _ -> BINARY;
            case List<?> _ -> LIST;
            case Compact _ -> STRUCT;
            default -> throw new IllegalArgumentException("no such field: " + value);
        };
    }

    /** A number whose field is 64 bits wide whatever its value. */
    record Wide(long value) {}

    private static void write(ByteArrayOutputStream out, Object value) {
        switch (value) {
            case Long n -> varint(out, n << 1 ^ n >> 63);
            case Wide w -> varint(out, w.value << 1 ^ w.value >> 63);
            case String s -> {
                byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
                varint(out, bytes.length);
                out.writeBytes(bytes);
            }
            case List<?> items -> {
                int type = items.isEmpty() ? STRUCT : type(items.getFirst());
                if (items.size() < 15) {
                    out.write(items.size() << 4 | type);
                } else {
                    out.write(0xf0 | type);
                    varint(out, items.size());
                }
                items.forEach(item -> write(out, item));
            }
            case Compact c -> c.write(out);
            default -> throw new IllegalArgumentException("no such field: " + value);
        }
    }

    private static void varint(ByteArrayOutputStream out, long number) {
        long n = number;
        for (; (n & ~0x7fL) != 0; n >>>= 7) {
            out.write((int) (n & 0x7f | 0x80));
        }
        out.write((int) n);
    }

    private static FormatException wrong(String file, String what) {
        return new FormatException(file, "", "this Parquet file " + what + "; it is damaged");
    }
}

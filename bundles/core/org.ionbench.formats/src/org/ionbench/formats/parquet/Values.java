// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** The values of one page, one after another; each is asked for as what its column is. */
abstract class Values {
    /** Physical types, as the format numbers them. */
    static final int BOOLEAN = 0;

    static final int INT32 = 1;
    static final int INT64 = 2;
    static final int INT96 = 3;
    static final int FLOAT = 4;
    static final int DOUBLE = 5;
    static final int BYTE_ARRAY = 6;

    /** The fewest bytes of a plain value of each type; truth values have no dictionary. */
    private static final int[] LEAST_BYTES = {1, 4, 8, 12, 4, 8, 4};

    private static final long EPOCH_AS_JULIAN_DAY = 2_440_588;

    /** The next value of a column of numbers. */
    abstract double number();

    /** The next value of a column of text. */
    String text() {
        throw new IllegalStateException("a column of numbers has no text");
    }

    /**
     * Values as they are; an INT96 is a time stamp, given in seconds since 1970.
     *
     * @param type the physical type
     */
    static Values plain(ByteBuffer page, int type) {
        ByteBuffer in = page.order(ByteOrder.LITTLE_ENDIAN);
        return switch (type) {
            case BOOLEAN -> {
                Hybrid bits = Hybrid.bits(in);
                yield numbers(bits::next);
            }
            case INT32 -> numbers(in::getInt);
            case INT64 -> numbers(in::getLong);
            case INT96 -> numbers(() -> seconds(in.getLong(), in.getInt()));
            case FLOAT -> numbers(in::getFloat);
            case DOUBLE -> numbers(in::getDouble);
            default ->
                    new Texts() {
                        @Override
                        String text() {
                            int size = in.getInt();
                            if (size < 0 || size > in.remaining()) {
                                throw new IllegalArgumentException("a text longer than its page");
                            }
                            byte[] bytes = new byte[size];
                            in.get(bytes);
                            return new String(bytes, StandardCharsets.UTF_8);
                        }
                    };
        };
    }

    private static double seconds(long nanosecondsOfDay, int julianDay) {
        return (julianDay - EPOCH_AS_JULIAN_DAY) * 86400.0 + nanosecondsOfDay / 1e9;
    }

    private static Values numbers(DoubleSupplier next) {
        return new Values() {
            @Override
            double number() {
                return next.getAsDouble();
            }
        };
    }

    /** Truth values as runs. */
    static Values runs(ByteBuffer page) {
        page.order(ByteOrder.LITTLE_ENDIAN).getInt();
        Hybrid numbers = new Hybrid(page, 1);
        return numbers(numbers::next);
    }

    /** Whole numbers as differences, which may pass over the largest of 32 bits. */
    static Values delta(ByteBuffer page, int type) {
        Delta numbers = new Delta(page);
        return type == INT32 ? numbers(() -> (int) numbers.next()) : numbers(numbers::next);
    }

    /** Texts behind their lengths. */
    static Values texts(ByteBuffer page) {
        return texts(() -> 0, page);
    }

    /** Texts behind how much each shares with the one before and the lengths of the rest. */
    static Values prefixedTexts(ByteBuffer page) {
        Delta shared = Delta.passed(page);
        return texts(shared::next, page);
    }

    private static Values texts(LongSupplier shared, ByteBuffer page) {
        Delta lengths = Delta.passed(page);
        return new Texts() {
            private byte[] last = {};

            @Override
            String text() {
                int kept = Math.toIntExact(shared.getAsLong());
                int more = Math.toIntExact(lengths.next());
                if (kept < 0 || kept > last.length || more < 0 || more > page.remaining()) {
                    throw new IllegalArgumentException("a text longer than its page");
                }
                byte[] bytes = Arrays.copyOf(last, kept + more);
                page.get(bytes, kept, more);
                last = bytes;
                return new String(bytes, StandardCharsets.UTF_8);
            }
        };
    }

    /** Floating-point numbers with their first bytes together, then their second ones. */
    static Values split(ByteBuffer page, int type) {
        int width = LEAST_BYTES[type];
        int count = page.remaining() / width;
        int start = page.position();
        return new Values() {
            private int at;

            @Override
            double number() {
                if (at >= count) {
                    throw new BufferUnderflowException();
                }
                long bits = 0;
                for (int i = width - 1; i >= 0; i--) {
                    bits = bits << 8 | page.get(start + i * count + at) & 0xff;
                }
                at++;
                return switch (type) {
                    case FLOAT -> Float.intBitsToFloat((int) bits);
                    case DOUBLE -> Double.longBitsToDouble(bits);
                    case INT32 -> (int) bits;
                    default -> bits;
                };
            }
        };
    }

    /** Values of a dictionary, by their numbers; the first byte is the width of a number. */
    static Values of(Dictionary dictionary, ByteBuffer page) {
        int width = page.hasRemaining() ? page.get() & 0xff : 0;
        if (width > 31) {
            throw new IllegalArgumentException("a dictionary with numbers of " + width + " bits");
        }
        Hybrid numbers = new Hybrid(page, width);
        return new Values() {
            @Override
            double number() {
                return dictionary.numbers[numbers.next()];
            }

            @Override
            String text() {
                return dictionary.texts[numbers.next()];
            }
        };
    }

    private abstract static class Texts extends Values {
        @Override
        double number() {
            throw new IllegalStateException("a column of text has no numbers");
        }
    }

    /** The values a column's pages point to. */
    static final class Dictionary {
        private final double[] numbers;
        private final String[] texts;

        Dictionary(ByteBuffer page, int type, int count) {
            if (count > page.remaining() / LEAST_BYTES[type]) {
                throw new IllegalArgumentException("a dictionary of more values than its page");
            }
            Values values = plain(page, type);
            boolean text = type == BYTE_ARRAY;
            numbers = new double[text ? 0 : count];
            texts = new String[text ? count : 0];
            for (int i = 0; i < count; i++) {
                if (text) {
                    texts[i] = values.text();
                } else {
                    numbers[i] = values.number();
                }
            }
        }
    }
}

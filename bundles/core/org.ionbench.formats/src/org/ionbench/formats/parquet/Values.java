// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

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
            case BOOLEAN -> numbers(new Hybrid(in, 1).packedOnly());
            case INT32 -> numbers(in::getInt);
            case INT64 ->
                    new Values() {
                        @Override
                        double number() {
                            return in.getLong();
                        }
                    };
            case INT96 ->
                    new Values() {
                        @Override
                        double number() {
                            double nanoseconds = in.getLong();
                            return (in.getInt() - EPOCH_AS_JULIAN_DAY) * 86400.0
                                    + nanoseconds / 1e9;
                        }
                    };
            case FLOAT ->
                    new Values() {
                        @Override
                        double number() {
                            return in.getFloat();
                        }
                    };
            case DOUBLE ->
                    new Values() {
                        @Override
                        double number() {
                            return in.getDouble();
                        }
                    };
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

    private static Values numbers(IntSupplier next) {
        return new Values() {
            @Override
            double number() {
                return next.getAsInt();
            }
        };
    }

    /** Truth values as runs. */
    static Values runs(ByteBuffer page) {
        page.order(ByteOrder.LITTLE_ENDIAN).getInt();
        Hybrid numbers = new Hybrid(page, 1);
        return numbers(numbers::next);
    }

    /** Whole numbers as differences. */
    static Values delta(ByteBuffer page, int most) {
        long[] numbers = Delta.read(page, most);
        return new Values() {
            private int at;

            @Override
            double number() {
                return numbers[at++];
            }
        };
    }

    /** Texts behind their lengths; with shared beginnings where {@code prefixed}. */
    static Values deltaTexts(ByteBuffer page, int most, boolean prefixed) {
        long[] shared = prefixed ? Delta.read(page, most) : new long[0];
        long[] lengths = Delta.read(page, most);
        return new Texts() {
            private int at;
            private byte[] last = {};

            @Override
            String text() {
                int kept = prefixed ? Math.toIntExact(shared[at]) : 0;
                int more = Math.toIntExact(lengths[at++]);
                if (kept < 0 || kept > last.length || more < 0 || more > page.remaining()) {
                    throw new IllegalArgumentException("a text longer than its page");
                }
                byte[] bytes = java.util.Arrays.copyOf(last, kept + more);
                page.get(bytes, kept, more);
                last = bytes;
                return new String(bytes, StandardCharsets.UTF_8);
            }
        };
    }

    /** Floating-point numbers with their first bytes together, then their second ones. */
    static Values split(ByteBuffer page, int type) {
        int width = type == FLOAT || type == INT32 ? 4 : 8;
        int count = page.remaining() / width;
        int start = page.position();
        return new Values() {
            private int at;

            @Override
            double number() {
                if (at >= count) {
                    throw new java.nio.BufferUnderflowException();
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

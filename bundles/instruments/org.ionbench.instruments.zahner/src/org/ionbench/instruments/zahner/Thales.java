// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.BinaryReader;
import org.ionbench.formats.Dates;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the binary files of Thales share: everything with the most significant byte first, integers
 * of six bytes, texts with their length before them and upper and lower case exchanged, times in
 * seconds since the beginning of 1980.
 */
final class Thales {
    /** The number the present files of spectra and polarisations begin with. */
    static final long VERSION = 0xFFFFFFFEL;

    /** More points than this are none: half a year at one a second, and a file of gigabytes. */
    static final long MOST_POINTS = 1 << 24;

    /** Texts longer than this are none. */
    private static final int LONGEST_TEXT = 4096;

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final double YEAR = 365.25 * 86400;

    private Thales() {}

    /** A reader at the beginning; asks whether the reading was cancelled. */
    static BinaryReader open(Source source, Progress progress) throws IOException {
        progress.checkCancelled();
        progress.task(source.name(), source.size());
        return BinaryReader.of(source, ByteOrder.BIG_ENDIAN);
    }

    /** A signed integer of six bytes. */
    static long i48(BinaryReader in) throws IOException {
        long high = in.i16();
        return high << 32 | in.u32();
    }

    /** The unsigned integer of six bytes at an offset of a head; -1 where it is not there. */
    static long i48(Head head, int offset) {
        byte[] b = head.bytes();
        if (offset + 6 > b.length) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < 6; i++) {
            value = value << 8 | b[offset + i] & 0xFF;
        }
        return value;
    }

    /** As many of the numbers from an offset of a head as are there, at most so many. */
    static double[] doubles(Head head, int offset, long most) {
        int have = (int) Math.clamp((head.bytes().length - offset) / 8, 0, most);
        double[] values = new double[have];
        if (have > 0) {
            ByteBuffer.wrap(head.bytes(), offset, 8 * have).asDoubleBuffer().get(values);
        }
        return values;
    }

    /** Up to so many numbers, fewer where the file ends before. */
    static double[] doubles(BinaryReader in, long count) throws IOException {
        double[] values = new double[(int) Math.clamp(in.remaining() / 8, 0, count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.f64();
        }
        return values;
    }

    /** Up to so many integers of two bytes, fewer where the file ends before. */
    static double[] shorts(BinaryReader in, long count) throws IOException {
        double[] values = new double[(int) Math.clamp(in.remaining() / 2, 0, count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.i16();
        }
        return values;
    }

    /** The number of points: stored is the index of the last one. */
    static long points(BinaryReader in, String what) throws IOException {
        long points = i48(in) + 1;
        if (points < 1 || points > Integer.MAX_VALUE) {
            throw in.wrong("expected the number of " + what + ", found " + points);
        }
        return points;
    }

    /** One text. */
    static String text(BinaryReader in) throws IOException {
        int length = in.u16();
        if (length > LONGEST_TEXT) {
            throw in.wrong("expected a text of at most " + LONGEST_TEXT + " bytes");
        }
        StringBuilder text = new StringBuilder(length);
        for (char c : new String(in.bytes(length), StandardCharsets.ISO_8859_1).toCharArray()) {
            text.append(
                    Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return text.toString().strip();
    }

    /** One text for each name, in this order. */
    static Map<String, String> texts(BinaryReader in, List<String> names) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            texts.put(name, text(in));
        }
        return texts;
    }

    /** Hands the texts that are not empty over. */
    static void tell(Map<String, String> texts, RecordingSink recording) {
        texts.forEach(
                (name, text) -> {
                    if (!text.isEmpty()) {
                        recording.metadata(name, text);
                    }
                });
    }

    /** The moment of a time stamp; empty where the clock was not set. */
    static Optional<LocalDateTime> moment(double stamp) {
        double seconds = Math.abs(stamp);
        if (!(seconds > YEAR && seconds < 200 * YEAR)) {
            return Optional.empty();
        }
        return Optional.of(EPOCH.plusNanos(1000 * Math.round(1e6 * seconds)));
    }

    /** The moment of a date such as {@code 210921} and a span {@code 14:41:13-14:44:27}. */
    static Optional<LocalDateTime> moment(String date, String span) {
        String time = span.split("-")[0].strip();
        if (!date.matches("\\d{6}")) {
            return Optional.empty();
        }
        String day = date.substring(0, 2) + "." + date.substring(2, 4) + "." + date.substring(4, 6);
        return Dates.parse(day + " " + time, Dates.Order.DAY_MONTH).map(Dates.Stamp::local);
    }

    /** What to tell of a version that has not been met. */
    static Problem unknownVersion(String code, long version) {
        return Problem.info(
                        code,
                        "The version number "
                                + version
                                + " has not been met before; the points were read as those of the"
                                + " present one.")
                .mend("Please send us the file if they look wrong.");
    }

    /** The problem of a file that ends within its points. */
    static Problem cut(long points, int whole) {
        return Problem.warning(
                        "thales.cut",
                        "The file announces "
                                + points
                                + " points and ends within them; "
                                + whole
                                + " are whole.")
                .with(points, whole);
    }

    /** The problem of what stands behind the points and cannot be read. */
    static Problem unreadable(FormatException e) {
        return Problem.warning(
                        "thales.head",
                        "What the file says about the measurement cannot be read: "
                                + e.getMessage())
                .at(e.place())
                .mend(
                        "The points are not touched by this; please send us the file if it is"
                                + " whole.");
    }

    /** Whether a value is one that a measurement may have: 0 or of a sensible magnitude. */
    static boolean isPlausible(double value) {
        double magnitude = Math.abs(value);
        return magnitude == 0 || magnitude > 1e-20 && magnitude < 1e15;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.binary;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.problem.FormatException;
import org.ionbench.formats.Dates;
import org.ionbench.instruments.neware.internal.binary.CyclerRows.Field;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before the records of a {@code .nda} file, and which kind they are. */
public final class NdaHead {
    /** What every file begins with. */
    public static final String MAGIC = "NEWARE";

    private static final int LONGEST = 4 << 20;
    private static final int FIRST_OF_130 = 1024;
    private static final int FOOTER = 1 << 16;
    private static final int DESCRIPTION = 499;
    private static final String FOOTER_MARK =
            "\u0006\u0000\u00f0\u001d\u0081\u0000\u0003\u0000\u0061\u0090\u0071\u0090\u0002\u007f"
                    + "\u00ff\u0000";
    private static final Pattern DATE =
            Pattern.compile("\\d{4}[-.]\\d\\d[-.]\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final Pattern SERVER = Pattern.compile("BTSServer[ -~]{1,60}");
    private static final Pattern CLIENT = Pattern.compile("BTS \\d[ -~]{1,60}");
    private static final Pattern CONTROLLER = Pattern.compile("4S_[ -~]{1,60}");
    private static final Pattern TESTER = Pattern.compile("M0[0-9]{7}_[ -~]{1,60}");
    private static final Pattern OLD_TESTER = Pattern.compile("BTS_XWJ[ -~]{1,60}");
    private static final Pattern BTS9 = Pattern.compile("9\\.\\d\\.[0-9A-Z.]{2,40}");

    private final String file;
    private final ByteBuffer in;
    private final String text;
    private final int version;
    private final NdaRecords records;
    private final long start;

    private NdaHead(String file, ByteBuffer in) throws FormatException {
        this.file = file;
        this.in = in;
        byte[] bytes = in.array();
        if (in.limit() < 16
                || !new String(bytes, 0, 6, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new FormatException(file, "byte 0", "expected NEWARE and a version");
        }
        version = in.get(14) & 0xFF;
        if (version == 130) {
            start = FIRST_OF_130;
            records = ofBts9();
        } else if (version >= 20 && version < 40) {
            start = first(86);
            records = new NdaRecords.Wide(Calendar.isTime(in, (int) start + 70));
        } else if (version >= 1 && version < 20) {
            start = first(59);
            records = new NdaRecords.Old();
        } else {
            throw unknown("version " + version);
        }
        int end = (int) Math.min(start, in.limit());
        text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    public static NdaHead of(String file, SeekableByteChannel channel) throws IOException {
        int size = (int) Math.min(channel.size(), LONGEST);
        ByteBuffer in = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(0);
        fill(channel, in);
        return new NdaHead(file, in.flip());
    }

    public NdaRecords records() {
        return records;
    }

    /** Where the first record begins. */
    public long start() {
        return start;
    }

    private NdaRecords ofBts9() throws FormatException {
        if (in.limit() < FIRST_OF_130 + 8) {
            throw new FormatException(
                    file, "byte " + in.limit(), "expected measured points from byte 1024 on");
        }
        if (in.get(FIRST_OF_130) == 0x55) {
            short mark = in.getShort(FIRST_OF_130);
            for (int next = FIRST_OF_130 + 52; next <= FIRST_OF_130 + 512; next++) {
                if (next + 2 <= in.limit() && in.getShort(next) == mark) {
                    return new NdaRecords.Bts91(mark, next - FIRST_OF_130);
                }
            }
            // a single point says nothing of the length
            return new NdaRecords.Bts91(mark, 52);
        }
        NdaRecords bts90 = new NdaRecords.Bts90();
        if (bts90.isPoint(in, FIRST_OF_130)) {
            return bts90;
        }
        throw unknown("version 130 with points of kind " + (in.get(FIRST_OF_130) & 0xFF));
    }

    /** Finds the first record of a length by the index 1 and the record that follows. */
    private int first(int length) throws FormatException {
        boolean old = length == 59;
        int index = old ? 1 : 2;
        for (int at = 16; at + length <= in.limit(); at++) {
            if (in.getInt(at + index) != 1) {
                continue;
            }
            boolean begins = old ? in.get(at) == -1 : isKind(in.get(at)) && in.get(at + 1) == 0;
            if (begins) {
                int next = at + length;
                boolean follows =
                        next >= in.limit()
                                || (old
                                        ? in.get(next) == 0 || in.get(next) == -1
                                        : isKind(in.get(next)) || in.get(next) == 0x65);
                if (follows) {
                    return at;
                }
            }
        }
        throw new FormatException(
                file,
                "byte " + in.limit(),
                "expected measured points of version "
                        + version
                        + "; the test has none, or the file is cut");
    }

    private static boolean isKind(byte kind) {
        return kind == 0x55 || kind == (byte) 0xAA;
    }

    private FormatException unknown(String what) {
        return new FormatException(
                file,
                "byte 14",
                "expected a .nda of version 8, 22 to 29 or 130, found "
                        + what
                        + "; please send us the file with the same test exported as text by BTSDA");
    }

    /** Tells what the head says. */
    public void tell(RecordingSink recording) {
        recording.instrument("Neware");
        recording.metadata("File version", (long) version);
        recording.metadata(
                "File date", text.substring(6, Math.min(14, text.length())).replaceAll("\\D", ""));
        tell(recording, "Server version", SERVER);
        tell(recording, "Client version", CLIENT);
        tell(recording, "Control unit version", CONTROLLER);
        tell(recording, "Tester version", version < 20 ? OLD_TESTER : TESTER);
        if (version == 130) {
            tell(recording, "BTS version", BTS9);
        }
        if (version >= 20 && version < 40 && in.limit() > 156) {
            long micrograms = in.getInt(152) & 0xFFFFFFFFL;
            if (micrograms > 0) {
                recording.metadata("Active material mass / mg", micrograms / 1e3);
            }
        }
        Matcher date = date();
        if (version != 130 && date.find()) {
            int at = date.start();
            tell(recording, "Creator", zeroEnded(at + 40, 60));
            tell(recording, "Batch", zeroEnded(at + 100, 50));
        }
    }

    private Matcher date() {
        Matcher matcher = DATE.matcher(text);
        return matcher.region(Math.min(2000, text.length()), Math.min(2400, text.length()));
    }

    private void tell(RecordingSink recording, String name, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
            recording.metadata(name, matcher.group().strip());
        }
    }

    private static void tell(RecordingSink recording, String name, String value) {
        if (!value.isBlank()) {
            recording.metadata(name, value);
        }
    }

    private String zeroEnded(int at, int longest) {
        int end = at;
        while (end < Math.min(at + longest, text.length()) && text.charAt(end) != 0) {
            if (text.charAt(end) < ' ') {
                return "";
            }
            end++;
        }
        return at < end ? text.substring(at, end).strip() : "";
    }

    /** Tells start and zone, from the head and the first point. */
    public void time(CyclerRows rows, RecordingSink recording) {
        Optional<Double> local = rows.first(Field.DATE);
        Matcher date = date();
        Optional<LocalDateTime> start =
                version != 130 && date.find()
                        ? Dates.parse(date.group().replace('.', '-'), Dates.Order.DAY_MONTH)
                                .map(Dates.Stamp::local)
                        : Optional.empty();
        if (local.isPresent()) {
            recording.start(
                    LocalDateTime.ofEpochSecond(local.get().longValue(), 0, ZoneOffset.UTC));
            return;
        }
        StartZone.tell(start, rows, recording);
    }

    /** Tells what stands behind the points of version 130. */
    public void footer(SeekableByteChannel channel, RecordingSink recording) throws IOException {
        if (version != 130) {
            return;
        }
        long from = Math.max(start, channel.size() - FOOTER);
        ByteBuffer tail = ByteBuffer.allocate(FOOTER).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        int got = fill(channel, tail);
        String characters = new String(tail.array(), 0, got, StandardCharsets.ISO_8859_1);
        int mark = characters.lastIndexOf(FOOTER_MARK);
        int at = mark + FOOTER_MARK.length();
        if (mark < 0 || at + DESCRIPTION > got) {
            return;
        }
        String remark = characters.substring(at + 363, at + 491).replace("\u0000", "").strip();
        if (remark.chars().allMatch(c -> c >= ' ')) {
            tell(recording, "Remark", remark);
        }
        double mass = tail.getDouble(at + DESCRIPTION - 8);
        if (mass > 0 && mass < 1e9) {
            recording.metadata("Active material mass / mg", mass);
        }
    }

    /** Reads until the buffer is full or the file ends; gives the number of bytes. */
    public static int fill(SeekableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                break;
            }
        }
        return buffer.position();
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import org.ionbench.instruments.neware.Cycling.Point;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Writes {@code .nda} files of {@link Cycling} in all versions. */
final class NdaFile {
    /** Capacity and energy are counted in 0.001 mA s, by the range 10 mA. */
    private static final int RANGE = 10;

    private static final double UNIT = 1e-3;

    private NdaFile() {}

    /**
     * @param version 8, 22, 29, 90 for BTS 9.0, 91 for BTS 9.1 and 92 for it with a temperature
     * @param channel whether there is a further channel, in version 29
     */
    static byte[] of(int version, List<Point> points, boolean channel) {
        int room = 8192 + points.size() * 2 * 88;
        ByteBuffer out = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
        out.put("NEWARE20240506".getBytes(StandardCharsets.ISO_8859_1));
        out.put((byte) (version >= 90 ? 130 : version));
        if (version >= 90) {
            text(out, 258, version == 90 ? "9.0.3.16616.20160408.R5" : "9.1.5.7.20240403.R5");
            out.position(1024);
        } else {
            out.putInt(152, 5910);
            text(out, 2127, version == 8 ? "2024.05.06 08:58:57" : "2024-05-06 08:58:57");
            text(out, 2167, "Someone");
            text(out, 2593, "BTSServer(R3)-7.6.0.269 (2018.01.26)");
            text(out, 2693, "BTS 7.6.0.1304(2018.01.29)");
            out.position(2800);
            event(out, version, points);
        }
        for (Point p : points) {
            int at = out.position();
            switch (version) {
                case 8 -> old(out, p);
                case 90 -> bts90(out, p);
                case 91, 92 -> bts91(out, p, version == 92);
                default -> wide(out, p, version >= 26);
            }
            int length = version == 8 ? 59 : version == 90 ? 88 : version == 91 ? 52 : 56;
            out.position(at + (version >= 22 && version < 90 ? 86 : length));
            if (channel && version == 29) {
                auxiliary(out, p);
            }
        }
        byte[] bytes = new byte[out.position()];
        out.rewind().get(bytes);
        return bytes;
    }

    private static void text(ByteBuffer out, int at, String text) {
        out.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The first record: a start, and no point. */
    private static void event(ByteBuffer out, int version, List<Point> points) {
        if (points.isEmpty()) {
            return;
        }
        int at = out.position();
        if (version == 8) {
            out.put((byte) 255).putInt(1);
            out.position(at + 59);
        } else {
            out.put((byte) 0xAA).put((byte) 0).putInt(1);
            out.position(at + 86);
        }
    }

    private static void old(ByteBuffer out, Point p) {
        out.put((byte) 0).putInt(p.index()).putInt(p.cycle());
        out.put((byte) p.step()).put((byte) p.type()).putInt(p.time());
        out.putInt((int) Math.round(10 * p.voltage())).putInt((int) Math.round(p.current()));
        out.putLong(0);
        out.putLong(Math.round(1e3 * (p.charge() + p.discharge())));
        out.putLong(Math.round(1e3 * (p.chargeEnergy() + p.dischargeEnergy())));
        out.putLong(p.seconds());
    }

    private static void wide(ByteBuffer out, Point p, boolean calendar) {
        out.put((byte) 0x55).put((byte) 0).putInt(p.index()).putInt(p.cycle() - 1);
        out.putShort((short) p.step()).put((byte) p.type()).put((byte) p.count());
        NdaxFile.scaled(out, p, UNIT, 8);
        if (calendar) {
            NdaxFile.calendar(out, p);
            out.put((byte) 0);
        } else {
            out.putLong(p.seconds());
        }
        out.putInt(RANGE);
    }

    private static void auxiliary(ByteBuffer out, Point p) {
        int at = out.position();
        out.put((byte) 0x65).put((byte) 2).putInt(p.index());
        out.putInt(at + 22, 12345);
        out.putShort(at + 34, (short) (250 + p.index() % 10));
        out.position(at + 86);
    }

    private static void bts90(ByteBuffer out, Point p) {
        int at = out.position();
        out.putInt(0x07005012).put((byte) 0x55).put((byte) 0x81);
        out.put(at + 9, (byte) p.step()).put(at + 10, (byte) p.type());
        out.putInt(at + 16, p.index());
        out.putLong(at + 28, 1_000_000L * p.time());
        out.putFloat(at + 36, (float) (p.voltage() / 1e3));
        out.putFloat(at + 40, (float) (p.current() / 1e3));
        out.putFloat(at + 52, (float) p.charge()).putFloat(at + 56, (float) p.chargeEnergy());
        out.putFloat(at + 60, (float) -p.discharge());
        out.putFloat(at + 64, (float) -p.dischargeEnergy());
        out.putLong(at + 68, 1_000_000L * p.seconds());
    }

    private static void bts91(ByteBuffer out, Point p, boolean warm) {
        int at = out.position();
        out.put((byte) 0x55).put((byte) 6).put((byte) p.step()).put((byte) p.type());
        out.putInt(at + 8, p.index());
        out.putInt(at + 12, (int) (p.seconds() - Cycling.START)).putInt(at + 16, 0);
        out.putFloat(at + 20, (float) (p.current() / 1e3));
        out.putFloat(at + 24, (float) (p.voltage() / 1e3));
        out.putFloat(at + 28, (float) (p.charge() - p.discharge()));
        out.putFloat(at + 32, (float) (p.chargeEnergy() - p.dischargeEnergy()));
        out.putInt(at + 36, p.cycle() - 1);
        out.putInt(at + 44, (int) p.seconds()).putInt(at + 48, 250_000_000);
        if (warm) {
            out.putFloat(at + 52, 25.5f);
        }
    }

    /** Local time of a point as the files with a calendar have it. */
    static LocalDateTime local(Point p) {
        return LocalDateTime.ofEpochSecond(p.seconds(), 0, ZoneOffset.ofHours(2));
    }
}

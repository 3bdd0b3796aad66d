// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes {@code .mpr} files for tests, from the description of the format. */
final class MprWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean recent;

    /**
     * @param recent the form of EC-Lab 11.50 and later
     */
    MprWriter(boolean recent) {
        this.recent = recent;
        out.writeBytes("BIO-LOGIC MODULAR FILE\u001a".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(" ".repeat(25).getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[4]);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    MprWriter module(String name, int version, String date, byte[] data) {
        out.writeBytes(
                String.format(java.util.Locale.ROOT, "MODULE%-10s%-25s", name, name)
                        .getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer numbers = little(recent ? 16 : 8);
        if (recent) {
            numbers.putInt(-1).putInt(data.length).putInt(0).putInt(version);
        } else {
            numbers.putInt(data.length).putInt(version);
        }
        out.writeBytes(numbers.array());
        out.writeBytes(date.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(data);
        return this;
    }

    MprWriter settings(int technique, String date, String comment) {
        return settings(technique, date, comment, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Settings with a material: mass in mg, x at weighing, weights in g/mol, xo, electrons an ion.
     */
    MprWriter settings(
            int technique,
            String date,
            String comment,
            float mass,
            float weighedAt,
            float molecule,
            float ion,
            float first,
            int electrons) {
        ByteBuffer b = little(2000).put(0, (byte) technique);
        byte[] text = comment.getBytes(java.nio.charset.Charset.forName("windows-1252"));
        b.put(7, (byte) text.length).put(8, text);
        b.putFloat(0x107, mass).putFloat(0x10b, weighedAt).putFloat(0x10f, molecule);
        b.putFloat(0x113, ion).putFloat(0x117, first).putShort(0x11b, (short) electrons);
        b.putFloat(0x211, 1.131f).put(0x250, (byte) 2);
        b.putFloat(0x24c, 4.97f).put(0x251, (byte) 2);
        return module("VMP Set", 10, date, b.array());
    }

    MprWriter log(String date, double oleDays) {
        ByteBuffer b = little(0x950).putDouble(0x249, oleDays);
        b.put(9, (byte) 4).put(0x3b7, (byte) 5).put(0x3b8, "11.61".getBytes());
        b.put(0x3cf, (byte) 4).put(0x3d0, "0967".getBytes());
        return module("VMP LOG", 10, date, b.array());
    }

    MprWriter loops(int... starts) {
        ByteBuffer b = little(4 + 4 * starts.length + 40).putInt(starts.length);
        for (int start : starts) {
            b.putInt(start);
        }
        return module("VMP loop", 10, "04/13/26", b.array());
    }

    /** A data module; {@code at} is where rows begin for the version. */
    MprWriter data(int version, int rows, int[] ids, byte[] records) {
        int at = recent ? 1007 : version == 0 ? 100 : version == 2 ? 405 : 406;
        ByteBuffer b = little(at + records.length).putInt(rows).put((byte) ids.length);
        for (int id : ids) {
            if (recent) {
                b.put((byte) (id >> 8)).put((byte) id);
            } else if (version == 0) {
                b.put((byte) id);
            } else {
                b.putShort((short) id);
            }
        }
        b.put(at, records);
        return module("VMP data", version, "04/13/26", b.array());
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.zahner;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes files as Thales does. */
final class ThalesFile {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ThalesFile version() {
        return i48(0xFFFFFFFEL);
    }

    ThalesFile i48(long value) {
        out.writeBytes(
                ByteBuffer.allocate(6).putShort((short) (value >> 32)).putInt((int) value).array());
        return this;
    }

    ThalesFile i16(int... values) {
        for (int v : values) {
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) v).array());
        }
        return this;
    }

    ThalesFile f64(double... values) {
        for (double v : values) {
            out.writeBytes(ByteBuffer.allocate(8).putDouble(v).array());
        }
        return this;
    }

    /** Texts as they are in the file: with upper and lower case exchanged. */
    ThalesFile texts(String... exchanged) {
        for (String s : exchanged) {
            byte[] b = s.getBytes(StandardCharsets.ISO_8859_1);
            i16(b.length);
            out.writeBytes(b);
        }
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** A spectrum that begins at 100 Hz, turns at 1000 Hz and ends at 10 Hz, 4 points in all. */
    static ThalesFile spectrum() {
        double[] k = new double[32];
        k[12] = 10;
        k[13] = 1000;
        k[14] = 100;
        k[25] = 5;
        k[27] = 32944;
        return new ThalesFile()
                .version()
                .i48(3)
                .f64(100, 1000, 100, 10)
                .f64(50, 20, 50, 100)
                .f64(-Math.PI / 4, 0, -Math.PI / 4, -Math.PI / 2)
                .f64(1e9, 1e9 + 1, 1e9 + 2.5, 1e9 + 4)
                .i16(1000, 999, 998, 997)
                .texts("090911", "pELLET", "0.5v, aMPL: 5Mv", "1Ma", "", "", "oNE", "2")
                .texts("", "", "1.5CM^2", "")
                .i16(256 + 64)
                .f64(k)
                .f64(0.5, 1e-3, 0.51, 2e-3, 0.52, 3e-3, 0.53, 4e-3);
    }

    /** Three points from -0.1 V in steps of half a volt over 8000 times 800. */
    static ThalesFile curve() {
        return new ThalesFile()
                .f64(0, 0.5, -0.5, 0, 0.01, 1, 2, 0.01, 1e-6, 0)
                .i48(2)
                .i16(0, 800, -1600)
                .f64(1e-3, -2e-3, 0)
                .f64(0.5, 1.5, 2.5)
                .texts("210921", "cELL", "22", "14:41:13-14:44:27", "5Mv/S")
                .texts("A", "", "", "", "", "1.5CM^2", "-0.1, 0.5 po/pf -1,-1600");
    }

    static ThalesFile polarisation() {
        return new ThalesFile()
                .version()
                .i48(14)
                .i48(2)
                .f64(1500, 625, 0)
                .f64(1501, 625, 1000)
                .f64(1502, 625, 2000)
                .texts("CELL", "", "25.0+-0.1c", "jul,02.2025", "12:56:56 - 12:56:58", "A")
                .texts("", "", "", "", "")
                .i16(-1, -1)
                .f64(0, 1.7);
    }

    /** Without further signals. */
    static ThalesFile voltammogram() {
        return new ThalesFile()
                .f64(0, 1, 0.6, -0.8, 1, 0, 50, 3, 1000, -1, 2, 0, 2, 3, 0, 0.5, 0.25)
                .i48(2)
                .i16(0, 8000, -8000)
                .f64(1e-6, 2e-6, -3e-6)
                .texts("210921", "pT", "", "14:41:13-14:44:27", "50Mv/S", "", "koh", "", "", "")
                .texts("1", "-0.1000000,  0.5000000 po/pf -1,-1600");
    }

    static ThalesFile voltammogramWithSignals() {
        String[] names = new String[32];
        String[] units = new String[32];
        java.util.Arrays.fill(names, "");
        java.util.Arrays.fill(units, "");
        names[0] = "tc";
        units[0] = "cc";
        names[1] = "pOT1";
        units[1] = "v";
        return voltammogram()
                .i16(new int[32])
                .texts(names)
                .texts(units)
                .f64(new double[32 * 11])
                .i48(1)
                .i48(1)
                .f64(21, 22)
                .f64(0.1, 0.2);
    }
}

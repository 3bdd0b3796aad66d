// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.progress.Progress;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

class RowsTest {
    private static final int COLUMNS = 7;

    /** A number as instruments write them, and as they hardly do. */
    private static String number(Random random) {
        double any = random.nextGaussian() * Math.pow(10, random.nextInt(24) - 12);
        return switch (random.nextInt(12)) {
            case 0 -> Integer.toString(random.nextInt(20));
            case 1 -> Integer.toString(random.nextInt());
            case 2 -> Long.toString(random.nextLong());
            case 3, 4 -> Float.toString((float) any);
            case 5 -> Double.toString(random.nextDouble());
            case 6 -> Double.toString(Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
            case 7 -> String.format(Locale.ROOT, "%.15e", any);
            case 8 -> random.nextInt(100) + "." + "0".repeat(random.nextInt(20)) + "1";
            case 9 -> random.nextInt(1000) + "E" + (random.nextInt(60) - 30);
            case 10 -> "-0." + random.nextInt(10_000_000);
            default -> random.nextInt(10_000_000) + "." + random.nextInt(100_000_000);
        };
    }

    /** The JDK's own conversion is the judge, for any chunks a file comes in. */
    @Test
    void roundsAsJavaDoesWhereverALineIsCut() throws IOException {
        Random random = new Random(5);
        for (int file = 0; file < 150; file++) {
            char delimiter = ",;\t ".charAt(file % 4);
            char decimal = file % 3 == 0 && delimiter != ',' ? ',' : '.';
            String[][] cells = new String[1000][COLUMNS];
            StringBuilder text = new StringBuilder();
            for (String[] line : cells) {
                for (int i = 0; i < COLUMNS; i++) {
                    line[i] = number(random);
                    text.append(i == 0 ? "" : delimiter).append(line[i].replace('.', decimal));
                }
                text.append(file % 2 == 0 ? "\n" : "\r\n");
            }
            text.setLength(text.length() - 1);
            int chunk = file % 5 == 0 ? 1 + random.nextInt(200) : 1 << 20;
            Rows rows = new Rows(new Dialect(delimiter, decimal, '\0'), COLUMNS);
            try (Lines lines = lines(text.toString(), chunk)) {
                for (String[] line : cells) {
                    assertTrue(lines.next());
                    assertEquals(COLUMNS, rows.read(lines));
                    for (int i = 0; i < COLUMNS; i++) {
                        assertEquals(
                                Double.doubleToLongBits(Double.parseDouble(line[i])),
                                Double.doubleToLongBits(rows.values()[i]),
                                line[i]);
                        assertEquals(line[i].replace('.', decimal), rows.text(i, lines));
                        assertFalse(rows.isText(i));
                    }
                }
                assertFalse(lines.next());
            }
        }
    }

    /** What is not plain stands between plain numbers and alone. */
    @Test
    void readsWhatElseAFieldHolds() throws IOException {
        Rows rows = new Rows(Dialect.of(','), COLUMNS);
        String text = "1,a,2,,3, 4 ,\"5\"\n1.5\n\n,\n\"x,\"\"y\",NaN,1.,.5,1.2.3,1e,-,8,9\n1,2";
        try (Lines lines = lines(text, 1 << 20)) {
            assertEquals("7 1 1.0 NaN:a 2.0 NaN 3.0 4.0 5.0", next(rows, lines));
            assertEquals("1 0 1.5 NaN NaN NaN NaN NaN NaN", next(rows, lines));
            assertEquals("1 0 NaN NaN NaN NaN NaN NaN NaN", next(rows, lines));
            assertEquals("2 0 NaN NaN NaN NaN NaN NaN NaN", next(rows, lines));
            assertEquals("9 3 NaN:x,\"y NaN 1.0 0.5 NaN:1.2.3 NaN:1e NaN", next(rows, lines));
            assertEquals("2 0 1.0 2.0 NaN NaN NaN NaN NaN", next(rows, lines));
        }
    }

    /** What a longer line left in the buffer is no part of a shorter last one. */
    @Test
    void endsWhereTheFileEnds() throws IOException {
        String digits = "7".repeat(40);
        for (String last : new String[] {"1,2", "1,2.", "1,2e", "1,2.5", "1,2e1", "1,", "1,-2"}) {
            for (int room = 0; room < 48; room++) {
                // the buffer is filled to its end with digits, then again with what remains
                String long1 = digits.repeat(1639).substring(0, (1 << 16) - 1 - room) + "\n";
                String text = long1 + digits.repeat(1600) + "\n" + last;
                Rows rows = new Rows(Dialect.of(','), 2);
                try (Lines lines = lines(text, 1 << 20)) {
                    assertTrue(lines.next() && lines.next() && lines.next());
                    assertFalse(lines.isComplete());
                    assertEquals(2, rows.read(lines));
                    assertEquals(last.substring(2), rows.text(1, lines));
                    assertEquals(1, rows.values()[0]);
                    assertEquals(
                            Numbers.plain().parse(last.substring(2)).orElse(Double.NaN),
                            rows.values()[1],
                            last);
                }
            }
        }
    }

    private static String next(Rows rows, Lines lines) throws IOException {
        assertTrue(lines.next());
        StringBuilder said = new StringBuilder(rows.read(lines) + " " + rows.texts());
        for (int i = 0; i < COLUMNS; i++) {
            said.append(' ').append(rows.values()[i]);
            said.append(rows.isText(i) ? ":" + rows.text(i, lines) : "");
        }
        return said.toString();
    }

    private static Lines lines(String text, int chunk) throws IOException {
        InputStream in =
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read(byte[] b, int off, int len) {
                        return super.read(b, off, Math.min(len, chunk));
                    }
                };
        return Lines.of("f", in, Encoding.UTF_8, Progress.NONE);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class LinesTest {

    @Test
    void aSignThatWasLostBeforeStaysSo() throws IOException {
        byte[] lost = "T\ufffdC\n".getBytes(StandardCharsets.UTF_8);
        byte[] other = {'T', (byte) 0xB0, 'C'};
        byte[] both = new byte[lost.length + other.length];
        System.arraycopy(lost, 0, both, 0, lost.length);
        System.arraycopy(other, 0, both, lost.length, other.length);
        try (Lines lines =
                Lines.of("a", new ByteArrayInputStream(both), Encoding.UTF_8, Progress.NONE)) {
            assertEquals("T\ufffdC", lines.read().orElseThrow());
            assertEquals("T\u00b0C", lines.read().orElseThrow());
        }
    }

    @Test
    void cutsAtEveryKindOfLineEnd() throws IOException {
        assertEquals(
                List.of("a", "", "b", "c", "", "d"), all("a\n\nb\r\nc\r\rd".getBytes(UTF_8), 3));
        assertEquals(List.of("a", "b"), all("a\r\nb\r\n".getBytes(UTF_8), 2));
        assertEquals(List.of(), all(new byte[0], 1));
        assertEquals(List.of(""), all("\n".getBytes(UTF_8), 1));
    }

    /** Chunks of every size must give the same lines as cutting the whole text. */
    @Test
    void givesTheSameForAnyChunks() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("x".repeat(random.nextInt(100)))
                    .append(random.nextBoolean() ? "\n" : "\r\n");
        }
        List<String> expected = List.of(text.toString().split("\r?\n", -1));
        expected = expected.subList(0, expected.size() - 1);
        for (int chunk : new int[] {1, 7, 4096, 65536, 1 << 20}) {
            assertEquals(expected, all(text.toString().getBytes(UTF_8), chunk));
        }
    }

    @Test
    void readsWideAndEasternEncodings() throws IOException {
        String german = "Zeit/s;Z'/\u03a9;\u00b5A \u00e4\n1;2;3";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = ("\ufeff" + german).getBytes(charset);
            assertEquals(charset, Encoding.detect(bytes).charset());
            assertEquals(List.of(german.split("\n")), all(bytes, 5));
            byte[] bare = german.getBytes(charset);
            assertEquals(charset, Encoding.detect(bare).charset());
            assertTrue(Encoding.detect(bare).assumption().isPresent());
        }
        byte[] marked = ("\ufeff" + german).getBytes(UTF_8);
        assertEquals(List.of(german.split("\n")), all(marked, 100));
        assertEquals(
                "Shift_JIS",
                name("\u6e2c\u5b9a\u6642\u9593,\u96fb\u5727(V)\u30c7\u30fc\u30bf", "Shift_JIS"));
        assertEquals(
                "GBK", name("\u6d4b\u8bd5\u65f6\u95f4,\u7535\u538b(V),\u7535\u6d41(mA)", "GBK"));
        assertEquals(
                "windows-1252", name("Temp/\u00b0C;I/\u00b5A;\u00dcberspannung", "windows-1252"));
        assertEquals("windows-1252", name("T/\u00b0C,5\u00b0C,\u00b1\u00b5V", "windows-1252"));
        assertEquals("UTF-8", name("plain", "US-ASCII"));
    }

    private static String name(String text, String charset) {
        return Encoding.detect(text.getBytes(Charset.forName(charset))).charset().name();
    }

    @Test
    void readsAStrayByteOfAnotherEncoding() throws IOException {
        byte[] bytes = "a\n5 \u00b5A\n".getBytes(StandardCharsets.ISO_8859_1);
        Lines lines = Lines.of("f", new ByteArrayInputStream(bytes), Encoding.UTF_8, Progress.NONE);
        lines.next();
        assertEquals("5 \u00b5A", lines.read().orElseThrow());
    }

    @Test
    void refusesZerosWithinAndPassesThemAtTheEnd() throws IOException {
        FormatException e =
                assertThrows(FormatException.class, () -> all("a\nb\0c\n".getBytes(UTF_8), 65536));
        assertEquals("line 2", e.place());
        byte[] cut = Arrays.copyOf("a\nb".getBytes(UTF_8), 200_000);
        assertEquals(List.of("a", "b"), all(cut, 1000));
    }

    @Test
    void boundsTheLine() {
        byte[] endless = new byte[3 * Lines.LONGEST];
        Arrays.fill(endless, (byte) 'x');
        assertThrows(FormatException.class, () -> all(endless, 65536));
    }

    @Test
    void countsAndGoesBack() throws IOException {
        Lines lines =
                Lines.of(
                        "f",
                        new ByteArrayInputStream("a\nb".getBytes(UTF_8)),
                        Encoding.UTF_8,
                        Progress.NONE);
        assertTrue(lines.next());
        assertTrue(lines.isComplete());
        lines.back();
        assertTrue(lines.next());
        assertEquals("a", lines.text());
        assertEquals(1, lines.number());
        assertTrue(lines.next());
        assertFalse(lines.isComplete());
        assertEquals("line 2", lines.place());
        assertFalse(lines.next());
    }

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private static List<String> all(byte[] bytes, int chunk) throws IOException {
        InputStream in =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] b, int off, int len) {
                        return super.read(b, off, Math.min(len, chunk));
                    }
                };
        List<String> found = new ArrayList<>();
        try (Lines lines = Lines.of("f", in, Encoding.detect(bytes), Progress.NONE)) {
            while (lines.next()) {
                found.add(lines.text());
            }
        }
        return found;
    }
}

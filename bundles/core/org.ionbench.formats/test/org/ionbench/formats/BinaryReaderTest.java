// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.testkit.MemorySource;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class BinaryReaderTest {

    @Test
    void readsThroughItsWindow() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            int n = 20_000;
            ByteBuffer b = ByteBuffer.allocate(n * 29).order(order);
            for (int i = 0; i < n; i++) {
                b.put((byte) i).putShort((short) (3 * i)).putInt(-i).putLong(1L << 40 | i);
                b.putFloat(i / 4f).putDouble(i / 3.0).putShort((short) -1);
            }
            try (BinaryReader in = BinaryReader.of(MemorySource.of("f", b.array()), order)) {
                for (int i = 0; i < n; i++) {
                    assertEquals(i & 0xFF, in.u8());
                    assertEquals(3 * i & 0xFFFF, in.u16());
                    assertEquals(-i, in.i32());
                    assertEquals(1L << 40 | i, in.i64());
                    assertEquals(i / 4f, in.f32());
                    assertEquals(i / 3.0, in.f64());
                    assertEquals(-1, in.i16());
                }
                assertEquals(0, in.remaining());
                in.seek(29 * 19_999 + 3);
                assertEquals(-19_999, in.i32());
                in.seek(3);
                assertEquals(0xFFFFFFFFL & 0, in.u32());
                assertEquals(7, in.position());
            }
        }
    }

    @Test
    void neverGoesBeyondTheEnd() throws IOException {
        BinaryReader in = BinaryReader.of("f.bin", new byte[10], ByteOrder.LITTLE_ENDIAN).skip(8);
        FormatException e = assertThrows(FormatException.class, in::i32);
        assertEquals("byte 8", e.place());
        assertEquals("f.bin", e.file());
        assertThrows(FormatException.class, () -> in.bytes(Integer.MAX_VALUE));
        assertThrows(FormatException.class, () -> in.bytes(-1));
        assertThrows(FormatException.class, () -> in.count(1L << 40, 8, "rows"));
        assertThrows(FormatException.class, () -> in.count(-1, 8, "rows"));
        assertThrows(FormatException.class, () -> in.seek(11));
        assertThrows(FormatException.class, () -> in.seek(-1));
        assertThrows(FormatException.class, () -> in.skip(Long.MAX_VALUE));
        assertTrue(in.seek(8).has(2));
        assertEquals(2, in.count(2, 1, "bytes"));
    }

    @Test
    void readsTextAndParts() throws IOException {
        byte[] b = "MAGIC\0\0abc  \0xyz\0".getBytes(StandardCharsets.ISO_8859_1);
        BinaryReader in = BinaryReader.of("f", b, ByteOrder.LITTLE_ENDIAN);
        in.expect("MAGIC");
        assertEquals("", in.latin1(2));
        assertEquals("abc", in.latin1(6));
        BinaryReader part = in.part(4);
        assertEquals("xyz", part.zeroEnded(10, StandardCharsets.US_ASCII));
        assertEquals(17, part.position());
        assertEquals("byte 17", assertThrows(FormatException.class, part::u8).place());
        FormatException e = assertThrows(FormatException.class, () -> in.seek(1).expect("MAGIC"));
        in.seek(7);
        assertThrows(FormatException.class, () -> in.zeroEnded(2, StandardCharsets.US_ASCII));
        in.seek(1);
        assertEquals("byte 1", e.place());
    }

    @Test
    void readsZips() throws IOException {
        MemorySource zip = zip("a/b.txt", "hello".getBytes(StandardCharsets.UTF_8));
        Archive archive = Archive.of(zip, 1000, Progress.NONE);
        assertTrue(Archive.isZip(zip.content()));
        assertEquals(List.of("a/b.txt"), archive.names());
        assertArrayEquals(
                "hello".getBytes(StandardCharsets.UTF_8), archive.bytes("a/b.txt").orElseThrow());
        assertEquals(Optional.empty(), archive.bytes("c"));
    }

    @Test
    void refusesHarmfulZips() throws IOException {
        for (String name : List.of("../x", "/x", "a/../../x", "..\\x", "c:x")) {
            MemorySource zip = zip(name, new byte[1]);
            assertThrows(FormatException.class, Archive.of(zip, 1000, Progress.NONE)::names, name);
        }
        MemorySource bomb = zip("zeros", new byte[20 << 20]);
        FormatException ratio =
                assertThrows(
                        FormatException.class, Archive.of(bomb, 1L << 40, Progress.NONE)::names);
        assertTrue(ratio.getMessage().contains("packing"), ratio.getMessage());
        assertThrows(FormatException.class, Archive.of(bomb, 1 << 20, Progress.NONE)::names);
        byte[] cut = java.util.Arrays.copyOf(bomb.content(), 100);
        assertThrows(
                FormatException.class,
                Archive.of(MemorySource.of("z", cut), 1L << 40, Progress.NONE)::names);
        assertThrows(
                FormatException.class,
                Archive.of(MemorySource.of("z", "no zip"), 1000, Progress.NONE)::names);
    }

    @Test
    void walksThroughXml() throws IOException {
        try (XmlReader xml = xml("<a x='1'><b>t &amp; <i>u</i></b><c/><!-- --><b>v</b></a>")) {
            assertTrue(xml.next());
            assertEquals("a", xml.name());
            assertEquals(Optional.of("1"), xml.attribute("x"));
            int level = xml.depth();
            assertTrue(xml.nextWithin(level));
            assertEquals("b", xml.name());
            assertEquals("t & u", xml.text());
            assertTrue(xml.nextWithin(level));
            assertEquals("c", xml.name());
            assertTrue(xml.nextWithin(level));
            assertEquals("v", xml.text());
            assertFalse(xml.nextWithin(level));
            assertFalse(xml.next());
        }
    }

    @Test
    void refusesHarmfulXml() {
        for (String text :
                List.of(
                        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
                        "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><a>&z;</a>",
                        "<!DOCTYPE a SYSTEM 'a.dtd'><a/>",
                        "<a>&undefined;</a>",
                        "<a><b></a>",
                        "",
                        "no",
                        "<a>".repeat(1000) + "</a>".repeat(1000))) {
            assertThrows(
                    FormatException.class,
                    () -> {
                        try (XmlReader xml = xml(text)) {
                            while (xml.next()) {
                                xml.name();
                            }
                        }
                    },
                    text);
        }
    }

    private static XmlReader xml(String text) throws IOException {
        return XmlReader.of(
                "f.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MemorySource zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return MemorySource.of("f.zip", out.toByteArray());
    }
}

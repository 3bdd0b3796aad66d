// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.testkit.MemorySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class ArchiveTest {
    private static final byte[] TEXT = "some text, ".repeat(5000).getBytes(StandardCharsets.UTF_8);

    private static Archive of(byte[] bytes) {
        return Archive.of(MemorySource.of("a.zip", bytes), 1 << 20, Progress.NONE);
    }

    /** One entry written as a stream, its sizes behind it. */
    private static byte[] streamed(boolean signature, boolean large) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(TEXT);
        deflater.finish();
        byte[] packed = new byte[TEXT.length];
        int length = deflater.deflate(packed);
        CRC32 crc = new CRC32();
        crc.update(TEXT);
        ByteBuffer out = ByteBuffer.allocate(TEXT.length + 200).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x04034b50).putShort((short) 45).putShort((short) 8).putShort((short) 8);
        out.putInt(0).putInt(0).putInt(0).putInt(0).putShort((short) 1).putShort((short) 0);
        out.put((byte) 'a').put(packed, 0, length);
        if (signature) {
            out.putInt(0x08074b50);
        }
        out.putInt((int) crc.getValue());
        if (large) {
            out.putLong(length).putLong(TEXT.length);
        } else {
            out.putInt(length).putInt(TEXT.length);
        }
        out.putInt(0x02014b50).put(new byte[42]);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] stored() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("folder/b");
            CRC32 crc = new CRC32();
            crc.update(TEXT);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(TEXT.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.closeEntry();
            zip.putNextEntry(entry);
            zip.write(TEXT);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("c"));
            zip.write(TEXT);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void sizesMayFollowAnEntryInEveryWay(boolean signature, boolean large) throws IOException {
        assertArrayEquals(TEXT, of(streamed(signature, large)).bytes("a").orElseThrow());
    }

    @Test
    void entriesAreReadAsTheyWereStored() throws IOException {
        Archive archive = of(stored());
        assertEquals(List.of("folder/b", "c"), archive.names());
        assertArrayEquals(TEXT, archive.bytes("folder/b").orElseThrow());
        assertArrayEquals(TEXT, archive.bytes("c").orElseThrow());
        assertTrue(archive.bytes("d").isEmpty());
    }

    @Test
    void damageIsFoundByTheChecksum() throws IOException {
        byte[] bytes = stored();
        bytes[1000] ^= 1;
        Archive archive = of(bytes);
        assertTrue(
                assertThrows(FormatException.class, () -> archive.bytes("c"))
                        .getMessage()
                        .contains("expected a whole zip file"));
    }

    @Test
    void everyCutIsTold() {
        byte[] bytes = streamed(true, true);
        for (int length = 4; length < bytes.length - 46; length += 7) {
            Archive cut = of(Arrays.copyOf(bytes, length));
            assertThrows(FormatException.class, cut::names, length + " bytes");
        }
    }

    @Test
    void aGlanceAtTheHeadShowsWhatIsThere() throws IOException {
        byte[] bytes = stored();
        List<Archive.Entry> entries = Archive.glance(Arrays.copyOf(bytes, 4096));
        assertEquals(
                List.of("folder/", "folder/b"), entries.stream().map(Archive.Entry::name).toList());
        byte[] begin = entries.getLast().bytes();
        assertTrue(begin.length > 3000);
        assertArrayEquals(Arrays.copyOf(TEXT, begin.length), begin);
        assertEquals(List.of(), Archive.glance(new byte[] {'P', 'K', 3, 4, 0}));
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[8 << 20]);
        }
        assertThrows(FormatException.class, () -> of(out.toByteArray()).names());
        Archive large = Archive.of(MemorySource.of("a", out.toByteArray()), 1 << 30, Progress.NONE);
        assertTrue(
                assertThrows(FormatException.class, large::names).getMessage().contains("packing"));
    }
}

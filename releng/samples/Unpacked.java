// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A zip file's members one behind the other, each behind a line with its name, so that a fuzzer
 * changes what is in them and checksums and compression do not stop it.
 */
final class Unpacked {
    private static final String MARK = "\n=member=";
    private static final int LONGEST_NAME = 200;

    private Unpacked() {}

    static boolean is(byte[] input) {
        return input.length > MARK.length() && text(input, 0, MARK.length()).equals(MARK);
    }

    static boolean isZip(byte[] file) {
        return file.length > 4 && text(file, 0, 4).equals("PK\3\4");
    }

    static byte[] of(byte[] zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = Files.write(Files.createTempFile("ionbench", ".zip"), zip);
        try (ZipFile members = new ZipFile(file.toFile())) {
            for (ZipEntry e : Collections.list(members.entries())) {
                out.write((MARK + e.getName() + "\n").getBytes(StandardCharsets.ISO_8859_1));
                try (InputStream in = members.getInputStream(e)) {
                    in.transferTo(out);
                }
            }
        } finally {
            Files.delete(file);
        }
        return out.toByteArray();
    }

    static byte[] packed(byte[] input) {
        String all = text(input, 0, input.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (String member : all.substring(MARK.length()).split(MARK)) {
                int line = member.indexOf('\n');
                String name = member.substring(0, Math.clamp(line, 0, LONGEST_NAME));
                if (names.add(name)) {
                    out.putNextEntry(new ZipEntry(name));
                    out.write(member.substring(line + 1).getBytes(StandardCharsets.ISO_8859_1));
                    out.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The beginning of a file, for sniffing.
 *
 * @param name the file's name without folders
 * @param bytes the first {@value #SIZE} bytes, fewer where the file is shorter
 * @param size the whole file's size in bytes
 */
public record Head(String name, byte[] bytes, long size) {
    /** How many bytes an importer gets to see before it is asked to read. */
    public static final int SIZE = 4096;

    /** The bytes as Latin-1: every byte one character, nothing lost. */
    public String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * The bytes as text, as far as that can be told without guessing: after a byte order mark as
     * UTF-16, or as every byte one character with the mark of UTF-8 left out. A vendor's text stays
     * his, whoever saved it anew in another encoding.
     */
    public String text() {
        if (begins(0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        return begins(0xEF, 0xBB, 0xBF) ? latin1().substring(3) : latin1();
    }

    /** Whether the {@linkplain #text() text} begins so (characters below 256). */
    public boolean startsWith(String latin1) {
        return text().startsWith(latin1);
    }

    private boolean begins(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the name ends so, whatever the case. */
    public boolean nameEndsWith(String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending.toLowerCase(Locale.ROOT));
    }
}

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

    /** Whether the bytes begin with these (characters below 256). */
    public boolean startsWith(String latin1) {
        return latin1().startsWith(latin1);
    }

    /** Whether the name ends so, whatever the case. */
    public boolean nameEndsWith(String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending.toLowerCase(Locale.ROOT));
    }
}

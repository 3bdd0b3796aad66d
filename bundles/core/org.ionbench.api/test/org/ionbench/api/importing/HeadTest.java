// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class HeadTest {

    private static Head head(byte... bytes) {
        return new Head("file.dat", bytes, bytes.length);
    }

    @Test
    void everyByteIsOneCharacterWithoutAMark() {
        assertEquals("A\u00e9\u00ff", head((byte) 'A', (byte) 0xE9, (byte) 0xFF).text());
        assertEquals("", head().text());
    }

    @Test
    void aByteOrderMarkTellsHowTheTextIsWritten() {
        assertEquals(
                "EX", head((byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 'E', (byte) 'X').text());
        assertEquals(
                "EX",
                head((byte) 0xFF, (byte) 0xFE, (byte) 'E', (byte) 0, (byte) 'X', (byte) 0).text());
        assertEquals(
                "EX",
                head((byte) 0xFE, (byte) 0xFF, (byte) 0, (byte) 'E', (byte) 0, (byte) 'X').text());
        assertEquals("", head((byte) 0xFF, (byte) 0xFE).text());
    }

    @Test
    void theBeginningIsThatOfTheText() {
        Head marked = new Head("a.DTA", "\ufeffEXPLAIN".getBytes(StandardCharsets.UTF_8), 10);
        assertTrue(marked.startsWith("EXPLAIN"));
        assertFalse(marked.startsWith("TITLE"));
        assertTrue(marked.latin1().startsWith("\u00ef\u00bb\u00bf"));
    }
}

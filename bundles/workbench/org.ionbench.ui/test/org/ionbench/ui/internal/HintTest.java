// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HintTest {

    @Test
    void longSentencesAreBrokenBetweenWords() {
        String sentence = "The areal capacity is its absolute one. ".repeat(5).strip();
        String wrapped = Hint.wrapped(sentence);
        assertEquals(sentence, wrapped.replace('\n', ' '));
        assertEquals(3, wrapped.lines().count());
        assertTrue(wrapped.lines().allMatch(l -> l.length() <= 80 && l.equals(l.strip())), wrapped);
    }

    @Test
    void linesStayAndShortTextsAreLeftAlone() {
        assertEquals("C-07\nIt failed.", Hint.wrapped("C-07\nIt failed."));
        assertEquals("", Hint.wrapped(""));
        String path = "/a".repeat(60);
        assertEquals("File:\n" + path, Hint.wrapped("File: " + path));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.importing.Head;
import org.ionbench.formats.Encoding;

import java.util.List;

/** The beginning of a file as lines of text. */
final class HeadLines {
    private static final int TAB = 9;
    private static final int SUBSTITUTE = 26;
    private static final int DELETE = 127;

    private HeadLines() {}

    /** The whole lines of the beginning; none where it is not text. */
    static List<String> of(Head head) {
        if (head.bytes().length == 0) {
            return List.of();
        }
        Encoding encoding = Encoding.detect(head.bytes());
        String text = encoding.decode(head.bytes());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && (c < TAB || c > '\r') && c != SUBSTITUTE || c == DELETE) {
                return List.of();
            }
        }
        List<String> lines = text.lines().toList();
        boolean cut = head.size() > head.bytes().length && lines.size() > 1;
        return cut ? lines.subList(0, lines.size() - 1) : lines;
    }
}

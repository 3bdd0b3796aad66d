// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

/** Texts of hints, which no window system breaks into lines by itself. */
public final class Hint {
    private static final int WIDEST = 80;

    private Hint() {}

    /** The text in lines of about eighty letters, broken between words; its own lines stay. */
    public static String wrapped(String text) {
        StringBuilder wrapped = new StringBuilder();
        int letters = 0;
        for (String word : text.split("(?<=\\s)")) {
            if (letters > 0 && letters + word.stripTrailing().length() > WIDEST) {
                wrapped.setLength(wrapped.length() - 1);
                wrapped.append('\n');
                letters = 0;
            }
            wrapped.append(word);
            letters = word.endsWith("\n") ? 0 : letters + word.length();
        }
        return wrapped.toString();
    }
}

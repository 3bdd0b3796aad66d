// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

/** Ends a command with one sentence that says what, where and what to do. */
public final class CannotGoOn extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotGoOn(String sentence) {
        super(sentence);
    }

    public CannotGoOn(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

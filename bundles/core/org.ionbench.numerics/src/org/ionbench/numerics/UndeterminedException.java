// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.numerics;

/** The data do not determine what was asked for; the message says what is missing. */
public final class UndeterminedException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * @param message a sentence for the user
     */
    public UndeterminedException(String message) {
        super(message);
    }
}

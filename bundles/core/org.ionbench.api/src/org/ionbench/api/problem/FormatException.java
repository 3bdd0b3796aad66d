// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.problem;

import java.io.IOException;

/**
 * A file is not what its format demands. Says which file, where, and what was expected; the
 * sentence is fit to be shown to a user.
 */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;

    /**
     * @param file the file's name
     * @param place where in it: {@code "line 17"}, {@code "byte 4096"}; empty if nowhere special
     * @param expected what was expected and what was there instead, as the rest of a sentence
     */
    public FormatException(String file, String place, String expected) {
        super(file + (place.isEmpty() ? "" : ", " + place) + ": " + expected);
        this.file = file;
        this.place = place;
    }

    public FormatException(String file, String place, String expected, Throwable cause) {
        this(file, place, expected);
        initCause(cause);
    }

    public String file() {
        return file;
    }

    public String place() {
        return place;
    }
}

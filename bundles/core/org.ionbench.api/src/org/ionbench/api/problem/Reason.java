// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why reading or writing failed, in words: the library's exceptions of files say only a path. */
public final class Reason {
    private Reason() {}

    /** A clause without a full stop: {@code a.csv may not be read or written}. */
    public static String of(IOException e) {
        if (e instanceof FileSystemException f && f.getReason() == null) {
            return f.getFile()
                    + switch (f) {
                        case NoSuchFileException _ -> " is not there";
                        case FileAlreadyExistsException _ -> " is there already";
                        case AccessDeniedException _ -> " may not be read or written";
                        default -> " cannot be read or written";
                    };
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}

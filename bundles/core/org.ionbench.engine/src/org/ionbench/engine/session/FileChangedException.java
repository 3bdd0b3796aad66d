// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import java.io.IOException;

/** A file was written to while it was copied, so that the copy is not what was read. */
public final class FileChangedException extends IOException {
    /** The code of the problem it becomes where other files go on. */
    public static final String CODE = "import.changed";

    private static final long serialVersionUID = 1;

    FileChangedException(String message) {
        super(message);
    }
}

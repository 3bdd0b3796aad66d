// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.model.store.Durable;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A save between its two halves: the bytes were taken on the owner's thread, {@link #write} puts
 * them on disk from any thread, and {@link #finish} tells the session on the owner's thread again.
 */
public final class PendingSave {
    private final Path file;
    private final byte[] bytes;
    private final Before before;
    private final Runnable afterwards;

    /** Puts what the project names on disk before the project names it. */
    interface Before {
        void run() throws IOException;
    }

    PendingSave(Path file, byte[] bytes, Before before, Runnable afterwards) {
        this.file = file;
        this.bytes = bytes;
        this.before = before;
        this.afterwards = afterwards;
    }

    /** Writes beside, forces to disk, renames. A crash leaves the old file or the new one. */
    public void write() throws IOException {
        before.run();
        Durable.write(file, bytes);
    }

    /** On the owner's thread, after {@link #write} ended well. */
    public void finish() {
        afterwards.run();
    }
}

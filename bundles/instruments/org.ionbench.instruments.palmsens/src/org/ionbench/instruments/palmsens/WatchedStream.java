// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import org.ionbench.api.progress.Progress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that reports the bytes read and ends when nobody wants them any more. */
final class WatchedStream extends FilterInputStream {
    private final Progress progress;

    WatchedStream(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        progress.checkCancelled();
        int n = in.read(into, offset, length);
        progress.done(Math.max(n, 0));
        return n;
    }
}

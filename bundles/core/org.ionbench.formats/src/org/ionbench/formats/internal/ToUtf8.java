// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A stream of characters in a wide encoding, turned into UTF-8 as it is read. */
public final class ToUtf8 extends InputStream {
    private final Reader in;
    private final char[] chars = new char[8192];
    private byte[] ready = new byte[0];
    private int at;
    private int carried;

    public ToUtf8(InputStream in, Charset charset) {
        this.in = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, offset, n);
        at += n;
        return n;
    }

    private boolean fill() throws IOException {
        while (at >= ready.length) {
            int n = in.read(chars, carried, chars.length - carried);
            if (n < 0 && carried == 0) {
                return false;
            }
            int total = carried + Math.max(n, 0);
            carried = n > 0 && Character.isHighSurrogate(chars[total - 1]) ? 1 : 0;
            ready = new String(chars, 0, total - carried).getBytes(StandardCharsets.UTF_8);
            if (carried == 1) {
                chars[0] = chars[total - 1];
            }
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the bytes of a text file become characters, and how sure that is.
 *
 * @param charset the encoding
 * @param mark bytes of the byte order mark at the beginning
 * @param assumption the sentence to record with what is read; empty where the file itself says or
 *     where no other reading is possible
 */
public record Encoding(Charset charset, int mark, Optional<String> assumption) {
    private static final int SAMPLE = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** UTF-8 without a mark, the encoding of plain ASCII too. */
    public static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, 0, Optional.empty());

    /** Every byte one character: for formats that are defined so. */
    public static final Encoding LATIN_1 =
            new Encoding(StandardCharsets.ISO_8859_1, 0, Optional.empty());

    /** The encoding used by Western European Windows: for formats that are defined so. */
    public static final Encoding WINDOWS_1252 = new Encoding(WINDOWS, 0, Optional.empty());

    /**
     * The encoding of a file: what its options say under {@code encoding}, else what the first 64
     * KiB show.
     *
     * @throws FormatException if the option names no known encoding
     */
    public static Encoding of(Source source) throws IOException {
        byte[] head;
        try (InputStream in = source.open()) {
            head = in.readNBytes(SAMPLE);
        }
        Encoding found = detect(head);
        String wanted = source.options().getOrDefault("encoding", "");
        if (wanted.isBlank()) {
            return found;
        }
        try {
            Charset charset = Charset.forName(wanted.strip());
            return new Encoding(
                    charset, charset.equals(found.charset) ? found.mark : 0, Optional.empty());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new FormatException(
                    source.name(), "", "the encoding \"" + wanted + "\" is not known", e);
        }
    }

    /**
     * Tells the encoding from the beginning of a file: a byte order mark; else UTF-16 by its zeros;
     * else UTF-8 where the bytes are valid; else Shift-JIS or GBK where nearly all high bytes pair
     * up to common characters of these; else windows-1252.
     */
    public static Encoding detect(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3, Optional.empty());
        }
        if (begins(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, Optional.empty());
        }
        if (begins(head, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, Optional.empty());
        }
        int[] zeros = new int[2];
        int high = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i & 1]++;
            } else if (head[i] < 0) {
                high++;
            }
        }
        int half = head.length / 2;
        if (head.length >= 4 && zeros[1] > 0.7 * half && zeros[0] < 0.1 * half) {
            return assumed(StandardCharsets.UTF_16LE);
        }
        if (head.length >= 4 && zeros[0] > 0.7 * half && zeros[1] < 0.1 * half) {
            return assumed(StandardCharsets.UTF_16BE);
        }
        if (high == 0 || isValid(StandardCharsets.UTF_8, head)) {
            return UTF_8;
        }
        if (isShiftJis(head) && Charset.isSupported("Shift_JIS")) {
            return assumed(Charset.forName("Shift_JIS"));
        }
        if (isGbk(head) && Charset.isSupported("GBK")) {
            return assumed(Charset.forName("GBK"));
        }
        for (byte b : head) {
            int c = b & 0xFF;
            if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D) {
                return assumed(StandardCharsets.ISO_8859_1);
            }
        }
        return assumed(WINDOWS);
    }

    /** The bytes as text, malformed ones replaced, the mark left out. */
    public String decode(byte[] bytes) {
        int from = Math.min(mark, bytes.length);
        return new String(bytes, from, bytes.length - from, charset);
    }

    /** Whether bytes below 0x40 always stand for themselves, so that lines can be cut as bytes. */
    boolean isAsciiLike() {
        return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
    }

    private static Encoding assumed(Charset charset) {
        return new Encoding(
                charset, 0, Optional.of("Text encoding " + charset.name() + " assumed."));
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Valid up to a character that the end of the sample cuts. */
    private static boolean isValid(Charset charset, byte[] head) {
        for (int cut = 0; cut < 4 && cut < head.length; cut++) {
            try {
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(Arrays.copyOf(head, head.length - cut)));
                return true;
            } catch (CharacterCodingException e) {
                if (head.length < SAMPLE) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Leads 81-9F or E0-EF, of them kana or first-level kanji mostly. */
    private static boolean isShiftJis(byte[] head) {
        int pairs = 0;
        int common = 0;
        int leads = 0;
        for (int i = 0; i < head.length; i++) {
            int c = head[i] & 0xFF;
            if (c < 0x80 || c >= 0xA1 && c <= 0xDF) {
                continue;
            }
            if (i + 1 >= head.length) {
                break;
            }
            int t = head[++i] & 0xFF;
            if (c == 0x80 || c == 0xA0 || c > 0xFC || t < 0x40 || t == 0x7F || t > 0xFC) {
                return false;
            }
            pairs++;
            leads += c <= 0x9F ? 1 : 0;
            int code = c << 8 | t;
            if (code >= 0x8140 && code <= 0x8396 || code >= 0x889F && code <= 0x9872) {
                common++;
            }
        }
        return pairs >= 2 && leads >= 1 && common >= 0.8 * pairs;
    }

    /** Pairs of two high bytes within GB 2312 mostly, in runs of two and more. */
    private static boolean isGbk(byte[] head) {
        int pairs = 0;
        int common = 0;
        for (int i = 0; i < head.length; i++) {
            int c = head[i] & 0xFF;
            if (c < 0x80) {
                continue;
            }
            if (i + 1 >= head.length) {
                break;
            }
            int t = head[++i] & 0xFF;
            if (c == 0x80 || c == 0xFF || t < 0x40 || t == 0x7F || t == 0xFF) {
                return false;
            }
            pairs++;
            if (c >= 0xA1 && c <= 0xF7 && t >= 0xA1) {
                common++;
            }
        }
        return pairs >= 2 && common >= 0.9 * pairs;
    }
}

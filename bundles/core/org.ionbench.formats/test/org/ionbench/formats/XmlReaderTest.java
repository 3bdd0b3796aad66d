// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.FormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class XmlReaderTest {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void nothingIsPrinted() {
        System.setErr(before);
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    private static String text(byte[] document) throws IOException {
        try (XmlReader xml = XmlReader.of("f.xml", new ByteArrayInputStream(document))) {
            assertTrue(xml.next());
            return xml.text();
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FormatException refused(byte[] document) {
        return assertThrows(FormatException.class, () -> text(document));
    }

    @Test
    void theMarkOrTheDeclarationSaysTheEncoding() throws IOException {
        assertEquals("25 \u00b0C", text(utf8("<a>25 \u00b0C</a>")));
        assertEquals("25 \u00b0C", text(utf8("\ufeff<?xml version=\"1.0\"?><a>25 \u00b0C</a>")));
        String wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>25 \u00b0C</a>";
        assertEquals("25 \u00b0C", text(wide.getBytes(StandardCharsets.UTF_16)));
        assertEquals("25 \u00b0C", text(("\ufeff" + wide).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("25 \u00b0C", text(wide.getBytes(StandardCharsets.UTF_16BE)));
        for (String name : new String[] {"windows-1252", "ISO-8859-1", "gb2312", "Shift_JIS"}) {
            String document =
                    "<?xml version='1.0' encoding='"
                            + name
                            + "' standalone='yes'?><a>25 \u00b0</a>";
            assertEquals("25 \u00b0", text(document.getBytes(Charset.forName(name))), name);
        }
    }

    @Test
    void bytesOfAnotherEncodingAreRefusedInSilence() {
        byte[] bad = {(byte) 0xb0, (byte) 0xff};
        for (byte[] document :
                new byte[][] {
                    join(bad, utf8("<a/>")),
                    join(utf8("<"), bad, utf8("/>")),
                    join(utf8("<a>"), bad, utf8("</a>")),
                    join(
                            utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a b=\""),
                            bad,
                            utf8("\"/>")),
                    join(utf8("<a>" + "x".repeat(20_000)), bad, utf8("</a>")),
                    join(utf8("\ufeff<a>"), bad, utf8("</a>")),
                    join(utf8("<a>"), new byte[] {(byte) 0xc3}),
                }) {
            FormatException e = refused(document);
            assertEquals("f.xml", e.file());
            assertTrue(e.getMessage().contains("UTF-8"), e.getMessage());
        }
    }

    @Test
    void anUnknownEncodingIsNamed() {
        FormatException e = refused(utf8("<?xml version=\"1.0\" encoding=\"x-none\"?><a/>"));
        assertTrue(e.getMessage().contains("x-none"), e.getMessage());
        refused(utf8("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"));
        refused(utf8("<?xml version=\"2.0\"?><a/>"));
        refused(new byte[0]);
    }

    /** Programs that write a Chinese code page go beyond what they declare. */
    @Test
    void otherEncodingsAreReadAsFarAsTheyGo() throws IOException {
        byte[] document =
                join(
                        utf8("<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a>25 "),
                        new byte[] {(byte) 0xb0},
                        utf8("C</a>"));
        assertEquals("25 \ufffdC", text(document));
    }

    /** The platform's parser has lost the sentence for this fault and throws for want of it. */
    @Test
    void aDocumentTypeWithAZeroIsRefused() {
        FormatException e = refused(utf8("<!DOCTYPE x [\0<a/>"));
        assertTrue(e.getMessage().contains("well-formed"), e.getMessage());
    }
}

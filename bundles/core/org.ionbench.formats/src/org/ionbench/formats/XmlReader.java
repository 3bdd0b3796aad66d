// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.problem.FormatException;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML document as a stream: document types, external entities and elements nested
 * deeper than 256 are refused, every fault is a {@link FormatException} with its line.
 *
 * <p>The encoding is that of the byte order mark, else of the declaration, else UTF-8. Bytes that
 * are not of a Unicode encoding are a fault; those of another are replaced, as programs that write
 * GB 2312 or windows-1252 often exceed it. Bytes become characters here and not within the parser,
 * which would print such faults.
 */
public final class XmlReader implements Closeable {
    private static final int DEEPEST = 256;
    private static final int LONGEST = 1 << 26;
    private static final int HEAD = 1 << 10;
    private static final Pattern DECLARED =
            Pattern.compile(
                    "^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private final String file;
    private final InputStream in;
    private final Charset charset;
    private final XMLStreamReader xml;
    private int depth;

    private XmlReader(String file, InputStream in, Charset charset, XMLStreamReader xml) {
        this.file = file;
        this.in = in;
        this.charset = charset;
        this.xml = xml;
    }

    /** A reader of a document, which is closed with it. */
    public static XmlReader of(String file, InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("external entities are not read");
                });
        Charset charset = StandardCharsets.UTF_8;
        try {
            InputStream buffered = new BufferedInputStream(in);
            charset = charset(file, buffered);
            Reader characters = characters(buffered, charset);
            return new XmlReader(file, in, charset, factory.createXMLStreamReader(characters));
        } catch (XMLStreamException e) {
            in.close();
            throw new FormatException(
                    file, "", isCoding(e) ? coded(charset) : "expected an XML document", e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The encoding of a document, which is left at its first character. */
    private static Charset charset(String file, InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ef\u00bb\u00bf")) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            in.skipNBytes(2);
            return start.charAt(0) == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if (start.startsWith("<\0") || start.startsWith("\0<")) {
            return start.charAt(0) == '<' ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        Matcher declared = DECLARED.matcher(start);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new FormatException(
                    file, "line 1", "the encoding \"" + declared.group(1) + "\" is not known", e);
        }
    }

    private static Reader characters(InputStream in, Charset charset) {
        CodingErrorAction action =
                charset.name().startsWith("UTF-")
                        ? CodingErrorAction.REPORT
                        : CodingErrorAction.REPLACE;
        return new InputStreamReader(
                in, charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action));
    }

    private static boolean isCoding(XMLStreamException e) {
        return e.getNestedException() instanceof CharacterCodingException;
    }

    private static String coded(Charset charset) {
        return "expected text in " + charset.name() + ", found other bytes";
    }

    /**
     * Goes to the next start of an element, wherever it is.
     *
     * @return false at the end of the document
     */
    public boolean next() throws IOException {
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /**
     * Goes to the next child of an element: {@code int inside = xml.depth(); while
     * (xml.nextWithin(inside)) ...} visits everything within the present element.
     *
     * @param level the {@link #depth} of that element
     * @return false when it has ended
     */
    public boolean nextWithin(int level) throws IOException {
        while (depth >= level) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
        return false;
    }

    /** How many elements are open: 1 at the start of the root. */
    public int depth() {
        return depth;
    }

    /** The present element's name without its prefix. */
    public String name() {
        return xml.isStartElement() || xml.isEndElement() ? xml.getLocalName() : "";
    }

    /** An attribute of the present element. */
    public Optional<String> attribute(String name) {
        if (!xml.isStartElement()) {
            return Optional.empty();
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** All text within the present element and its children; goes to its end. */
    public String text() throws IOException {
        int level = depth;
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = step();
            if (event == XMLStreamConstants.END_DOCUMENT || depth < level) {
                return text.toString();
            }
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                if (text.length() + xml.getTextLength() > LONGEST) {
                    throw wrong("expected a text of at most " + LONGEST + " characters");
                }
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
    }

    /** An exception at the present line. */
    public FormatException wrong(String expected) {
        return new FormatException(file, "line " + xml.getLocation().getLineNumber(), expected);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new FormatException(file, "", "expected an XML document", e);
        } finally {
            in.close();
        }
    }

    private int step() throws IOException {
        try {
            if (!xml.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = parsed();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw wrong("expected XML without a document type and without entities");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw wrong("expected elements nested at most " + DEEPEST + " deep");
            }
            return event;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new FormatException(
                    file,
                    line > 0 ? "line " + line : "",
                    isCoding(e) ? coded(charset) : "expected well-formed XML",
                    e);
        }
    }

    /** The next event; the platform's parser throws not only what it declares. */
    private int parsed() throws IOException, XMLStreamException {
        try {
            return xml.next();
        } catch (RuntimeException e) {
            throw new FormatException(file, "", "expected well-formed XML", e);
        }
    }
}

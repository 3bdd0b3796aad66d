// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.migration;

import org.ionbench.api.problem.FormatException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/** Brings the bytes of a project file to the current format version. */
public final class ProjectXml {
    /** The version this Ionbench writes. */
    public static final int FORMAT_VERSION = 1;

    private static final int LARGEST = 256 << 20;
    private static final String VERSION = "formatVersion";
    private static final List<Migration> STEPS = List.of();

    private ProjectXml() {}

    /**
     * The document in the current version; the same bytes if it already is.
     *
     * @throws FormatException if it is no project, or one of a newer version
     */
    public static byte[] current(String file, byte[] bytes) throws IOException {
        return current(file, bytes, STEPS, FORMAT_VERSION);
    }

    /** As {@link #current(String, byte[])}, with given steps up to a given version. */
    static byte[] current(String file, byte[] bytes, List<Migration> steps, int wanted)
            throws IOException {
        Document document = parse(file, bytes);
        Element root = document.getDocumentElement();
        if (!"Project".equals(root.getLocalName())) {
            throw new FormatException(
                    file, "", "expected an Ionbench project, not <" + root.getNodeName() + ">");
        }
        int version = version(file, root);
        if (version == wanted) {
            return bytes;
        }
        if (version > wanted) {
            throw new FormatException(
                    file,
                    "",
                    "was written by a newer Ionbench (format "
                            + version
                            + ", this one reads up to "
                            + wanted
                            + "); please update Ionbench to open it");
        }
        for (int v = version; v < wanted; v++) {
            step(file, steps, v).apply(document);
            document.getDocumentElement().setAttribute(VERSION, Integer.toString(v + 1));
        }
        return serialise(document);
    }

    private static Migration step(String file, List<Migration> steps, int from)
            throws FormatException {
        for (Migration m : steps) {
            if (m.from() == from) {
                return m;
            }
        }
        throw new FormatException(file, "", "has the unknown format version " + from);
    }

    private static int version(String file, Element root) throws FormatException {
        String text = root.getAttribute(VERSION);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new FormatException(
                    file, VERSION, "expected a format version, not \"" + text + "\"", e);
        }
    }

    private static Document parse(String file, byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) {
            throw new FormatException(file, "", "is too large for a project file");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException e) {
            throw new FormatException(
                    file, "line " + e.getLineNumber(), "is damaged: " + e.getMessage(), e);
        } catch (SAXException e) {
            throw new FormatException(file, "", "is damaged: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of Java lacks its safe mode", e);
        }
    }

    private static byte[] serialise(Document document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document that was parsed cannot be written", e);
        }
    }

    /** Raises what the parser would otherwise print. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // Warnings of the XML parser say nothing about a project.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

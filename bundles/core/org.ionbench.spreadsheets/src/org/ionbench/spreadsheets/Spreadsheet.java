// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Archive;
import org.ionbench.formats.XmlReader;
import org.ionbench.spreadsheets.internal.Parts;
import org.ionbench.spreadsheets.internal.SheetNames;
import org.ionbench.spreadsheets.internal.SheetRows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An Excel workbook ({@code .xlsx}, Office Open XML, ECMA-376 part 1, section 18) to read from.
 *
 * <h2>The format</h2>
 *
 * A zip file of XML parts. {@code _rels/.rels} names the part of the workbook, which lists the
 * sheets; its own {@code .rels} says in which part each lies, and names the table of shared texts
 * and the styles. A sheet is {@code row} elements of {@code c} elements, each with a reference
 * ({@code B7}), a type and a value {@code v}: a number, the index of a shared text ({@code s}),
 * true or false ({@code b}), the text of a formula ({@code str}), an error ({@code e}), an ISO date
 * ({@code d}), or a text in place ({@code inlineStr}). Dates are numbers, days since 1899-12-30 (or
 * 1904-01-01 where {@code workbookPr} says so), whose style has a format with years, days or hours
 * in it; durations such as {@code [h]:mm} stay numbers.
 *
 * <h2>Bounds</h2>
 *
 * {@value #UNPACKED} bytes unpacked, 200-fold packing, names within the archive, no document types
 * and no entities, columns and rows within those of a sheet. Nothing outside the file is opened.
 * Workbooks with a password and the older {@code .xls} are refused with what to do. Reading is a
 * stream: what is held in memory are the shared texts and one row.
 */
public final class Spreadsheet {
    /** Bytes that all parts together may unpack to. */
    public static final long UNPACKED = 2L << 30;

    private static final int OLE = 0xD0CF11E0;

    private final Source source;
    private final Progress progress;
    private final Parts parts;

    private Spreadsheet(Source source, Progress progress, Parts parts) {
        this.source = source;
        this.progress = progress;
        this.parts = parts;
    }

    /**
     * Opens a workbook.
     *
     * @throws FormatException if it is none, is protected by a password, is of another kind, is
     *     damaged, or breaks a bound
     */
    public static Spreadsheet of(Source source, Progress progress) throws IOException {
        refuseOthers(source);
        Archive archive = Archive.of(source, UNPACKED, progress);
        return new Spreadsheet(source, progress, Parts.of(source.name(), archive));
    }

    /** Whether a file begins as a workbook does: a zip file with parts of Office Open XML. */
    public static boolean isLikely(Head head) {
        String s = head.latin1();
        return Archive.isZip(head.bytes())
                && (s.contains("[Content_Types].xml")
                        || s.contains("_rels/.rels")
                        || s.contains("xl/")
                        || s.contains("docProps/"));
    }

    /**
     * The names of the sheets as far as they can be told from the head of a file; empty where the
     * list of sheets lies further back.
     */
    public static List<String> sheets(Head head) {
        return isLikely(head) ? SheetNames.of(head) : List.of();
    }

    /** The names of the sheets with cells, in their order. */
    public List<String> sheets() {
        return List.copyOf(parts.sheets().keySet());
    }

    /**
     * Streams a sheet, row after row.
     *
     * @throws FormatException if the sheet is not there, damaged, or breaks a bound
     */
    public void read(String sheet, Rows rows) throws IOException {
        String part = parts.sheets().get(sheet);
        if (part == null) {
            throw new FormatException(
                    source.name(), "", "expected a sheet \"" + sheet + "\", found " + sheets());
        }
        boolean[] found = new boolean[1];
        Archive.of(source, UNPACKED, progress).stream(
                name -> name.equals(part),
                (name, content) -> {
                    found[0] = true;
                    try (XmlReader xml = XmlReader.of(place(sheet), shield(content))) {
                        new SheetRows(parts, xml, progress).read(rows);
                    }
                    return false;
                });
        if (!found[0]) {
            throw new FormatException(
                    source.name(), "", "expected the part " + part + " of sheet \"" + sheet + "\"");
        }
    }

    private String place(String sheet) {
        return source.name() + ", sheet \"" + sheet + "\"";
    }

    /** A stream whose closing does not close the archive. */
    private static InputStream shield(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public void close() {
                // the archive closes itself
            }
        };
    }

    private static void refuseOthers(Source source) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(1 << 16);
        }
        if (start.length >= 4 && ByteBuffer.wrap(start).getInt() == OLE) {
            String text = new String(start, StandardCharsets.ISO_8859_1).replace("\0", "");
            throw new FormatException(
                    source.name(),
                    "",
                    text.contains("EncryptedPackage")
                            ? "the workbook is protected by a password; save it without one"
                            : "expected an .xlsx workbook, found one of Excel 97 to 2003 (.xls) or"
                                    + " one with a password; save it as .xlsx without a password");
        }
        if (!Archive.isZip(start)) {
            throw new FormatException(source.name(), "", "expected an Excel workbook (.xlsx)");
        }
    }
}

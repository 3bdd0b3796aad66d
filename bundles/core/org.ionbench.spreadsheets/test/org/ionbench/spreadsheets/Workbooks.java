// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets;

import org.ionbench.api.importing.Source;
import org.ionbench.testkit.MemorySource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written out by hand, part by part, for what no writer would write. */
final class Workbooks {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Workbooks() {}

    /** One sheet named Data, whose {@code sheetData} holds this. */
    static Workbooks of(String rows) {
        String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        return new Workbooks()
                .part("[Content_Types].xml", "<Types/>")
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Id='r' Target='xl/workbook.xml' Type='"
                                + type
                                + "officeDocument'/></Relationships>")
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><workbookPr/><sheets><sheet name=\"Data &amp;"
                                + " more\" sheetId='1' r:id='a'/></sheets></workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml' Type='"
                                + type
                                + "worksheet'/><Relationship Id='s' Target='sharedStrings.xml'"
                                + " Type='"
                                + type
                                + "sharedStrings'/><Relationship Id='f' Target='/xl/styles.xml'"
                                + " Type='"
                                + type
                                + "styles'/></Relationships>")
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr>"
                                + "<t>text_x000A_</t></r><rPh><t>reading</t></rPh></si></sst>")
                .part(
                        "xl/styles.xml",
                        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/>"
                                + "<numFmt numFmtId='165' formatCode='[h]:mm:ss'/>"
                                + "<numFmt numFmtId='166' formatCode='0.00\" days\"'/></numFmts>"
                                + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                                + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/>"
                                + "<xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='22'/>"
                                + "</cellXfs></styleSheet>")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + rows + "</sheetData><pageMargins/></worksheet>");
    }

    /** Sets or replaces a part. */
    Workbooks part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Workbooks part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    Source source() throws IOException {
        return MemorySource.of("made.xlsx", bytes());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.spreadsheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class SpreadsheetTest {

    private static List<List<Cell>> read(Source source) throws IOException {
        Spreadsheet sheet = Spreadsheet.of(source, Progress.NONE);
        return rows(sheet, sheet.sheets().getFirst());
    }

    private static List<List<Cell>> rows(Spreadsheet spreadsheet, String sheet) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        spreadsheet.read(
                sheet,
                (number, cells) -> {
                    while (rows.size() < number - 1) {
                        rows.add(List.of());
                    }
                    return rows.add(List.copyOf(cells));
                });
        return rows;
    }

    private static String refusal(Source source) {
        return assertThrows(FormatException.class, () -> read(source)).getMessage();
    }

    @Test
    void everyKindOfCellIsRead() throws IOException {
        List<List<Cell>> rows =
                read(
                        Workbooks.of(
                                        "<row r='2'><c r='A2' t='s'><v>0</v></c>"
                                                + "<c r='C2' t='s'><v>1</v></c>"
                                                + "<c t='inlineStr'><is><t>in place</t></is></c>"
                                                + "<c t='str'><f>A2</f><v>formula</v></c>"
                                                + "<c t='b'><v>1</v></c>"
                                                + "<c t='e'><v>#DIV/0!</v></c><c s='1'/></row>"
                                                + "<row><c><v>-1.2345678901234567E-300</v></c>"
                                                + "<c s='1'><v>42587.5</v></c>"
                                                + "<c s='2'><v>1.5</v></c><c s='3'><v>7</v></c>"
                                                + "<c s='4'><v>0.25</v></c>"
                                                + "<c t='d'><v>2020-02-03T04:05:06</v></c></row>")
                                .source());

        assertEquals(List.of(), rows.getFirst());
        assertEquals(
                List.of(
                        new Cell.Text("plain"),
                        Cell.EMPTY,
                        new Cell.Text("rich text\n"),
                        new Cell.Text("in place"),
                        new Cell.Text("formula"),
                        new Cell.Flag(true),
                        new Cell.Fault("#DIV/0!")),
                rows.get(1));
        assertEquals(
                List.of(
                        new Cell.Number(-1.2345678901234567E-300),
                        new Cell.Date(LocalDateTime.of(2016, 8, 5, 12, 0), 42587.5),
                        new Cell.Number(1.5),
                        new Cell.Number(7),
                        new Cell.Date(LocalDateTime.of(1899, 12, 30, 6, 0), 0.25)),
                rows.get(2).subList(0, 5));
        assertEquals(
                LocalDateTime.of(2020, 2, 3, 4, 5, 6), ((Cell.Date) rows.get(2).get(5)).value());
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        Workbooks workbook = Workbooks.of("<row><c s='1'><v>41125.5</v></c></row>");
        workbook.part(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='s'"
                        + " r:id='a'/></sheets></workbook>");
        assertEquals(
                new Cell.Date(LocalDateTime.of(2016, 8, 5, 12, 0), 42587.5),
                read(workbook.source()).getFirst().getFirst());
    }

    @Test
    void sheetsAreNamedFromTheHeadToo() throws IOException {
        byte[] bytes = Workbooks.of("<row><c><v>1</v></c></row>").bytes();
        Head head = new Head("x.dat", bytes, bytes.length);
        assertTrue(Spreadsheet.isLikely(head));
        assertEquals(List.of("Data & more"), Spreadsheet.sheets(head));
        assertEquals(
                List.of("Data & more"),
                Spreadsheet.of(MemorySource.of("x", bytes), Progress.NONE).sheets());
        assertEquals(List.of(), Spreadsheet.sheets(new Head("x", new byte[] {'P', 'K'}, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"})
    void entitiesAreRefusedWhereverTheyStand(String part, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "a secret of this machine");
        Workbooks workbook = Workbooks.of("<row><c t='inlineStr'><is><t>&x;</t></is></c></row>");
        String body =
                switch (part) {
                    case "xl/sharedStrings.xml" -> "<sst><si><t>&x;</t></si></sst>";
                    case "xl/workbook.xml" ->
                            "<workbook><sheets><sheet name='&x;'/></sheets></workbook>";
                    default ->
                            "<worksheet><sheetData><row><c t='inlineStr'><is><t>&x;</t></is></c>"
                                    + "</row></sheetData></worksheet>";
                };
        workbook.part(
                part,
                "<?xml version='1.0'?><!DOCTYPE w [<!ENTITY x SYSTEM '"
                        + secret.toUri()
                        + "'>]>"
                        + body);
        String sentence = refusal(workbook.source());
        assertTrue(!sentence.contains("secret of"), sentence);
    }

    @Test
    void entitiesThatMultiplyAreRefused() throws IOException {
        Workbooks workbook = Workbooks.of("");
        workbook.part(
                "xl/sharedStrings.xml",
                "<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><sst><si><t>&c;</t></si></sst>");
        refusal(workbook.source());
    }

    @Test
    void bombsAndPathsOutOfTheFileAreRefused() throws IOException {
        Workbooks bomb = Workbooks.of("<row><c><v>1</v></c></row>");
        bomb.part("xl/media/image.png", new byte[64 << 20]);
        assertTrue(refusal(bomb.source()).contains("packing"));

        Workbooks path = Workbooks.of("<row><c><v>1</v></c></row>");
        path.part("../../outside.txt", "x");
        assertTrue(refusal(path.source()).contains("within the archive"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c r='ZZZZZZZ1'><v>1</v></c></row>",
                "<row><c r='XFE1'><v>1</v></c></row>",
                "<row r='1048577'><c><v>1</v></c></row>",
                "<row r='99999999999999'><c><v>1</v></c></row>",
                "<row r='2'><c><v>1</v></c></row><row r='2'><c><v>1</v></c></row>",
                "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
                "<row><c t='s'><v>2</v></c></row>",
                "<row><c t='s'><v>-1</v></c></row>",
                "<row><c><v>1</c></row>",
            })
    void damageIsToldWithItsPlace(String rows) throws IOException {
        String sentence = refusal(Workbooks.of(rows).source());
        assertTrue(sentence.contains("sheet \"Data & more\", line 1"), sentence);
    }

    @Test
    void emptyCellsAreBounded() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i < 7000; i++) {
            rows.append("<row><c r='XFD").append(i).append("'><v>1</v></c></row>");
        }
        assertTrue(refusal(Workbooks.of(rows.toString()).source()).contains("empty cells"));
    }

    @Test
    void olderAndProtectedWorkbooksAreRefusedWithWhatToDo() {
        byte[] ole = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        System.arraycopy(magic, 0, ole, 0, 4);
        assertTrue(refusal(MemorySource.of("a.xls", ole)).contains("save it as .xlsx"));

        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 1024, name.length);
        assertTrue(refusal(MemorySource.of("a.xlsx", ole)).contains("protected by a password"));

        assertTrue(
                refusal(MemorySource.of("a.xlsx", "a,b\n1,2\n"))
                        .contains("expected an Excel workbook"));
    }

    @Test
    void aBinaryWorkbookIsRefused() throws IOException {
        Workbooks workbook = Workbooks.of("");
        workbook.part(
                "_rels/.rels",
                "<Relationships><Relationship Id='r' Target='xl/workbook.bin'"
                        + " Type='x/officeDocument'/></Relationships>");
        assertTrue(refusal(workbook.source()).contains(".xlsb"));
    }

    @Test
    void samplesReadAsAnIndependentReaderReadsThem() throws IOException {
        int cells = 0;
        for (Path file :
                Stream.of("arbin", "generic", "neware")
                        .flatMap(v -> samples(v).stream())
                        .toList()) {
            Spreadsheet ours = Spreadsheet.of(MemorySource.of(file), Progress.NONE);
            try (ReadableWorkbook theirs =
                    new ReadableWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                for (var sheet : theirs.getSheets().toList()) {
                    List<List<Cell>> rows = rows(ours, sheet.getName());
                    for (var row : sheet.read()) {
                        for (var cell : row) {
                            if (cell != null && !cell.getText().isEmpty()) {
                                String where = file + " " + cell.getAddress();
                                Cell own =
                                        rows.get(cell.getAddress().getRow())
                                                .get(cell.getAddress().getColumn());
                                compare(where, cell, own);
                                cells++;
                            }
                        }
                    }
                }
            }
        }
        assertTrue(cells > 50_000, cells + " cells");
    }

    private static void compare(String where, org.dhatim.fastexcel.reader.Cell cell, Cell own) {
        switch (cell.getType()) {
            case NUMBER -> assertEquals(cell.asNumber().doubleValue(), own.number(), 1e-9, where);
            case STRING -> assertEquals(cell.asString(), own.text(), where);
            case BOOLEAN -> assertEquals(cell.asBoolean() ? 1 : 0, own.number(), where);
            default -> assertEquals(cell.getText(), own.text(), where);
        }
    }

    private static List<Path> samples(String vendor) {
        try {
            return Samples.of(vendor, ".xlsx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

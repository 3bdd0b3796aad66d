// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.text.internal.Listing;
import org.ionbench.instruments.text.internal.SheetText;
import org.ionbench.instruments.text.internal.TextFile;
import org.ionbench.spreadsheets.Spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads tables of numbers from any Excel workbook ({@code .xlsx}).
 *
 * <h2>The format</h2>
 *
 * Each sheet is taken for what it would be as delimited text, a line for each row: remarks or names
 * and values, then (or not) a row with the names of the columns, then rows of numbers. What is told
 * from it and what a user can override is written with {@link DelimitedTextImporter}; numbers and
 * dates have their own types in a workbook, so encoding, delimiter and decimal character are known.
 * Dates become texts in ISO 8601. Every sheet with a table becomes a recording, or several; sheets
 * without are named. Where no sheet has one, sheets with a row of names over words, dates and
 * numbers are read as lists.
 *
 * <p>The option {@code sheet} names the one sheet to read. Numbers of lines, in the option {@code
 * header} and in messages, are the numbers of the sheet's rows.
 *
 * <p>Workbooks with a password, {@code .xls} and {@code .xlsb} are refused with what to do instead.
 */
public final class WorkbookImporter implements Importer {
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0";

    @Override
    public Sniff sniff(Head head) {
        if (Spreadsheet.isLikely(head)) {
            return Sniff.perhaps("is a workbook");
        }
        boolean elder = head.nameEndsWith(".xls") || head.nameEndsWith(".xlsx");
        return head.latin1().startsWith(OLE) && elder
                ? Sniff.perhaps("is a workbook of Excel 97 to 2003 or has a password")
                : Sniff.no("is no workbook");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        Spreadsheet workbook = Spreadsheet.of(source, progress);
        String wanted = source.options().getOrDefault("sheet", "").strip();
        List<String> sheets = wanted.isEmpty() ? workbook.sheets() : List.of(wanted);
        List<String> without = new ArrayList<>();
        List<SheetText> tables = new ArrayList<>();
        FormatException last = new FormatException(source.name(), "", "expected a sheet with rows");
        for (String sheet : sheets) {
            SheetText text = SheetText.of(source, workbook, sheet);
            try {
                TextFile.of(text, progress);
                tables.add(text);
            } catch (FormatException e) {
                last = e;
                without.add(sheet);
            }
        }
        if (tables.isEmpty() && !list(source, workbook, sheets, sink)) {
            throw last;
        }
        if (tables.isEmpty()) {
            return;
        }
        for (SheetText text : tables) {
            TextFile.of(tables.size() == 1 ? text.alone() : text, progress).read(sink, progress);
        }
        if (!without.isEmpty()) {
            sink.problem(
                    Problem.info(
                            "text.sheets",
                            "Sheets without a table of numbers: "
                                    + String.join(", ", without)
                                    + "."));
        }
    }

    /** Reads sheets that are lists where there is no measurement; returns whether there is one. */
    private static boolean list(Source source, Spreadsheet workbook, List<String> sheets, Sink sink)
            throws IOException {
        boolean any = false;
        for (String sheet : sheets) {
            Optional<Listing> list = Listing.of(workbook, sheet);
            if (list.isPresent()) {
                any = true;
                list.get().tell(sink.recording(sheet, Technique.OTHER));
            }
        }
        if (any) {
            sink.problem(
                    Problem.info(
                            "text.list",
                            source.name() + " holds a list and no table of measured numbers."));
        }
        return any;
    }
}

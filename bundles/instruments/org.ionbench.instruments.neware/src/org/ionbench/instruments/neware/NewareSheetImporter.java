// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.instruments.neware.internal.export.Export;
import org.ionbench.instruments.neware.internal.export.ExportColumn;
import org.ionbench.instruments.neware.internal.export.ExportColumn.Role;
import org.ionbench.instruments.neware.internal.export.ExportLayout;
import org.ionbench.instruments.neware.internal.export.Times;
import org.ionbench.spreadsheets.Cell;
import org.ionbench.spreadsheets.Spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads workbooks that Neware's software (BTSDA, BTS Client) exports ({@code .xlsx}).
 *
 * <h2>The format</h2>
 *
 * Sheets with a line of headings, the same as those of the {@linkplain NewareTextImporter text}
 * exports, and a row for each point: {@code record} in BTS 8, {@code Detail_<channel>} in BTS 7,
 * where a test of more rows than a sheet can have goes on in further sheets with the same headings.
 * They become one recording. Sheets whose headings begin with a cycle or a step ({@code cycle},
 * {@code step}) have a row for each and become recordings of their own. Other sheets (units,
 * descriptions, logs) are passed over. Times are texts or times of day, dates texts or dates,
 * numbers numbers or texts.
 *
 * <p>What is told of it: see {@link Export}.
 */
public final class NewareSheetImporter implements Importer {
    private static final int SAMPLE = 300;
    private static final int LARGEST_TABLE = 100_000;

    @Override
    public Sniff sniff(Head head) {
        return Spreadsheet.isLikely(head)
                ? Sniff.perhaps("is a workbook, which shows its headings only when it is read")
                : Sniff.no("is no workbook");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.checkCancelled();
        progress.task(source.name(), source.size());
        Spreadsheet workbook = Spreadsheet.of(source, progress);
        Map<String, List<List<String>>> first = new LinkedHashMap<>();
        for (String sheet : workbook.sheets()) {
            first.put(sheet, rows(workbook, sheet, SAMPLE));
        }
        List<String> points = new ArrayList<>();
        Optional<ExportLayout> layout = Optional.empty();
        for (Map.Entry<String, List<List<String>>> sheet : first.entrySet()) {
            Optional<ExportLayout> found =
                    ExportLayout.of(sheet.getValue()).filter(ExportLayout::isVendors);
            if (found.isPresent() && (layout.isEmpty() || found.get().isLike(layout.get()))) {
                layout = layout.or(() -> found);
                points.add(sheet.getKey());
            }
        }
        ExportLayout columns =
                layout.orElseThrow(
                        () ->
                                new FormatException(
                                        source.name(),
                                        "",
                                        "expected a sheet with headings of voltage, current and of"
                                                + " point, step or cycle as Neware exports them"));
        List<List<String>> sample = columns.sample(first.get(points.getFirst()));
        Export export = new Export(columns, sample, sink);
        for (String sheet : points) {
            int headings = ExportLayout.of(first.get(sheet)).orElse(columns).firstRow();
            points(workbook, sheet, headings, export);
        }
        export.finish(sink);
        for (String sheet : first.keySet()) {
            if (!points.contains(sheet)) {
                table(workbook, sheet, first.get(sheet), sink);
            }
        }
        progress.done(source.size());
    }

    private static List<List<String>> rows(Spreadsheet workbook, String sheet, int most)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        workbook.read(
                sheet,
                (number, cells) -> {
                    rows.add(cells.stream().map(NewareSheetImporter::text).toList());
                    return rows.size() < most;
                });
        return rows;
    }

    private static void points(Spreadsheet workbook, String sheet, int headings, Export export)
            throws IOException {
        int[] passed = new int[1];
        workbook.read(
                sheet,
                (number, cells) -> {
                    if (passed[0]++ >= headings) {
                        export.row(new SheetFields(cells), sheet + ", row " + number);
                    }
                    return true;
                });
    }

    /** Tells a sheet of cycles or of steps, which has a row for each. */
    private static void table(
            Spreadsheet workbook, String sheet, List<List<String>> first, Sink sink)
            throws IOException {
        if (first.isEmpty() || first.getFirst().size() < 3) {
            return;
        }
        List<ExportColumn> columns = first.getFirst().stream().map(ExportColumn::of).toList();
        if (Set.of(Role.CYCLE, Role.STEP).contains(columns.getFirst().role())) {
            List<List<String>> all =
                    first.size() < SAMPLE ? first : rows(workbook, sheet, LARGEST_TABLE);
            Export.table(sheet, columns, all.subList(1, all.size()), sink);
        }
    }

    /** What a cell says, times of day as hours, minutes and seconds. */
    private static String text(Cell cell) {
        return cell instanceof Cell.Date date && date.days() < 366
                ? Times.text(86400 * date.days())
                : cell.text().strip();
    }

    /** The cells of the present row. */
    private record SheetFields(List<Cell> cells) implements Export.Fields {
        @Override
        public double number(int field) {
            if (field >= cells.size()) {
                return Double.NaN;
            }
            return switch (cells.get(field)) {
                case Cell.Number n -> n.value();
                case Cell.Text t -> Export.parse(t.text());
                default -> Double.NaN;
            };
        }

        @Override
        public String text(int field) {
            return field < cells.size() ? NewareSheetImporter.text(cells.get(field)) : "";
        }
    }
}

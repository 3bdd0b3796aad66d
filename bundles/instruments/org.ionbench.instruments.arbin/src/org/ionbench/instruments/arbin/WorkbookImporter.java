// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.spreadsheets.Cell;
import org.ionbench.spreadsheets.Rows;
import org.ionbench.spreadsheets.Spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads workbooks of DataPro and MITS Pro ({@code .xlsx}).
 *
 * <h2>The format</h2>
 *
 * <ul>
 *   <li>A sheet {@code Global_Info}: single values under and beside their names, then a row that
 *       begins with {@code Channel} and {@code Start DateTime} and names what the rows below say of
 *       each channel ({@code Schedule File Name}, {@code Creator}, {@code Comments}, {@code
 *       Software Version}, {@code MASS(g)}, ...).
 *   <li>Sheets {@code Channel_11_1}, {@code Channel_11_2}, ... (older: {@code Channel_1-003}): the
 *       points of a channel, as many sheets as they need. The first row names the columns with
 *       their units: {@code Date_Time}, {@code Test_Time(s)}, {@code Step_Time(s)}, {@code
 *       Step_Index}, {@code Cycle_Index}, {@code Voltage(V)}, {@code Current(A)}, {@code
 *       Charge_Capacity(Ah)}, ... The sheets of a channel become one recording.
 *   <li>Sheets {@code Statistics_...} and {@code ChannelStatistic_...}: a row for each cycle, told
 *       as recordings of their own.
 * </ul>
 *
 * Dates are days since 1899-12-30 in local time. Current is positive while the cell is charged.
 */
public final class WorkbookImporter implements Importer {
    private static final String GLOBAL = "Global_Info";
    private static final Pattern POINTS =
            Pattern.compile("(Channel[_ ]\\d+)(?:[-_]\\d+(?:_\\d+)?)?");
    private static final Pattern STATISTICS =
            Pattern.compile("(?i)(?:Channel_?)?Statistics?[_ -].*");

    @Override
    public Sniff sniff(Head head) {
        if (!Spreadsheet.isLikely(head)) {
            return Sniff.no("is no workbook");
        }
        List<String> sheets = Spreadsheet.sheets(head);
        if (sheets.isEmpty()) {
            return Sniff.perhaps("is a workbook whose sheets cannot be told from its head");
        }
        boolean points = sheets.stream().anyMatch(s -> POINTS.matcher(s).matches());
        if (points && sheets.contains(GLOBAL)) {
            return Sniff.certain("has the sheets of an export of Arbin");
        }
        return points
                ? Sniff.perhaps("has a sheet named as Arbin's programs name them")
                : Sniff.no("has no sheet named as Arbin's programs name them");
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        Spreadsheet workbook = Spreadsheet.of(source, progress);
        Map<String, List<String>> channels = new LinkedHashMap<>();
        List<String> statistics = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String sheet : workbook.sheets()) {
            Matcher points = POINTS.matcher(sheet);
            if (points.matches()) {
                channels.computeIfAbsent(points.group(1), c -> new ArrayList<>()).add(sheet);
            } else if (STATISTICS.matcher(sheet).matches()) {
                statistics.add(sheet);
            } else if (!sheet.equals(GLOBAL)) {
                others.add(sheet);
            }
        }
        if (channels.isEmpty()) {
            throw new FormatException(
                    source.name(), "", "expected a sheet such as Channel_1_1 of Arbin's exports");
        }
        GlobalInfo info = GlobalInfo.of(workbook);
        for (Map.Entry<String, List<String>> channel : channels.entrySet()) {
            String name = channel.getKey();
            RecordingSink recording = sink.recording(name, Technique.CYCLING);
            recording.instrument("Arbin");
            info.tell(name.replaceAll("\\D", ""), recording);
            SheetPoints points = new SheetPoints(recording);
            for (String sheet : channel.getValue()) {
                workbook.read(sheet, points.of(sheet));
            }
            points.finish();
        }
        for (String sheet : statistics) {
            RecordingSink recording = sink.recording(sheet, Technique.OTHER);
            recording.instrument("Arbin");
            SheetPoints points = new SheetPoints(recording);
            workbook.read(sheet, points.of(sheet));
            points.finish();
        }
        if (!others.isEmpty()) {
            sink.problem(
                    Problem.info(
                                    "arbin.sheets",
                                    "Sheets that are not read: " + String.join(", ", others) + ".")
                            .mend("Send us the file if you need them."));
        }
    }

    /** Hands the sheets of one recording over. */
    private static final class SheetPoints {
        private final RecordingSink recording;
        private List<String> names = List.of();
        private boolean[] texts = {};
        private boolean begun;
        private int strange;
        private String where = "";

        SheetPoints(RecordingSink recording) {
            this.recording = recording;
        }

        Rows of(String sheet) {
            boolean[] head = {true};
            return (number, cells) -> {
                if (!head[0]) {
                    row(sheet, number, cells);
                    return true;
                }
                head[0] = false;
                List<String> found =
                        new ArrayList<>(cells.stream().map(c -> c.text().strip()).toList());
                if (names.isEmpty()) {
                    names = List.copyOf(found);
                } else if (!names.equals(found)) {
                    recording.problem(
                            Problem.warning(
                                            "arbin.sheet",
                                            "The sheet \""
                                                    + sheet
                                                    + "\" has other columns than those before it"
                                                    + " and is left out.")
                                    .with(sheet)
                                    .mend("Send us the file if you need it."));
                    return false;
                }
                return true;
            };
        }

        private void row(String sheet, int number, List<Cell> cells) {
            if (cells.stream().allMatch(Cell::isBlank)) {
                return;
            }
            if (!begun) {
                begin(cells);
            }
            double[] values = new double[names.size()];
            for (int i = 0; i < values.length; i++) {
                Cell cell = i < cells.size() ? cells.get(i) : Cell.EMPTY;
                values[i] = texts[i] ? Double.NaN : cell.number();
                if (texts[i]) {
                    recording.text(i, cell.text());
                } else if (Double.isNaN(values[i]) && !cell.isBlank() && strange++ == 0) {
                    where = "sheet \"" + sheet + "\", row " + number;
                }
            }
            recording.row(values);
        }

        private void begin(List<Cell> cells) {
            begun = true;
            texts = new boolean[names.size()];
            for (int i = 0; i < texts.length; i++) {
                Cell cell = i < cells.size() ? cells.get(i) : Cell.EMPTY;
                texts[i] = cell instanceof Cell.Text t && !t.isBlank();
                boolean date = cell instanceof Cell.Date;
                recording.column(
                        texts[i]
                                ? ArbinColumns.text(names.get(i))
                                : ArbinColumns.of(names.get(i), date ? "d" : ""));
                if (cell instanceof Cell.Date d
                        && ArbinColumns.key(names.get(i)).matches("date ?time")) {
                    recording.start(d.value());
                }
            }
        }

        void finish() {
            if (!begun) {
                names.forEach(name -> recording.column(ArbinColumns.of(name)));
                recording.problem(
                        Problem.warning("rows.empty", "There is not a single measured point."));
            }
            if (strange > 0) {
                recording.problem(
                        Problem.warning(
                                        "rows.number",
                                        strange + " values are no numbers and are left empty.")
                                .with(strange)
                                .at(where));
            }
        }
    }
}

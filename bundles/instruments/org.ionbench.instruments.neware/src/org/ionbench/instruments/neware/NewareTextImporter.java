// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;
import org.ionbench.instruments.neware.internal.export.Export;
import org.ionbench.instruments.neware.internal.export.ExportLayout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads text that Neware's software (BTSDA, BTS Client) exports ({@code .csv}, {@code .txt}).
 *
 * <h2>The format</h2>
 *
 * Lines of fields parted by commas, semicolons or tabs, in UTF-8, windows-1252 or GBK; fields may
 * stand in quotes, with a tab before the value. Which columns there are and in which units is the
 * user's choice; the unit stands in brackets behind the heading.
 *
 * <table>
 * <caption>Headings</caption>
 * <tr><th>what</th><th>BTS 8</th><th>BTS 7</th><th>Chinese</th></tr>
 * <tr><td>index</td><td>DataPoint</td><td>Record ID</td><td>数据序号, 记录序号</td></tr>
 * <tr><td>cycle</td><td>Cycle Index</td><td>Cycle ID</td><td>循环号, 循环序号</td></tr>
 * <tr><td>step</td><td>Step Index</td><td>Step ID</td><td>工步号, 工步序号</td></tr>
 * <tr><td>kind of step</td><td>Step Type</td><td>Step Name</td><td>工步类型, 工步名称</td></tr>
 * <tr><td>time within the step</td><td>Time</td><td>Time(h:min:s.ms)</td><td>时间</td></tr>
 * <tr><td>time of the test</td><td>Total Time, Cumulative Time</td><td></td><td>总时间</td></tr>
 * <tr><td>date</td><td>Date</td><td>Realtime</td><td>绝对时间, 系统时间</td></tr>
 * <tr><td>current, + charges</td><td colspan="2">Current</td><td>电流</td></tr>
 * <tr><td>voltage</td><td colspan="2">Voltage</td><td>电压</td></tr>
 * <tr><td>capacity of the step</td><td colspan="2">Capacity</td><td>容量</td></tr>
 * <tr><td>charged</td><td>Chg. Cap.</td><td>Capacitance_Chg</td><td>充电容量</td></tr>
 * <tr><td>discharged</td><td>DChg. Cap.</td><td>Capacitance_DChg</td><td>放电容量</td></tr>
 * <tr><td>energy of the step</td><td colspan="2">Energy</td><td>能量</td></tr>
 * <tr><td>power</td><td colspan="2">Power</td><td>功率</td></tr>
 * <tr><td>temperature</td><td>T1</td><td>Temperature</td><td>温度</td></tr>
 * </table>
 *
 * Other columns are kept under their names. In flat exports there is one line of headings and a row
 * for each point. In layered ones there are two or three lines of headings, of cycles, steps and
 * points, each with one empty field more at its beginning, and rows of all three follow each other:
 *
 * <pre>
 * Cycle ID,Cap_Chg(mAh),...
 * ,Step ID,Step Name,...
 * ,,Record ID,Time(h:min:s.ms),Voltage(V),Current(mA),...
 * 1,1941.2,...
 * ,1,Rest,...
 * ,,1,0:00:00.000,3.5047,0.0,...
 * </pre>
 *
 * <h2>What the user can override</h2>
 *
 * {@code encoding}, {@code delimiter}, {@code decimal}.
 *
 * <p>What is told of it: see {@link Export}.
 */
public final class NewareTextImporter implements Importer {
    private static final int SAMPLE = 300;
    private static final Pattern COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    @Override
    public Sniff sniff(Head head) {
        List<String> lines = new ArrayList<>();
        String text = Encoding.detect(head.bytes()).decode(head.bytes());
        if (text.indexOf('\0') >= 0) {
            return Sniff.no("is not text");
        }
        text.lines().limit(30).forEach(lines::add);
        return find(lines, Map.of()).filter(found -> found.layout.isVendors()).isPresent()
                ? Sniff.certain("has headings as Neware exports them")
                : Sniff.no("has no headings of a Neware export");
    }

    /** Headings and what parts the fields. */
    private record Found(ExportLayout layout, char delimiter) {}

    private static Optional<Found> find(List<String> lines, Map<String, String> options) {
        String wanted = options.getOrDefault("delimiter", "");
        List<Character> candidates = wanted.length() == 1 ? List.of(wanted.charAt(0)) : DELIMITERS;
        for (char delimiter : candidates) {
            Dialect dialect = Dialect.of(delimiter);
            Optional<ExportLayout> layout =
                    ExportLayout.of(lines.stream().limit(25).map(dialect::split).toList());
            if (layout.isPresent()) {
                return Optional.of(new Found(layout.get(), delimiter));
            }
        }
        return Optional.empty();
    }

    @Override
    public void read(Source source, Sink sink, Progress progress) throws IOException {
        List<String> sample = new ArrayList<>();
        try (Lines lines = Lines.of(source, progress)) {
            while (sample.size() < SAMPLE && lines.next()) {
                sample.add(lines.text());
            }
        }
        Found found =
                find(sample, source.options())
                        .orElseThrow(
                                () ->
                                        new FormatException(
                                                source.name(),
                                                "line 1",
                                                "expected headings of voltage, current and of"
                                                        + " point, step or cycle as Neware exports"
                                                        + " them"));
        ExportLayout layout = found.layout;
        List<List<String>> rows =
                layout.sample(sample.stream().map(Dialect.of(found.delimiter)::split).toList());
        Optional<Character> said = Dialect.decimal(source.options());
        boolean comma =
                said.map(sign -> sign == ',')
                        .orElseGet(
                                () ->
                                        found.delimiter != ','
                                                && rows.stream()
                                                        .flatMap(List::stream)
                                                        .anyMatch(COMMA.asMatchPredicate()));
        Dialect dialect = new Dialect(found.delimiter, comma ? ',' : '.', '\0');
        Export export = new Export(layout, rows, sink);
        try (Lines lines = Lines.of(source, progress)) {
            lines.encoding().assumption().ifPresent(export::assume);
            if (comma && said.isEmpty()) {
                export.assume("Decimal comma assumed.");
            }
            rows(lines, layout, dialect, export);
        }
        export.finish(sink);
    }

    private static void rows(Lines lines, ExportLayout layout, Dialect dialect, Export export)
            throws IOException {
        int most = layout.layers().stream().mapToInt(List::size).max().orElseThrow();
        int least = named(layout);
        Rows rows = new Rows(dialect, most);
        TextFields fields = new TextFields(rows, lines);
        int skip = layout.firstRow();
        while (lines.next()) {
            if (lines.number() <= skip || lines.isBlank()) {
                continue;
            }
            rows.read(lines);
            if (!lines.isComplete() && rows.fields() < least) {
                export.problem(
                        Problem.warning(
                                        "rows.cut",
                                        "The file ends within a row, which is left out.")
                                .at(lines.place()));
            } else {
                export.row(fields, lines.place());
            }
        }
    }

    /** How many fields a whole row of a point has, empty ones at its end aside. */
    private static int named(ExportLayout layout) {
        int n = layout.points().size();
        while (n > 0 && !layout.points().get(n - 1).isNamed()) {
            n--;
        }
        return n;
    }

    /** The fields of the present line. */
    private record TextFields(Rows rows, Lines lines) implements Export.Fields {
        @Override
        public double number(int field) {
            return field < rows.fields() ? rows.values()[field] : Double.NaN;
        }

        @Override
        public String text(int field) {
            return rows.text(field, lines);
        }
    }
}

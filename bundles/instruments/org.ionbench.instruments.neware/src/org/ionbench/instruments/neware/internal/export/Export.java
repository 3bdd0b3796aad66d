// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.neware.internal.export;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Numbers;
import org.ionbench.instruments.neware.internal.export.ExportColumn.Role;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An exported table on its way into recordings, whether its rows come from text or from a
 * spreadsheet: the points as the recording {@code Test}; in layered tables the rows of cycles and
 * steps as the recordings {@code Cycles} and {@code Steps}, and the numbers of cycle and step and
 * the name of the step with each point.
 *
 * <p>Times such as {@code 144:02:18.5} become seconds, dates seconds since 1970 in the local time
 * of the export. Where there is no total time, it is worked out from the times within steps.
 */
public final class Export {
    /** One row, whatever it comes from. */
    public interface Fields {
        /** The number of a field; NaN for words and where it is empty. */
        double number(int field);

        /** A field as it is written, blanks aside; empty beyond the last. */
        String text(int field);
    }

    private static final int SAMPLE = 200;

    private final ExportLayout layout;
    private final Dates.Order order;
    private final List<ExportColumn> columns;
    private final int[] places;
    private final List<List<String[]>> upper = new ArrayList<>();
    private final RecordingSink recording;
    private final double[] values;
    private final List<Above> above;
    private final int stepTime;
    private final boolean totals;
    private int strange;
    private String firstStrange = "";
    private double before;
    private double last = Double.NaN;
    private boolean begun;

    /**
     * @param sample the first rows of points, to tell columns of words
     */
    public Export(ExportLayout layout, List<List<String>> sample, Sink sink) {
        this.layout = layout;
        List<ExportColumn> named = new ArrayList<>();
        int[] fields = new int[layout.points().size()];
        for (int i = layout.lines() - 1; i < layout.points().size(); i++) {
            ExportColumn column = layout.points().get(i);
            if (column.isNamed()) {
                fields[named.size()] = i;
                named.add(isWords(column, i, sample) ? column.asText() : column);
            }
        }
        columns = named;
        places = Arrays.copyOf(fields, named.size());
        List<String> dates = dates(sample);
        order = Dates.order(dates).orElse(Dates.Order.MONTH_DAY);
        for (int layer = 1; layer < layout.lines(); layer++) {
            upper.add(new ArrayList<>());
        }
        recording = sink.recording("Test", Technique.CYCLING);
        recording.instrument("Neware");
        above = above();
        stepTime = find(Role.STEP_TIME);
        totals = find(Role.TOTAL_TIME) < 0 && stepTime >= 0;
        above.forEach(from -> recording.column(from.column.spec()));
        columns.forEach(column -> recording.column(column.spec()));
        if (totals) {
            recording.column(ColumnSpec.of("Total Time").as(QuantityKind.TIME, "s"));
            recording.assumption(
                    "The total time is worked out from the times within the steps; the file has"
                            + " none.");
        }
        values = new double[above.size() + columns.size() + (totals ? 1 : 0)];
        assumptions(dates);
    }

    /** A column of an upper layer that is told with each point. */
    private record Above(int layer, int field, ExportColumn column) {}

    /** Where the upper layers have cycle, step and kind of step that the points have not. */
    private List<Above> above() {
        List<Above> found = new ArrayList<>();
        for (Role role : List.of(Role.CYCLE, Role.STEP, Role.TYPE)) {
            if (find(role) < 0) {
                above(role).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Above> above(Role role) {
        for (int layer = 0; layer < layout.lines() - 1; layer++) {
            List<ExportColumn> all = layout.layers().get(layer);
            for (int field = 0; field < all.size(); field++) {
                if (all.get(field).role() == role) {
                    return Optional.of(new Above(layer, field, all.get(field)));
                }
            }
        }
        return Optional.empty();
    }

    private int find(Role role) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == role)
                .findFirst()
                .orElse(-1);
    }

    private static boolean isWords(ExportColumn column, int field, List<List<String>> sample) {
        if (column.isText()) {
            return true;
        }
        if (column.role() != Role.OTHER) {
            return false;
        }
        return sample.stream()
                .limit(SAMPLE)
                .filter(row -> field < row.size())
                .map(row -> row.get(field))
                .anyMatch(text -> text.matches(".*\\p{L}{2,}.*") && !text.matches("(?i)nan|inf"));
    }

    /** The first dates; none where there is no column of dates. */
    private List<String> dates(List<List<String>> sample) {
        int date = find(Role.DATE);
        return date < 0
                ? List.of()
                : sample.stream()
                        .filter(row -> places[date] < row.size())
                        .map(row -> row.get(places[date]))
                        .toList();
    }

    private void assumptions(List<String> dates) {
        for (ExportColumn column : columns) {
            if (column.isAssumed()) {
                recording.assumption(column.name() + " is taken in " + column.spec().unit() + ".");
            }
        }
        boolean isOpen =
                Dates.order(dates).isEmpty()
                        && dates.stream()
                                .map(date -> Dates.parse(date, order))
                                .flatMap(Optional::stream)
                                .anyMatch(Dates.Stamp::isAmbiguous);
        if (isOpen) {
            recording.assumption("Month before day assumed.");
        }
    }

    /**
     * Takes a row.
     *
     * @param place where it stands, for problems
     */
    public void row(Fields fields, String place) {
        int layer = 0;
        while (layer < layout.lines() - 1 && fields.text(layer).isEmpty()) {
            layer++;
        }
        if (layer < layout.lines() - 1) {
            String[] texts = new String[layout.layers().get(layer).size()];
            Arrays.setAll(texts, fields::text);
            upper.get(layer).add(texts);
        } else if (!fields.text(layer).isEmpty()) {
            point(fields, place);
        }
    }

    private void point(Fields fields, String place) {
        int c = 0;
        for (Above from : above) {
            List<String[]> rows = upper.get(from.layer);
            String text = rows.isEmpty() ? "" : rows.getLast()[from.field];
            if (from.column.isText()) {
                recording.text(c, text);
            } else {
                values[c] = parse(text);
            }
            c++;
        }
        for (int i = 0; i < places.length; i++) {
            ExportColumn column = columns.get(i);
            int field = places[i];
            if (column.isText()) {
                recording.text(c, fields.text(field));
            } else {
                double value = fields.number(field);
                if (Double.isNaN(value)) {
                    value = special(column.role(), fields.text(field), place);
                }
                values[c] = value;
            }
            c++;
        }
        if (totals) {
            values[c] = total(values[above.size() + stepTime]);
        }
        recording.row(values);
    }

    private double total(double time) {
        if (!Double.isNaN(last) && time < last) {
            before += last;
        }
        last = time;
        return before + time;
    }

    /** The number a text is; NaN where it is none. */
    public static double parse(String text) {
        return Numbers.plain().parse(text).orElse(Double.NaN);
    }

    /** A time, a date, or words where a number should be. */
    private double special(Role role, String text, String place) {
        if (text.isEmpty() || text.chars().allMatch(ch -> ch == '-')) {
            return Double.NaN;
        }
        double value =
                switch (role) {
                    case STEP_TIME, TOTAL_TIME -> Times.duration(text);
                    case DATE -> Times.date(text, order);
                    default -> Double.NaN;
                };
        if (Double.isNaN(value)) {
            if (strange++ == 0) {
                firstStrange = place;
            }
        } else if (role == Role.DATE && !begun) {
            begun = true;
            long millis = Math.round(1e3 * value);
            recording.start(
                    LocalDateTime.ofEpochSecond(
                            Math.floorDiv(millis, 1000),
                            (int) Math.floorMod(millis, 1000L) * 1_000_000,
                            ZoneOffset.UTC));
        }
        return value;
    }

    /** Something that had to be assumed to read the file. */
    public void assume(String sentence) {
        recording.assumption(sentence);
    }

    /** Something about the points. */
    public void problem(Problem problem) {
        recording.problem(problem);
    }

    /** Hands the layers of cycles and steps over, and tells what was wrong. */
    public void finish(Sink sink) {
        if (strange > 0) {
            recording.problem(
                    Problem.warning(
                                    "rows.number",
                                    strange + " values are no numbers and are left empty.")
                            .with(strange)
                            .at(firstStrange));
        }
        if (recording.rowCount() == 0) {
            recording.problem(
                    Problem.warning("rows.empty", "There is not a single measured point."));
        }
        for (int layer = 0; layer < upper.size(); layer++) {
            layer(layer, sink);
        }
    }

    private void layer(int layer, Sink sink) {
        List<ExportColumn> all = layout.layers().get(layer);
        boolean cycles = all.get(layer).role() == Role.CYCLE;
        List<List<String>> rows = upper.get(layer).stream().map(Arrays::asList).toList();
        if (!rows.isEmpty()) {
            table(cycles ? "Cycles" : "Steps", all, rows, sink);
        }
    }

    /** Hands a table over that has no points, such as that of the cycles. */
    public static void table(
            String name, List<ExportColumn> all, List<List<String>> rows, Sink sink) {
        RecordingSink table = sink.recording(name, Technique.OTHER);
        table.instrument("Neware");
        List<ExportColumn> told = new ArrayList<>();
        List<Integer> fields = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isNamed()) {
                ExportColumn column = all.get(i);
                told.add(isWords(column, i, rows) ? column.asText() : column);
                fields.add(i);
                table.column(told.getLast().spec());
            }
        }
        double[] row = new double[told.size()];
        for (List<String> from : rows) {
            for (int c = 0; c < row.length; c++) {
                int field = fields.get(c);
                String text = field < from.size() ? from.get(field) : "";
                if (told.get(c).isText()) {
                    table.text(c, text);
                } else {
                    double number = parse(text);
                    row[c] = Double.isNaN(number) ? Times.duration(text) : number;
                }
            }
            table.row(row);
        }
    }
}

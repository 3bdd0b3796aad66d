// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.palmsens;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.LastLine;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a text of PSTrace from its first line to its last. */
final class TraceTable {
    static final String EXPORTED = "Date and time:";
    static final String MEASURED = "Date and time measurement:";

    private static final int MOST_COLUMNS = 10_000;
    private static final Map<String, QuantityKind> KINDS =
            Map.ofEntries(
                    Map.entry("freq", QuantityKind.FREQUENCY),
                    Map.entry("frequency", QuantityKind.FREQUENCY),
                    Map.entry("neg. phase", QuantityKind.IMPEDANCE_PHASE),
                    Map.entry("-phase", QuantityKind.IMPEDANCE_PHASE),
                    Map.entry("z", QuantityKind.IMPEDANCE_MODULUS),
                    Map.entry("z'", QuantityKind.IMPEDANCE_REAL),
                    Map.entry("-z''", QuantityKind.IMPEDANCE_IMAGINARY),
                    Map.entry("idc", QuantityKind.CURRENT),
                    Map.entry("time", QuantityKind.TIME));
    private static final Map<String, Technique> TECHNIQUES =
            Map.ofEntries(
                    Map.entry("differential pulse voltammetry", Technique.DPV),
                    Map.entry("square wave voltammetry", Technique.SWV),
                    Map.entry("linear sweep voltammetry", Technique.LSV),
                    Map.entry("cyclic voltammetry", Technique.CV),
                    Map.entry("fast cyclic voltammetry", Technique.CV),
                    Map.entry("chronoamperometry", Technique.CA),
                    Map.entry("amperometric detection", Technique.CA),
                    Map.entry("chronopotentiometry", Technique.CP),
                    Map.entry("open circuit potentiometry", Technique.OCV),
                    Map.entry("impedance spectroscopy", Technique.EIS));

    /** One curve: where its columns are, and the rows of it. */
    private static final class Curve {
        final String title;
        final int from;
        final int to;
        final List<double[]> rows = new ArrayList<>();

        Curve(String title, int from, int to) {
            this.title = title;
            this.from = from;
            this.to = to;
        }
    }

    private final Lines lines;
    private final Sink sink;
    private Dialect dialect = Dialect.of(',');
    private String exported = "";
    private String notes = "";
    private List<String> titles = List.of();
    private int told;

    TraceTable(Lines lines, Sink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    void read() throws IOException {
        if (!lines.next() || !lines.startsWith(EXPORTED)) {
            throw lines.wrong("expected Date and time:");
        }
        if (lines.text().startsWith(EXPORTED + ";")) {
            dialect = new Dialect(';', ',', '\0');
        }
        exported = field(lines.text());
        while (lines.next()) {
            String line = lines.text();
            if (line.startsWith("Notes:")) {
                notes = field(line);
            } else if (line.startsWith(MEASURED)) {
                curves(dialect.split(line));
            } else if (!isEmpty(line)) {
                titles = dialect.split(line);
            }
        }
        if (told == 0) {
            throw lines.wrong("expected a line that begins with " + MEASURED);
        }
    }

    private String field(String line) {
        List<String> fields = dialect.split(line);
        return fields.size() > 1 ? fields.get(1) : "";
    }

    private boolean isEmpty(String line) {
        return line.replace("\ufeff", "").replace(dialect.delimiter(), ' ').isBlank();
    }

    /** Reads a block from the line of dates on, which is the present one. */
    private void curves(List<String> dates) throws IOException {
        if (!lines.next()) {
            throw lines.wrong("expected a line with the units of the columns");
        }
        List<String> names = dialect.split(lines.text());
        if (names.size() > MOST_COLUMNS) {
            throw lines.wrong("expected at most " + MOST_COLUMNS + " columns");
        }
        List<Curve> curves = curves(names.size());
        Rows rows = new Rows(dialect, names.size());
        boolean cut = false;
        while (lines.next()) {
            int fields = rows.read(lines);
            boolean any =
                    !Double.isNaN(
                            Arrays.stream(rows.values())
                                    .filter(v -> !Double.isNaN(v))
                                    .findFirst()
                                    .orElse(Double.NaN));
            if (!any) {
                if (isEmpty(lines.text())) {
                    continue;
                }
                lines.back();
                break;
            }
            boolean few = fields < names.size() && !lines.isComplete();
            if (few || lines.ending() == LastLine.CUT) {
                cut = true;
                continue;
            }
            for (Curve c : curves) {
                double[] row = Arrays.copyOfRange(rows.values(), c.from, c.to);
                if (!Arrays.stream(row).allMatch(Double::isNaN)) {
                    c.rows.add(row);
                }
            }
        }
        for (Curve c : curves) {
            tell(c, names, c.from + 1 < dates.size() ? dates.get(c.from + 1) : "", cut);
        }
    }

    /** The curves of a block by where their titles stand. */
    private List<Curve> curves(int columns) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < Math.min(titles.size(), columns); i++) {
            if (!titles.get(i).isBlank()) {
                starts.add(i);
            }
        }
        if (starts.isEmpty()) {
            starts.add(0);
        }
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = i == 0 ? 0 : starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1) : columns;
            String title = starts.get(i) < titles.size() ? titles.get(starts.get(i)) : "";
            curves.add(new Curve(title.isBlank() ? "Curve" : title, from, to));
        }
        return curves;
    }

    private void tell(Curve curve, List<String> names, String date, boolean cut) {
        told++;
        RecordingSink recording = sink.recording(curve.title, technique(curve.title));
        Dates.parse(date, Dates.Order.MONTH_DAY)
                .ifPresent(
                        stamp -> {
                            recording.start(stamp.local());
                            if (stamp.isAmbiguous()) {
                                recording.assumption("date " + date + ": month before day");
                            }
                        });
        if (!exported.isBlank()) {
            recording.metadata("Date and time", exported);
        }
        if (!notes.isBlank()) {
            recording.metadata("Notes", notes);
        }
        if (dialect.decimal() == ',') {
            recording.assumption("decimal comma");
        }
        boolean turned = false;
        for (int i = curve.from; i < curve.to; i++) {
            ColumnSpec spec = column(names.get(i));
            turned |= spec.isNegated();
            recording.column(spec);
        }
        if (turned) {
            recording.change("sign of imaginary part and phase turned: the file holds -Z''");
        }
        curve.rows.forEach(recording::row);
        if (cut) {
            recording.problem(
                    Problem.warning("rows.cut", "The file ends within a row, which is left out."));
        }
        if (curve.rows.isEmpty()) {
            recording.problem(
                    Problem.warning("rows.empty", "There is not a single measured point."));
        }
    }

    private static Technique technique(String title) {
        String name = title.split("\\[|:")[0].strip().toLowerCase(Locale.ROOT);
        return TECHNIQUES.getOrDefault(name, Technique.OTHER);
    }

    /** A column of a unit alone, or of a name and a unit. */
    private static ColumnSpec column(String name) {
        ColumnSpec spec = ColumnSpec.of(name.isBlank() ? "column" : name);
        int slash = name.lastIndexOf(" / ");
        if (slash < 0) {
            Optional<Unit> unit = Unit.parse(name);
            return unit.flatMap(TraceTable::kind)
                    .map(k -> spec.as(k, unit.get()))
                    .orElse(spec.unit(name));
        }
        String label = name.substring(0, slash).strip().toLowerCase(Locale.ROOT);
        String symbol = name.substring(slash + 3).strip();
        QuantityKind kind = KINDS.getOrDefault(label, QuantityKind.OTHER);
        Optional<Unit> unit = Unit.parse(symbol);
        if (unit.isEmpty() || unit.get().dimension() != kind.dimension()) {
            return spec.unit(symbol);
        }
        ColumnSpec known = spec.as(kind, unit.get());
        return label.startsWith("neg.") || label.startsWith("-") ? known.negated() : known;
    }

    private static Optional<QuantityKind> kind(Unit unit) {
        return switch (unit.dimension()) {
            case POTENTIAL -> Optional.of(QuantityKind.POTENTIAL);
            case CURRENT -> Optional.of(QuantityKind.CURRENT);
            case TIME -> Optional.of(QuantityKind.TIME);
            case CHARGE -> Optional.of(QuantityKind.CHARGE);
            default -> Optional.empty();
        };
    }
}

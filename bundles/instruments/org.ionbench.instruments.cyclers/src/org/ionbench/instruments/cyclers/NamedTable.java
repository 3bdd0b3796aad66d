// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.cyclers;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.ClockTime;
import org.ionbench.formats.DataRows;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of named columns within a text: which delimiter and decimal sign it has and which columns
 * hold numbers, texts and clock times is seen from its first rows; what a column means, its name
 * says.
 */
final class NamedTable {
    private static final int SAMPLE = 200;
    private static final Pattern LABEL =
            Pattern.compile("(.*?)\\s*[\\[(]\\s*([^\\[\\]]{0,40}?)\\s*[\\])]\\s*");
    private static final Pattern BEHIND = Pattern.compile("(.+)_([A-Za-z]{1,3})");
    private static final Pattern POINT = Pattern.compile("\\s*[-+]?\\d*\\.\\d+(E[-+]?\\d+)?\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*[-+]?\\d*,\\d+(E[-+]?\\d+)?\\s*");

    private static final Map<String, String> SPELLINGS =
            Map.of("seconds", "s", "minutes", "min", "hours", "h", "cm^2", "cm2");

    /** What names of columns mean, in small letters and without units. */
    interface Vocabulary {
        QuantityKind kind(String label);
    }

    private final List<String> names;
    private final boolean quoted;
    private final Dialect dialect;
    private final List<List<String>> sample;

    private NamedTable(
            List<String> names, boolean quoted, Dialect dialect, List<List<String>> sample) {
        this.names = names;
        this.quoted = quoted;
        this.dialect = dialect;
        this.sample = sample;
    }

    /**
     * The table of which the present line has the names. Looks at its first rows in a further
     * reading of the file.
     *
     * @param line the names, without marks of the format around them
     */
    static NamedTable at(Source source, Lines lines, String line, Progress progress)
            throws IOException {
        boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
        String plain = quoted ? line.substring(1, line.length() - 1) : line;
        quoted &= plain.indexOf('"') < 0;
        char delimiter = Dialect.delimiterOf(plain);
        List<String> names = new ArrayList<>();
        for (String name : plain.split(Pattern.quote(String.valueOf(delimiter)), -1)) {
            names.add(name.isBlank() ? "Column" : name);
        }
        if (names.size() > 1 && names.getLast().equals("Column")) {
            names.removeLast();
        }
        List<String> rows = new ArrayList<>();
        try (Lines ahead = Lines.of(source, lines.encoding(), progress.split(0))) {
            while (ahead.number() < lines.number() && ahead.next()) {
                // up to the present line
            }
            while (rows.size() < SAMPLE && ahead.next() && !ahead.startsWith("[")) {
                rows.add(ahead.text());
            }
        }
        List<List<String>> sample = new ArrayList<>();
        Dialect plainly = Dialect.of(delimiter);
        for (String row : rows) {
            boolean wrapped = quoted && row.length() > 1 && row.startsWith("\"");
            sample.add(plainly.split(wrapped ? row.substring(1, row.length() - 1) : row));
        }
        char decimal =
                Dialect.decimal(source.options()).orElseGet(() -> decimal(delimiter, sample));
        Dialect dialect = new Dialect(delimiter, decimal, decimal == '.' ? ',' : '.');
        return new NamedTable(names, quoted, dialect, sample);
    }

    private static char decimal(char delimiter, List<List<String>> sample) {
        int points = 0;
        int commas = 0;
        for (List<String> row : sample) {
            for (String field : row) {
                points += field.length() < 40 && POINT.matcher(field).matches() ? 1 : 0;
                commas += field.length() < 40 && COMMA.matcher(field).matches() ? 1 : 0;
            }
        }
        return delimiter != ',' && commas > points ? ',' : '.';
    }

    /** Begins a recording of a cycler with what the head says. */
    static RecordingSink begin(
            Sink sink, String name, String instrument, Lines lines, Map<String, String> said) {
        RecordingSink recording = sink.recording(name, Technique.CYCLING);
        recording.instrument(instrument);
        lines.encoding().assumption().ifPresent(recording::assumption);
        said.forEach((key, value) -> recording.metadata(key, Metadata.value(value)));
        return recording;
    }

    /**
     * Tells the start: the first date in a column, or what the head says where there is no such
     * column; the month is taken as first where nothing proves the order.
     */
    void start(String column, String said, RecordingSink recording) {
        int date = index(column);
        Optional<Dates.Stamp> first =
                date >= 0
                        ? firstDate(date, Dates.Order.MONTH_DAY)
                        : Dates.parse(said, Dates.Order.MONTH_DAY);
        first.ifPresent(
                stamp -> {
                    recording.start(stamp.local());
                    if (stamp.isAmbiguous()) {
                        recording.assumption("month before day");
                    }
                });
    }

    /** The column of this name, whatever the case and the unit; -1 where there is none. */
    int index(String label) {
        for (int i = 0; i < names.size(); i++) {
            if (label(names.get(i)).equals(label)) {
                return i;
            }
        }
        return -1;
    }

    /** The first date in a column, in an order that others of it prove or that is the default. */
    private Optional<Dates.Stamp> firstDate(int column, Dates.Order otherwise) {
        List<String> dates =
                sample.stream().filter(r -> r.size() > column).map(r -> r.get(column)).toList();
        Dates.Order order = Dates.order(dates).orElse(otherwise);
        boolean proven = Dates.order(dates).isPresent();
        return dates.stream()
                .findFirst()
                .flatMap(d -> Dates.parse(d, order))
                .map(s -> new Dates.Stamp(s.local(), s.zone(), s.isAmbiguous() && !proven));
    }

    /** Tells the columns and what was assumed of them. */
    DataRows columns(RecordingSink recording, Vocabulary vocabulary) {
        return columns(recording, vocabulary, label -> "");
    }

    /**
     * Tells the columns and what was assumed of them.
     *
     * @param unitOf the unit of a label whose column names none; empty for none
     */
    DataRows columns(RecordingSink recording, Vocabulary vocabulary, UnaryOperator<String> unitOf) {
        if (dialect.decimal() == ',') {
            recording.assumption("decimal comma");
        }
        List<QuantityKind> met = new ArrayList<>();
        List<DataRows.Cell> cells = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean clock = isClock(i);
            if (!clock && isText(i)) {
                recording.column(ColumnSpec.text(names.get(i)));
                cells.add(DataRows.Cell.TEXT);
                continue;
            }
            ColumnSpec spec = spec(names.get(i), clock, vocabulary, unitOf);
            if (met.contains(spec.kind())) {
                spec = ColumnSpec.of(names.get(i)).unit(spec.unit().symbol());
            }
            if (spec.kind() != QuantityKind.OTHER) {
                met.add(spec.kind());
            }
            recording.column(spec);
            cells.add(clock ? DataRows.Cell.CLOCK : DataRows.Cell.NUMBER);
        }
        DataRows rows = new DataRows(dialect, cells, recording);
        return quoted ? rows.inQuotes() : rows;
    }

    private boolean isText(int column) {
        return sample.stream()
                .filter(r -> r.size() > column)
                .map(r -> r.get(column))
                .anyMatch(f -> !f.isEmpty() && dialect.numbers().parse(f).isEmpty());
    }

    private boolean isClock(int column) {
        return sample.stream()
                .filter(r -> r.size() > column)
                .map(r -> r.get(column))
                .findFirst()
                .map(f -> ClockTime.seconds(f).isPresent())
                .orElse(false);
    }

    /** A name without its unit, in small letters. */
    private static String label(String name) {
        return parts(name)[0].toLowerCase(Locale.ROOT);
    }

    /** A name and its unit: {@code Current (A)}, {@code I[A]}, {@code current_A}. */
    private static String[] parts(String name) {
        Matcher brackets = LABEL.matcher(name);
        if (brackets.matches()) {
            return new String[] {brackets.group(1).strip(), brackets.group(2)};
        }
        Matcher behind = BEHIND.matcher(name);
        boolean temperature = name.startsWith("temperature") && name.endsWith("_C");
        if (behind.matches() && (temperature || unit(behind.group(2)).isPresent())) {
            return new String[] {behind.group(1), temperature ? "degC" : behind.group(2)};
        }
        return new String[] {name.strip(), ""};
    }

    private static ColumnSpec spec(
            String name, boolean clock, Vocabulary vocabulary, UnaryOperator<String> unitOf) {
        ColumnSpec spec = ColumnSpec.of(name);
        QuantityKind kind = vocabulary.kind(label(name));
        String written = clock ? "s" : parts(name)[1];
        String symbol = written.isEmpty() ? unitOf.apply(label(name)) : written;
        Optional<Unit> unit = unit(symbol);
        if (kind != QuantityKind.OTHER
                && unit.isPresent()
                && unit.get().dimension() == kind.dimension()) {
            return spec.as(kind, unit.get());
        }
        boolean remark = symbol.indexOf(' ') >= 0 && unit.isEmpty();
        return symbol.isEmpty() || remark ? spec : spec.unit(unit.map(Unit::symbol).orElse(symbol));
    }

    private static Optional<Unit> unit(String symbol) {
        // a degree sign may have been lost on the way
        String s = symbol.matches("[^A-Za-z]{1,3}C") ? "degC" : symbol;
        return Unit.parse(SPELLINGS.getOrDefault(s.toLowerCase(Locale.ROOT), s));
    }
}

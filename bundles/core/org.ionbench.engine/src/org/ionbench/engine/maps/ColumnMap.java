// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.maps;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the columns of files with the same headings are, and how these files are written.
 *
 * @param headings the headings as they are read where nothing is said: files with these are meant
 * @param columns what columns are, by heading; those that are not named are recognised
 * @param reading how the files are written, as importers take it: {@code decimal}, {@code
 *     encoding}, {@code delimiter}, {@code header}, {@code dates}, {@code technique}, {@code
 *     importer}
 */
public record ColumnMap(
        List<String> headings,
        SequencedMap<String, MappedColumn> columns,
        Map<String, String> reading) {
    /**
     * The option under which importers are told what columns are, one {@code heading=...} a line.
     */
    public static final String OPTION = "map";

    private static final Pattern BEHIND =
            Pattern.compile(".*?(?:/\\s*([^/()\\[\\]]+)|[(\\[]([^()\\[\\]]+)[)\\]])\\s*");

    public ColumnMap {
        headings = List.copyOf(headings);
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
        reading = Map.copyOf(reading);
    }

    /** The headings of what was read; empty if it has none that would be known again. */
    public static List<String> headings(List<Recording> recordings) {
        if (recordings.isEmpty()) {
            return List.of();
        }
        List<String> names =
                recordings.getFirst().table().columns().stream()
                        .map(c -> c.spec().vendorName())
                        .toList();
        boolean named = names.stream().anyMatch(n -> !n.matches("Column \\d+"));
        return named ? names : List.of();
    }

    /**
     * Reads what the user says the columns are: {@code time=Time(s):s,current=I/mA,-impedance
     * imaginary=Z2:ohm,skip=Comment}. A unit may be left out where the heading has it.
     *
     * @param text entries parted by commas, a quantity, its column's heading and its unit in each
     * @param read the file as it is read without this
     * @throws IllegalArgumentException with a sentence if it is not understood
     */
    public static SequencedMap<String, MappedColumn> parse(String text, Recording read) {
        List<ColumnSpec> specs = read.table().columns().stream().map(Column::spec).toList();
        SequencedMap<String, MappedColumn> columns = new LinkedHashMap<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int equals = rest.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "\"" + rest + "\" names no column; write quantity=heading:unit.");
            }
            String word = rest.substring(0, equals).strip();
            String behind = rest.substring(equals + 1).stripLeading();
            ColumnSpec spec = named(specs, behind);
            behind = behind.substring(spec.vendorName().length()).stripLeading();
            String unit = "";
            if (behind.startsWith(":")) {
                int comma = behind.indexOf(',');
                unit = behind.substring(1, comma < 0 ? behind.length() : comma).strip();
                behind = comma < 0 ? "" : behind.substring(comma);
            }
            if (!behind.isEmpty() && !behind.startsWith(",")) {
                throw new IllegalArgumentException(
                        "\""
                                + behind
                                + "\" behind the heading "
                                + spec.vendorName()
                                + " is not understood; entries are parted by commas.");
            }
            columns.put(spec.vendorName(), column(word, unit, spec));
            rest = behind.isEmpty() ? "" : behind.substring(1).strip();
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("The map of columns says nothing.");
        }
        return columns;
    }

    /** The column whose heading a text begins with, the longest that does. */
    private static ColumnSpec named(List<ColumnSpec> specs, String text) {
        return specs.stream()
                .filter(s -> text.startsWith(s.vendorName()))
                .filter(s -> text.substring(s.vendorName().length()).matches("(?s)\\s*(?:[:,].*)?"))
                .max(Comparator.comparingInt(s -> s.vendorName().length()))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no column \""
                                                + text.split("[,:]", 2)[0].strip()
                                                + "\"; there are "
                                                + specs.stream()
                                                        .map(ColumnSpec::vendorName)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private static MappedColumn column(String word, String unit, ColumnSpec read) {
        if (word.equalsIgnoreCase("skip")) {
            return MappedColumn.SKIPPED;
        }
        boolean negated = word.startsWith("-");
        QuantityKind kind = MappedColumn.kind(negated ? word.substring(1) : word);
        String said = unit.isEmpty() ? usual(kind, read) : unit;
        return new MappedColumn(Optional.of(kind), said, negated);
    }

    /** The unit the heading has, where it is one of the quantity; SI otherwise. */
    public static String usual(QuantityKind kind, ColumnSpec read) {
        if (kind == QuantityKind.OTHER) {
            return read.unitText().orElse("");
        }
        Matcher m = BEHIND.matcher(read.vendorName());
        Optional<String> written =
                m.matches()
                        ? Optional.of((m.group(1) == null ? m.group(2) : m.group(1)).strip())
                        : Optional.empty();
        return read.unitText()
                .filter(u -> fits(kind, u))
                .or(() -> written.filter(u -> fits(kind, u)))
                .orElse("");
    }

    private static boolean fits(QuantityKind kind, String unit) {
        return Unit.parse(unit).filter(u -> u.dimension() == kind.dimension()).isPresent();
    }

    /** All that importers are told. */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>(reading);
        if (!columns.isEmpty()) {
            options.put(
                    OPTION,
                    columns.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("\n")));
        }
        return options;
    }

    /** Recordings with their columns as the user says, whether or not the importer did so. */
    public List<Recording> apply(List<Recording> recordings, String assumption) {
        List<Recording> mapped = new ArrayList<>();
        for (Recording r : recordings) {
            Recording.Builder b = r.change().table(table(r.table())).assumption(assumption);
            String technique = reading.getOrDefault("technique", "");
            if (!technique.isEmpty()) {
                b.technique(new Technique(technique));
            } else if (isSpectrum()) {
                b.technique(Technique.EIS);
            }
            mapped.add(b.build());
        }
        return mapped;
    }

    private boolean isSpectrum() {
        List<QuantityKind> kinds =
                columns.values().stream().flatMap(c -> c.kind().stream()).toList();
        return kinds.contains(QuantityKind.FREQUENCY)
                && (kinds.contains(QuantityKind.IMPEDANCE_REAL)
                        || kinds.contains(QuantityKind.IMPEDANCE_MODULUS));
    }

    private Table table(Table read) {
        ArrayTable.Builder table = ArrayTable.rows(read.rows());
        for (Column c : read.columns()) {
            MappedColumn as = columns.get(c.spec().vendorName());
            if (MappedColumn.SKIPPED.equals(as)) {
                continue;
            }
            ColumnSpec spec = as == null ? freed(c.spec()) : as.spec(c.spec());
            table.column(spec, c, 0);
        }
        return table.build();
    }

    /** A column that was taken for what the user says another one is, is no such. */
    private ColumnSpec freed(ColumnSpec spec) {
        boolean taken =
                spec.kind() != QuantityKind.OTHER
                        && columns.values().stream()
                                .anyMatch(c -> c.kind().equals(Optional.of(spec.kind())));
        if (!taken) {
            return spec;
        }
        ColumnSpec plain = ColumnSpec.of(spec.vendorName());
        return spec.unitText().map(plain::unit).orElse(plain);
    }

    /** One line that says what it is. */
    @Override
    public String toString() {
        String all =
                columns.entrySet().stream()
                        .map(e -> e.getKey() + " is " + e.getValue())
                        .collect(Collectors.joining(", "));
        String how =
                reading.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "));
        return all + (all.isEmpty() || how.isEmpty() ? "" : "; ") + how;
    }
}

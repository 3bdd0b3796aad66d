// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.problem.FormatException;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the rows of a segment are laid out: the names of {@code Definition=} that rows have a field
 * for, what separates the fields and what the decimals.
 */
final class ParLayout {
    /** What VersaStudio 2.4x to 2.6x writes; taken where a file has no definition. */
    private static final List<String> USUAL =
            List.of(
                    "Segment #",
                    "Point #",
                    "E(V)",
                    "I(A)",
                    "Elapsed Time(s)",
                    "ADC Sync Input(V)",
                    "Current Range",
                    "Status",
                    "E Applied(V)",
                    "Frequency(Hz)",
                    "E Real",
                    "E Imag",
                    "I Real",
                    "I Imag",
                    "Z Real",
                    "Z Imag",
                    "E2 Status",
                    "E2(V)",
                    "E2 Real",
                    "E2 Imag",
                    "Z2 Real",
                    "Z2 Imag",
                    "ActionId",
                    "AC Amplitude");

    private static final List<String> SEPARATORS = List.of("\t", ";", ", ", ",");

    private final List<String> names;
    private final List<String> missing;
    private final String separator;
    private final boolean decimalComma;
    private final boolean assumed;
    private final int segment;
    private final int point;
    private final int action;
    private final int frequency;

    private ParLayout(
            List<String> names,
            List<String> missing,
            String separator,
            boolean decimalComma,
            boolean assumed) {
        this.names = names;
        this.missing = missing;
        this.separator = separator;
        this.decimalComma = decimalComma;
        this.assumed = assumed;
        segment = indexOf("segment#");
        point = indexOf("point#");
        action = indexOf("actionid");
        frequency = indexOf("frequency(hz)", "frequency", "freq(hz)");
    }

    /**
     * The layout of a segment.
     *
     * @param definition the value of {@code Definition=}, empty where there is none
     * @param row the first row
     * @throws FormatException if the two cannot be brought together
     */
    static ParLayout of(String definition, Lines line) throws FormatException {
        String row = line.text();
        boolean assumed = definition.isBlank();
        List<String> names = assumed ? USUAL : names(definition);
        String separator = separator(row, names.size());
        int fields = fields(row, separator).size();
        if (fields > names.size() + 1 || assumed && fields != names.size()) {
            throw line.wrong(
                    "expected "
                            + names.size()
                            + " numbers separated by commas and found "
                            + fields
                            + (separator.equals(",") && fields > 3 * names.size() / 2
                                    ? "; a decimal comma cannot be told from the commas"
                                            + " between the numbers"
                                    : ""));
        }
        List<String> all = new ArrayList<>(names);
        if (fields > names.size()) {
            all.add("0");
        }
        return new ParLayout(
                List.copyOf(all.subList(0, Math.min(fields, all.size()))),
                List.copyOf(all.subList(Math.min(fields, all.size()), all.size())),
                separator,
                !separator.equals(",") && row.replace(separator, "\n").indexOf(',') >= 0,
                assumed);
    }

    /** A layout for a segment without points. */
    static ParLayout of(String definition) {
        List<String> names = definition.isBlank() ? USUAL : names(definition);
        return new ParLayout(List.copyOf(names), List.of(), ",", false, definition.isBlank());
    }

    private static List<String> names(String definition) {
        String separator =
                definition.indexOf(',') >= 0 ? "," : definition.indexOf(';') >= 0 ? ";" : "\t";
        List<String> names = new ArrayList<>();
        for (String name : fields(definition, separator)) {
            names.add(name.strip());
        }
        while (!names.isEmpty() && (names.getLast().isEmpty() || names.getLast().equals("0"))) {
            names.removeLast();
        }
        return names;
    }

    /** The separator that gives the expected number of fields, else the comma. */
    private static String separator(String row, int width) {
        for (String s : SEPARATORS) {
            int fields = fields(row, s).size();
            if (fields == width || fields == width + 1) {
                return s;
            }
        }
        return row.indexOf('\t') >= 0 ? "\t" : row.indexOf(';') >= 0 ? ";" : ",";
    }

    private static List<String> fields(String row, String separator) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = row.indexOf(separator); at >= 0; at = row.indexOf(separator, from)) {
            fields.add(row.substring(from, at));
            from = at + separator.length();
        }
        if (from < row.length()) {
            fields.add(row.substring(from));
        }
        return fields;
    }

    private int indexOf(String... spellings) {
        List<String> wanted = Arrays.asList(spellings);
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i).replace(" ", "").toLowerCase(java.util.Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    List<String> split(String row) {
        return fields(row, separator);
    }

    /** The names of the columns that rows have. */
    List<String> names() {
        return names;
    }

    /** Names of the definition that rows have no field for. */
    List<String> missing() {
        return missing;
    }

    int width() {
        return names.size();
    }

    /** A reader of the numbers in the rows. */
    Numbers numbers() {
        return decimalComma ? Numbers.comma() : Numbers.plain();
    }

    boolean hasDecimalComma() {
        return decimalComma;
    }

    /** Whether the columns were assumed, because the file does not define them. */
    boolean isAssumed() {
        return assumed;
    }

    String segment(List<String> fields) {
        return field(fields, segment);
    }

    /** The number of a point, NaN where the file does not count them. */
    double point(List<String> fields) {
        return numbers().parse(field(fields, point)).orElse(Double.NaN);
    }

    String action(List<String> fields) {
        return field(fields, action);
    }

    /** Whether a row has a frequency, as only rows of impedances have. */
    boolean hasFrequency(List<String> fields) {
        return numbers().parse(field(fields, frequency)).orElse(0) > 0;
    }

    private static String field(List<String> fields, int index) {
        return index >= 0 && index < fields.size() ? fields.get(index).strip() : "";
    }
}

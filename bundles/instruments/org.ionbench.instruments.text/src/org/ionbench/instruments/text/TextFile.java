// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Numbers;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that holds a table of numbers, looked at and ready to be read. */
final class TextFile {
    private static final int MOST_METADATA = 300;
    private static final int LONGEST_KEY = 60;
    private static final Pattern PAIR = Pattern.compile("([^:=]{1,60}?)\\s*[:=]\\s*(.+)");

    private final Source source;
    private final Encoding encoding;
    private final Layout layout;
    private final TableColumns columns;
    private final Survey survey;

    private TextFile(
            Source source, Encoding encoding, Layout layout, TableColumns columns, Survey survey) {
        this.source = source;
        this.encoding = encoding;
        this.layout = layout;
        this.columns = columns;
        this.survey = survey;
    }

    /**
     * Looks at a file.
     *
     * @throws FormatException if it holds no table, or an option is not understood
     */
    static TextFile of(Source source, Progress progress) throws IOException {
        progress.checkCancelled();
        Encoding encoding = Encoding.of(source);
        Layout layout =
                Layout.of(source, encoding, progress)
                        .orElseThrow(
                                () ->
                                        new FormatException(
                                                source.name(),
                                                "",
                                                "expected a table of numbers parted by tabs,"
                                                        + " semicolons, commas, bars or blanks,"
                                                        + " found none; if there is one, say how it"
                                                        + " is written (delimiter, decimal,"
                                                        + " encoding, header)"));
        Survey survey = Survey.of(source, encoding, layout, progress);
        TableColumns columns = TableColumns.of(layout, ColumnMap.of(source), survey);
        return new TextFile(source, encoding, layout, columns, survey);
    }

    /** The lines before the table. */
    List<String> preface() {
        return layout.preface();
    }

    /** The technique the option {@code technique} names, else the one the columns show. */
    Technique technique() {
        return wantedTechnique().orElseGet(() -> columns.technique(survey));
    }

    /** Hands the rows over, the lines before the table as metadata. */
    void read(Sink sink, Progress progress) throws IOException {
        Technique technique = technique();
        boolean guessed = wantedTechnique().isEmpty() && !technique.equals(Technique.OTHER);
        read(
                technique,
                sink,
                progress,
                recording -> {
                    metadata().forEach(recording::metadata);
                    if (guessed) {
                        recording.assumption(
                                "Technique " + technique + " assumed from the columns.");
                    }
                    if (columns.known() == 0) {
                        recording.problem(
                                Problem.warning(
                                                "text.columns.unknown",
                                                "None of the columns was recognised.")
                                        .mend(
                                                "Say what they are with the option columns, such as"
                                                        + " columns=frequency:Hz,impedance"
                                                        + " real:ohm,-impedance imaginary:ohm."));
                    }
                });
    }

    /** Hands the rows over. */
    void read(
            Technique technique,
            Sink sink,
            Progress progress,
            java.util.function.Consumer<RecordingSink> tell)
            throws IOException {
        new TableReader(
                        layout,
                        columns,
                        baseName(),
                        technique,
                        sink,
                        recording -> {
                            encoding.assumption().ifPresent(recording::assumption);
                            tell.accept(recording);
                        })
                .read(source, encoding, progress);
    }

    /** Pairs of a name and a value in the lines before the table. */
    Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        for (String line : layout.preface()) {
            if (metadata.size() >= MOST_METADATA) {
                break;
            }
            List<String> parts =
                    layout.dialect().split(line).stream().filter(s -> !s.isEmpty()).toList();
            if (parts.size() != 2) {
                Matcher m = PAIR.matcher(line.replaceFirst("^[#%/!~;\\s]+", "").strip());
                parts = m.matches() ? List.of(m.group(1), m.group(2)) : List.of();
            }
            if (parts.size() == 2 && parts.get(0).length() <= LONGEST_KEY) {
                String key =
                        parts.get(0)
                                .replaceFirst("^[#%/!~;\\s]+", "")
                                .replaceFirst("\\s*[:=]$", "");
                if (!key.isBlank()) {
                    metadata.putIfAbsent(key.strip(), typed(parts.get(1)));
                }
            }
        }
        return metadata;
    }

    private Object typed(String value) {
        String s = value.replaceFirst(";+$", "").strip();
        if (s.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(s);
        }
        Numbers numbers = layout.dialect().numbers();
        OptionalDouble number = numbers.parse(s);
        return number.isPresent() && !Double.isNaN(number.getAsDouble())
                ? (Object) number.getAsDouble()
                : s;
    }

    private Optional<Technique> wantedTechnique() {
        String option = source.options().getOrDefault("technique", "").strip();
        return option.isEmpty() ? Optional.empty() : Optional.of(new Technique(option));
    }

    private String baseName() {
        String name = source.name();
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        return base.isBlank() ? "Table" : base;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Encoding;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A file that holds a table of numbers, looked at and ready to be read. */
public final class TextFile {
    private static final int FEWEST_ROWS = 2;
    private static final Pattern MARKUP =
            Pattern.compile("\\ufeff?\\s*(?:\\{|<[?!]|<[\\w:]+>\\s*$)");

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
    public static TextFile of(Source source, Progress progress) throws IOException {
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

    /** Whether the beginning of a file shows a table; never more than perhaps. */
    public static Sniff sniff(Head head) {
        List<String> lines = HeadLines.of(head);
        if (lines.isEmpty()) {
            return Sniff.no("is not text");
        }
        if (MARKUP.matcher(lines.getFirst()).lookingAt()) {
            return Sniff.no("is JSON or has tags as XML");
        }
        Optional<Layout> found;
        try {
            found = Layout.of(head.name(), lines);
        } catch (FormatException e) {
            return Sniff.no("has too many columns for a table");
        }
        if (found.isEmpty()) {
            return Sniff.no("its beginning shows no table of numbers");
        }
        Layout layout = found.get();
        long rows =
                lines.stream()
                        .skip(layout.firstRow() - 1L)
                        .filter(line -> layout.dialect().split(line).size() == layout.columns())
                        .count();
        boolean named = layout.names().stream().anyMatch(Layout::isKnown);
        if (layout.columns() < 2 || rows < FEWEST_ROWS && !named) {
            return Sniff.no("its beginning shows no table of numbers");
        }
        return Sniff.perhaps(
                rows > 0
                        ? "holds rows of " + layout.columns() + " fields"
                        : "names " + layout.columns() + " columns");
    }

    /** The lines before the rows, but for the names of the columns. */
    public List<String> preface() {
        return layout.preface();
    }

    /** Hands the rows over, the lines before the table as metadata. */
    public void read(Sink sink, Progress progress) throws IOException {
        Optional<Technique> wanted = Techniques.wanted(source);
        Technique technique = wanted.orElseGet(() -> columns.technique(survey));
        Preface preface = new Preface(layout.preface(), layout.dialect());
        boolean guessed = wanted.isEmpty() && !technique.equals(Technique.OTHER);
        read(
                technique,
                sink,
                progress,
                recording -> {
                    preface.tell(recording);
                    preface.date()
                            .or(() -> columns.date(survey))
                            .ifPresent(date -> Preface.start(date, dateOrder(), recording));
                    if (guessed) {
                        recording.assumption(
                                "Technique " + technique + " assumed from the columns.");
                    }
                    columns.doubt(survey, recording);
                });
    }

    /**
     * Hands the rows over as recordings of a technique.
     *
     * @param tell says what is known of each recording as it begins
     */
    public void read(
            Technique technique, Sink sink, Progress progress, Consumer<RecordingSink> tell)
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

    /** What the option {@code dates} says: day first, or month first. */
    private Optional<Dates.Order> dateOrder() {
        String option = source.options().getOrDefault("dates", "").strip();
        return switch (option) {
            case "day first" -> Optional.of(Dates.Order.DAY_MONTH);
            case "month first" -> Optional.of(Dates.Order.MONTH_DAY);
            default -> Optional.empty();
        };
    }

    private String baseName() {
        String name = source.name();
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        return base.isBlank() ? "Table" : base;
    }
}

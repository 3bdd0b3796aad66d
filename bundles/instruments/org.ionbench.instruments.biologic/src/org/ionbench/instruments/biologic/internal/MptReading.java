// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.formats.LastLine;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the rows of a text export behind its header. */
public final class MptReading {
    private static final int BLOCK = 4096;
    private static final int MOST_COLUMNS = 4096;
    private static final int MOST_NAMED = 5;
    private static final int LINES_ABOVE = 8;

    private final MptText text;
    private final MptHeader header;
    private final Sink sink;
    private final boolean separate;
    private final Progress progress;
    private List<String> names = List.of();
    private boolean[] isText = {};
    private boolean[] isDate = {};
    private double[][] block = {};
    private int filled;
    private final Deque<String> above = new ArrayDeque<>();
    private Optional<Spectra> target = Optional.empty();
    private Optional<LocalDateTime> zero = Optional.empty();
    private boolean comma;
    private int odd;
    private int notNumbers;

    private MptReading(
            MptText text, MptHeader header, Sink sink, boolean separate, Progress progress) {
        this.text = text;
        this.header = header;
        this.sink = sink;
        this.separate = separate;
        this.progress = progress;
    }

    /** Reads the whole file. */
    public static void read(Source source, Sink sink, Progress progress) throws IOException {
        progress.task(source.name(), source.size());
        progress.checkCancelled();
        try (MptText text = MptText.open(source)) {
            MptHeader header = MptHeader.read(text);
            if (header.names().size() > MOST_COLUMNS) {
                throw text.wrong("more than " + MOST_COLUMNS + " columns");
            }
            new MptReading(text, header, sink, Spectra.separate(source), progress).rows();
        }
    }

    /** Whether a file begins like a text export, or a settings file, which is told so. */
    public static Optional<String> recognise(String beginning) {
        String line = beginning.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        if (MptHeader.isMagic(line)) {
            return Optional.of("begins with " + line.substring(0, Math.min(line.length(), 19)));
        }
        int known = 0;
        String separator = MptHeader.separatorOf(line).orElse("");
        if (!separator.isEmpty()) {
            for (String cell : line.split(separator, -1)) {
                known += EcLabColumn.isName(MptHeader.unquoted(cell)) ? 1 : 0;
            }
        }
        return known >= 3 ? Optional.of("has the column names of EC-Lab") : Optional.empty();
    }

    private void rows() throws IOException {
        Optional<String> line = text.next();
        long characters = 0;
        while (line.isPresent()) {
            String s = line.get();
            if (!s.isBlank()) {
                row(s, text.endedByNewline());
                above.addLast(s);
                if (above.size() > LINES_ABOVE) {
                    above.removeFirst();
                }
            }
            characters += s.length() + 1;
            if (text.line() % BLOCK == 0) {
                progress.checkCancelled();
                progress.done(characters);
                characters = 0;
            }
            line = text.next();
        }
        if (target.isEmpty()) {
            begin(List.of());
        }
        flush();
        Spectra spectra = target.orElseThrow();
        RecordingSink recording = spectra.begin();
        if (comma) {
            recording.assumption("decimal comma");
        }
        if (odd > MOST_NAMED) {
            recording.problem(
                    Problem.warning(
                            "mpt.fields",
                            odd
                                    + " rows have another number of fields than there are column"
                                    + " names: the names may stand above wrong columns."));
        }
        if (notNumbers > MOST_NAMED) {
            recording.problem(
                    Problem.warning(
                            "mpt.number",
                            notNumbers + " fields are no numbers and became missing values."));
        }
        spectra.end(odd == 0);
    }

    /** Settles what each column is by the first row. */
    private void begin(List<String> first) {
        List<String> all = new ArrayList<>(header.names());
        names = List.copyOf(all);
        isText = new boolean[names.size()];
        isDate = new boolean[names.size()];
        List<ColumnSpec> specs = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            String cell = c < first.size() ? first.get(c) : "";
            if (!cell.isEmpty() && Double.isNaN(number(cell)) && !missing(cell)) {
                Optional<LocalDateTime> date =
                        cell.indexOf(':') > 0 ? EcLabDate.parse(cell) : Optional.empty();
                isDate[c] = date.isPresent() && names.get(c).strip().equals("time/s");
                isText[c] = !isDate[c];
                if (isDate[c]) {
                    zero = header.start().or(() -> date);
                }
            }
            specs.add(isText[c] ? ColumnSpec.text(names.get(c)) : EcLabColumn.of(names.get(c)));
        }
        boolean anyText = false;
        for (boolean b : isText) {
            anyText |= b;
        }
        boolean anyDate = false;
        for (boolean b : isDate) {
            anyDate |= b;
        }
        boolean dates = anyDate;
        block = new double[names.size()][anyText ? 1 : BLOCK];
        target =
                Optional.of(
                        new Spectra(
                                sink,
                                EcLabTechnique.ofTitle(header.title(), names),
                                specs,
                                recording -> {
                                    header.describe(recording);
                                    if (dates) {
                                        recording.change(
                                                "time/s was a date and became seconds since the"
                                                        + " start.");
                                    }
                                },
                                header.loops(),
                                separate && !anyText));
        target.get().begin();
    }

    private List<String> fields(String line) {
        List<String> fields = new ArrayList<>(Math.max(names.size(), 8));
        char separator = header.separator().charAt(0);
        int from = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || line.charAt(i) == separator) {
                fields.add(MptHeader.unquoted(line.substring(from, i).strip()));
                from = i + 1;
            }
        }
        return fields;
    }

    private void row(String line, boolean whole) {
        List<String> fields = fields(line);
        int columns = header.names().size();
        if (fields.size() == columns + 1 && fields.getLast().isEmpty()) {
            fields.removeLast();
        }
        if (target.isEmpty()) {
            begin(fields);
        }
        LastLine ending = whole ? LastLine.WHOLE : LastLine.of(List.copyOf(above), line);
        if (!whole && fields.size() < columns || ending == LastLine.CUT) {
            problem(
                    "mpt.cut",
                    "The last row is not whole and was left out: the file is still being"
                            + " written, or was cut.");
            return;
        }
        if (fields.size() != columns) {
            odd++;
            if (odd <= MOST_NAMED) {
                problem(
                        "mpt.fields",
                        "Expected " + columns + " fields, found " + fields.size() + ".");
            }
        }
        for (int c = 0; c < columns; c++) {
            String cell = c < fields.size() ? fields.get(c) : "";
            if (isText[c]) {
                target.orElseThrow().begin().text(c, cell);
                block[c][filled] = Double.NaN;
            } else {
                block[c][filled] = isDate[c] ? seconds(cell) : value(cell);
            }
        }
        filled++;
        if (filled == block[0].length) {
            flush();
        }
    }

    private void flush() {
        if (filled > 0) {
            target.orElseThrow().rows(block, filled);
            filled = 0;
        }
    }

    private void problem(String code, String sentence) {
        target.orElseThrow()
                .begin()
                .problem(Problem.warning(code, sentence).at("line " + text.line()));
    }

    private double seconds(String cell) {
        Optional<LocalDateTime> date = EcLabDate.parse(cell);
        if (date.isEmpty() || zero.isEmpty()) {
            return Double.NaN;
        }
        Duration since = Duration.between(zero.get(), date.get());
        return since.getSeconds() + since.getNano() * 1e-9;
    }

    private double value(String cell) {
        double value = number(cell);
        if (Double.isNaN(value) && !missing(cell)) {
            notNumbers++;
            if (notNumbers <= MOST_NAMED) {
                String shown = cell.length() > 40 ? cell.substring(0, 40) + "..." : cell;
                problem("mpt.number", "\"" + shown + "\" is no number and became a missing value.");
            }
        }
        return value;
    }

    private static boolean missing(String cell) {
        String s = cell.toLowerCase(Locale.ROOT);
        return s.isEmpty() || s.equals("nan") || s.equals("xxx") || s.equals("-");
    }

    /** The number, NaN where it is none. */
    private double number(String cell) {
        if (cell.isEmpty() || Character.isLetter(cell.charAt(cell.length() - 1))) {
            return switch (cell.toLowerCase(Locale.ROOT)) {
                case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.NaN;
            };
        }
        int at = cell.indexOf(',');
        String s = cell;
        if (at >= 0) {
            s = cell.replace(',', '.');
            comma = true;
        }
        try {
            return Double.parseDouble(s);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}

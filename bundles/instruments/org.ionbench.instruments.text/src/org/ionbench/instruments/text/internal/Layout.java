// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Numbers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the table of a text file stands and how it is written.
 *
 * @param dialect what parts its fields and numbers
 * @param columns how many fields its rows have
 * @param firstRow the number of the line with the first row, from 1
 * @param header the line with the names as it is written; empty where there is none
 * @param names the names of the columns; no more than columns, none where there is no header
 * @param units a line of units below the names; empty where there is none
 * @param preface the lines before the rows, but for the names
 * @param assumptions sentences about what had to be assumed
 */
record Layout(
        Dialect dialect,
        int columns,
        int firstRow,
        String header,
        List<String> names,
        List<String> units,
        List<String> preface,
        List<String> assumptions) {

    /** More fields than that in a line are no table. */
    static final int MOST_COLUMNS = 4096;

    private static final int[] LINES = {300, 4000};
    private static final int CHARACTERS = 1 << 18;
    private static final int LAST_LINES = 5;
    private static final int LONGEST_NAMES = 2000;
    private static final int LINES_ABOVE = 4;
    private static final String HARD_BLANK = "\u00a0";
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:#+|%+|//+|!+|~+|;+)\\s*");
    private static final Pattern BRACKETED = Pattern.compile("[(\\[][^()\\[\\]]*[)\\]]");
    private static final Pattern BEFORE_UNIT = Pattern.compile("\\s+(?=[(\\[])|\\s*(?:/)\\s*");

    /**
     * Looks at the beginning of a file.
     *
     * @return empty if no line holds numbers or names of columns
     * @throws FormatException if the option {@code header} names a line that is not there
     */
    static Optional<Layout> of(Source source, Encoding encoding, Progress progress)
            throws IOException {
        List<String> sample = List.of();
        Optional<Layout> best = Optional.empty();
        for (int most : LINES) {
            sample = sample(source, encoding, most, progress);
            progress.checkCancelled();
            Optional<Layout> found = table(source.name(), sample, source.options());
            best = found.isPresent() ? found : best;
            if (sample.size() < most || found.isPresent() && found.get().reachesEndOf(sample)) {
                break;
            }
        }
        return best.isPresent() ? best : namesOnly(sample);
    }

    /** Whether the lines at the end of a sample are rows: else a larger table may follow. */
    private boolean reachesEndOf(List<String> sample) {
        return sample.reversed().stream()
                .filter(line -> !line.isBlank())
                .limit(LAST_LINES)
                .allMatch(line -> dialect.split(line).size() == columns);
    }

    /** Looks at lines, as {@link #of(Source, Encoding, Progress)} does. */
    static Optional<Layout> of(String file, List<String> sample) throws FormatException {
        Optional<Layout> found = table(file, sample, Map.of());
        return found.isPresent() ? found : namesOnly(sample);
    }

    private static Optional<Layout> table(
            String file, List<String> sample, Map<String, String> options) throws FormatException {
        Optional<Dialect.Found> found = Dialect.detect(sample, options);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Dialect dialect = found.get().dialect();
        int columns = found.get().columns();
        if (columns > MOST_COLUMNS) {
            throw new FormatException(
                    file,
                    "line " + (found.get().first() + 1),
                    "expected a table of at most " + MOST_COLUMNS + " columns, found " + columns);
        }
        int first = found.get().first();
        Names names = names(file, sample, found.get(), options.getOrDefault("header", ""));
        if (names.line >= first) {
            first = names.below(sample);
        }
        List<String> preface = new ArrayList<>(sample.subList(0, first));
        if (names.line >= 0) {
            preface.remove(names.line);
        }
        return Optional.of(
                new Layout(
                        dialect,
                        columns,
                        first + 1,
                        names.line >= 0 ? sample.get(names.line).strip() : "",
                        names.names,
                        names.units,
                        List.copyOf(preface),
                        found.get().assumptions()));
    }

    /** A table that has names and not a single row yet. */
    private static Optional<Layout> namesOnly(List<String> sample) {
        for (char delimiter : new char[] {'\t', ';', ',', '|'}) {
            Dialect dialect = Dialect.of(delimiter);
            for (int i = 0; i < sample.size(); i++) {
                List<String> names = trimmed(dialect.split(sample.get(i)));
                long known = names.stream().filter(Layout::isKnown).count();
                if (known >= 2 && 2 * known >= names.size() && names.size() <= MOST_COLUMNS) {
                    return Optional.of(
                            new Layout(
                                    dialect,
                                    names.size(),
                                    i + 2,
                                    sample.get(i).strip(),
                                    names,
                                    List.of(),
                                    List.copyOf(sample.subList(0, i)),
                                    List.of()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a line is a remark and no row. */
    static boolean isComment(String line) {
        return COMMENT.matcher(line).lookingAt();
    }

    /**
     * The fields of a line of names: as many as a row has, empty ones at its end aside.
     *
     * @param columns how many fields rows have
     * @param filled how many of them up to the last that is not empty
     * @return empty if the line has another number of fields
     */
    static Optional<List<String>> headings(String line, Dialect dialect, int columns, int filled) {
        List<String> fields = trimmed(dialect.split(line));
        if (fields.size() >= filled && fields.size() <= columns) {
            return Optional.of(withoutRemarkSign(fields));
        }
        String plain = COMMENT.matcher(line).replaceFirst("");
        fields = trimmed(dialect.split(plain));
        if (fields.size() >= filled && fields.size() <= columns) {
            return Optional.of(fields);
        }
        if (dialect.delimiter() != Dialect.BLANKS || plain.length() > LONGEST_NAMES) {
            return Optional.empty();
        }
        String joined =
                BEFORE_UNIT
                        .matcher(plain)
                        .replaceAll(m -> Matcher.quoteReplacement(m.group().strip()));
        joined =
                BRACKETED
                        .matcher(joined)
                        .replaceAll(
                                m ->
                                        Matcher.quoteReplacement(
                                                m.group().replaceAll("\\s+", HARD_BLANK)));
        for (String[] parts :
                new String[][] {
                    joined.strip().split("\\s+"),
                    plain.strip().split("\\t+|\\s{2,}"),
                    plain.strip().split("\\s*[,;|]\\s*")
                }) {
            if (parts.length == columns) {
                return Optional.of(
                        Arrays.stream(parts).map(s -> s.replace(HARD_BLANK, " ")).toList());
            }
        }
        return Optional.empty();
    }

    private static List<String> withoutRemarkSign(List<String> fields) {
        List<String> result = new ArrayList<>(fields);
        String first = COMMENT.matcher(fields.getFirst()).replaceFirst("");
        result.set(0, first.isEmpty() ? fields.getFirst() : first);
        return result;
    }

    private static List<String> sample(
            Source source, Encoding encoding, int most, Progress progress) throws IOException {
        List<String> sample = new ArrayList<>();
        int characters = 0;
        try (Lines lines = Lines.of(source.name(), source.open(), encoding, progress.split(0))) {
            while (sample.size() < most && characters < CHARACTERS && lines.next()) {
                String line = lines.text();
                if (line.length() > CHARACTERS) {
                    throw lines.wrong(
                            "expected a table, found a line of " + line.length() + " characters");
                }
                characters += line.length();
                sample.add(line);
            }
        }
        return sample;
    }

    /** Names of columns and where they stand. */
    private record Names(int line, List<String> names, List<String> units) {
        static final Names NONE = new Names(-1, List.of(), List.of());

        /** The index of the first line below that is not blank. */
        int below(List<String> sample) {
            int i = line + 1;
            while (i < sample.size() && sample.get(i).isBlank()) {
                i++;
            }
            return i;
        }
    }

    private static Names names(String file, List<String> sample, Dialect.Found found, String wanted)
            throws FormatException {
        String option = wanted.strip().toLowerCase(Locale.ROOT);
        if (option.equals("none") || option.equals("no") || option.equals("0")) {
            return Names.NONE;
        }
        if (!option.isEmpty()) {
            int line = option.matches("\\d{1,9}") ? Integer.parseInt(option) - 1 : -1;
            if (line < 0 || line >= sample.size() || sample.get(line).isBlank()) {
                throw new FormatException(
                        file,
                        "",
                        "the option header must be \"none\" or the number of a line near the"
                                + " beginning that holds the names of the columns, not \""
                                + wanted
                                + "\"");
            }
            String text = sample.get(line);
            List<String> names =
                    headings(text, found.dialect(), found.columns(), found.columns())
                            .orElseGet(() -> trimmed(found.dialect().split(text)));
            return new Names(
                    line, names.subList(0, Math.min(names.size(), found.columns())), List.of());
        }
        return names(sample, found);
    }

    /**
     * Of the lines of words above the rows the one with most names that are known, the nearest
     * where several are equal; a line of units may stand between.
     */
    private static Names names(List<String> sample, Dialect.Found found) {
        Dialect dialect = found.dialect();
        Numbers numbers = dialect.numbers();
        int filled = trimmed(dialect.split(sample.get(found.first()))).size();
        Names best = Names.NONE;
        int most = -1;
        List<String> units = List.of();
        int looked = 0;
        for (int i = found.first() - 1; i >= 0 && looked < LINES_ABOVE; i--) {
            if (sample.get(i).isBlank()) {
                continue;
            }
            looked++;
            List<String> fields =
                    headings(sample.get(i), dialect, found.columns(), filled).orElse(List.of());
            if (!isWords(fields, numbers)) {
                continue;
            }
            int known = (int) fields.stream().filter(Layout::isKnown).count();
            if (known < 2 && isPair(sample.get(i))) {
                continue;
            }
            if (units.isEmpty() && looked == 1 && isUnits(fields)) {
                units = fields;
                best = new Names(i, fields, List.of());
                continue;
            }
            if (known > most) {
                most = known;
                best = new Names(i, fields, best.names == units ? units : best.units);
            }
        }
        return best;
    }

    /** Whether a name of a column means something. */
    static boolean isKnown(String name) {
        return !Vocabulary.kinds(Heading.of(name).label()).isEmpty();
    }

    /** Whether a line gives a value to a name. */
    private static boolean isPair(String line) {
        return line.indexOf('=') >= 0;
    }

    private static List<String> trimmed(List<String> fields) {
        int n = fields.size();
        while (n > 0 && fields.get(n - 1).isEmpty()) {
            n--;
        }
        return fields.subList(0, n);
    }

    private static boolean isWords(List<String> fields, Numbers numbers) {
        int words = 0;
        int filled = 0;
        for (String field : fields) {
            if (!field.isEmpty()) {
                filled++;
                words += numbers.parse(field).isEmpty() ? 1 : 0;
            }
        }
        return words > 0 && 2 * words > filled && 2 * filled >= fields.size();
    }

    /** Whether most of the fields are units, and so none of them a name. */
    private static boolean isUnits(List<String> fields) {
        int units = 0;
        int filled = 0;
        for (String field : fields) {
            String unit = Heading.bare(field);
            if (!unit.isEmpty() && !unit.equals("-") && !unit.equals("#")) {
                filled++;
                units += Heading.unit(unit).isPresent() ? 1 : 0;
            }
        }
        return units > 0 && units > 0.6 * filled;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Encoding;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Numbers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param preface the lines before the names
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
    private static final int CHARACTERS = 1 << 16;
    private static final int LINES_ABOVE = 4;
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:#+|%+|//+|!+|~+|;+)\\s*");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s+(?=[^(\\[]*[)\\]])");
    private static final Pattern BEFORE_UNIT = Pattern.compile("\\s+(?=[(\\[])|\\s*(?:/)\\s*");

    /**
     * Looks at the beginning of a file.
     *
     * @return empty if no line holds numbers
     * @throws FormatException if the option {@code header} names a line that is not there
     */
    static Optional<Layout> of(Source source, Encoding encoding, Progress progress)
            throws IOException {
        for (int most : LINES) {
            List<String> sample = sample(source, encoding, most, progress);
            progress.checkCancelled();
            Optional<Layout> found = of(source.name(), sample, source.options());
            if (found.isPresent() || sample.size() < most) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Looks at lines. */
    static Optional<Layout> of(String file, List<String> sample, Map<String, String> options)
            throws FormatException {
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
        int end = names.line >= 0 ? names.line : first;
        return Optional.of(
                new Layout(
                        dialect,
                        columns,
                        first + 1,
                        names.line >= 0 ? sample.get(names.line).strip() : "",
                        names.names,
                        names.units,
                        List.copyOf(sample.subList(0, end)),
                        found.get().assumptions()));
    }

    /** Whether a line is a remark and no row. */
    static boolean isComment(String line) {
        return COMMENT.matcher(line).lookingAt();
    }

    /** The fields of a heading line in a dialect: as many as the columns, or fewer. */
    static Optional<List<String>> headings(String line, Dialect dialect, int columns) {
        String plain = COMMENT.matcher(line).replaceFirst("");
        List<String> fields = trimmed(dialect.split(plain));
        if (fits(fields, columns)) {
            return Optional.of(fields);
        }
        fields = trimmed(dialect.split(line));
        if (fits(fields, columns)) {
            return Optional.of(fields);
        }
        if (dialect.delimiter() != Dialect.BLANKS) {
            return Optional.empty();
        }
        String joined = BEFORE_UNIT.matcher(plain).replaceAll(m -> m.group().strip());
        joined = IN_BRACKETS.matcher(joined).replaceAll("\u00a0");
        for (String[] parts :
                new String[][] {
                    joined.strip().split("\\s+"),
                    plain.strip().split("\\t+|\\s{2,}"),
                    plain.strip().split("\\s*[,;|]\\s*")
                }) {
            List<String> list = List.of(parts);
            if (list.size() == columns) {
                return Optional.of(list.stream().map(s -> s.replace('\u00a0', ' ')).toList());
            }
        }
        return Optional.empty();
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
                    headings(text, found.dialect(), found.columns())
                            .orElseGet(() -> trimmed(found.dialect().split(text)));
            return new Names(
                    line, names.subList(0, Math.min(names.size(), found.columns())), List.of());
        }
        Numbers numbers = found.dialect().numbers();
        Names units = Names.NONE;
        int looked = 0;
        for (int i = found.first() - 1; i >= 0 && looked < LINES_ABOVE; i--) {
            if (sample.get(i).isBlank()) {
                continue;
            }
            looked++;
            Optional<List<String>> fields =
                    headings(sample.get(i), found.dialect(), found.columns())
                            .filter(f -> isWords(f, numbers));
            if (fields.isEmpty()) {
                if (units != Names.NONE) {
                    break;
                }
                continue;
            }
            if (units == Names.NONE && isUnits(fields.get())) {
                units = new Names(i, fields.get(), List.of());
                continue;
            }
            return new Names(i, fields.get(), units.names);
        }
        return units;
    }

    private static boolean fits(List<String> fields, int columns) {
        return !fields.isEmpty() && (fields.size() == columns || fields.size() == columns - 1);
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

    private static boolean isUnits(List<String> fields) {
        int units = 0;
        for (String field : fields) {
            String s = field.strip();
            if (s.length() >= 2 && "([".indexOf(s.charAt(0)) >= 0) {
                s = s.substring(1, s.length() - 1);
            }
            if (Heading.unit(s).isPresent()) {
                units++;
            } else if (!s.isEmpty() && !s.equals("-") && !s.equals("#")) {
                return false;
            }
        }
        return units > 0;
    }
}

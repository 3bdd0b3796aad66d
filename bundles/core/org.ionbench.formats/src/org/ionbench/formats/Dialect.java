// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a table is written as text: what parts its fields and how its numbers are spelled.
 *
 * @param delimiter what parts fields; {@link #BLANKS} for runs of blanks and tabs
 * @param decimal {@code '.'} or {@code ','}
 * @param grouping the thousands separator; 0 for none
 */
public record Dialect(char delimiter, char decimal, char grouping) {
    /** Runs of blanks and tabs part fields; those at the beginning of a line are passed over. */
    public static final char BLANKS = ' ';

    private static final char[] DELIMITERS = {'\t', ';', ',', '|', BLANKS};

    /**
     * What a sample of lines shows.
     *
     * @param dialect how the table is written
     * @param first the index of the first line of the longest block of numbers, or of one like it
     *     further up
     * @param columns how many fields the lines of that block have
     * @param assumptions sentences to record with what is read
     */
    public record Found(Dialect dialect, int first, int columns, List<String> assumptions) {}

    /** Fields parted by this character, decimal point, no grouping. */
    public static Dialect of(char delimiter) {
        return new Dialect(delimiter, '.', '\0');
    }

    /** A reader of this dialect's numbers. */
    public Numbers numbers() {
        return new Numbers(decimal, grouping, false);
    }

    /**
     * Tells the dialect from lines of a file, header lines and all: the one under which the longest
     * run of lines with equal numbers of fields holds most numbers. Of several that do, tab comes
     * before semicolon, comma, bar and blanks, and point before comma.
     *
     * @param sample lines from the beginning of the file, some hundreds
     * @param options {@code delimiter} ({@code tab}, {@code space}, {@code comma}, {@code
     *     semicolon} or the character) and {@code decimal} ({@code comma}, {@code point} or the
     *     character), as the user overrides them
     * @return empty if no line holds numbers
     */
    public static Optional<Found> detect(List<String> sample, Map<String, String> options) {
        char wanted = delimiter(options.getOrDefault("delimiter", ""));
        Optional<Character> wantedDecimal = decimal(options);
        Block best = new Block(0, 0, 0, 0);
        List<Block> all = List.of();
        Dialect chosen = null;
        for (char delimiter : wanted == 0 ? DELIMITERS : new char[] {wanted}) {
            for (char mark : new char[] {'\0', 'o', '\'', '\u00a0'}) {
                for (char decimal : new char[] {'.', ','}) {
                    if (wantedDecimal.isPresent() && wantedDecimal.get() != decimal) {
                        continue;
                    }
                    char other = decimal == '.' ? ',' : '.';
                    Dialect dialect = new Dialect(delimiter, decimal, mark == 'o' ? other : mark);
                    List<Block> blocks = dialect.blocks(sample);
                    for (Block block : blocks) {
                        if (block.score > best.score) {
                            best = block;
                            all = blocks;
                            chosen = dialect;
                        }
                    }
                }
            }
        }
        if (chosen == null) {
            return Optional.empty();
        }
        List<String> assumptions = new ArrayList<>();
        if (chosen.decimal == ',' && wantedDecimal.isEmpty()) {
            assumptions.add("Decimal comma assumed.");
        }
        if (chosen.grouping != 0) {
            assumptions.add("Thousands separator '" + chosen.grouping + "' assumed.");
        }
        Block longest = best;
        int first = all.stream().filter(b -> b.isLike(longest)).findFirst().orElse(best).first;
        return Optional.of(new Found(chosen, first, best.columns, assumptions));
    }

    /**
     * The fields of a line, blanks and quotes around them removed. A doubled quote within quotes
     * stands for one.
     */
    public List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int i = 0;
        int n = line.length();
        while (true) {
            while (i < n && isBlank(line.charAt(i))) {
                i++;
            }
            if (delimiter == BLANKS && i == n) {
                return fields;
            }
            if (i < n && line.charAt(i) == '"') {
                StringBuilder text = new StringBuilder();
                i++;
                while (i < n) {
                    char c = line.charAt(i++);
                    if (c == '"') {
                        if (i < n && line.charAt(i) == '"') {
                            i++;
                        } else {
                            break;
                        }
                    }
                    text.append(c);
                }
                int rest = i;
                i = end(line, i);
                fields.add(text.append(line, rest, i).toString().strip());
            } else {
                int start = i;
                i = end(line, i);
                fields.add(line.substring(start, i).strip());
            }
            if (i >= n) {
                return fields;
            }
            i++;
        }
    }

    private int end(String line, int start) {
        int i = start;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == delimiter || delimiter == BLANKS && c == '\t') {
                return i;
            }
            i++;
        }
        return i;
    }

    private boolean isBlank(char c) {
        return c == ' ' || c == '\t' && delimiter != '\t';
    }

    /**
     * Runs of lines with equal numbers of fields, at least half of those that are not empty
     * numbers.
     */
    private List<Block> blocks(List<String> sample) {
        Numbers numbers = numbers();
        List<Block> blocks = new ArrayList<>();
        Block present = new Block(0, 0, 0, 0);
        for (int line = 0; line < sample.size(); line++) {
            String text = sample.get(line);
            if (text.isBlank()) {
                continue;
            }
            List<String> fields = split(text);
            int found = 0;
            int strange = 0;
            for (String field : fields) {
                if (!field.isEmpty()) {
                    boolean number = field.length() <= 64 && numbers.parse(field).isPresent();
                    found += number ? 1 : 0;
                    strange += number ? 0 : 1;
                }
            }
            boolean data = found > 0 && strange <= found;
            if (!data || fields.size() != present.columns) {
                blocks.add(present);
                present = new Block(line, data ? fields.size() : 0, 0, 0);
            }
            if (data) {
                present = present.with(found - 0.5 * strange);
            }
        }
        blocks.add(present);
        return blocks;
    }

    /**
     * The decimal sign a user says by the option {@code decimal}: {@code comma}, {@code point} or
     * the character; empty where it is left to be detected.
     */
    public static Optional<Character> decimal(Map<String, String> options) {
        String said = options.getOrDefault("decimal", "").strip();
        return switch (said) {
            case "comma" -> Optional.of(',');
            case "point" -> Optional.of('.');
            default -> said.length() == 1 ? Optional.of(said.charAt(0)) : Optional.empty();
        };
    }

    /** The one of tab, semicolon and comma that stands most often in a line of names. */
    public static char delimiterOf(String names) {
        char best = '\t';
        for (char c : new char[] {';', ','}) {
            if (count(names, c) > count(names, best)) {
                best = c;
            }
        }
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(x -> x == c).count();
    }

    private static char delimiter(String text) {
        if (text.length() == 1) {
            return text.charAt(0);
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "tab", "\\t" -> '\t';
            case "space", "blank", "blanks" -> BLANKS;
            case "comma" -> ',';
            case "semicolon" -> ';';
            default -> '\0';
        };
    }

    private record Block(int first, int columns, int rows, double score) {
        Block with(double more) {
            return new Block(first, columns, rows + 1, score + more);
        }

        /** Whether this looks like a piece of the same table, or of one like it. */
        boolean isLike(Block other) {
            return columns == other.columns
                    && rows >= Math.min(3, other.rows)
                    && score / rows >= 0.8 * other.score / other.rows;
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.internal;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.formats.Dates;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Numbers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines before a table say: names with values, among them perhaps a date. */
final class Preface {
    private static final int MOST_PAIRS = 300;
    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_NAME = 60;
    private static final Pattern PAIR = Pattern.compile("([^:=]{1,60}?)\\s*[:=]\\s*(.+)");
    private static final Pattern REMARK = Pattern.compile("^[#%/!~;\\s]+");
    private static final Pattern DATE_NAME =
            Pattern.compile(
                    "(?i)(?:.*\\b(?:date|datum|timestamp|start|started|begin|acquired)\\b.*)");

    private final Dialect dialect;
    private final Map<String, Object> pairs = new LinkedHashMap<>();

    Preface(List<String> lines, Dialect dialect) {
        this.dialect = dialect;
        for (String line : lines) {
            if (line.length() <= LONGEST_LINE && pairs.size() < MOST_PAIRS) {
                add(line);
            }
        }
    }

    private void add(String line) {
        List<String> parts = dialect.split(line).stream().filter(s -> !s.isEmpty()).toList();
        if (parts.size() != 2) {
            Matcher m = PAIR.matcher(REMARK.matcher(line).replaceFirst("").strip());
            parts = m.matches() ? List.of(m.group(1), m.group(2)) : List.of();
        }
        if (parts.size() == 2 && parts.get(0).length() <= LONGEST_NAME) {
            String name =
                    REMARK.matcher(parts.get(0))
                            .replaceFirst("")
                            .replaceFirst("\\s*[:=]$", "")
                            .strip();
            if (!name.isEmpty()) {
                pairs.putIfAbsent(name, typed(parts.get(1)));
            }
        }
    }

    private Object typed(String value) {
        String s = value.replaceFirst(";+$", "").strip();
        if (s.matches("[-+]?\\d{1,18}")) {
            return Long.valueOf(s);
        }
        Numbers numbers = dialect.numbers();
        OptionalDouble number = numbers.parse(s);
        return number.isPresent() && !Double.isNaN(number.getAsDouble())
                ? (Object) number.getAsDouble()
                : s;
    }

    /** Hands the names and values over. */
    void tell(RecordingSink recording) {
        pairs.forEach(recording::metadata);
    }

    /** The first value that is a date, under a name that says so. */
    Optional<String> date() {
        return pairs.entrySet().stream()
                .filter(e -> DATE_NAME.matcher(e.getKey()).matches())
                .map(e -> String.valueOf(e.getValue()))
                .filter(text -> Dates.parse(text, Dates.Order.DAY_MONTH).isPresent())
                .findFirst();
    }

    /**
     * Hands a date over as the start of a recording, and what had to be assumed of it.
     *
     * @param said the order of day and month where the user says it
     */
    static void start(String text, Optional<Dates.Order> said, RecordingSink recording) {
        Optional<Dates.Order> proven = said.or(() -> Dates.order(List.of(text)));
        Optional<Dates.Stamp> stamp = Dates.parse(text, proven.orElse(Dates.Order.DAY_MONTH));
        if (stamp.isEmpty()) {
            return;
        }
        recording.start(stamp.get().local());
        stamp.get().zone().ifPresent(zone -> recording.zone(zone.getId().replace("Z", "+00:00")));
        if (stamp.get().isAmbiguous() && said.isEmpty()) {
            recording.assumption("Day before month assumed in the date " + text + ".");
        }
    }
}

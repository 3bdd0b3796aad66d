// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Lines;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What a {@code .DTA} says about itself: its settings and notes, and where its tables begin. */
final class DtaHead {
    private static final Pattern OBJECT =
            Pattern.compile(
                    "[^\\t]+\\t\\s*(LABEL|PSTAT|QUANT|IQUANT|SELECTOR|TOGGLE|POTEN"
                            + "|ONEPARAM|TWOPARAM|NOTES|D?TABLE)(\\t.*)?");

    private static final Pattern COMMA = Pattern.compile("^\\s*[-+]?\\d+,\\d+(E[-+]\\d+)?\\s*$");

    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final List<DtaTable> tables = new ArrayList<>();
    private Optional<String> notes = Optional.empty();
    private int openLines;
    private int strays;
    private String firstStray = "";
    private boolean decimalComma;

    /**
     * A table of the file.
     *
     * @param name {@code "ZCURVE"}
     * @param line the number of the line that names it
     * @param declared the number of rows the file promises
     */
    record DtaTable(String name, int line, OptionalInt declared) {}

    static DtaHead of(Source source, Progress progress) throws IOException {
        DtaHead head = new DtaHead();
        try (Lines lines = Lines.of(source, progress)) {
            if (!lines.next() || !lines.text().strip().equals("EXPLAIN")) {
                throw new FormatException(
                        source.name(), "line 1", "expected the word EXPLAIN on a line of its own");
            }
            while (lines.next()) {
                head.line(lines);
            }
        }
        if (head.tables.isEmpty()) {
            throw new FormatException(
                    source.name(),
                    "",
                    "expected a table of measured points (CURVE TABLE) and found none; the"
                            + " experiment may have been aborted");
        }
        return head;
    }

    private void line(Lines lines) {
        boolean row = lines.startsWith("\t");
        if (openLines == 0 && (row || lines.isBlank())) {
            return;
        }
        String text = lines.text();
        boolean object = !row && OBJECT.matcher(text).matches();
        if (openLines > 0 && !object) {
            openLines--;
            String note = text.strip();
            notes =
                    Optional.of(
                            notes.filter(n -> !n.isEmpty()).map(n -> n + "\n").orElse("") + note);
            return;
        }
        openLines = 0;
        String[] fields = text.split("\t", -1);
        String type = fields.length > 1 ? fields[1].strip() : "";
        switch (type) {
            case "TABLE", "DTABLE" ->
                    tables.add(new DtaTable(fields[0].strip(), lines.number(), count(fields)));
            case "NOTES" -> openLines = count(fields).orElse(0);
            default -> setting(fields, type, lines.place());
        }
    }

    private void setting(String[] fields, String type, String place) {
        String key = fields[0].strip();
        if (key.isEmpty() || !Character.isLetter(key.charAt(0))) {
            if (strays++ == 0) {
                firstStray = place;
            }
            return;
        }
        decimalComma |= fields.length > 2 && COMMA.matcher(fields[2]).find();
        DtaSettings.read(fields, type).forEach(this::put);
    }

    /** Keys come twice where there are two potentiostats. */
    private void put(String key, Object value) {
        String free = key;
        for (int i = 2; settings.containsKey(free); i++) {
            free = key + " " + i;
        }
        settings.put(free, value);
    }

    private static OptionalInt count(String[] fields) {
        String number = fields.length > 2 ? fields[2].strip() : "";
        return number.matches("\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(number))
                : OptionalInt.empty();
    }

    List<DtaTable> tables() {
        return tables;
    }

    Map<String, Object> settings() {
        return settings;
    }

    Optional<String> notes() {
        return notes.filter(n -> !n.isBlank());
    }

    /** A setting as text, empty where the file has none. */
    String text(String key) {
        return String.valueOf(settings.getOrDefault(key, ""));
    }

    /** Whether the settings are written with a decimal comma. */
    boolean hasDecimalComma() {
        return decimalComma;
    }

    /** What is wrong with the file as a whole. */
    Optional<Problem> problem() {
        return strays == 0
                ? Optional.empty()
                : Optional.of(
                        Problem.warning(
                                        "dta.stray",
                                        strays
                                                + " lines are neither settings nor rows of a table"
                                                + " and were left out.")
                                .with(strays)
                                .at(firstStray));
    }

    /** Whether cathodic currents are positive. */
    boolean isCathodicPositive() {
        return Long.valueOf(0).equals(settings.get("CONVENTION"));
    }
}

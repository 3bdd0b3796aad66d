// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic.internal;

import org.ionbench.api.importing.RecordingSink;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header of a text export, up to and with the line of column names. */
final class MptHeader {
    private static final Pattern COUNT = Pattern.compile("Nb header lines\\s*:\\s*(\\d+)\\s*");
    private static final Pattern LOOP =
            Pattern.compile("Loop (\\d+) from point number (\\d+) to (\\d+)\\s*");
    private static final Pattern SERIAL = Pattern.compile("(.*?)\\s*\\(SN (.*)\\)");
    private static final int MOST_LINES = 20_000;
    private static final int KEY_WIDTH = 20;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Long> loops = new ArrayList<>();
    private String title = "";
    private Optional<LocalDateTime> start = Optional.empty();
    private boolean monthOrDay;
    private String separator = "\t";
    private List<String> names = List.of();

    /** Reads up to the column names. */
    static MptHeader read(MptText text) throws IOException {
        MptHeader header = new MptHeader();
        Optional<String> first = text.next();
        while (first.isPresent() && first.get().isBlank() && text.line() < MOST_LINES) {
            first = text.next();
        }
        if (first.isPresent() && isMagic(first.get())) {
            header.body(text);
        } else if (first.isPresent() && separatorOf(first.get()).isPresent()) {
            header.columns(first.get());
        } else if (first.isPresent() && isSettings(first.get())) {
            throw text.wrong(
                    "this is a settings file of EC-Lab or BT-Lab: it holds the settings of"
                            + " techniques and no measured data");
        } else {
            throw text.wrong("expected \"EC-Lab ASCII FILE\" or EC-Lab's column names");
        }
        return header;
    }

    static boolean isMagic(String line) {
        return line.startsWith("EC-Lab ASCII FILE") || line.startsWith("BT-Lab ASCII FILE");
    }

    static boolean isSettings(String line) {
        return line.startsWith("EC-LAB SETTING FILE") || line.startsWith("BT-LAB SETTING FILE");
    }

    /** The separator of a line of at least two column names of EC-Lab; empty if it is none. */
    static Optional<String> separatorOf(String line) {
        for (String candidate : List.of("\t", ";", ",")) {
            String[] cells = line.split(candidate, -1);
            int known = 0;
            for (String cell : cells) {
                known += EcLabColumn.isName(unquoted(cell)) ? 1 : 0;
            }
            if (known >= 2) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static String unquoted(String cell) {
        String s = cell;
        if (s.length() >= 2 && s.startsWith("\"") && s.endsWith("\"")) {
            s = s.substring(1, s.length() - 1);
        }
        return s;
    }

    private void columns(String line) {
        separator = separatorOf(line).orElse("\t");
        List<String> all = new ArrayList<>();
        for (String cell : line.split(separator, -1)) {
            all.add(unquoted(cell));
        }
        if (!all.isEmpty() && all.getLast().isBlank()) {
            all.removeLast();
        }
        names = List.copyOf(all);
    }

    private void body(MptText text) throws IOException {
        long count = 0;
        Optional<String> line = text.next();
        while (line.isPresent()) {
            String s = line.get();
            Matcher m = COUNT.matcher(s);
            if (m.matches()) {
                count = m.group(1).length() > 6 ? MOST_LINES : Long.parseLong(m.group(1));
            } else if (separatorOf(s).isPresent()
                    || text.line() == count && s.contains("\t") && !s.contains(" : ")) {
                columns(s);
                return;
            } else if (!s.isBlank()) {
                entry(s);
            }
            if (text.line() > MOST_LINES) {
                break;
            }
            line = text.next();
        }
        throw text.wrong("expected the column names, such as \"time/s\", at the end of the header");
    }

    private void entry(String line) {
        Matcher loop = LOOP.matcher(line);
        if (loop.matches()) {
            if (loop.group(2).length() < 18) {
                loops.add(Long.parseLong(loop.group(2)));
            }
            return;
        }
        int colon = line.indexOf(" : ");
        if (colon > 0) {
            keep(line.substring(0, colon), line.substring(colon + 3));
        } else if (title.isEmpty() && values.isEmpty() && !line.contains(":")) {
            title = line.strip();
        } else if (line.length() > KEY_WIDTH && line.charAt(KEY_WIDTH - 1) == ' ') {
            String sequences = line.substring(KEY_WIDTH).replaceAll("\\s{2,}", "; ");
            keep(line.substring(0, KEY_WIDTH), sequences);
        }
    }

    private void keep(String key, String value) {
        String k = key.strip();
        String v = value.strip();
        if (v.endsWith(";")) {
            v = v.substring(0, v.length() - 1);
        }
        if (k.isEmpty() || v.isEmpty()) {
            return;
        }
        String free = k;
        for (int i = 2; values.containsKey(free) && i < 100; i++) {
            free = k + " " + i;
        }
        values.put(free, v);
        if (free.equals("Acquisition started on")) {
            start = EcLabDate.parse(v);
            monthOrDay = start.isPresent() && start.get().getDayOfMonth() <= 12;
        }
    }

    /** Passes everything on. */
    void describe(RecordingSink recording) {
        if (values.get("Device") instanceof String device) {
            Matcher m = SERIAL.matcher(device);
            recording.instrument(
                    "BioLogic " + (m.matches() ? m.group(1) + " (SN " + m.group(2) + ")" : device));
        } else {
            recording.instrument("BioLogic");
        }
        start.ifPresent(recording::start);
        values.forEach(recording::metadata);
        if (!loops.isEmpty()) {
            List<String> rows = loops.stream().limit(1000).map(String::valueOf).toList();
            recording.metadata("First rows of loops", String.join(", ", rows));
        }
        if (monthOrDay) {
            recording.assumption("month before day");
        }
    }

    /** The name of the technique; empty where the header has none. */
    String title() {
        return title;
    }

    Optional<LocalDateTime> start() {
        return start;
    }

    /** Rows at which loops begin. */
    List<Long> loops() {
        return loops;
    }

    String separator() {
        return separator;
    }

    List<String> names() {
        return names;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.api.importing.Technique;
import org.ionbench.engine.importing.TemperatureList;
import org.ionbench.engine.output.Csv;
import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Session;
import org.ionbench.formats.Dialect;
import org.ionbench.formats.Encoding;
import org.ionbench.spreadsheets.Cell;
import org.ionbench.spreadsheets.Spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cell sheet: a row for each cell, a column for each property, texts as {@link Session#set}
 * takes them. An empty field clears the property of its column; properties without a column stay as
 * they are.
 */
final class CellSheet {
    private static final String TEMPERATURES = "temperatures";
    private static final List<String> FIXTURES = List.of("short", "open");
    private static final List<String> FIRST =
            List.of(
                    "cell",
                    "sample",
                    "thickness",
                    "diameter",
                    "mass",
                    "active fraction",
                    "electrodes",
                    "reference",
                    "operator",
                    "external id",
                    "short",
                    "open",
                    TEMPERATURES);

    private final Session session;
    private final List<String> made = new ArrayList<>();

    CellSheet(Session session) {
        this.session = session;
    }

    /** Cells that {@link #read} made. */
    List<String> made() {
        return made;
    }

    // ---- printing

    String print() {
        List<Map<String, String>> rows =
                session.outline().cells().stream().map(c -> row(c.id())).toList();
        Set<String> columns = new LinkedHashSet<>(FIRST);
        rows.forEach(r -> columns.addAll(r.keySet()));
        StringBuilder text = new StringBuilder(Csv.line(List.copyOf(columns)));
        for (Map<String, String> row : rows) {
            text.append(Csv.line(columns.stream().map(c -> row.getOrDefault(c, "")).toList()));
        }
        return text.toString();
    }

    private Map<String, String> row(String cell) {
        Map<String, String> row = new LinkedHashMap<>(session.properties(cell));
        FIXTURES.forEach(key -> row.computeIfPresent(key, (k, id) -> nameOf(id)));
        row.put(TEMPERATURES, temperatures(cell));
        Optional<String> sample = session.findSample(row.getOrDefault("sample", ""));
        if (sample.isPresent()) {
            session.properties(sample.get())
                    .forEach(
                            (key, value) -> {
                                if (!key.equals("name") && !value.isEmpty()) {
                                    row.put("sample " + key, value);
                                }
                            });
        }
        return row;
    }

    /** A recording by its name where that is its own, else by its id. */
    private String nameOf(String id) {
        List<Outline.RecordingItem> all = session.outline().recordings();
        String name =
                all.stream()
                        .filter(r -> r.id().equals(id))
                        .map(r -> r.name())
                        .findFirst()
                        .orElse(id);
        return all.stream().filter(r -> r.name().equals(name)).count() == 1 ? name : id;
    }

    /** The set temperatures of the cell's spectra; empty where one has none. */
    private String temperatures(String cell) {
        List<String> texts =
                spectra(cell).stream()
                        .map(id -> session.properties(id).getOrDefault("set temperature", ""))
                        .toList();
        if (texts.isEmpty() || texts.contains("")) {
            return "";
        }
        try {
            List<Double> values = new ArrayList<>();
            TemperatureList one = TemperatureList.parse(texts.getFirst());
            for (String text : texts) {
                TemperatureList next = TemperatureList.parse(text);
                if (!next.unit().equals(one.unit())) {
                    return "";
                }
                values.addAll(next.values());
            }
            return new TemperatureList(values, one.unit()).toString();
        } catch (IllegalArgumentException e) {
            // Temperatures with uncertainties do not fit one field; they stay with the recordings.
            return "";
        }
    }

    private List<String> spectra(String cell) {
        return session.outline().recordings().stream()
                .filter(r -> r.cell().filter(cell::equals).isPresent())
                .filter(r -> r.technique().equals(Technique.EIS.id()) && !r.fixture())
                .map(Outline.RecordingItem::id)
                .toList();
    }

    // ---- reading

    /** A row of a sheet as it stands there. */
    private record Line(int number, List<String> fields) {}

    /**
     * Reads a sheet of delimited text as one edit.
     *
     * @throws IllegalArgumentException with a sentence; nothing was changed then
     */
    void read(byte[] bytes) {
        List<String> lines =
                Encoding.detect(bytes)
                        .decode(bytes)
                        .lines()
                        .map(l -> l.startsWith("\ufeff") ? l.substring(1) : l)
                        .filter(l -> !l.isBlank())
                        .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the sheet is empty");
        }
        Dialect dialect = Dialect.of(delimiter(lines.getFirst()));
        List<Line> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(new Line(i + 1, dialect.split(lines.get(i))));
        }
        read(rows, "line ");
    }

    /**
     * Reads a workbook as one edit: its first sheet that names cells.
     *
     * @throws IllegalArgumentException with a sentence; nothing was changed then
     * @throws IOException if the workbook cannot be read
     */
    void read(Spreadsheet workbook) throws IOException {
        List<Line> first = List.of();
        for (String sheet : workbook.sheets()) {
            List<Line> rows = new ArrayList<>();
            workbook.read(
                    sheet,
                    (number, cells) -> {
                        List<String> fields = cells.stream().map(CellSheet::text).toList();
                        if (!fields.stream().allMatch(String::isBlank)) {
                            rows.add(new Line(number, fields));
                        }
                        return true;
                    });
            first = first.isEmpty() ? rows : first;
            if (!rows.isEmpty() && columns(rows.getFirst()).contains("cell")) {
                read(rows, "row ");
                return;
            }
        }
        if (first.isEmpty()) {
            throw new IllegalArgumentException("the sheet is empty");
        }
        read(first, "row ");
    }

    /** What a user would have typed; a day has no time. */
    private static String text(Cell cell) {
        String text = cell.text().strip();
        return cell instanceof Cell.Date ? text.replaceFirst("T00:00$", "") : text;
    }

    private static List<String> columns(Line header) {
        return header.fields.stream().map(CellSheet::known).toList();
    }

    private void read(List<Line> lines, String place) {
        List<String> columns = columns(lines.getFirst());
        int cell = columns.indexOf("cell");
        if (cell < 0) {
            throw new IllegalArgumentException(
                    "a column named cell is needed, the sheet has " + String.join(", ", columns));
        }
        session.edit(
                "Read cell sheet",
                () -> {
                    for (Line line : lines.subList(1, lines.size())) {
                        row(columns, cell, line.fields, place + line.number);
                    }
                });
    }

    private static char delimiter(String header) {
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            best = count(header, c) > count(header, best) ? c : best;
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private void row(List<String> columns, int cell, List<String> fields, String place) {
        String name = cell < fields.size() ? fields.get(cell).strip() : "";
        if (name.isEmpty()) {
            throw new IllegalArgumentException(place + " names no cell");
        }
        if (session.findCell(name).isEmpty()) {
            made.add(name);
        }
        String id = session.cell(name);
        Map<String, String> now = row(id);
        for (int c = 0; c < columns.size(); c++) {
            String key = columns.get(c);
            String text = c < fields.size() ? fields.get(c).strip() : "";
            if (c == cell || key.isEmpty() || text.equals(now.getOrDefault(key, ""))) {
                continue;
            }
            try {
                set(id, key, text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        place + ", column " + key + ": " + e.getMessage(), e);
            }
        }
    }

    private void set(String cell, String key, String text) {
        if (!key.equals(TEMPERATURES)) {
            session.set(cell, key, text);
            return;
        }
        if (text.isEmpty()) {
            return;
        }
        TemperatureList temperatures = TemperatureList.parse(text);
        List<String> spectra = spectra(cell);
        if (temperatures.size() != spectra.size()) {
            throw new IllegalArgumentException(
                    "there are "
                            + temperatures.size()
                            + " temperatures for "
                            + spectra.size()
                            + " spectra");
        }
        for (int i = 0; i < spectra.size(); i++) {
            session.set(spectra.get(i), "set temperature", temperatures.text(i));
        }
    }

    /** Known columns are recognised in any case and spelling. */
    private static String known(String header) {
        String normal = header.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", " ");
        return normal.equals("name") ? "cell" : FIRST.contains(normal) ? normal : header;
    }
}

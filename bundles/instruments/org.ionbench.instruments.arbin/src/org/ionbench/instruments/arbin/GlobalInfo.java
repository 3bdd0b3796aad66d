// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.spreadsheets.Cell;
import org.ionbench.spreadsheets.Spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the sheet {@code Global_Info} says about a file and its channels. */
final class GlobalInfo {
    private static final int ROWS = 1000;

    private final Map<String, Object> file = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> channels = new LinkedHashMap<>();

    private GlobalInfo() {}

    /** Reads it; empty where there is no such sheet. */
    static GlobalInfo of(Spreadsheet workbook) throws IOException {
        GlobalInfo info = new GlobalInfo();
        if (workbook.sheets().contains("Global_Info")) {
            List<List<Cell>> rows = new ArrayList<>();
            workbook.read(
                    "Global_Info",
                    (number, cells) -> {
                        rows.add(List.copyOf(cells));
                        return rows.size() < ROWS;
                    });
            info.take(rows);
        }
        return info;
    }

    /** Tells what is known of a channel by its number. */
    void tell(String channel, RecordingSink recording) {
        file.forEach(recording::metadata);
        channels.getOrDefault(channel, Map.of()).forEach(recording::metadata);
    }

    private void take(List<List<Cell>> rows) {
        int head = 0;
        while (head < rows.size() && !names(rows.get(head)).contains("Start DateTime")) {
            head++;
        }
        for (int i = 0; i < Math.min(head, rows.size() - 1); i++) {
            above(rows.get(i), rows.get(i + 1));
        }
        if (head >= rows.size()) {
            return;
        }
        List<String> names = names(rows.get(head));
        for (List<Cell> row : rows.subList(head + 1, rows.size())) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(row.size(), names.size()); i++) {
                if (!row.get(i).isBlank() && !names.get(i).isEmpty()) {
                    values.put(names.get(i), value(row.get(i)));
                }
            }
            if (values.get("Channel") != null) {
                channels.put(String.valueOf(values.get("Channel")), values);
            }
        }
    }

    /** Values that stand below or beside their names, above the channels. */
    private void above(List<Cell> row, List<Cell> next) {
        for (int i = 0; i < row.size(); i++) {
            String name = row.get(i).text().strip();
            boolean below = i < next.size() && !next.get(i).isBlank();
            if (name.equals("TEST REPORT") && below) {
                file.put("Test Name", value(next.get(i)));
            } else if (name.equals("Serial Number") && below) {
                file.put(name, value(next.get(i)));
            } else if (name.endsWith(":") && i + 1 < row.size() && !row.get(i + 1).isBlank()) {
                file.put(name.substring(0, name.length() - 1).strip(), value(row.get(i + 1)));
            }
        }
    }

    private static List<String> names(List<Cell> row) {
        return row.stream().map(c -> c.text().strip()).toList();
    }

    private static Object value(Cell cell) {
        return switch (cell) {
            case Cell.Flag f -> f.value();
            case Cell.Number n
                    when n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1e15 ->
                    (long) n.value();
            case Cell.Number n -> n.value();
            case Cell.Date _, Cell.Text _, Cell.Fault _, Cell.Empty _ -> cell.text().strip();
        };
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.arbin;

import io.github.spannm.jackcess.Column;
import io.github.spannm.jackcess.DataType;
import io.github.spannm.jackcess.Database;
import io.github.spannm.jackcess.Row;
import io.github.spannm.jackcess.Table;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Dates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tables of one database, from which the recordings of its tests are made. */
final class ResTables {
    private static final String POINTS = "Channel_Normal_Table";
    private static final String STATISTICS = "Channel_Statistic_Table";
    private static final String TEST = "Test_ID";
    private static final String POINT = "Data_Point";
    private static final int EVENTS = 50;

    /** No row of these tables is stored in fewer bytes. */
    private static final int LEAST = 8;

    private static final Set<String> UNREAD =
            Set.of("Smart_Battery_Data_Table", "Can_BMS_Data_Table", "MCell_Aci_Data_Table");

    private final Source source;
    private final Database database;
    private final Sink sink;
    private final Progress progress;
    private final long most;
    private final Map<Integer, Row> tests = new TreeMap<>();
    private long rows;

    ResTables(Source source, Database database, Sink sink, Progress progress) {
        this.source = source;
        this.database = database;
        this.sink = sink;
        this.progress = progress;
        most = source.size() / LEAST + 1000;
    }

    void read() throws IOException {
        Table points =
                table(POINTS)
                        .orElseThrow(
                                () ->
                                        new FormatException(
                                                source.name(),
                                                "",
                                                "expected results of Arbin, found a database"
                                                        + " without the table "
                                                        + POINTS));
        progress.task(source.name(), Math.max(1, points.getRowCount()));
        for (Row row : rows("Global_Table")) {
            tests.putIfAbsent(number(row, TEST), row);
        }
        Map<Integer, AuxiliaryChannels> auxiliaries = auxiliaries();
        RowsByTest normal = new RowsByTest(points);
        normal.read();
        if (normal.tests.isEmpty()) {
            sink.problem(Problem.warning("arbin.empty", "There is not a single measured point."));
        }
        for (Map.Entry<Integer, Points> test : normal.tests.entrySet()) {
            int id = test.getKey();
            RecordingSink recording = sink.recording(name(id), Technique.CYCLING);
            describe(id, recording);
            test.getValue().tell(recording, auxiliaries.getOrDefault(id, new AuxiliaryChannels()));
        }
        Optional<Table> statistics = table(STATISTICS);
        if (statistics.isPresent()) {
            RowsByTest cycles = new RowsByTest(statistics.get());
            cycles.read();
            for (Map.Entry<Integer, Points> test : cycles.tests.entrySet()) {
                RecordingSink recording =
                        sink.recording(name(test.getKey()) + ", statistics", Technique.OTHER);
                describe(test.getKey(), recording);
                test.getValue().tell(recording, new AuxiliaryChannels());
            }
        }
        tellUnread();
    }

    private String name(int test) {
        Row row = tests.get(test);
        Object name = row == null ? "" : row.getOrDefault("Test_Name", "");
        return name instanceof String s && !s.isBlank() ? s.strip() : "Test " + test;
    }

    private void describe(int test, RecordingSink recording) throws IOException {
        recording.instrument("Arbin");
        Row row = tests.get(test);
        if (row == null) {
            recording.problem(
                    Problem.warning(
                            "arbin.test",
                            "Global_Table says nothing about test " + test + " of this file."));
        } else {
            for (Map.Entry<String, Object> entry : row.entrySet()) {
                if (entry.getKey().equals("Start_DateTime")) {
                    if (entry.getValue() instanceof Number days) {
                        Dates.ofOle(days.doubleValue()).ifPresent(recording::start);
                    }
                } else {
                    value(entry.getValue()).ifPresent(v -> recording.metadata(entry.getKey(), v));
                }
            }
        }
        for (Row version : rows("Version_Table")) {
            value(version.get("Version_Schema_Field"))
                    .ifPresent(v -> recording.metadata("Version_Schema_Field", v));
        }
        List<String> events = new ArrayList<>();
        for (Row event : rows("Event_Table")) {
            if (number(event, TEST) == test && events.size() < EVENTS) {
                events.add(event.get("Test_Time") + " s: " + event.get("Event_Describe"));
            }
        }
        if (!events.isEmpty()) {
            recording.metadata("Event_Table", String.join("; ", events));
        }
    }

    /** A value as metadata take it; empty where there is none. */
    private static Optional<Object> value(Object stored) {
        return switch (stored) {
            case null -> Optional.empty();
            case String s -> s.isBlank() ? Optional.empty() : Optional.of(s.strip());
            case Boolean b -> Optional.of(b);
            case Float f -> Optional.of(f.doubleValue());
            case Double d -> Optional.of(d);
            case Number n -> Optional.of(n.longValue());
            default -> Optional.of(stored.toString());
        };
    }

    private Map<Integer, AuxiliaryChannels> auxiliaries() throws IOException {
        Map<Integer, AuxiliaryChannels> channels = new TreeMap<>();
        for (Row row : rows("Auxiliary_Table")) {
            channels.computeIfAbsent(number(row, TEST), t -> new AuxiliaryChannels())
                    .add(
                            number(row, "Data_Type"),
                            number(row, "Auxiliary_Index"),
                            number(row, POINT),
                            real(row.get("X")),
                            real(row.get("dX/dt")));
        }
        for (Row row : rows("Aux_Global_Data_Table")) {
            int channel = number(row, "Channel_Index");
            for (Map.Entry<Integer, AuxiliaryChannels> test : channels.entrySet()) {
                Row about = tests.get(test.getKey());
                if (about == null || number(about, "Channel_Index") == channel) {
                    test.getValue()
                            .describe(
                                    number(row, "Data_Type"),
                                    number(row, "Auxiliary_Index"),
                                    String.valueOf(row.getOrDefault("Nickname", "")),
                                    String.valueOf(row.getOrDefault("Unit", "")));
                } else {
                    test.getValue()
                            .suggest(
                                    number(row, "Data_Type"),
                                    number(row, "Auxiliary_Index"),
                                    String.valueOf(row.getOrDefault("Unit", "")));
                }
            }
        }
        return channels;
    }

    private void tellUnread() throws IOException {
        for (String name : UNREAD.stream().sorted().toList()) {
            Optional<Table> table = table(name);
            if (table.isPresent() && table.get().getRowCount() > 0) {
                sink.problem(
                        Problem.info(
                                        "arbin.unread",
                                        table.get().getRowCount()
                                                + " rows of "
                                                + name
                                                + " are not read.")
                                .with(name)
                                .mend("Send us the file if you need them."));
            }
        }
    }

    private Optional<Table> table(String name) throws IOException {
        return database.getTableNames().contains(name)
                ? Optional.ofNullable(database.getTable(name))
                : Optional.empty();
    }

    /** All rows of a small table; none where it is missing. */
    private Iterable<Row> rows(String name) throws IOException {
        Optional<Table> table = table(name);
        if (table.isEmpty()) {
            return List.of();
        }
        List<Row> all = new ArrayList<>();
        Table t = table.get();
        t.reset();
        Row row;
        while ((row = t.getNextRow()) != null) {
            count();
            all.add(row);
        }
        return all;
    }

    private void count() throws FormatException {
        if (rows++ % 16 == 0) {
            progress.checkCancelled();
        }
        if (rows > most) {
            throw new FormatException(
                    source.name(), "", "expected no more rows than the file has room for");
        }
    }

    private static int number(Row row, String column) {
        return row.get(column) instanceof Number n ? n.intValue() : 0;
    }

    private static double real(Object value) {
        return switch (value) {
            case Number n -> n.doubleValue();
            case Boolean b -> b ? 1 : 0;
            case null, default -> Double.NaN;
        };
    }

    /** The rows of a table, for each test those of its points. */
    private final class RowsByTest {
        private final Table table;
        private final Map<Integer, Points> tests = new TreeMap<>();

        RowsByTest(Table table) {
            this.table = table;
        }

        void read() throws IOException {
            Map<String, DataType> columns = new LinkedHashMap<>();
            List<String> texts = new ArrayList<>();
            for (Column column : table.getColumns()) {
                if (isNumber(column.getType())) {
                    columns.put(column.getName(), column.getType());
                } else {
                    texts.add(column.getName());
                }
            }
            if (!texts.isEmpty()) {
                sink.problem(
                        Problem.info(
                                        "arbin.columns",
                                        "Columns of "
                                                + table.getName()
                                                + " that are no numbers are not read: "
                                                + String.join(", ", texts)
                                                + ".")
                                .mend("Send us the file if you need them."));
            }
            Collection<String> names = columns.keySet();
            if (!names.contains(TEST) || !names.contains(POINT)) {
                throw new FormatException(
                        source.name(),
                        table.getName(),
                        "expected the columns " + TEST + " and " + POINT);
            }
            table.reset();
            Row row;
            while ((row = table.getDefaultCursor().getNextRow(names)) != null) {
                count();
                progress.done(1);
                double[] values = new double[names.size()];
                int i = 0;
                for (String name : names) {
                    values[i++] = real(row.get(name));
                }
                tests.computeIfAbsent(number(row, TEST), t -> new Points(List.copyOf(names), POINT))
                        .add(values);
            }
        }

        private static boolean isNumber(DataType type) {
            return switch (type) {
                case BOOLEAN, BYTE, INT, LONG, BIG_INT, FLOAT, DOUBLE, MONEY, NUMERIC -> true;
                default -> false;
            };
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.engine.session.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Tables whose headings only their lab understands. */
class MapImportTest {
    @TempDir Path folder;
    private Path project;

    @BeforeEach
    void make() {
        project = folder.resolve("p");
        Terminal.run("new", project);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file;
    }

    private List<Recording> recordings() throws IOException {
        try (Session session = Session.open(project, Runnable::run, Clock.systemUTC())) {
            List<Recording> all = new ArrayList<>();
            for (var r : session.project().getRecordings()) {
                Recording read = session.recording(r.getId());
                all.add(read);
                // Tables are closed with the session: what is asked below is read before.
                read.table().columns().forEach(c -> c.si());
            }
            assertEquals(all.size(), session.project().getRecordings().size());
            return all.stream().map(MapImportTest::copied).toList();
        }
    }

    private static Recording copied(Recording r) {
        var table = org.ionbench.api.table.ArrayTable.rows(r.table().rows());
        for (var c : r.table().columns()) {
            if (!c.spec().isText()) {
                double[] values = new double[c.rows()];
                c.copy(0, values, 0, values.length);
                table.column(c.spec(), values);
            }
        }
        return r.change().table(table.build()).build();
    }

    @Test
    void whatIsSaidOnceHoldsForAllFilesWithTheSameHeadings() throws IOException {
        String head = "zeit,wert A (mA),wert B (mV)\n";
        Path first = write("a.csv", head + "1,2.5,3000\n2,2.5,3100\n3,2.5,3200\n");
        Path second = write("b.csv", head + "1,4,100\n2,5,200\n3,6,300\n");
        Path other = write("c.csv", "x1,y1\n1,2\n2,3\n3,4\n");
        Terminal.Outcome outcome =
                Terminal.run(
                        "import",
                        project,
                        first,
                        "--map",
                        "time=zeit:min,-current=wert A (mA),cell voltage=wert B (mV):mV",
                        "--option",
                        "technique=cp");
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("Kept for files"), outcome.err());
        Terminal.Outcome later = Terminal.run("import", project, second, other);
        assertEquals(Exit.DONE, later.code(), later.err());
        List<Recording> all = recordings();
        assertArrayEquals(
                new double[] {60, 120, 180}, all.get(0).si(QuantityKind.TIME).orElseThrow(), 1e-9);
        assertArrayEquals(
                new double[] {-0.004, -0.005, -0.006},
                all.get(1).si(QuantityKind.CURRENT).orElseThrow(),
                1e-12);
        assertArrayEquals(
                new double[] {0.1, 0.2, 0.3},
                all.get(1).si(QuantityKind.CELL_VOLTAGE).orElseThrow(),
                1e-12);
        assertEquals("cp", all.get(1).technique().id());
        assertTrue(
                all.get(1).assumptions().stream().anyMatch(a -> a.contains("project's map")),
                all.get(1).assumptions().toString());
        assertTrue(all.get(2).si(QuantityKind.CURRENT).isEmpty());
        Terminal.Outcome maps = Terminal.run("import", project, "--maps");
        assertEquals(Exit.DONE, maps.code());
        assertTrue(maps.out().contains("zeit is time:min"), maps.out());
        assertEquals(2, maps.out().lines().count());
    }

    @Test
    void howAFileIsWrittenCanBeSaid() throws IOException {
        Path file =
                write(
                        "d.csv",
                        "Date: 03/02/2026 10:00\n"
                                + "time/s;I/mA;E/V\n"
                                + "1;2,5;3,0\n"
                                + "2;2,5;3,1\n"
                                + "3;2,5;3,2\n");
        Terminal.Outcome outcome =
                Terminal.run(
                        "import",
                        project,
                        file,
                        "--option",
                        "dates=month first",
                        "--option",
                        "decimal=comma");
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        Recording r = recordings().getFirst();
        assertEquals(LocalDateTime.parse("2026-03-02T10:00:00"), r.start().orElseThrow());
        assertEquals(0.0025, r.si(QuantityKind.CURRENT).orElseThrow()[0], 1e-12);
        assertTrue(
                r.assumptions().stream().noneMatch(a -> a.contains("comma") || a.contains("month")),
                r.assumptions().toString());
    }

    @Test
    void whatIsNotUnderstoodIsSaid() throws IOException {
        Path file = write("a.csv", "zeit,wert\n1,2\n2,3\n3,4\n");
        Terminal.Outcome column = Terminal.run("import", project, file, "--map", "time=Zeit:s");
        assertEquals(Exit.WRONG_USAGE, column.code());
        assertTrue(column.err().contains("there are zeit, wert"), column.err());
        Terminal.Outcome unit = Terminal.run("import", project, file, "--map", "time=zeit:mA");
        assertTrue(unit.err().contains("no unit of time"), unit.err());
        Terminal.Outcome kind = Terminal.run("import", project, file, "--map", "speed=zeit");
        assertTrue(kind.err().contains("no quantity"), kind.err());
        assertEquals(0, recordings().size());
    }
}

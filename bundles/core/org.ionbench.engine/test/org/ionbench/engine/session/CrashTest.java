// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.model.tables.StoredTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A program that saves is killed at 50 random moments; each time the project is whole. */
class CrashTest {
    private static final int PROJECTS = 2;
    private static final int KILLS = 25;

    @TempDir Path folder;

    @Test
    @Timeout(180)
    void aKilledSaveLeavesTheOldProjectOrTheNewOne() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(PROJECTS)) {
            List<Future<Integer>> saved = new ArrayList<>();
            for (int i = 0; i < PROJECTS; i++) {
                Path project = folder.resolve("p" + i);
                saved.add(both.submit(() -> killAgainAndAgain(project)));
            }
            for (Future<Integer> number : saved) {
                assertTrue(number.get() >= KILLS, "each child saved at least once");
            }
        }
    }

    private int killAgainAndAgain(Path project) throws Exception {
        Session.create(project, Template.EMPTY, Runnable::run, EndlessSaver.CLOCK).close();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int confirmed = 0;
        for (int i = 0; i < KILLS; i++) {
            int last = Math.max(confirmed, killed(project, random.nextInt(60)));
            int found = number(project, "kill " + i + ", seed " + seed);
            assertTrue(
                    found >= last,
                    "seed " + seed + ": " + last + " was saved, " + found + " is there");
            confirmed = found;
        }
        return confirmed;
    }

    /** Starts a child, kills it some time after its first save, gives the last number it told. */
    private int killed(Path project, int milliseconds) throws Exception {
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EndlessSaver.class.getName(),
                                project.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(told.toFile())
                        .start();
        try {
            while (last(told) == 0) {
                assertTrue(child.isAlive(), "the child saves");
                Thread.sleep(1);
            }
            Thread.sleep(milliseconds);
        } finally {
            child.destroyForcibly();
            assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        }
        return last(told);
    }

    /** The last number of which the whole line is there. */
    private static int last(Path told) throws IOException {
        String text = Files.readString(told);
        int end = text.lastIndexOf('\n');
        return end < 0
                ? 0
                : Integer.parseInt(
                        text.substring(text.lastIndexOf('\n', end - 1) + 1, end).strip());
    }

    /** Opens the project, looks that it is whole, and gives the number it stands at. */
    private static int number(Path project, String when) throws IOException {
        try (Session session = Session.open(project, Runnable::run, EndlessSaver.CLOCK)) {
            assertFalse(session.isReadOnly(), when);
            assertEquals(List.of(), session.problems(), when);
            int number = EndlessSaver.number(session);
            String cell = session.findCell("the cell").orElseThrow();
            assertEquals("number " + number, session.properties(cell).get("operator"), when);
            assertEquals(
                    number % 7 * 20_000,
                    session.properties(cell).getOrDefault("padding", "").length(),
                    when);
            for (var recording : session.project().getRecordings()) {
                var table = session.table(recording.getTableId());
                double wanted = Double.parseDouble(recording.getName().substring(7));
                assertEquals(5000, table.rows(), when);
                assertEquals(wanted, table.columns().getFirst().at(4999), when);
                assertTrue(
                        StoredTable.isIntact(session.layout().tables(), recording.getTableId()),
                        when);
                assertTrue(Files.isRegularFile(project.resolve(recording.getRawFile())), when);
            }
            if (session.hasRecovery()) {
                session.recover();
                session.discardRecovery();
            }
            return number;
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A folder that is watched until the command is interrupted. */
class WatchTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private void await(String said) throws InterruptedException {
        while (!out.toString(StandardCharsets.UTF_8).contains(said)) {
            Thread.sleep(10);
        }
    }

    @Test
    @Timeout(60)
    void aWatchedFolderImportsWhatComesAndEndsInGoodOrder()
            throws IOException, InterruptedException, ExecutionException {
        Path project = folder.resolve("p");
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Terminal.run("new", project);
        Path file = inbox.resolve("run.txt");
        Files.writeString(file, "time/s\tI/mA\tE/V\n0\t1\t3.0\n60\t1\t3.1\n120\t1\t3.2\n");
        Door door = new Door(out, err, Catalog::ofClassPath, Clock.systemUTC(), false);
        String[] words = {
            "import", project.toString(), "--watch", inbox.toString(), "--every", "0.1s"
        };
        CompletableFuture<Integer> command =
                CompletableFuture.supplyAsync(() -> Commands.run(door, words));
        await("run.txt: 1 recording, 3 rows");
        Files.writeString(file, "180\t1\t3.3\n", StandardOpenOption.APPEND);
        await("run.txt: has grown: 1 recording, 4 rows");
        assertTrue(door.stop(), "the command waits and can be asked to stop");
        assertEquals(Exit.DONE, command.get(), err.toString(StandardCharsets.UTF_8));
        try (Session session = Session.open(project, Runnable::run, Clock.systemUTC())) {
            var only = session.project().getRecordings();
            assertEquals(1, only.size());
            assertEquals(4, session.recording(only.getFirst().getId()).table().rows());
        }
        assertEquals(Exit.DONE, Terminal.run("verify", project).code());
        try (var raw = Files.walk(project.resolve("raw"))) {
            assertEquals(1, raw.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void whatDoesNotGoWithAWatchIsRefused() {
        Path project = folder.resolve("p");
        Terminal.run("new", project);
        Terminal.Outcome both =
                Terminal.run("import", project, folder, "--watch", folder.toString());
        assertEquals(Exit.WRONG_USAGE, both.code());
        assertTrue(both.err().contains("--watch"), both.err());
        Terminal.Outcome nowhere =
                Terminal.run("import", project, "--watch", folder.resolve("nowhere"));
        assertEquals(Exit.CANNOT_GO_ON, nowhere.code());
        Terminal.Outcome never =
                Terminal.run("import", project, "--watch", folder, "--every", "0 s");
        assertEquals(Exit.WRONG_USAGE, never.code());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.ionbench.engine.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** Files of one cell that was interrupted become one recording. */
class JoinImportTest {
    @TempDir Path folder;

    private Path half(String name, double voltage) throws IOException {
        StringBuilder s = new StringBuilder("time/s,Cycle,I/mA,Voltage/V,Charge capacity/mAh\n");
        for (int k = 0; k < 20; k++) {
            s.append(
                    String.format(
                            Locale.ROOT, "%d,1,2.0,%.3f,%.6f%n", 60 * k, voltage + k, k / 30.0));
        }
        Path file = folder.resolve(name);
        Files.writeString(file, s);
        return file;
    }

    @Test
    void anInterruptedChargeIsOneRecording() throws IOException {
        Path project = folder.resolve("p");
        Terminal.run("new", project);
        Path a = half("C1_a.csv", 0);
        Path b = half("C1_b.csv", 20);
        Terminal.Outcome outcome =
                Terminal.run("import", project, a, b, "--cell", "C1", "--join", "--json");
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("row 21"), outcome.err());
        JsonObject first = outcome.json().getAsJsonArray("files").get(0).getAsJsonObject();
        JsonObject second = outcome.json().getAsJsonArray("files").get(1).getAsJsonObject();
        assertEquals(first.get("recordings"), second.get("recordings"));
        assertEquals(1, first.getAsJsonArray("recordings").size());
        try (Session session = Session.open(project, Runnable::run, Clock.systemUTC())) {
            assertEquals(1, session.project().getRecordings().size());
            var recording = session.recording(session.project().getRecordings().getFirst().getId());
            assertEquals(40, recording.table().rows());
            assertEquals(
                    2,
                    recording.metadata().keySet().stream()
                            .filter(k -> k.startsWith("joined part"))
                            .count());
        }
        assertEquals(Exit.DONE, Terminal.run("verify", project).code());
        Terminal.Outcome again = Terminal.run("import", project, a, b, "--join");
        assertTrue(again.out().contains("was there already"), again.out());
        assertTrue(again.err().contains("nothing to join"), again.err());
        Files.writeString(
                Files.walk(project.resolve("raw"))
                        .filter(f -> f.endsWith("C1_b.csv"))
                        .findFirst()
                        .orElseThrow(),
                "changed");
        assertEquals(Exit.SOME_FAILED, Terminal.run("verify", project).code());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log of an oven beside the files of an instrument. */
class OvenImportTest {
    @TempDir Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    private Path run(String name, String start) throws IOException {
        return write(
                name,
                "Date: " + start + "\ntime/s\tI/mA\tE/V\n0\t1\t3.0\n60\t1\t3.1\n120\t1\t3.2\n");
    }

    @Test
    void recordingsGetTheOvensTemperatureOfTheirTime() throws IOException {
        Path project = folder.resolve("p");
        Terminal.run("new", project);
        Path within = run("a.txt", "2026-01-02 03:00:00");
        Path outside = run("b.txt", "2026-01-02 05:00:00");
        StringBuilder log = new StringBuilder("Timestamp;Temperature [\u00b0C]\n");
        for (int k = 0; k <= 60; k++) {
            log.append("02.01.2026 0").append(2 + k / 30).append(':');
            log.append(String.format(java.util.Locale.ROOT, "%02d", 2 * (k % 30)));
            log.append(":00;").append(k < 31 ? "60,0" : "60,4").append('\n');
        }
        Path oven = write("oven.csv", log.toString());
        Terminal.run("import", project, within, outside, "--cell", "C1");
        Terminal.Outcome outcome =
                Terminal.run("import", project, "--oven", oven, "--clock-offset", "2min");
        assertEquals(Exit.SOME_FAILED, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("b begins after the log"), outcome.err());
        assertTrue(outcome.err().contains("1 recording has"), outcome.err());
        JsonObject first =
                Terminal.run("import", project, within, "--json")
                        .json()
                        .getAsJsonArray("files")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("recordings")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("properties");
        // 60.4 from 03:02 on by the oven's clock, which is 03:00 by the instrument's.
        assertEquals("60.4 degC", first.get("oven temperature").getAsString());
        Terminal.Outcome wrong =
                Terminal.run("import", project, "--oven", oven, "--clock-offset", "2 mm");
        assertEquals(Exit.WRONG_USAGE, wrong.code());
    }
}

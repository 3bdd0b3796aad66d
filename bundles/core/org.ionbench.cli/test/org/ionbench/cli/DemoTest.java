// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.ionbench.demo.Twin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example project gives back the truth it was generated from. */
class DemoTest {
    @TempDir Path folder;

    @Test
    void theNumbersOfThePaperComeOut() throws IOException {
        Path project = folder.resolve("demo");
        Terminal.Outcome outcome = Terminal.run("demo", project, "--json");
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        JsonObject document = outcome.json();
        JsonObject composite =
                value(document, Twin.COMPOSITE, "activation energy", "form", "sigma T");
        assertEquals(0.424, composite.get("value").getAsDouble(), 0.003);
        assertEquals(0.42, composite.get("published").getAsDouble());
        JsonObject pristine =
                value(document, Twin.PRISTINE, "activation energy", "form", "sigma T");
        assertEquals(0.520, pristine.get("value").getAsDouble(), 0.003);
        assertEquals(2.94e-4, conductivity(document, Twin.COMPOSITE, "303.15"), 0.01 * 2.94e-4);
        double at60 = conductivity(document, Twin.COMPOSITE, "333.15");
        assertEquals(1.154e-3, at60, 0.01 * 1.154e-3);
        assertTrue(conductivity(document, Twin.BALL_MILLED, "333.15") * 10 < at60);

        String report = Files.readString(project.resolve("report/index.html"));
        assertTrue(report.contains("ynthetic"), "the report says that it is synthetic");

        Terminal.Outcome again = Terminal.run("demo", project);
        assertEquals(Exit.DONE, again.code(), again.err());
        assertTrue(
                again.out()
                        .lines()
                        .anyMatch(l -> l.startsWith(Twin.COMPOSITE) && l.contains("0.42 eV")),
                again.out());
        int runs = document.getAsJsonArray("runs").size();
        assertEquals(
                runs,
                Terminal.run("run", project, "--json").json().getAsJsonArray("runs").size(),
                "made again it is the same");
    }

    @Test
    void aProjectOfTheUsersIsLeftAlone() {
        Path own = folder.resolve("own");
        Terminal.run("new", own);
        Terminal.run("set", own, "mine", "mass=1 mg");
        assertEquals(Exit.CANNOT_GO_ON, Terminal.run("demo", own).code());
    }

    private static double conductivity(JsonObject document, String sample, String kelvin) {
        return value(document, sample, "conductivity", "temperature", kelvin)
                .get("value")
                .getAsDouble();
    }

    private static JsonObject value(
            JsonObject document, String sample, String name, String key, String text) {
        for (JsonElement run : document.getAsJsonArray("runs")) {
            if (!run.getAsJsonObject().get("sample").getAsString().equals(sample)) {
                continue;
            }
            for (JsonElement q : run.getAsJsonObject().getAsJsonArray("quantities")) {
                JsonObject conditions = q.getAsJsonObject().getAsJsonObject("conditions");
                if (q.getAsJsonObject().get("name").getAsString().equals(name)
                        && conditions.has(key)
                        && conditions.get(key).getAsString().equals(text)) {
                    return q.getAsJsonObject();
                }
            }
        }
        throw new AssertionError("no " + name + " of " + sample);
    }
}

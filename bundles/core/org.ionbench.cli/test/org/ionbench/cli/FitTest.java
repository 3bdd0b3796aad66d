// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.ionbench.demo.Twin;
import org.ionbench.demo.TwinCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code fit}: the numbers of its JSON hang together as documented; what it refuses. */
class FitTest {
    private static final String CIRCUIT = "p(R1,CPE1)-CPE2";

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        TwinCell pristine = Twin.conduction().cells().getFirst();
        file = pristine.files().getFirst().write(folder);
    }

    private static JsonObject parameter(JsonObject fit, String name) {
        for (JsonElement e : fit.getAsJsonArray("parameters")) {
            if (e.getAsJsonObject().get("name").getAsString().equals(name)) {
                return e.getAsJsonObject();
            }
        }
        throw new AssertionError("no parameter " + name + " in " + fit);
    }

    @Test
    void criteriaFollowFromChiSquare() throws IOException {
        JsonObject fit = Terminal.run("fit", file, "--circuit", CIRCUIT, "--json").json();
        assertEquals(CIRCUIT, fit.get("circuit").getAsString());
        assertEquals("modulus", fit.get("weight").getAsString());
        assertEquals(61, fit.get("points").getAsInt());
        assertTrue(fit.get("success").getAsBoolean());
        double n = 2 * 61;
        double p = 5;
        double chi = fit.get("chiSquare").getAsDouble();
        assertEquals(chi / (n - p), fit.get("reducedChiSquare").getAsDouble(), 1e-12 * chi);
        assertEquals(n * Math.log(chi / n) + 2 * p, fit.get("aic").getAsDouble(), 1e-9);
        assertEquals(n * Math.log(chi / n) + p * Math.log(n), fit.get("bic").getAsDouble(), 1e-9);
        JsonObject r = parameter(fit, "R1.R");
        assertEquals("ohm", r.get("unit").getAsString());
        assertTrue(r.get("vary").getAsBoolean());
        assertTrue(r.get("max").isJsonNull(), "infinity is null");
        double value = r.get("value").getAsDouble();
        double low = r.getAsJsonArray("ci95").get(0).getAsDouble();
        double high = r.getAsJsonArray("ci95").get(1).getAsDouble();
        // Two-sided 95 % quantile of Student's t with 117 degrees of freedom, from tables.
        double half = 1.980448 * r.get("stderr").getAsDouble();
        assertEquals(value - half, low, 1e-5 * half);
        assertEquals(value + half, high, 1e-5 * half);
        assertEquals(10, fit.getAsJsonArray("correlations").size(), "pairs of five parameters");
    }

    @Test
    void whatIsFixedStaysAndIsSaidToBeFixed() throws IOException {
        JsonObject fit =
                Terminal.run(
                                "fit",
                                "--json",
                                "--circuit=R(RQ)Q",
                                "--guess",
                                "R0=1,CPE1.n=0.95",
                                "--fix",
                                "CPE1.n",
                                "--weight",
                                "unit",
                                "--range",
                                "10:1e5",
                                file)
                        .json();
        assertEquals("unit", fit.get("weight").getAsString());
        assertTrue(fit.get("points").getAsInt() < 61);
        assertTrue(fit.getAsJsonArray("range").get(0).getAsDouble() >= 10);
        assertTrue(fit.getAsJsonArray("range").get(1).getAsDouble() <= 1e5);
        boolean fixed = false;
        for (JsonElement e : fit.getAsJsonArray("parameters")) {
            JsonObject p = e.getAsJsonObject();
            if (!p.get("vary").getAsBoolean()) {
                fixed = true;
                assertEquals(0.95, p.get("value").getAsDouble());
                assertTrue(p.get("stderr").isJsonNull() && p.get("ci95").isJsonNull());
            }
        }
        assertTrue(fixed);
    }

    @Test
    void wrongUseAndFilesWithoutSpectrumAreToldApart() throws IOException {
        assertEquals(Exit.WRONG_USAGE, Terminal.run("fit", file).code());
        for (List<String> options :
                List.of(
                        List.of("--circuit", CIRCUIT, "--weight", "heavy"),
                        List.of("--circuit", CIRCUIT, "--range", "5"),
                        List.of("--circuit", CIRCUIT, "--range", "1e6:1"),
                        List.of("--circuit", CIRCUIT, "--recording", "2"),
                        List.of("--circuit", CIRCUIT, "--recording", "first"),
                        List.of("--circuit", CIRCUIT, "--guess", "R1"),
                        List.of("--circuit", CIRCUIT, "--guess", "R1=much"),
                        List.of("--circuit", CIRCUIT, "--guess", "CPE1=0.9"),
                        List.of("--circuit", CIRCUIT, "--fix", "R7"),
                        List.of("--circuit", CIRCUIT, "--fix", "CPE1.n=one"),
                        List.of("--circuit", CIRCUIT, "--free", "R1=3"),
                        List.of("--circuit", "R1-T1"),
                        List.of("--circuit", "R1-X1"),
                        List.of("--circuit", "p(R1,CPE1"),
                        List.of("--circuit", ""))) {
            List<Object> words = new ArrayList<>(List.of("fit", file, "--json"));
            words.addAll(options);
            Terminal.Outcome wrong = Terminal.run(words.toArray());
            assertEquals(Exit.WRONG_USAGE, wrong.code(), options + ": " + wrong.err());
            assertEquals(2, wrong.err().lines().count(), wrong.err());
            assertEquals("", wrong.out());
        }
        assertEquals(
                Exit.CANNOT_GO_ON,
                Terminal.run("fit", file, "--circuit", CIRCUIT, "--range", "1e12:1e13").code());
        Path csv = Files.writeString(folder.resolve("a.csv"), "t,x\n1,2\n2,3\n3,4\n");
        Terminal.Outcome none = Terminal.run("fit", csv, "--circuit", CIRCUIT);
        assertEquals(Exit.CANNOT_GO_ON, none.code());
        assertEquals(1, none.err().lines().count(), none.err());
        assertEquals("", none.out());
    }

    @Test
    void peopleGetATableWithUncertainties() {
        Terminal.Outcome outcome = Terminal.run("fit", file, "--circuit", CIRCUIT);
        assertEquals(Exit.DONE, outcome.code());
        assertTrue(
                outcome.out().lines().anyMatch(l -> l.matches(" *R1\\.R +.*\\+- .*ohm.*")),
                outcome.out());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.ionbench.demo.Labels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The example project gives back the truth it was generated from. */
class DemoTest {
    @TempDir static Path once;
    private static Results all;

    @TempDir Path folder;

    @BeforeAll
    static void make() throws IOException {
        all = Results.of(once.resolve("demo"));
    }

    @Test
    void theNumbersOfThePaperComeOut() throws IOException {
        Path project = folder.resolve("demo");
        Terminal.Outcome outcome = Terminal.run("demo", project, "--json");
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        JsonObject document = outcome.json();
        JsonObject composite =
                value(document, Labels.COMPOSITE, "activation energy", "form", "sigma T");
        assertEquals(0.424, composite.get("value").getAsDouble(), 0.003);
        assertEquals(0.42, composite.get("published").getAsDouble());
        JsonObject pristine =
                value(document, Labels.PRISTINE, "activation energy", "form", "sigma T");
        assertEquals(0.520, pristine.get("value").getAsDouble(), 0.003);
        assertEquals(2.94e-4, conductivity(document, Labels.COMPOSITE, "303.15"), 0.01 * 2.94e-4);
        double at60 = conductivity(document, Labels.COMPOSITE, "333.15");
        assertEquals(1.154e-3, at60, 0.01 * 1.154e-3);
        assertTrue(conductivity(document, Labels.BALL_MILLED, "333.15") * 10 < at60);

        String report = Files.readString(project.resolve("report/index.html"));
        assertTrue(report.contains("ynthetic"), "the report says that it is synthetic");

        Terminal.Outcome again = Terminal.run("demo", project);
        assertEquals(Exit.DONE, again.code(), again.err());
        assertTrue(
                again.out()
                        .lines()
                        .anyMatch(l -> l.startsWith(Labels.COMPOSITE) && l.contains("0.42 eV")),
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

    /** Table 1 of the paper, for samples of which nothing but the composition is known. */
    @Test
    void composition() {
        double[][] table = {{25, 0.6251, 2.0705}, {50, 0.8334, 0.6902}, {75, 0.93753, 0.2301}};
        double[][] printed = {{0.625, 2.07}, {0.833, 0.69}, {0.938, 0.23}};
        for (int i = 0; i < table.length; i++) {
            String sample = "Li2B12H12 + " + (int) table[i][0] + " vol% ZrO2";
            JsonObject mass = all.of(sample, "mass fraction", "material", "ZrO2");
            assertEquals(table[i][1], mass.get("value").getAsDouble(), 5e-5);
            assertEquals(printed[i][0], mass.get("published").getAsDouble());
            assertEquals("1", mass.get("unit").getAsString());
            JsonObject filling = all.of(sample, "pore filling", "material", "ZrO2");
            assertEquals(table[i][2], filling.get("value").getAsDouble(), 5e-5);
            assertEquals(printed[i][1], filling.get("published").getAsDouble());
        }
    }

    /** 0.5 V across blocking electrodes: no electrons within the noise and the offset. */
    @Test
    void ionicTransference() {
        JsonObject ionic = all.of("t-ion", "ionic transference number");
        assertEquals(1, ionic.get("value").getAsDouble(), 3e-6);
        assertTrue(ionic.get("value").getAsDouble() <= 1);
        assertTrue(ionic.getAsJsonArray("ci95").get(1).getAsDouble() <= 1);
        JsonObject bound = all.of("t-ion", "electronic transference number upper bound");
        double t = bound.get("value").getAsDouble();
        assertTrue(t > 0 && t <= 3e-6, bound.toString());
        assertEquals("1", bound.get("unit").getAsString());
        // 2 nA of specified offset at 0.5 V over 0.5 V / R alone
        assertTrue(t > 2e-9 / (0.5 / 173.2), bound.toString());
    }

    /** 10 mV across a lithium cell, with spectra before and after. */
    @Test
    void cationTransference() {
        String name = "cation transference number";
        JsonObject simple = all.of("t-lithium", name, "method", "simple");
        assertEquals(0.910, simple.get("value").getAsDouble(), 0.005);
        assertEquals(0.9, simple.get("published").getAsDouble());
        JsonObject full = all.of("t-lithium", name, "method", "full");
        assertEquals(0.930, full.get("value").getAsDouble(), 0.01);
        assertEquals("1", full.get("unit").getAsString());
    }

    /**
     * The one contradiction of the example is the paper's: a cell's capacity given as an area's.
     */
    @Test
    void consistency() throws IOException {
        JsonObject check = null;
        for (JsonElement run :
                Terminal.run("run", once.resolve("demo"), "--json").json().getAsJsonArray("runs")) {
            if (run.getAsJsonObject()
                    .get("analysis")
                    .getAsString()
                    .equals("org.ionbench.analysis.consistency")) {
                check = run.getAsJsonObject();
            }
        }
        List<JsonObject> warnings = new ArrayList<>();
        for (JsonElement p : check.getAsJsonArray("problems")) {
            if (!p.getAsJsonObject().get("severity").getAsString().equals("info")) {
                warnings.add(p.getAsJsonObject());
            }
        }
        assertEquals(1, warnings.size(), warnings + "");
        assertEquals("consistency.areal.capacity", warnings.getFirst().get("code").getAsString());
        JsonObject change = warnings.getFirst().getAsJsonArray("changes").get(0).getAsJsonObject();
        assertEquals("areal capacity", change.get("key").getAsString());
        assertEquals("0.433 mAh/cm2", change.get("text").getAsString());
    }

    /** The anodic scan; how an onset is read makes it another, and all are shown. */
    @Test
    void onset() {
        JsonObject regression = all.of("anodic", "onset potential", "method", "regression");
        assertEquals(3.80, regression.get("value").getAsDouble(), 0.02);
        assertEquals("V", regression.get("unit").getAsString());
        assertEquals(3.8, regression.get("published").getAsDouble());
        JsonObject conditions = regression.getAsJsonObject("conditions");
        assertEquals("Li+/Li", conditions.get("reference").getAsString());
        assertEquals("oxidation", conditions.get("branch").getAsString());
        JsonObject threshold = all.of("anodic", "onset potential", "method", "threshold");
        // 5 uA/cm2 on 6 mm, of a line of 12 uA/V from 3.80 V above 0.02 uA
        double current = 5e-6 * Math.PI * 0.09;
        assertEquals(
                3.80 + (current - 0.02e-6) / 12e-6, threshold.get("value").getAsDouble(), 0.005);
        JsonObject plating = all.of("cathodic", "onset potential", "method", "regression");
        assertEquals(0, plating.get("value").getAsDouble(), 0.05);
        assertEquals("V", all.of("anodic", "stability window").get("unit").getAsString());
    }

    /** The spectra beside the scans, and what plating gives back; truth of our own invention. */
    @Test
    void interfacesAndPlating() {
        JsonObject change = all.of("anodic", "resistance change", "arc", "p(R1,CPE1)");
        assertEquals(12, change.get("value").getAsDouble(), 1);
        JsonObject stripped = all.of("cathodic", "coulombic efficiency", "cycle", "1");
        assertEquals(0.93, stripped.get("value").getAsDouble(), 0.002);
        for (JsonObject r : all.all("anodic", "resistance")) {
            assertEquals(184, r.get("value").getAsDouble(), 1);
        }
    }

    /** 150 cycles of the TiS2 cell and 25 more. */
    @Test
    void cyclingOfTitaniumDisulphide() {
        String cell = "TiS2-60C";
        JsonObject first = all.of(cell, "discharge capacity", "cycle", "1");
        assertEquals(205.0, first.get("value").getAsDouble(), 0.1);
        assertEquals("mAh/g", first.get("unit").getAsString());
        assertEquals(205, first.get("published").getAsDouble());
        JsonObject kept = all.of(cell, "capacity retention", "cycle", "151");
        assertEquals(0.605, kept.get("value").getAsDouble(), 0.0005);
        JsonObject fade = all.of(cell, "capacity fade per cycle", "rate", "C/10");
        assertEquals(0.00263, fade.get("value").getAsDouble(), 0.000005);
        String name = "mean coulombic efficiency";
        JsonObject same = all.of(cell, name, "convention", "charge/discharge same cycle");
        assertEquals(0.9970, same.get("value").getAsDouble(), 0.00005);
        assertEquals(0.997, same.get("published").getAsDouble());
        assertEquals(
                "4, 74, 94, 114", same.getAsJsonObject("conditions").get("excluded").getAsString());
        assertEquals("1-150", same.getAsJsonObject("conditions").get("cycles").getAsString());
        // 146 cycles of 150, whose efficiencies lie within 0.9962 and 0.9977 or so
        double error = same.get("stderr").getAsDouble();
        assertTrue(error > 0 && error < 0.0015 / Math.sqrt(146), same.toString());
        JsonObject energy = all.of(cell, "energy efficiency");
        assertEquals(
                "discharge/charge same cycle",
                energy.getAsJsonObject("conditions").get("convention").getAsString());
        for (JsonObject q : List.of(first, kept, fade, same, energy)) {
            assertEquals(
                    "333.15",
                    q.getAsJsonObject("conditions").get("temperature").getAsString(),
                    q.toString());
        }
        JsonObject next = all.of(cell, name, "convention", "discharge next/charge");
        assertEquals(0.9996, next.get("value").getAsDouble(), 0.00005);
        for (int cycle : new int[] {74, 94, 114}) {
            double e =
                    all.of(cell, "coulombic efficiency", "cycle", String.valueOf(cycle))
                            .get("value")
                            .getAsDouble();
            assertTrue(Math.abs(e - 0.997) > 0.007, cycle + ": " + e);
        }
    }

    /** Less capacity in the cold; the LFP cell's area, mass and fraction make 0.433 mAh/cm2. */
    @Test
    void otherCells() {
        double last = Double.POSITIVE_INFINITY;
        for (String cell : List.of("TiS2-60C", "TiS2-50C", "TiS2-40C")) {
            double q = all.of(cell, "discharge capacity", "cycle", "1").get("value").getAsDouble();
            assertTrue(q < last - 10, cell + ": " + q);
            last = q;
        }
        JsonObject areal = all.of("LFP-60C", "areal capacity", "basis", "theoretical capacity");
        assertEquals(0.433, areal.get("value").getAsDouble(), 0.0005);
        assertEquals("mAh/cm2", areal.get("unit").getAsString());
        assertEquals(0.122, areal.get("published").getAsDouble());
    }

    /** More milling helps until 50 h, then no more. */
    @Test
    void milling() {
        int[] hours = {20, 24, 36, 72, 90};
        double[] truth = {0.25e-3, 0.40e-3, 0.75e-3, 1.14e-3, 1.13e-3};
        for (int i = 0; i < hours.length; i++) {
            String sample = Labels.COMPOSITE + ", milled " + hours[i] + " h";
            JsonObject sigma = all.of(sample, "conductivity", "temperature", "333.15");
            assertEquals(truth[i], sigma.get("value").getAsDouble(), 0.01 * truth[i]);
            assertEquals("S/cm", sigma.get("unit").getAsString());
        }
    }

    /** Each figure of the paper stands in the report and as a file. */
    @Test
    void figures() throws IOException {
        String report = Files.readString(once.resolve("demo/report/index.html"));
        List<String> names;
        try (var files = Files.list(once.resolve("demo/report/figures"))) {
            names = files.map(f -> f.getFileName().toString()).toList();
        }
        assertTrue(report.contains("<h3>Table 1. Composition"));
        for (String figure : List.of("3", "6", "7", "S5", "S9", "S10", "S11", "S13")) {
            assertTrue(report.contains("<h3>Figure " + figure + ". "), figure);
            assertTrue(
                    names.stream()
                            .anyMatch(
                                    n -> n.startsWith("figure-" + figure.toLowerCase(Locale.ROOT))),
                    figure);
        }
    }

    /** Whatever leaves the project says that nothing was measured. */
    @Test
    void syntheticIsSaidEverywhere() throws IOException {
        Path project = once.resolve("demo");
        Path report = folder.resolve("report");
        Terminal.Outcome outcome = Terminal.run("run", project, "--report", report);
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        List<Path> written = new ArrayList<>();
        for (String below : List.of("files", "report/figures")) {
            try (Stream<Path> files = Files.list(project.resolve(below))) {
                written.addAll(files.toList());
            }
        }
        for (Path folder : List.of(project.resolve("report"), report)) {
            written.add(folder.resolve("index.html"));
            written.add(folder.resolve("quantities.csv"));
            written.add(folder.resolve("parameters.csv"));
        }
        for (Path file : written) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertTrue(text.contains("Synthetic data"), file.toString());
        }
    }

    private static double conductivity(JsonObject document, String sample, String kelvin) {
        return value(document, sample, "conductivity", "temperature", kelvin)
                .get("value")
                .getAsDouble();
    }

    private static JsonObject value(
            JsonObject document, String sample, String name, String key, String text) {
        return new Results(document).of(sample, name, key, text);
    }

    /** What one run of the command gave, as anybody would read it. */
    private record Results(JsonObject document) {

        static Results of(Path project) throws IOException {
            Terminal.Outcome outcome = Terminal.run("demo", project, "--json");
            assertEquals(Exit.DONE, outcome.code(), outcome.err());
            return new Results(outcome.json());
        }

        /** The first quantity of a sample, or of a cell. */
        JsonObject of(String sampleOrCell, String name) {
            return all(sampleOrCell, name).getFirst();
        }

        /** The first quantity of a sample, or of a cell, with a condition. */
        JsonObject of(String sampleOrCell, String name, String key, String text) {
            return all(sampleOrCell, name).stream()
                    .filter(q -> q.getAsJsonObject("conditions").has(key))
                    .filter(
                            q ->
                                    q.getAsJsonObject("conditions")
                                            .get(key)
                                            .getAsString()
                                            .equals(text))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " of " + sampleOrCell));
        }

        /** All quantities of a name. */
        List<JsonObject> all(String sampleOrCell, String name) {
            List<JsonObject> found = new ArrayList<>();
            for (JsonElement element : document.getAsJsonArray("runs")) {
                JsonObject run = element.getAsJsonObject();
                if (run.get("sample").getAsString().equals(sampleOrCell)
                        || run.get("cell").getAsString().equals(sampleOrCell)) {
                    for (JsonElement q : run.getAsJsonArray("quantities")) {
                        if (q.getAsJsonObject().get("name").getAsString().equals(name)) {
                            found.add(q.getAsJsonObject());
                        }
                    }
                }
            }
            assertTrue(!found.isEmpty(), "no " + name + " of " + sampleOrCell);
            return found;
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.ionbench.demo.Twin;
import org.ionbench.demo.TwinCell;
import org.ionbench.formats.Dialect;
import org.ionbench.spreadsheets.SpreadsheetWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project from its first file to an activation energy, as scripts drive it. */
class ProjectTest {
    private static final String ARRHENIUS = "org.ionbench.analysis.eis.arrhenius";

    @TempDir Path folder;
    private Path project;
    private List<Path> spectra;
    private Path shorted;

    @BeforeEach
    void write() throws IOException {
        project = folder.resolve("P");
        TwinCell composite = Twin.conduction().cells().get(2);
        spectra = new ArrayList<>();
        for (var file : composite.files()) {
            spectra.add(file.write(folder));
        }
        shorted = composite.shortCircuit().orElseThrow().write(folder);
        assertEquals(Exit.DONE, Terminal.run("new", project).code());
    }

    private Terminal.Outcome importSpectra(Object... more) {
        List<Object> words = new ArrayList<>(List.of("import", project));
        words.addAll(spectra);
        words.addAll(List.of(more));
        return Terminal.run(words.toArray());
    }

    private static JsonObject quantity(JsonObject document, String name, String key, String value) {
        for (JsonElement run : document.getAsJsonArray("runs")) {
            for (JsonElement q : run.getAsJsonObject().getAsJsonArray("quantities")) {
                JsonObject conditions = q.getAsJsonObject().getAsJsonObject("conditions");
                if (q.getAsJsonObject().get("name").getAsString().equals(name)
                        && conditions.has(key)
                        && conditions.get(key).getAsString().equals(value)) {
                    return q.getAsJsonObject();
                }
            }
        }
        throw new AssertionError("no " + name + " in " + document);
    }

    /** What would mend a contradiction is printed as it is typed, and does mend it. */
    @Test
    void aContradictionIsMended() {
        Terminal.run(
                "set",
                project,
                "LFP cell",
                "mass=1.2 mg",
                "active fraction=0.6",
                "diameter=6 mm",
                "reference capacity=170 mAh/g",
                "areal capacity=0.122 mAh/cm2");
        Terminal.Outcome found = Terminal.run("analyse", "analysis.consistency", project);
        assertEquals(Exit.DONE, found.code(), found.err());
        String mend =
                found.out()
                        .lines()
                        .map(String::strip)
                        .filter(l -> l.startsWith("ionbench set "))
                        .findFirst()
                        .orElseThrow();
        assertTrue(mend.endsWith(" \"LFP cell\" \"areal capacity=0.433 mAh/cm2\""), mend);
        Terminal.run("set", project, "LFP cell", "areal capacity=0.433 mAh/cm2");
        String after = Terminal.run("run", project).out();
        assertTrue(after.contains("Consistency check"), after);
        assertFalse(after.contains("ionbench set "), after);
        assertFalse(Terminal.run("verify", project).err().contains("lost"), "it reads all");
    }

    /** A recording is set by its name, where that is the only one, as by its id. */
    @Test
    void aRecordingHasATemperature() throws IOException {
        Path step = folder.resolve("step.csv");
        StringBuilder rows = new StringBuilder("Test Time / s,Potential / V,Current / A\n");
        for (int t = 1; t <= 200; t++) {
            rows.append(t).append(",0.5,").append(1e-6 / t).append('\n');
        }
        Files.writeString(step, rows);
        Terminal.run("import", project, step, "--cell", "pellet");
        assertEquals(
                Exit.DONE,
                Terminal.run("set", project, "step", "sample temperature=30 degC").code());
        assertTrue(Terminal.run("set", project, "step").out().contains("sample temperature=30"));
        assertEquals(
                1,
                Terminal.run("cells", project).out().lines().skip(1).count(),
                "no cell of that name was made");
    }

    @Test
    void fromFilesToAnActivationEnergy() throws IOException {
        assertEquals(
                Exit.DONE,
                importSpectra("--temperatures", "30:100:10", "--short", shorted, "--cell", "pellet")
                        .code());
        assertEquals(
                Exit.DONE,
                Terminal.run("set", project, "pellet", "thickness=0.32 mm", "diameter=10 mm")
                        .code());
        Terminal.Outcome outcome =
                Terminal.run(
                        "analyse",
                        ARRHENIUS,
                        project,
                        "--set",
                        "circuit=p(R1,CPE1)-CPE2",
                        "--json");
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        JsonObject document = outcome.json();
        assertEquals(project.toString(), document.get("project").getAsString());
        JsonObject first = document.getAsJsonArray("runs").get(0).getAsJsonObject();
        assertEquals(ARRHENIUS, first.get("analysis").getAsString());
        assertEquals("pellet", first.get("cell").getAsString());
        assertEquals("current", first.get("state").getAsString());
        assertEquals(8, first.getAsJsonArray("inputs").size());
        JsonObject energy = quantity(document, "activation energy", "form", "sigma T");
        assertEquals("eV", energy.get("unit").getAsString());
        assertEquals(0.424, energy.get("value").getAsDouble(), 0.003);
        JsonObject at60 = quantity(document, "conductivity", "temperature", "333.15");
        assertEquals("S/cm", at60.get("unit").getAsString());
        assertTrue(
                at60.getAsJsonObject("conditions")
                        .get("temperature")
                        .getAsJsonPrimitive()
                        .isNumber());
        assertEquals(1.154e-3, at60.get("value").getAsDouble(), 0.01 * 1.154e-3);
        assertFalse(at60.has("published"), "published values stand in the demo only");

        JsonObject again = Terminal.run("analyse", project, "eis.arrhenius", "--json").json();
        assertEquals(
                energy.get("value"),
                quantity(again, "activation energy", "form", "sigma T").get("value"));
        assertEquals(Exit.DONE, Terminal.run("verify", project).code());
    }

    @Test
    void aCellNamedAfterItsFilesTakesTheNameItIsCalledBy() {
        Terminal.Outcome imported = importSpectra("--temperatures=30:100:10");
        assertTrue(imported.err().contains("composite_EIS"), imported.err());
        Terminal.Outcome set =
                Terminal.run("set", project, "pellet 1", "thickness=0.32mm", "diameter=10mm");
        assertEquals(Exit.DONE, set.code(), set.err());
        assertTrue(set.err().contains("composite_EIS"), set.err());
        String sheet = Terminal.run("cells", project).out();
        assertEquals(2, sheet.lines().count(), sheet);
        assertTrue(sheet.contains("pellet 1,,0.32mm,10mm"), sheet);
        Terminal.run("set", project, "mass=50 mg");
        assertTrue(Terminal.run("cells", project).out().contains("50 mg"));
        Terminal.run("set", project, "pellet 2", "mass=40 mg");
        Terminal.Outcome unclear = Terminal.run("set", project, "mass=50 mg");
        assertEquals(Exit.WRONG_USAGE, unclear.code());
        assertTrue(unclear.err().contains("pellet 1, pellet 2"), unclear.err());
    }

    @Test
    void whatIsRefusedMakesNoCell() {
        Terminal.Outcome refused = Terminal.run("set", project, "pellet 1", "mass=heavy");
        assertEquals(Exit.WRONG_USAGE, refused.code());
        assertTrue(refused.err().startsWith("mass takes a value"), refused.err());
        assertEquals(1, Terminal.run("cells", project).out().lines().count(), "the header");
    }

    @Test
    void settingsThatNoAnalysisTakesAreWrongUsage() throws IOException {
        importSpectra("--temperatures=30:100:10");
        for (String setting : List.of("weight=heavy", "circus=R0", "range=5", "circuit")) {
            Terminal.Outcome outcome =
                    Terminal.run("analyse", "eis.fit", project, "--json", "--set", setting);
            assertEquals(Exit.WRONG_USAGE, outcome.code(), outcome.err());
            assertEquals("", outcome.out());
        }
        assertEquals(
                0, Terminal.run("run", project, "--json").json().getAsJsonArray("runs").size());
    }

    @Test
    void aFileWhereAFolderIsMeantIsToldSo() throws IOException {
        Path file = Files.writeString(folder.resolve("a file.txt"), "1,2\n2,3\n3,4\n");
        for (Terminal.Outcome outcome :
                List.of(
                        Terminal.run("new", file),
                        Terminal.run("run", project, "--report", file),
                        Terminal.run("convert", file, "--to", "csv", "-o", file),
                        Terminal.run("demo", file),
                        Terminal.run("verify", file))) {
            assertEquals(Exit.CANNOT_GO_ON, outcome.code(), outcome.err());
            assertTrue(outcome.err().startsWith(file + " is a file"), outcome.err());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
        }
        Terminal.Outcome importer =
                Terminal.run("import", project, file, "--importer", "org.example.none");
        assertEquals(Exit.WRONG_USAGE, importer.code(), importer.err());
        Terminal.Outcome nowhere = Terminal.run("run", folder.resolve("not here"));
        assertTrue(nowhere.err().contains("ionbench new \""), "a name with a blank is quoted");
    }

    @Test
    void aCellMadeBeforeItsFilesGetsThem() {
        Terminal.run("set", project, "C1", "thickness=0.32 mm");
        Terminal.Outcome imported = importSpectra("--temperatures", "30:100:10");
        assertTrue(imported.err().contains("only cell, C1"), imported.err());
    }

    @Test
    void nothingIsImportedWhereTemperaturesDoNotComeOutEven() throws IOException {
        Terminal.Outcome outcome = importSpectra("--temperatures", "30:90:10");
        assertEquals(Exit.CANNOT_GO_ON, outcome.code());
        assertTrue(outcome.err().contains("7 temperatures for 8 spectra"), outcome.err());
        assertEquals(1, Terminal.run("cells", project).out().lines().count());
        assertEquals(
                0, Terminal.run("run", project, "--json").json().getAsJsonArray("runs").size());
    }

    @Test
    void oneUnreadableFileShiftsNoTemperature() throws IOException {
        Files.writeString(spectra.get(2), "no spectrum at all");
        Terminal.Outcome outcome = importSpectra("--temperatures", "30:100:10");
        assertEquals(Exit.SOME_FAILED, outcome.code(), outcome.err());
        String sheet = Terminal.run("cells", project).out();
        assertTrue(sheet.contains("\"30,40,60,70,80,90,100 degC\""), sheet);
    }

    @Test
    void filesComeInOnceAndNewConditionsReachThem() throws IOException {
        importSpectra();
        Terminal.Outcome again = importSpectra("--temperatures", "30:100:10", "--json");
        assertEquals(Exit.DONE, again.code(), again.err());
        JsonObject first = again.json().getAsJsonArray("files").get(0).getAsJsonObject();
        assertTrue(first.get("duplicate").getAsBoolean());
        String sheet = Terminal.run("cells", project).out();
        assertTrue(sheet.contains("\"30,40,50,60,70,80,90,100 degC\""), sheet);
        try (var raw = Files.list(project.resolve("raw"))) {
            assertEquals(8, raw.count());
        }
    }

    @Test
    void namesTellCellAndTemperature() {
        Terminal.Outcome outcome =
                importSpectra("--pattern", "{sample}_{technique}_{temperature}C");
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        String sheet = Terminal.run("cells", project).out();
        assertTrue(sheet.contains("composite,composite,"), sheet);
        assertTrue(sheet.contains("\"30,40,50,60,70,80,90,100 degC\""), sheet);
    }

    @Test
    void whatTheCellSheetPrintsItReads() throws IOException {
        importSpectra("--temperatures", "30:100:10", "--short", shorted, "--cell", "a");
        Terminal.run(
                "set",
                project,
                "a",
                "thickness=0.32 +- 0.01 mm",
                "sample=LBH, \"milled\"",
                "sample density=1.18 g/cm3",
                "convention coulombic efficiency=discharge/charge same cycle",
                "pressure=375 MPa",
                "note=one; two");
        Terminal.run("set", project, "b", "mass=12 mg");
        String printed = Terminal.run("cells", project).out();
        Path sheet = Files.writeString(folder.resolve("cells.csv"), printed);
        Path other = folder.resolve("Q");
        Terminal.run("new", other);
        Terminal.Outcome read = Terminal.run("cells", project, sheet);
        assertEquals(Exit.DONE, read.code(), read.err());
        assertEquals(printed, Terminal.run("cells", project).out());

        Path german =
                Files.writeString(
                        folder.resolve("zellen.csv"),
                        "\ufeffCell;Thickness;Active_Fraction\r\nx;0,42 mm;40 %\r\n");
        assertEquals(Exit.DONE, Terminal.run("cells", other, german).code());
        String there = Terminal.run("cells", other).out();
        assertTrue(there.contains("x,,\"0,42 mm\",,,40 %"), there);
    }

    /** The sheet is printed, typed into a workbook, and read from it: nothing changes. */
    @Test
    void theSheetIsReadFromAWorkbook() throws IOException {
        importSpectra();
        Terminal.run("set", project, "a", "thickness=0.32 mm", "sample=LBH, \"milled\"");
        String printed = Terminal.run("cells", project).out();
        Path book = folder.resolve("Zellen.xlsx");
        try (SpreadsheetWriter writer = new SpreadsheetWriter(Files.newOutputStream(book))) {
            writer.sheet("remarks");
            writer.text(0, "what stands here is not the sheet of cells");
            writer.next();
            writer.sheet("cells");
            for (String line : printed.lines().toList()) {
                List<String> fields = Dialect.of(',').split(line);
                for (int i = 0; i < fields.size(); i++) {
                    writer.text(i, fields.get(i));
                }
                writer.next();
            }
        }
        Terminal.Outcome read = Terminal.run("cells", project, book);
        assertEquals(Exit.DONE, read.code(), read.err());
        assertEquals(printed, Terminal.run("cells", project).out());

        Path other = folder.resolve("Q");
        Terminal.run("new", other);
        Path typed = sheet("typed.xlsx", "0,42 mm", "40 %");
        assertEquals(Exit.DONE, Terminal.run("cells", other, typed).code());
        String there = Terminal.run("cells", other).out();
        assertTrue(there.contains("x,,\"0,42 mm\",,,40 %"), there);
        Terminal.Outcome wrong = Terminal.run("cells", other, sheet("w.xlsx", "0.42 kg", "40 %"));
        assertEquals(Exit.CANNOT_GO_ON, wrong.code());
        assertTrue(wrong.err().contains("row 2, column thickness"), wrong.err());
        assertEquals(there, Terminal.run("cells", other).out());

        Path elder = Files.write(folder.resolve("old.xls"), new byte[] {-48, -49, 17, -32, 0});
        Terminal.Outcome refused = Terminal.run("cells", other, elder);
        assertEquals(Exit.CANNOT_GO_ON, refused.code());
        assertTrue(refused.err().contains("save it as .xlsx"), refused.err());
    }

    private Path sheet(String name, String thickness, String fraction) throws IOException {
        Path file = folder.resolve(name);
        try (SpreadsheetWriter writer = new SpreadsheetWriter(Files.newOutputStream(file))) {
            writer.sheet("cells");
            writer.header(List.of("Cell", "Thickness", "Active_Fraction"));
            writer.text(0, "x");
            writer.text(1, thickness);
            writer.text(2, fraction);
            writer.next();
        }
        return file;
    }

    @Test
    void aSheetWithAWrongValueChangesNothing() throws IOException {
        Path sheet =
                Files.writeString(
                        folder.resolve("bad.csv"), "cell,thickness\na,0.42 mm\nb,0.42 kg\n");
        Terminal.Outcome outcome = Terminal.run("cells", project, sheet);
        assertEquals(Exit.CANNOT_GO_ON, outcome.code());
        assertTrue(outcome.err().contains("line 3, column thickness"), outcome.err());
        assertEquals(1, Terminal.run("cells", project).out().lines().count());
        assertEquals(
                Exit.CANNOT_GO_ON,
                Terminal.run("cells", project, folder.resolve("cells.xlsx")).code());
    }

    @Test
    void aChangedRawFileAndALostTableAreFound() throws IOException {
        importSpectra();
        Path raw;
        Path table;
        try (var files = Files.walk(project.resolve("raw"));
                var tables = Files.list(project.resolve("tables"))) {
            raw = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            table = tables.filter(f -> f.toString().endsWith(".npy")).findFirst().orElseThrow();
        }
        assertEquals(Exit.DONE, Terminal.run("verify", project).code());
        raw.toFile().setWritable(true);
        Files.writeString(raw, "changed");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length - 1] ^= 1;
        table.toFile().setWritable(true);
        Files.write(table, bytes);
        Terminal.Outcome outcome = Terminal.run("verify", project, "--json");
        assertEquals(Exit.SOME_FAILED, outcome.code());
        assertEquals(2, outcome.json().getAsJsonArray("problems").size(), outcome.out());
    }

    @Test
    void whatCannotGoOnSaysSoInOneSentence() {
        for (Object[] words :
                List.<Object[]>of(
                        new Object[] {"import", folder.resolve("nowhere"), spectra.getFirst()},
                        new Object[] {"cells", folder},
                        new Object[] {"run", folder.resolve("nowhere")},
                        new Object[] {"new", project},
                        new Object[] {"import", project, folder.resolve("missing.par")},
                        new Object[] {"analyse", ARRHENIUS, project})) {
            Terminal.Outcome outcome = Terminal.run(words);
            assertEquals(Exit.CANNOT_GO_ON, outcome.code(), outcome.err());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
            assertEquals("", outcome.out().strip());
        }
    }
}

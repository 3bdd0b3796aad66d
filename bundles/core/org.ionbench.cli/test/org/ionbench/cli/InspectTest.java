// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.ionbench.demo.Twin;
import org.ionbench.demo.TwinFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** What {@code inspect} prints of a VersaStudio file whose text is read here by itself. */
class InspectTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        TwinFile spectrum = Twin.conduction().cells().getFirst().files().getFirst();
        file = spectrum.write(folder);
    }

    private JsonObject inspected(Object... words) throws IOException {
        return Terminal.run(words).json().getAsJsonArray("files").get(0).getAsJsonObject();
    }

    @Test
    void jsonHasTheMembersThatArePromised() throws Exception {
        Terminal.Outcome outcome = Terminal.run("inspect", file, "--json");
        assertEquals(Exit.DONE, outcome.code());
        assertEquals("", outcome.err());
        JsonObject one = outcome.json().getAsJsonArray("files").get(0).getAsJsonObject();
        assertEquals(file.toString(), one.get("file").getAsString());
        assertEquals(Files.size(file), one.get("bytes").getAsLong());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertEquals(HexFormat.of().formatHex(hash), one.get("sha256").getAsString());
        assertEquals("org.ionbench.instruments.ametek.par", one.get("importer").getAsString());
        assertEquals("certain", one.get("certainty").getAsString());
        JsonObject recording = one.getAsJsonArray("recordings").get(0).getAsJsonObject();
        assertEquals("eis", recording.get("technique").getAsString());
        assertEquals("2025-03-03T", recording.get("start").getAsString().substring(0, 11));
        assertTrue(recording.get("zone").isJsonNull());
        assertEquals(61, recording.get("rows").getAsInt());
        assertTrue(recording.has("metadata") && recording.has("calibrated"));
    }

    @Test
    void statisticsAreThoseOfTheTextOfTheFile() throws Exception {
        List<double[]> rows = rows();
        JsonObject recording =
                inspected("inspect", "--json", file)
                        .getAsJsonArray("recordings")
                        .get(0)
                        .getAsJsonObject();
        assertEquals(rows.size(), recording.get("rows").getAsInt());
        int c = 0;
        for (JsonElement element : recording.getAsJsonArray("columns")) {
            JsonObject column = element.getAsJsonObject();
            int index = c++;
            double[] values = rows.stream().mapToDouble(r -> r[index]).toArray();
            double largest = 0;
            double min = values[0];
            double max = values[0];
            java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
            for (double v : values) {
                largest = Math.max(largest, Math.abs(v));
                min = Math.min(min, v);
                max = Math.max(max, v);
                sum = sum.add(new java.math.BigDecimal(v));
            }
            String name = column.get("vendorName").getAsString();
            assertEquals(values.length, column.get("count").getAsInt(), name);
            assertEquals(0, column.get("nan").getAsInt(), name);
            assertEquals(min, column.get("min").getAsDouble(), 0, name);
            assertEquals(max, column.get("max").getAsDouble(), 0, name);
            assertEquals(values[0], column.get("first").getAsDouble(), 0, name);
            assertEquals(values[values.length - 1], column.get("last").getAsDouble(), 0, name);
            assertEquals(sum.doubleValue(), column.get("sum").getAsDouble(), 1e-15 * largest, name);
        }
        assertEquals(rows.getFirst().length, c);
    }

    @Test
    void knownQuantitiesAreGivenInSiWithCanonicalSigns() throws Exception {
        JsonObject recording =
                inspected("inspect", file, "--json")
                        .getAsJsonArray("recordings")
                        .get(0)
                        .getAsJsonObject();
        boolean imaginary = false;
        for (JsonElement element : recording.getAsJsonArray("columns")) {
            JsonObject column = element.getAsJsonObject();
            boolean known = !column.get("quantity").getAsString().equals("other");
            assertEquals(known, column.has("si"), column.toString());
            if (column.get("quantity").getAsString().equals("impedance imaginary")) {
                imaginary = true;
                JsonObject si = column.getAsJsonObject("si");
                assertEquals("ohm", si.get("unit").getAsString());
                assertTrue(si.get("min").getAsDouble() < 0, "a blocking cell is a capacitor");
            }
        }
        assertTrue(imaginary);
    }

    @Test
    void filesThatCannotBeReadAreNamedAndTheOthersGoOn() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.par"));
        Path strange = Files.write(folder.resolve("strange.bin"), new byte[] {0, 1, 2, 3, 0, 9});
        Path missing = folder.resolve("missing.par");
        Terminal.Outcome outcome =
                Terminal.run("inspect", empty, strange, missing, folder, file, "--json");
        assertEquals(Exit.SOME_FAILED, outcome.code());
        var files = outcome.json().getAsJsonArray("files");
        assertEquals(5, files.size());
        for (int i = 0; i < 4; i++) {
            JsonObject bad = files.get(i).getAsJsonObject();
            JsonObject problem = bad.getAsJsonArray("problems").get(0).getAsJsonObject();
            assertEquals("error", problem.get("severity").getAsString());
        }
        assertFalse(files.get(4).getAsJsonObject().get("importer").isJsonNull());
        List<String> said = outcome.err().lines().toList();
        assertEquals(4, said.size(), outcome.err());
        assertTrue(said.get(0).startsWith(empty + " is empty."), said.get(0));
        assertTrue(said.get(2).startsWith(missing + " is not there."), said.get(2));
    }

    @Test
    void theTableForPeopleNamesEachColumnAndLimitPrintsRows() {
        String text = Terminal.run("inspect", file, "--limit", 2).out();
        assertTrue(text.contains("VersaStudio"), text);
        assertTrue(text.contains("Zre (ohms)") || text.contains("Z Real"), text);
        assertTrue(text.contains("61 rows"), text);
        int plain = (int) Terminal.run("inspect", file).out().lines().count();
        assertEquals(plain + 3, text.lines().count(), "a header and two rows more");
    }

    @Test
    void limitInJsonAddsTheFirstRows() throws Exception {
        JsonObject recording =
                inspected("inspect", "--limit=3", file, "--json")
                        .getAsJsonArray("recordings")
                        .get(0)
                        .getAsJsonObject();
        assertEquals(3, recording.getAsJsonArray("firstRows").size());
    }

    /** The rows of the only segment, read without the importer. */
    private List<double[]> rows() throws IOException {
        return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                .filter(l -> l.matches("[-+0-9.eE]+(,[-+0-9.eE]+){8,}"))
                .map(
                        l ->
                                java.util.Arrays.stream(l.split(","))
                                        .mapToDouble(Double::parseDouble)
                                        .toArray())
                .toList();
    }
}

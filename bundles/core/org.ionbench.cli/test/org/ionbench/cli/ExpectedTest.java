// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code inspect --json} of public files of EC-Lab, Gamry, Thales and VersaStudio against what
 * independent readers found in them: rows, least and largest values and sums of each column.
 */
class ExpectedTest {
    private static final double RELATIVE = 2e-6;

    private static final String FORMATS = ".*\\.(par|mpr|mpt|[dD][tT][aA]|ism|isc|isw)\\.json";

    /** The reference took the first row for a header. */
    private static final String REFERENCE_LACKS_A_ROW = "biologic-converter__noHeader.mpt";

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        Optional<Path> data = Samples.folder();
        Assumptions.assumeTrue(data.isPresent(), "no folder shared/data beside the repository");
        List<DynamicTest> tests = new ArrayList<>();
        for (String vendor : List.of("ametek", "biologic", "gamry", "zahner")) {
            try (Stream<Path> files = Files.list(data.get().resolve("expected/" + vendor))) {
                files.sorted()
                        .filter(f -> f.toString().matches(FORMATS))
                        .filter(f -> !f.toString().contains(REFERENCE_LACKS_A_ROW))
                        .forEach(
                                f ->
                                        tests.add(
                                                DynamicTest.dynamicTest(
                                                        f.getFileName().toString(),
                                                        () -> one(data.get(), f))));
            }
        }
        assertTrue(tests.size() > 100, "only " + tests.size() + " expectations");
        return tests.stream();
    }

    private static void one(Path data, Path expectation) throws IOException {
        JsonObject wanted = JsonParser.parseString(Files.readString(expectation)).getAsJsonObject();
        Terminal.Outcome outcome =
                Terminal.run("inspect", "--json", data.resolve(wanted.get("file").getAsString()));
        assertEquals(Exit.DONE, outcome.code(), outcome.err());
        JsonObject file = outcome.json().getAsJsonArray("files").get(0).getAsJsonObject();
        assertEquals(wanted.get("sha256").getAsString(), file.get("sha256").getAsString());
        assertEquals("certain", file.get("certainty").getAsString());
        List<JsonObject> recordings = objects(file.get("recordings"));
        int compared = 0;
        for (JsonObject table : objects(wanted.get("tables"))) {
            if (!table.has("columns")) {
                rows(table, recordings);
            } else if (expectation.toString().endsWith(".par.json")) {
                compared += compare(table, List.of(whole(recordings)));
            } else {
                compared += compare(table, recordings);
            }
        }
        assertTrue(compared > 0, "no column of the same name");
    }

    /** Of an action of VersaStudio only the number of points is known. */
    private static void rows(JsonObject table, List<JsonObject> recordings) {
        assertTrue(
                recordings.stream().anyMatch(r -> r.get("rows").equals(table.get("rows"))),
                "no recording has " + table.get("rows") + " rows");
    }

    /** A file of VersaStudio was read as one table, whatever its actions. */
    private static JsonObject whole(List<JsonObject> recordings) {
        JsonObject whole = recordings.getFirst().deepCopy();
        List<JsonObject> all = objects(whole.get("columns"));
        for (JsonObject next : recordings.subList(1, recordings.size())) {
            whole.addProperty("rows", whole.get("rows").getAsInt() + next.get("rows").getAsInt());
            List<JsonObject> columns = objects(next.get("columns"));
            for (int c = 0; c < all.size(); c++) {
                JsonObject a = all.get(c);
                JsonObject b = columns.get(c);
                assertEquals(a.get("vendorName"), b.get("vendorName"));
                a.addProperty("sum", a.get("sum").getAsDouble() + b.get("sum").getAsDouble());
                a.addProperty(
                        "min", Math.min(a.get("min").getAsDouble(), b.get("min").getAsDouble()));
                a.addProperty(
                        "max", Math.max(a.get("max").getAsDouble(), b.get("max").getAsDouble()));
                a.addProperty("nan", a.get("nan").getAsInt() + b.get("nan").getAsInt());
            }
        }
        return whole;
    }

    /** Compares a table with the recording that has most of its columns and as many rows. */
    private static int compare(JsonObject table, List<JsonObject> recordings) {
        List<JsonObject> columns =
                objects(table.get("columns")).stream().filter(c -> c.has("sum")).toList();
        int best = 0;
        List<String> wrong = List.of("no recording has " + table.get("rows") + " rows");
        for (JsonObject recording : recordings) {
            if (recording.get("rows").getAsInt() != table.get("rows").getAsInt()) {
                continue;
            }
            List<String> differences = new ArrayList<>();
            int common = 0;
            Map<String, Integer> met = new HashMap<>();
            for (JsonObject column : columns) {
                String name = column.get("name").getAsString();
                List<JsonObject> same =
                        objects(recording.get("columns")).stream()
                                .filter(c -> c.get("vendorName").getAsString().equals(name))
                                .filter(c -> c.get("numeric").getAsBoolean())
                                .toList();
                int which = met.merge(name, 1, Integer::sum) - 1;
                if (which < same.size()) {
                    common++;
                    differ(same.get(which), column).ifPresent(differences::add);
                }
            }
            if (common > best || common == best && differences.size() < wrong.size()) {
                best = common;
                wrong = differences;
            }
        }
        int found = best;
        List<String> said = wrong;
        assertTrue(said.isEmpty(), () -> found + " compared: " + String.join("; ", said));
        return best;
    }

    private static Optional<String> differ(JsonObject ours, JsonObject wanted) {
        if (!isNumber(wanted.get("sum")) || !isNumber(wanted.get("min"))) {
            return Optional.empty();
        }
        double largest =
                Math.max(
                        Math.abs(wanted.get("min").getAsDouble()),
                        Math.abs(wanted.get("max").getAsDouble()));
        double sum = wanted.get("sum").getAsDouble();
        boolean same =
                near(ours, wanted, "min", largest)
                        && near(ours, wanted, "max", largest)
                        && near(ours, wanted, "sum", Math.max(Math.abs(sum), 10 * largest))
                        && ours.get("nan").getAsInt() == wanted.get("n_nan").getAsInt();
        return same ? Optional.empty() : Optional.of(ours + " is not " + wanted);
    }

    private static boolean isNumber(JsonElement e) {
        return e != null && e.isJsonPrimitive() && e.getAsJsonPrimitive().isNumber();
    }

    private static boolean near(JsonObject a, JsonObject b, String member, double scale) {
        return isNumber(a.get(member))
                && Math.abs(a.get(member).getAsDouble() - b.get(member).getAsDouble())
                        <= RELATIVE * scale;
    }

    private static List<JsonObject> objects(JsonElement array) {
        return array.getAsJsonArray().asList().stream().map(JsonElement::getAsJsonObject).toList();
    }
}

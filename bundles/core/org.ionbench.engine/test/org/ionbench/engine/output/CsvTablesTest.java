// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.ionbench.api.report.DataTable;
import org.ionbench.engine.runs.RunResult;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class CsvTablesTest {
    private static final List<RunResult> RUNS = Results.ofCell("Li, \"B\"", "C-07");

    private static Map<String, String> line(String text, int n) {
        List<List<String>> lines = CsvLines.of(text);
        Map<String, String> line = new HashMap<>();
        for (int i = 0; i < lines.getFirst().size(); i++) {
            line.put(lines.getFirst().get(i), lines.get(n).get(i));
        }
        return line;
    }

    @Test
    void fieldsAreQuotedWhereTheyMust() {
        assertEquals(
                "a,\"b,c\",\"d \"\"e\"\"\",\" f\",\"g\r\nh\",,0.1,61,-0.0,NaN,1.0E300\r\n",
                Csv.line(
                        List.of(
                                "a",
                                "b,c",
                                "d \"e\"",
                                " f",
                                "g\r\nh",
                                "",
                                0.1,
                                61.0,
                                -0.0,
                                Double.NaN,
                                1e300)));
    }

    @Test
    void numbersReadBackAsTheSameDoubles() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            double read = Double.parseDouble(Csv.number(x));
            assertEquals(Double.doubleToLongBits(x), Double.doubleToLongBits(read), Csv.number(x));
        }
        for (double x : new double[] {-0.0, 0, 1e15, 0x1p53, 0x1p53 - 1, -61, 1e22}) {
            double read = Double.parseDouble(Csv.number(x));
            assertEquals(Double.doubleToLongBits(x), Double.doubleToLongBits(read), Csv.number(x));
        }
    }

    @Test
    void everyQuantityWithWhatIsKnownOfIt() {
        var published =
                List.of(
                        new PublishedValue(
                                "Li, \"B\"",
                                "",
                                "conductivity",
                                Map.of("temperature", "333.15"),
                                0.12,
                                "S/m",
                                "Table 1"));
        String text = CsvTables.quantities(RUNS, published, "");
        assertEquals(5, CsvLines.of(text).size());
        var sigma = line(text, 1);
        assertEquals("Li, \"B\"", sigma.get("sample"));
        assertEquals("C-07", sigma.get("cell"));
        assertEquals("Fit 60.0", sigma.get("run"));
        assertEquals("conductivity", sigma.get("quantity"));
        assertEquals(Results.sigma(333.15), Double.parseDouble(sigma.get("value")));
        assertEquals("S/cm", sigma.get("unit"));
        assertEquals("temperature=333.15", sigma.get("conditions"));
        assertEquals(1.2e-3, Double.parseDouble(sigma.get("published")), 1e-18);
        assertEquals("Table 1", sigma.get("published source"));
        assertEquals("", line(text, 2).get("published"));
        var energy = line(text, 4);
        assertEquals("0.424", energy.get("value"));
        assertEquals("0.0031", energy.get("standard uncertainty"));
        assertEquals("0.4179", energy.get("ci95 low"));
        assertEquals("0.4301", energy.get("ci95 high"));
        assertEquals("derived", energy.get("origin"));
        assertEquals("current", energy.get("state"));
    }

    @Test
    void everyParameterOfEveryFit() {
        String text = CsvTables.parameters(RUNS, "");
        assertEquals(7, CsvLines.of(text).size());
        var r = line(text, 1);
        assertEquals("R1.R", r.get("parameter"));
        assertEquals(0.04 / Results.sigma(333.15), Double.parseDouble(r.get("value")));
        assertEquals("yes", r.get("varied"));
        assertEquals("0", r.get("min"));
        assertEquals("", r.get("max"), "infinite");
        assertEquals("", line(text, 2).get("standard error"), "not a number");
    }

    @Test
    void aNoteStandsInEachLine() {
        for (String text :
                List.of(
                        CsvTables.quantities(RUNS, List.of(), "Synthetic, all of it"),
                        CsvTables.parameters(RUNS, "Synthetic, all of it"))) {
            for (int n = 1; n < CsvLines.of(text).size(); n++) {
                assertEquals("Synthetic, all of it", line(text, n).get("note"));
            }
        }
        assertNull(line(CsvTables.parameters(RUNS, ""), 1).get("note"));
    }

    @Test
    void tablesKeepTheirText() {
        String text =
                CsvTables.table(
                        new DataTable(
                                "t",
                                List.of("a / V", "b"),
                                List.of(List.of(0.1 + 0.2, "x, \"y\""), List.of(Double.NaN, "z"))));
        assertEquals(
                List.of(
                        List.of("a / V", "b"),
                        List.of("0.30000000000000004", "x, \"y\""),
                        List.of("", "z")),
                CsvLines.of(text));
    }
}

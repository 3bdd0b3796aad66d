// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import static org.ionbench.instruments.biologic.Collected.column;
import static org.ionbench.instruments.biologic.Collected.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.testkit.MemorySource;
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
import java.util.Set;
import java.util.stream.Stream;

/** Every public sample against what independent readers or EC-Lab's own export found in it. */
class SamplesTest {
    private static final double RELATIVE = 2e-6;

    /** Material constants, which the export computes from thickness and area. */
    private static final String OF_A_GEOMETRY =
            "((Re|Im)\\(|\\|)(M|Permittivity|Conductivity)[)|].*|.*Resistivity.*";

    /**
     * Columns that only the text export has and that are not computed here: versions of EC-Lab
     * differ in the loss angle of a Modulo Bat.
     */
    private static final Set<String> EXPORT_ONLY = Set.of("Loss Angle(Delta)/deg", " Ecell/V", "");

    /** A header was cut off and the other reader took the first row for it. */
    private static final Set<String> REFERENCE_DID_NOT_READ =
            Set.of("biologic-converter__noHeader.mpt");

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        Optional<Path> data = Expected.samples();
        Assumptions.assumeTrue(data.isPresent(), "no folder shared/data beside the repository");
        Path expected = data.get().resolve("expected/biologic");
        List<Path> files;
        try (Stream<Path> list = Files.list(expected)) {
            files = list.filter(f -> !f.toString().endsWith(".mps.json")).sorted().toList();
        }
        assertTrue(files.size() > 50, "only " + files.size() + " expectations");
        return files.stream()
                .map(
                        f ->
                                DynamicTest.dynamicTest(
                                        f.getFileName().toString(), () -> one(data.get(), f)));
    }

    private static Importer importer(MemorySource source) {
        List<Importer> sure = new ArrayList<>();
        for (Importer importer : List.of(new MprImporter(), new MptImporter())) {
            if (importer.sniff(source.head()).certainty() == Sniff.Certainty.CERTAIN) {
                sure.add(importer);
            }
        }
        assertEquals(1, sure.size(), source.name() + " is certain to " + sure);
        return sure.getFirst();
    }

    private static void one(Path data, Path file) throws IOException {
        Map<String, Object> json = Expected.read(file);
        Path sample = data.resolve((String) json.get("file"));
        String name = sample.getFileName().toString();
        MemorySource source = MemorySource.of(name, Files.readAllBytes(sample));
        Importer importer = importer(source);
        Collected sink = Collected.read(importer, source);
        assertEquals(1, sink.tables().size());
        Recording table = sink.first();
        if (REFERENCE_DID_NOT_READ.contains(name)) {
            assertEquals(27, table.table().columns().size());
            assertEquals(4501, table.table().rows());
            return;
        }
        Map<String, Object> wanted = firstTable(json);
        assertEquals((int) (double) (Double) wanted.get("rows"), table.table().rows(), "rows");
        compare(table, wanted, name.endsWith(".mpr"));
        start(json, table);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstTable(Map<String, Object> json) {
        return (Map<String, Object>) ((List<Object>) json.get("tables")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static void start(Map<String, Object> json, Recording table) {
        Object stamp = ((Map<String, Object>) json.get("info")).get("timestamp");
        if (stamp instanceof String text && !text.equals("None")) {
            assertEquals(
                    text.replace(' ', 'T').replaceAll("0+$", ""),
                    table.start().orElseThrow().toString().replaceAll("0+$", ""));
        }
    }

    @SuppressWarnings("unchecked")
    private static void compare(Recording table, Map<String, Object> wanted, boolean binary) {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> met = new HashMap<>();
        for (Object object : (List<Object>) wanted.get("columns")) {
            Map<String, Object> column = (Map<String, Object>) object;
            String full = (String) column.get("name");
            String name = full.startsWith("flag:") ? full.substring(5) : full;
            if (name.equals("flags")
                    || !(column.get("sum") instanceof Double
                            || column.get("sum") instanceof String)) {
                continue;
            }
            Optional<String> ours = match(names(table), name);
            if (ours.isEmpty()) {
                boolean derivedByExport =
                        name.matches(OF_A_GEOMETRY)
                                || name.matches("Energy (we-)?ce (dis)?charge/W.h")
                                || EXPORT_ONLY.contains(name);
                if (!binary || !derivedByExport) {
                    wrong.add(name + " is missing");
                }
                continue;
            }
            int which = met.merge(name, 1, Integer::sum);
            check(column(table, ours.get(), which), column, name, wrong);
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong) + "\nof " + names(table));
    }

    /** By name; by what stands before the unit for readers that take the unit apart. */
    private static Optional<String> match(List<String> names, String wanted) {
        if (names.contains(wanted)) {
            return Optional.of(wanted);
        }
        String plain =
                switch (wanted) {
                    case "<Ewe/V>" -> "<Ewe>/V";
                    case "Pwe/W", "Pwe" -> "P/W";
                    case "Rwe/Ohm" -> "R/Ohm";
                    case "<Ewe>/V 2" -> "<Ewe>/V";
                    case "Energy we charge/W.h" -> "Energy charge/W.h";
                    case "Energy we discharge/W.h" -> "Energy discharge/W.h";
                    default -> wanted;
                };
        boolean unitless = !wanted.isEmpty() && wanted.indexOf('/') < 0;
        return names.stream()
                .filter(n -> n.equals(plain) || unitless && n.startsWith(plain + "/"))
                .findFirst();
    }

    private static double number(Object value) {
        return switch (value) {
            case Double d -> d;
            case String s when s.equals("inf") -> Double.POSITIVE_INFINITY;
            case String s when s.equals("-inf") -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    private static void check(
            double[] values, Map<String, Object> column, String name, List<String> wrong) {
        double sum = 0;
        double carry = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                double t = sum + v;
                carry += Math.abs(sum) >= Math.abs(v) ? sum - t + v : v - t + sum;
                sum = t;
                min = Math.min(min, v);
                max = Math.max(max, v);
            }
        }
        double total = Double.isFinite(sum) ? sum + carry : sum;
        double wantedMin = number(column.get("min"));
        double wantedMax = number(column.get("max"));
        double wantedSum = number(column.get("sum"));
        double largest = Math.max(Math.abs(wantedMin), Math.abs(wantedMax));
        boolean same =
                near(min, wantedMin, RELATIVE * largest)
                        && near(max, wantedMax, RELATIVE * largest)
                        && near(
                                total,
                                wantedSum,
                                RELATIVE * Math.max(Math.abs(wantedSum), 10 * largest));
        if (!same) {
            wrong.add(
                    name
                            + ": min, max, sum are "
                            + min
                            + ", "
                            + max
                            + ", "
                            + total
                            + ", expected "
                            + wantedMin
                            + ", "
                            + wantedMax
                            + ", "
                            + wantedSum);
        }
    }

    private static boolean near(double a, double b, double tolerance) {
        return a == b || Math.abs(a - b) <= tolerance;
    }
}

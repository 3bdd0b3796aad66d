// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Charges by the current beside the counters of real cyclers: which public files have steps whose
 * counter neither the current nor what digits and rows leave open explains. {@code
 * releng/benchmarks/README.md} says why.
 */
class CountersTest {
    private static final List<String> FOLDERS =
            List.of("arbin", "bdf", "biologic", "maccor", "neware", "novonix");
    private static final Set<String> BEYOND =
            Set.of(
                    "navani__bs542_004_gr_li_50ua_50mv_1v_191020_Channel_11.xlsx",
                    "fastnda__test_2.ndax");
    private static final Set<String> SPARSE =
            Set.of(
                    "cellpy__batmo_bdf.csv",
                    "cellpy__maccor_three.txt",
                    "fastnda__nw4-120-1-6-53.ndax",
                    "preparenovonix__example_data.csv",
                    "preparenovonix__example_data_prep.csv");

    @Test
    void twoFilesAreBeyond() throws IOException {
        Optional<Path> data = Samples.folder();
        Assumptions.assumeTrue(data.isPresent(), "no folder shared/data beside the repository");
        Map<String, Set<String>> files = new TreeMap<>();
        int read = 0;
        for (String folder : FOLDERS) {
            for (Path file : list(data.get().resolve(folder))) {
                Terminal.Outcome outcome =
                        Terminal.run("analyse", "cycling.summary", file, "--json");
                if (outcome.code() != 0) {
                    continue;
                }
                read++;
                for (JsonElement run : outcome.json().getAsJsonArray("runs")) {
                    for (JsonElement p : run.getAsJsonObject().getAsJsonArray("problems")) {
                        JsonObject problem = p.getAsJsonObject();
                        files.computeIfAbsent(
                                        problem.get("code").getAsString(), k -> new TreeSet<>())
                                .add(String.valueOf(file.getFileName()));
                    }
                }
            }
        }
        assertTrue(read >= 50, "only " + read + " files");
        assertEquals(BEYOND, new HashSet<>(files.get("cycling.counter.beyond")));
        assertEquals(SPARSE, new HashSet<>(files.get("cycling.counter.rows")));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

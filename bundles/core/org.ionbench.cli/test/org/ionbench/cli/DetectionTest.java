// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Sniff;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.FileReading;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All importers together look at public files that have lost their names. */
class DetectionTest {
    /** The bundle that is certain of what a folder holds; a folder may hold other files too. */
    private static final Map<String, String> BUNDLES =
            Map.ofEntries(
                    Map.entry("solartron", "scribner"),
                    Map.entry("palmsens", "palmsens"),
                    Map.entry("ivium", "ivium"),
                    Map.entry("chi", "chi"),
                    Map.entry("maccor", "maccor"),
                    Map.entry("novonix", "cyclers"),
                    Map.entry("pec", "cyclers"),
                    Map.entry("basytec", "cyclers"),
                    Map.entry("landt", "cyclers"),
                    Map.entry("indigo", "indigo"),
                    Map.entry("arbin", "arbin"),
                    Map.entry("neware", "neware"));

    private final FileReading reading = new FileReading(Catalog.ofClassPath());

    @Test
    void byContentAndOfOneAlone() throws IOException {
        Optional<Path> data = Samples.folder();
        Assumptions.assumeTrue(data.isPresent(), "no folder shared/data beside the repository");
        int known = 0;
        for (Path file : files(data.get())) {
            List<String> certain = certain(file);
            assertTrue(certain.size() <= 1, () -> file + " is claimed by " + certain);
            String folder = String.valueOf(file.getParent().getFileName());
            if (BUNDLES.containsKey(folder) && !isOther(file)) {
                known++;
                String bundle = "org.ionbench.instruments." + BUNDLES.get(folder);
                assertEquals(List.of(bundle), certain, file::toString);
            }
        }
        assertTrue(known >= 51, "only " + known + " files");
    }

    /** A workbook and a Jet database show little in their first bytes. */
    private static boolean isOther(Path file) {
        return file.toString().matches(".*\\.(xlsx|res)");
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(data.resolve("expected")))
                    .sorted()
                    .toList();
        }
    }

    /** The bundles that are certain of a file. */
    private List<String> certain(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Head head = new Head("a.dat", in.readNBytes(Head.SIZE), Files.size(file));
            List<String> bundles = new ArrayList<>();
            for (var candidate : reading.detect(head).candidates()) {
                if (candidate.opinion().certainty() == Sniff.Certainty.CERTAIN) {
                    bundles.add(candidate.importer().bundle());
                }
            }
            return bundles;
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

class MpsImporterTest implements ImporterContract {
    private static final String SETTINGS =
            """
            EC-LAB SETTING FILE

            Number of linked techniques : 2

            Filename : C:\\Data\\a : b.mps

            Device : SP-200
            Comments :\s
            Mass of active material : 0,001 mg
             at x = 0.000
            Electrode surface area : 0.001 cm\u00b2
            Turn to OCV between techniques

            Technique : 1
            Galvanostatic Cycling with Potential Limitation
            Ns                  0                   1                  \s
            Is                  0.000               -115.130           \s
            unit Is             mA                  \u00b5A                 \s
            vs.                 <None>                                 \s

            Technique : 2
            Chronoamperometry / Chronocoulometry
            Ei (V)              -0.400             \s
            vs.                 Ref                \s
            """;

    @Override
    public Importer importer() {
        return new MpsImporter();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.mps", SETTINGS.getBytes(Charset.forName("windows-1252"))));
    }

    private RecordedSink read(MemorySource file) throws IOException {
        assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
        assertEquals(Sniff.Certainty.NO, new MptImporter().sniff(file.head()).certainty());
        RecordedSink sink = RecordedSink.read(importer(), file);
        assertEquals(List.of("mps.settings"), sink.problems().stream().map(Problem::code).toList());
        return sink;
    }

    @Test
    void aRecordingForEachTechnique() throws IOException {
        List<Recording> all = read(fixtures().getFirst()).recordings();
        assertEquals(
                List.of(
                        "1 Galvanostatic Cycling with Potential Limitation",
                        "2 Chronoamperometry / Chronocoulometry"),
                all.stream().map(Recording::name).toList());
        Recording cycling = all.getFirst();
        assertEquals(Technique.CYCLING, cycling.technique());
        assertEquals(0, cycling.table().rows());
        assertEquals("SP-200", cycling.instrument());
        assertEquals("C:\\Data\\a : b.mps", cycling.metadata().get("Filename"));
        assertEquals("0.000; -115.130", cycling.metadata().get("Is"));
        assertEquals("mA; \u00b5A", cycling.metadata().get("unit Is"));
        assertEquals("0.001 cm\u00b2", cycling.metadata().get("Electrode surface area"));
        assertEquals(true, cycling.metadata().get("Turn to OCV between techniques"));
        assertEquals(Technique.CA, all.get(1).technique());
        assertEquals(-0.4, all.get(1).metadata().get("Ei (V)"));
        assertEquals("Ref", all.get(1).metadata().get("vs."));
    }

    @Test
    void withoutATechnique() {
        MemorySource file = MemorySource.of("a", "BT-LAB SETTING FILE\n\nDevice : BCS-805\n");
        String said =
                assertThrows(FormatException.class, () -> RecordedSink.read(importer(), file))
                        .getMessage();
        assertTrue(said.contains("at least one technique"), said);
    }

    @Test
    void samples() throws IOException {
        List<Path> samples = Samples.of("biologic", ".mps");
        assertEquals(4, samples.size());
        for (Path sample : samples) {
            MemorySource file = MemorySource.of("a.dat", MemorySource.of(sample).content());
            List<Recording> all = read(file).recordings();
            long announced = (long) all.getFirst().metadata().get("Number of linked techniques");
            assertEquals(announced, all.size(), sample::toString);
            assertTrue(all.getLast().metadata().size() > 20);
            assertTrue(all.stream().noneMatch(r -> r.technique().equals(Technique.OCV)));
        }
    }
}

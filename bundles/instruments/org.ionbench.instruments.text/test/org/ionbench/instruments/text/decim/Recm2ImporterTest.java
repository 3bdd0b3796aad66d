// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.text.decim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.testkit.ImporterContract;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class Recm2ImporterTest implements ImporterContract {
    /** 10 ohm and 100 ohm beside 1/(200 pi) F: at 1 Hz 100/(1 + j) ohm, exactly. */
    private static final String FILE =
            """
            >CIRCUIT DEFINITION
            {R0(R1C0)}

            >MODEL PARAMETERS
            R0: 10.0 Ohm | 0 | \u00b1 0.25
            R1: 100.0 Ohm | 1 | \u00b1 inf
            C0: 0.0015915494309189536 F | 2 | \u00b1 1e-05

            >STATISTICAL DATA
            Number of parameters: 3
            Degrees of freedom: 3
            Proportionally weighted reduced sum of squares S_v: 0.0025

            >IMPEDANCE DATA
            Frequency (Hz), Re(Z) / Ohm, Im(Z) / Ohm
            0.5, 91, -39.5
            1, 59, -51
            2, 31, -39

            >IMPEDANCE FIT
            Frequency (Hz), Re(Z) / Ohm, Im(Z) / Ohm
            1, 60, -50
            2, 30, -40\
            """;

    @Override
    public Recm2Importer importer() {
        return new Recm2Importer();
    }

    @Override
    public List<MemorySource> fixtures() {
        return List.of(
                MemorySource.of("a.recm2", FILE),
                MemorySource.of("b.recm2", FILE.getBytes(Charset.forName("windows-1252"))));
    }

    private RecordedSink read(String text) throws IOException {
        return RecordedSink.read(importer(), MemorySource.of("a.recm2", text));
    }

    @Test
    void theSpectrumTheFitAndItsParameters() throws IOException {
        for (MemorySource file : fixtures()) {
            assertEquals(Sniff.Certainty.CERTAIN, importer().sniff(file.head()).certainty());
            RecordedSink read = RecordedSink.read(importer(), file);
            Recording spectrum = read.recordings().getFirst();
            assertEquals(Technique.EIS, spectrum.technique());
            assertArrayEquals(
                    new double[] {0.5, 1, 2}, spectrum.si(QuantityKind.FREQUENCY).orElseThrow());
            assertArrayEquals(
                    new double[] {-39.5, -51, -39},
                    spectrum.si(QuantityKind.IMPEDANCE_IMAGINARY).orElseThrow());
            Map<String, Object> said = spectrum.metadata();
            assertEquals(10.0, said.get("R0 / Ohm"));
            assertEquals(0.25, said.get("R0 standard deviation / Ohm"));
            assertTrue(!said.containsKey("R1 standard deviation / Ohm"), "infinite is unknown");
            assertEquals("R0-p(R1,C0)", said.get("Circuit"));
            assertEquals(100.0, said.get("R1.R / ohm"));
            assertEquals(3L, said.get("Degrees of freedom"));
            assertTrue(said.get("DECiM version").toString().startsWith("1.4 or later"));
            Recording fit = read.recordings().get(1);
            assertEquals(Technique.OTHER, fit.technique(), "it was not measured");
            assertArrayEquals(
                    new double[] {60, 30}, fit.si(QuantityKind.IMPEDANCE_REAL).orElseThrow());
            assertTrue(spectrum.problems().isEmpty(), spectrum.problems()::toString);
        }
    }

    @Test
    void theFitIsOfferedByBothObjectives() throws IOException {
        var runs = read(FILE).suggestedRuns();
        assertEquals(
                List.of("decim", "modulus"),
                runs.stream().map(r -> r.getValue().get("weight")).toList());
        for (var run : runs) {
            assertEquals("org.ionbench.analysis.eis.fit", run.getKey());
            assertEquals("R0-p(R1,C0)", run.getValue().get("circuit"));
            assertEquals(
                    "R0.R=10.0,R1.R=100.0,C0.C=0.0015915494309189536", run.getValue().get("guess"));
        }
    }

    @Test
    void whatCannotBeRepeatedIsSaid() throws IOException {
        String custom = "CUSTOM MODEL: {R0(R1C0)} Two grains";
        for (String text :
                List.of(
                        FILE.replace("{R0(R1C0)}", custom),
                        FILE.replace("{R0(R1C0)}", "{R0(R1Z0)}"),
                        FILE.replace("{R0(R1C0)}", "{R0(R1Q0)}"),
                        FILE.replace("{R0(R1C0)}", "{R0(R0C0)}"),
                        FILE.replace("{R0(R1C0)}", "{R0(R1C0"))) {
            RecordedSink read = read(text);
            assertEquals(List.of("recm2.circuit"), codes(read));
            assertTrue(read.suggestedRuns().isEmpty());
            assertEquals(3, read.recordings().getFirst().table().rows());
        }
        assertEquals(List.of("recm2.curve"), codes(read(FILE.replace("60, -50", "60, -49"))));
        assertThrows(FormatException.class, () -> read(">MODEL PARAMETERS\n"));
    }

    @Test
    void nestedCircuits() {
        Map<String, String> ours =
                Map.of(
                        "{({R0Q0}{C0}){L0}}", "p(R0-CPE0,C0)-L0",
                        "({(R0Q0){R1}}{Q1})", "p(p(R0,CPE0)-R1,CPE1)",
                        "R0O12(S1H2G3)", "R0-Wo12-p(Ws1,H2,G3)",
                        "{{R0{C0L0}}}", "R0-C0-L0");
        assertEquals(
                ours,
                ours.keySet().stream()
                        .collect(
                                Collectors.toMap(
                                        c -> c, c -> DecimCircuit.parse(c).orElseThrow().code())));
    }

    private static List<String> codes(RecordedSink read) {
        return read.recordings().getFirst().problems().stream().map(Problem::code).toList();
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The files of the twin, read by the vendor's importer and analysed, give back the truth. */
class TwinAnalysisTest {
    @TempDir static Path folder;

    @BeforeAll
    static void write() throws Exception {
        Twin.complete().write(folder, Progress.NONE);
    }

    private static TwinCell cell(String name) {
        return Twin.complete().cells().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Report arrhenius(String cell) throws Exception {
        TwinCell twin = cell(cell);
        return new Laboratory(folder, twin.circuit(), true).arrhenius(twin);
    }

    private static Quantity energy(Report report) {
        return report.quantity("activation energy sigma T").orElseThrow();
    }

    private static double sigma(Report report, int celsius) {
        Quantity q = report.quantity("conductivity at " + celsius + ".00 degC").orElseThrow();
        assertEquals("S/cm", q.unit().symbol());
        return q.value();
    }

    @Test
    void composite() throws Exception {
        Report report = arrhenius("composite");
        Quantity e = energy(report);
        assertEquals(0.424, e.value(), 0.003);
        assertTrue(e.interval95().orElseThrow().contains(0.424), e + " " + e.interval95());
        assertEquals(2.94e-4, sigma(report, 30), 0.01 * 2.94e-4);
        assertEquals(1.154e-3, sigma(report, 60), 0.01 * 1.154e-3);
    }

    /**
     * Without the short circuit 0.35 ohm of leads are taken for resistance of the pellet; with the
     * inductance in the circuit all temperatures count alike. The oracle is the straight line
     * through ln(L T / (A (R + 0.35 ohm))), reckoned apart: 0.41878 eV and 1.1371e-3 S/cm.
     */
    @Test
    void compositeWithoutTheShortCircuit() throws Exception {
        Report report =
                new Laboratory(folder, "L1-p(R1,CPE1)-CPE2", false).arrhenius(cell("composite"));
        assertEquals(0.4188, energy(report).value(), 0.001);
        assertEquals(1.137e-3, sigma(report, 60), 0.003e-3);
    }

    /**
     * A circuit that cannot follow the inductance fits the small resistances of the hot end badly,
     * so they weigh less; each conductivity still misses the lead.
     */
    @Test
    void conductivitiesWithoutTheShortCircuit() throws Exception {
        TwinCell twin = cell("composite");
        var found = new Laboratory(folder, twin.circuit(), false).conductivities(twin);
        for (int i = 0; i < found.size(); i++) {
            double celsius = twin.files().get(i).celsius().orElseThrow();
            double r = twin.truth().orElseThrow().resistance(celsius);
            double sigma = twin.truth().orElseThrow().conduction().atCelsius(celsius);
            Quantity q = found.get(i).report().quantity("conductivity").orElseThrow();
            assertEquals(r / (r + 0.35), q.value() / sigma, 0.002, celsius + " degC");
        }
    }

    @Test
    void pristine() throws Exception {
        Report report = arrhenius("pristine");
        assertEquals(0.520, energy(report).value(), 0.003);
        assertEquals(1.0e-6, sigma(report, 60), 0.01e-6);
    }

    @Test
    void ballMilled() throws Exception {
        Report report = arrhenius("ball-milled");
        Report composite = arrhenius("composite");
        assertEquals(0.470, energy(report).value(), 0.003);
        assertEquals(9e-5, sigma(report, 60), 0.9e-6);
        assertTrue(sigma(composite, 30) > 10 * sigma(report, 30));
        assertTrue(sigma(composite, 60) > 10 * sigma(report, 60));
    }

    /** More milling helps until 50 h, then no more. */
    @Test
    void milling() throws Exception {
        double[] hours = {20, 24, 36, 72, 90};
        double[] truth = {0.25e-3, 0.40e-3, 0.75e-3, 1.14e-3, 1.13e-3};
        for (int i = 0; i < hours.length; i++) {
            TwinCell cell = Twin.milling().cells().get(i);
            assertEquals((int) hours[i] + " h", cell.sampleProperties().get("milling time"));
            double sigma =
                    new Laboratory(folder, cell.circuit(), true)
                            .conductivities(cell)
                            .getFirst()
                            .report()
                            .quantity("conductivity")
                            .orElseThrow()
                            .value();
            assertEquals(truth[i], sigma, 0.01 * truth[i]);
        }
        assertEquals("50 h", cell("composite").sampleProperties().get("milling time"));
    }
}

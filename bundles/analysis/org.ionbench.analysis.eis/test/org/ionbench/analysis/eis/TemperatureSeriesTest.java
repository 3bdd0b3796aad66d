// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.eis.conduction.ArrheniusAnalysis;
import org.ionbench.analysis.eis.conduction.ConductivityAnalysis;
import org.ionbench.analysis.eis.fitting.FitAnalysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Finding;
import org.ionbench.api.report.Report;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Random;

class TemperatureSeriesTest {
    private static final Map<String, String> SETTINGS = Map.of("circuit", "p(R1,CPE1)-CPE2");
    private static final int SERIES = Integer.getInteger("ionbench.series", 20);

    private static Quantity energy(Map<String, List<Report>> reports) {
        return reports.get(ArrheniusAnalysis.ID)
                .getFirst()
                .quantity("activation energy sigma T")
                .orElseThrow();
    }

    /** The composite of the example: 0.424 +- 0.003 eV, sigma to 1 %. */
    @Test
    void composite() throws Exception {
        SimulatedCell cell = new SimulatedCell(1);
        var reports = cell.analyse(Map.of());
        Quantity e = energy(reports);
        assertEquals(0.424, e.value(), 0.003);
        assertTrue(e.interval95().orElseThrow().contains(0.424), e + " " + e.interval95());
        Report line = reports.get(ArrheniusAnalysis.ID).getFirst();
        assertEquals(
                2.94e-4, line.quantity("conductivity at 30.00 degC").orElseThrow().value(), 3e-6);
        assertEquals(
                1.154e-3,
                line.quantity("conductivity at 60.00 degC").orElseThrow().value(),
                1.2e-5);
        assertEquals(
                e.value() * 96.485332,
                line.quantity("molar activation energy sigma T").orElseThrow().value(),
                1e-6);
        // geometry moves the prefactor only
        assertTrue(e.contributions().keySet().stream().noneMatch(k -> k.endsWith("thickness")));
        Quantity prefactor = line.quantity("pre-exponential factor sigma T").orElseThrow();
        assertEquals(
                0.05 * prefactor.value(),
                prefactor.contributions().get("cell:c1/thickness"),
                1e-3 * prefactor.value());
    }

    /** 0.35 ohm of leads make 8.4 ohm look 4 % larger at 100 degC, and the energy smaller. */
    @Test
    void withoutTheShortCircuit() throws Exception {
        SimulatedCell cell = new SimulatedCell(1);
        cell.withShort = false;
        var reports = cell.analyse(SETTINGS);
        double hot =
                reports.get(ConductivityAnalysis.ID)
                        .getLast()
                        .quantity("conductivity")
                        .orElseThrow()
                        .value();
        double r = cell.resistance(373.15);
        assertEquals(r / (r + 0.35), hot / cell.sigma(373.15), 0.005);
        double e = energy(reports).value();
        assertTrue(e > 0.417 && e < 0.4235, "E_A " + e);
    }

    /** An interface with an arc of its own is no electrolyte, even where a tail follows it. */
    @Test
    void interfacesAreNotCounted() throws Exception {
        SimulatedCell cell = new SimulatedCell(5);
        cell.interfaceOhm = 40;
        cell.tailQ = 1e-4;
        Report fit =
                SimulatedCell.run(
                        new FitAnalysis(),
                        "f",
                        Inputs.of(cell.spectrum(60), cell.cell()),
                        Map.of("circuit", "R0-p(R1,CPE1)-CPE2"));
        Quantity r = fit.quantity(FitAnalysis.RESISTANCE).orElseThrow();
        double truth = cell.resistance(333.15);
        assertEquals(truth, r.value(), 0.02 * truth);
        assertTrue(
                fit.findings().stream()
                        .anyMatch(
                                f ->
                                        f instanceof Finding.Said said
                                                && said.text().contains("is not counted")),
                "the report says what was left out");
    }

    @Test
    void pristine() throws Exception {
        SimulatedCell cell = new SimulatedCell(2);
        cell.energy = 0.52;
        cell.sigma30 =
                1.0e-6
                        * 333.15
                        / 303.15
                        * Math.exp(-0.52 / SimulatedCell.BOLTZMANN * (1 / 303.15 - 1 / 333.15));
        cell.thickness = 0.06;
        cell.grainCapacitance = 2e-10;
        assertEquals(0.52, energy(cell.analyse(Map.of())).value(), 0.003);
    }

    /**
     * Series of materials, pellets, leads and noise at random: energies to 0.005 eV, conductivities
     * to 1.5 %, and the truth within the 95 % interval as often as it should be.
     */
    @Test
    void manySeries() throws Exception {
        Random r = new Random(20261124);
        int covered = 0;
        double worstEnergy = 0;
        double worstSigma = 0;
        for (int k = 0; k < SERIES; k++) {
            SimulatedCell cell = new SimulatedCell(1000 + k);
            cell.energy = 0.25 + 0.35 * r.nextDouble();
            cell.sigma30 = Math.pow(10, -6.5 + 3.5 * r.nextDouble());
            cell.thickness = 0.03 + 0.05 * r.nextDouble();
            cell.noise = 0.001 + 0.004 * r.nextDouble();
            cell.leadOhm = 1.5 * r.nextDouble();
            cell.leadHenry = 0.6e-6 * r.nextDouble();
            cell.grainShare = 0.5 * r.nextDouble();
            cell.grainCapacitance = Math.pow(10, -9.7 + 1.2 * r.nextDouble());
            cell.grainExponent = r.nextBoolean() ? 1 : 0.85 + 0.15 * r.nextDouble();
            cell.tailQ = Math.pow(10, -5.5 + r.nextDouble());
            cell.tailN = 0.8 + 0.15 * r.nextDouble();
            var reports = cell.analyse(SETTINGS);
            Quantity e = energy(reports);
            covered += e.interval95().orElseThrow().contains(cell.energy) ? 1 : 0;
            worstEnergy = Math.max(worstEnergy, Math.abs(e.value() - cell.energy));
            for (Report report : reports.get(ConductivityAnalysis.ID)) {
                Quantity s = report.quantity("conductivity").orElseThrow();
                double truth = cell.sigma(Double.parseDouble(s.conditions().get("temperature")));
                worstSigma = Math.max(worstSigma, Math.abs(s.value() / truth - 1));
            }
        }
        String found =
                covered
                        + " of "
                        + SERIES
                        + " covered, worst energy "
                        + worstEnergy
                        + ", worst sigma "
                        + worstSigma;
        assertTrue(worstEnergy < 0.005, found);
        assertTrue(worstSigma < 0.015, found);
        assertTrue(covered >= 0.9 * SERIES, found);
    }
}

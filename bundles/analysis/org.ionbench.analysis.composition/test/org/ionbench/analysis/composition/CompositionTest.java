// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class CompositionTest implements AnalysisContract<CompositionSettings> {
    private static final Unit DENSITY = Unit.of("g/cm3");
    private static final double U_SALT = 0.003;
    private static final double U_OXIDE = 0.02;

    @Override
    public Analysis<CompositionSettings> analysis() {
        return new CompositionAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(on(pellet(0.4)));
    }

    private static Inputs on(Cell cell) {
        return new Inputs(List.of(), List.of(), Optional.of(cell));
    }

    private static Quantity density(String source, double value, double u) {
        return Quantity.of("density", "density", value, DENSITY).withContribution(source, u);
    }

    private static Sample.Component salt(double share, String basis) {
        return new Sample.Component(
                "Li2B12H12", share, basis, Optional.of(density("salt", 1.1773, U_SALT)));
    }

    private static Sample.Component oxide(double share, String basis) {
        return new Sample.Component(
                "ZrO2", share, basis, Optional.of(density("oxide", 5.890, U_OXIDE)));
    }

    private static Sample sample(Map<String, String> fields, Sample.Component... components) {
        return new Sample("s", "composite", "", Optional.empty(), List.of(components), fields);
    }

    private static Cell cell(Sample sample) {
        return Cell.of("c", "cell", sample);
    }

    private static Cell pellet(double millimetres) {
        return cell(sample(
                        Map.of("pore volume ZrO2", "0.246 +- 0.004 cm3/g"),
                        salt(0.75, "volume"),
                        oxide(0.25, "volume")))
                .with(Cell.MASS, 50, 0.5, Unit.of("mg"))
                .with(Cell.THICKNESS, millimetres, 0.01, Unit.of("mm"))
                .with(Cell.DIAMETER, 10, 0.02, Unit.of("mm"));
    }

    private static Report run(Cell cell, Map<String, String> settings) throws AnalysisException {
        return new CompositionAnalysis()
                .run(
                        new Context("r", on(cell), Elements.of(List.of()), Progress.NONE),
                        Settings.read(CompositionSettings.class, settings));
    }

    private static Report run(Cell cell) throws AnalysisException {
        return run(cell, Map.of());
    }

    private static double value(Report report, String key) {
        return report.quantity(key).orElseThrow().value();
    }

    private static List<String> codes(Report report) {
        return report.problems().stream().map(Problem::code).toList();
    }

    /** Table 1 of Hehn et al. 2025 with one digit more. */
    @Test
    void tableOfThePaper() throws Exception {
        double[][] table = {
            {0.25, 62.51, 207.05, 2.355475},
            {0.50, 83.34, 69.02, 3.53365},
            {0.75, 93.753, 23.01, 4.711825}
        };
        for (double[] row : table) {
            Report report =
                    run(
                            cell(
                                    sample(
                                            Map.of("Pore Volume of ZrO2", "0.246 cm3/g"),
                                            salt(1 - row[0], "volume"),
                                            oxide(row[0], "volume"))));
            Quantity wt = report.quantity("mass fraction of ZrO2").orElseThrow();
            assertEquals("mass fraction", wt.name());
            assertEquals("ZrO2", wt.conditions().get("material"));
            assertEquals("1", wt.unit().symbol());
            assertEquals(row[1], wt.value() * 100, 0.005);
            assertEquals(row[0], value(report, "volume fraction of ZrO2"), 1e-12);
            assertEquals(row[2], value(report, "pore filling") * 100, 0.005);
            assertEquals(row[3], value(report, "theoretical density"), 1e-9);
            assertEquals(List.of(), codes(report));
        }
    }

    /**
     * Table 1 by other densities: those of the first two print as the paper does, the third not.
     */
    @Test
    void tableByOtherDensities() throws Exception {
        double[][] densities = {{5.89, 1.178}, {5.90, 1.18}, {5.89, 1.18}};
        double[][][] table = {
            {{62.50, 207.05}, {83.33, 69.02}, {93.75, 23.01}},
            {{62.50, 206.7}, {83.33, 68.9}, {93.75, 22.97}},
            {{62.46, 207.05}, {83.31, 69.02}, {93.74, 23.01}}
        };
        for (int d = 0; d < densities.length; d++) {
            for (int k = 0; k < 3; k++) {
                double v = 0.25 * (k + 1);
                Quantity salt = density("salt", densities[d][1], 0);
                Quantity oxide = density("oxide", densities[d][0], 0);
                Report report =
                        run(
                                cell(
                                        sample(
                                                Map.of("pore volume ZrO2", "0.246 cm3/g"),
                                                new Sample.Component(
                                                        "Li2B12H12",
                                                        1 - v,
                                                        "volume",
                                                        Optional.of(salt)),
                                                new Sample.Component(
                                                        "ZrO2", v, "volume", Optional.of(oxide)))));
                assertEquals(table[d][k][0], value(report, "mass fraction of ZrO2") * 100, 0.0051);
                assertEquals(table[d][k][1], value(report, "pore filling") * 100, 0.051);
            }
        }
        // the X-ray density of Li2B12H12: Z M / (N_A a^3)
        assertEquals(1.1773, 4 * 155.70 / (6.02214076e23 * Math.pow(9.5771e-8, 3)), 5e-5);
    }

    /** Shares by mass go back to the shares by volume they came from. */
    @Test
    void byMass() throws Exception {
        double w = 0.25 * 5.890 / (0.25 * 5.890 + 0.75 * 1.1773);
        Report report =
                run(
                        cell(
                                sample(
                                        Map.of("pore volume", "0.000246 m3/kg"),
                                        salt(1 - w, "mass"),
                                        oxide(w, "mass"))),
                        Map.of("porous", "zro2"));
        assertEquals(0.25, value(report, "volume fraction of ZrO2"), 1e-12);
        assertEquals(0.75, value(report, "volume fraction of Li2B12H12"), 1e-12);
        assertEquals(2.0705, value(report, "pore filling"), 5e-5);
        assertEquals(0.25 * 5.890 + 0.75 * 1.1773, value(report, "theoretical density"), 1e-9);
    }

    /** 50 mg on 10 mm at 0.3, 0.4 and 0.5 mm; 32.2 mg on 6 mm fill 0.483 mm. */
    @Test
    void denseness() throws Exception {
        assertEquals(0.90, value(run(pellet(0.3)), "relative density"), 0.002);
        assertEquals(0.676, value(run(pellet(0.4)), "relative density"), 0.0005);
        assertEquals(0.54, value(run(pellet(0.5)), "relative density"), 0.002);
        Cell small =
                pellet(0.483)
                        .with(Cell.MASS, 32.2, 0, Unit.of("mg"))
                        .with(Cell.DIAMETER, 6, 0, Unit.of("mm"));
        assertEquals(1, value(run(small), "relative density"), 0.002);
    }

    /** Each source apart, against derivatives written by hand. */
    @Test
    void uncertainties() throws Exception {
        Report report = run(pellet(0.4));
        Quantity relative = report.quantity("relative density").orElseThrow();
        double d = relative.value();
        double full = value(report, "theoretical density");
        Map<String, Double> u = relative.contributions();
        assertEquals(d * 0.5 / 50, u.get("cell:c/mass"), 1e-4 * d);
        assertEquals(-d * 0.01 / 0.4, u.get("cell:c/thickness"), 1e-4 * d);
        assertEquals(-d * 2 * 0.02 / 10, u.get("cell:c/diameter"), 1e-4 * d);
        assertEquals(-d * 0.75 * U_SALT / full, u.get("salt"), 1e-5 * d);
        assertEquals(-d * 0.25 * U_OXIDE / full, u.get("oxide"), 1e-5 * d);

        Quantity w = report.quantity("mass fraction of ZrO2").orElseThrow();
        double slope = w.value() * (1 - w.value());
        assertEquals(slope / 5.890 * U_OXIDE, w.contributions().get("oxide"), 1e-6);
        assertEquals(-slope / 1.1773 * U_SALT, w.contributions().get("salt"), 1e-6);

        Quantity filling = report.quantity("pore filling").orElseThrow();
        double p = filling.value();
        assertEquals(-p * 0.004 / 0.246, filling.contributions().get("sample:s/pore volume"), 2e-4);
        assertEquals(-p * U_OXIDE / 5.890, filling.contributions().get("oxide"), 1e-4);
        assertFalse(filling.contributions().containsKey("salt"));
    }

    @Test
    void whosePores() throws Exception {
        Sample vague =
                sample(
                        Map.of("pore volume", "0.246 cm3/g"),
                        salt(0.75, "volume"),
                        oxide(0.25, "volume"));
        assertEquals(List.of("composition.pores.whose"), codes(run(cell(vague))));
        Report told = run(cell(vague), Map.of("porous", "ZrO2"));
        assertEquals(2.0705, value(told, "pore filling"), 5e-5);
        Sample bare = sample(Map.of(), salt(0.75, "volume"), oxide(0.25, "volume"));
        Report none = run(cell(bare));
        assertTrue(none.quantity("pore filling").isEmpty());
        assertEquals(List.of(), codes(none));
        assertEquals(
                List.of("composition.pores.unknown"),
                codes(run(cell(bare), Map.of("porous", "ZrO2"))));
        Report atTheCell = run(cell(bare).with("pore volume ZrO2", 0.246, 0.004, Unit.of("cm3/g")));
        assertEquals(2.0705, value(atTheCell, "pore filling"), 5e-5);
        Sample wrong =
                sample(
                        Map.of("pore volume ZrO2", "0.246 mm"),
                        salt(0.75, "volume"),
                        oxide(0.25, "volume"));
        assertEquals(List.of("composition.pores.unreadable"), codes(run(cell(wrong))));
    }

    @Test
    void sharesThatDoNotAddUp() throws Exception {
        Report rounded = run(cell(sample(Map.of(), salt(0.375, "mass"), oxide(0.634, "mass"))));
        assertEquals(List.of("composition.sum"), codes(rounded));
        assertEquals(0.634 / 1.009, value(rounded, "mass fraction of ZrO2"), 1e-12);
        assertThrows(
                AnalysisException.class,
                () -> run(cell(sample(Map.of(), salt(0.5, "mass"), oxide(0.6, "mass")))));
        assertThrows(
                AnalysisException.class,
                () -> run(cell(sample(Map.of(), salt(0.5, "mass"), oxide(0.5, "volume")))));
    }

    /** A density given for a sample of unknown composition serves; an electrode is no pellet. */
    @Test
    void pelletsAndElectrodes() throws Exception {
        Sample plain =
                new Sample(
                        "s",
                        "pristine",
                        "",
                        Optional.of(density("whole", 1.1773, 0)),
                        List.of(),
                        Map.of());
        Cell cell =
                cell(plain)
                        .with(Cell.MASS, 50, 0, Unit.of("mg"))
                        .with(Cell.THICKNESS, 0.6, 0, Unit.of("mm"))
                        .with(Cell.DIAMETER, 10, 0, Unit.of("mm"));
        double volume = Math.PI * 0.25 * 0.06;
        assertEquals(0.05 / volume / 1.1773, value(run(cell), "relative density"), 1e-12);
        Report electrode = run(cell.with(Cell.ACTIVE_FRACTION, 0.4, 0, Unit.ONE));
        assertTrue(electrode.quantity("relative density").isEmpty());
        assertEquals(List.of("composition.too.dense"), codes(run(pellet(0.2))));
    }

    @Test
    void saysWhatIsMissing() {
        CompositionAnalysis analysis = new CompositionAnalysis();
        assertTrue(analysis.obstacle(on(cell(Sample.named("x")))).orElseThrow().contains("of x"));
        Sample unknown =
                sample(
                        Map.of(),
                        salt(0.75, "volume"),
                        new Sample.Component("ZrO2", 0.25, "volume", Optional.empty()));
        assertTrue(
                analysis.obstacle(on(cell(unknown)))
                        .orElseThrow()
                        .startsWith("The density of ZrO2 is not known"));
    }
}

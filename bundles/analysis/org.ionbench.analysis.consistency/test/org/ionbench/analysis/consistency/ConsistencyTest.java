// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Context;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.cell.Sample;
import org.ionbench.api.circuit.Elements;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.quantity.Unit;
import org.ionbench.api.report.Report;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.testkit.AnalysisContract;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ConsistencyTest implements AnalysisContract<ConsistencySettings> {
    private static final Unit MG = Unit.of("mg");
    private static final Unit MM = Unit.of("mm");
    private static final Unit AREAL = Unit.of("mAh/cm2");

    @Override
    public Analysis<ConsistencySettings> analysis() {
        return new ConsistencyAnalysis();
    }

    @Override
    public List<Inputs> inputs() {
        return List.of(project(lfp().with("areal capacity", 0.122, 0, AREAL)));
    }

    private static Inputs project(Cell... cells) {
        return new Inputs(List.of(), List.of(), Optional.empty(), List.of(cells), Map.of());
    }

    private static Inputs measured(Cell cell, Recording... recordings) {
        Map<String, String> of = new HashMap<>();
        for (Recording r : recordings) {
            of.put(r.id(), cell.id());
        }
        return new Inputs(List.of(recordings), List.of(), Optional.empty(), List.of(cell), of);
    }

    private static Report check(Inputs inputs) throws Exception {
        return new ConsistencyAnalysis()
                .run(
                        new Context("r", inputs, Elements.of(List.of()), Progress.NONE),
                        Settings.defaults(ConsistencySettings.class));
    }

    private static Problem only(Report report, String code) {
        List<Problem> found =
                report.problems().stream().filter(p -> p.code().equals(code)).toList();
        assertEquals(1, found.size(), report.problems() + "");
        return found.getFirst();
    }

    private static void nothing(Report report) {
        assertEquals(List.of(), report.problems());
        assertEquals(0, report.quantity("contradictions").orElseThrow().value());
    }

    // ---- the paper's cells: 1.2 mg of 6:4 LFP, 2.0 mg of 4:6 TiS2, on 6 mm

    private static Cell lfp() {
        return Cell.of("l", "LFP", Sample.named("LFP composite"))
                .with(Cell.MASS, 1.2, 0, MG)
                .with(Cell.ACTIVE_FRACTION, 0.6, 0, Unit.ONE)
                .with(Cell.DIAMETER, 6, 0, MM)
                .with("reference capacity", 170, 0, Unit.of("mAh/g"));
    }

    private static Cell tis2() {
        return Cell.of("t", "TiS2", Sample.named("TiS2 composite"))
                .with(Cell.MASS, 2, 0, MG)
                .with(Cell.ACTIVE_FRACTION, 0.4, 0, Unit.ONE)
                .with(Cell.DIAMETER, 6, 0, MM)
                .with("reference capacity", 239, 0, Unit.of("mAh/g"));
    }

    /** 0.122 mAh/cm2 as printed is 0.1224 mAh absolute; the areal capacity is 0.433 mAh/cm2. */
    @Test
    void theSlipOfThePaper() throws Exception {
        Report report =
                check(
                        project(
                                lfp().with("areal capacity", 0.122, 0, AREAL)
                                        .with("C/10", 43.3, 0, Unit.of("uA/cm2"))));
        Problem p = only(report, "consistency.areal.capacity");
        assertEquals(1, report.problems().size(), "C/10 = 43.3 uA/cm2 is right");
        assertTrue(p.message().contains("0.122 mAh/cm2"), p.message());
        assertTrue(p.message().contains("absolute capacity, 0.122 mAh,"), p.message());
        assertEquals("LFP", p.place());
        assertEquals("areal capacity", p.changes().getFirst().key());
        assertEquals("0.433 mAh/cm2", p.changes().getFirst().text());
        assertEquals("l", p.changes().getFirst().id());
        nothing(check(project(lfp().with("areal capacity", 0.433, 0, AREAL))));
    }

    /** 0.1912 mAh, 0.6762 mAh/cm2; C/20, C/10, C/5, C/2 are 33.8, 67.6, 135.2, 338.1 uA/cm2. */
    @Test
    void theOtherCell() throws Exception {
        Unit density = Unit.of("uA/cm2");
        Cell right =
                tis2().with("areal capacity", 0.676, 0, AREAL)
                        .with("capacity", 0.191, 0, Unit.of("mAh"))
                        .with("C/20", 33.8, 0, density)
                        .with("C/10", 67.6, 0, density)
                        .with("C/5", 135.2, 0, density)
                        .with("C/2", 338.1, 0, density)
                        .with("active mass", 0.8, 0, MG);
        Report report = check(project(right));
        nothing(report);
        List<Object> row = report.tables().getFirst().rows().getFirst();
        assertEquals(0.1912, (double) row.get(3), 1e-4);
        assertEquals(0.6762, (double) row.get(4), 1e-4);
        assertEquals(67.6, (double) row.get(5), 0.05);
        Cell wrong =
                right.with("C/2", 270, 0, density)
                        .with("active mass", 1.2, 0, MG)
                        .with("capacity", 0.478, 0, Unit.of("mAh"));
        report = check(project(wrong));
        assertEquals("338 uA/cm2", only(report, "consistency.rate").changes().getFirst().text());
        assertEquals("0.8 mg", only(report, "consistency.active.mass").changes().getFirst().text());
        only(report, "consistency.capacity");
        assertEquals(3, report.quantity("contradictions").orElseThrow().value());
    }

    @Test
    void currentsThatFlowed() throws Exception {
        Cell cell = tis2().with("rates", "C/20, C/10");
        nothing(check(measured(cell, cycling(19.12e-6, 9.56e-6))));
        Report report = check(measured(cell, cycling(12e-6)));
        // 191.2 uAh over 12 uA
        assertEquals("C/15.9", report.tables().getFirst().rows().getFirst().get(7));
        Problem p = only(report, "consistency.current.measured");
        assertTrue(p.message().contains("12 uA"), p.message());
    }

    private static Recording cycling(double... amps) {
        double[] i = new double[1000];
        for (int k = 0; k < i.length; k++) {
            i[k] = k % 10 == 0 ? 0 : (k % 20 < 10 ? -1 : 1) * amps[k * amps.length / i.length];
        }
        return Recording.of(
                        "cycles",
                        Technique.CYCLING,
                        ArrayTable.rows(i.length)
                                .column(ColumnSpec.of("I").as(QuantityKind.CURRENT, "A"), i)
                                .build())
                .build();
    }

    // ---- pellets: the composite of 2.356 g/cm3, pristine material of 1.1773 g/cm3

    private static Cell pellet(double density, double mg, double mm, double diameter) {
        Sample sample =
                new Sample(
                        "s",
                        "sample",
                        "",
                        Optional.of(Quantity.of("density", "d", density, Unit.of("g/cm3"))),
                        List.of(),
                        Map.of());
        return Cell.of("p", "pellet", sample)
                .with(Cell.MASS, mg, 0, MG)
                .with(Cell.THICKNESS, mm, 0, MM)
                .with(Cell.DIAMETER, diameter, 0, MM);
    }

    /** 100 and 102 % by the numbers, within the rounding of a thickness of one digit. */
    @Test
    void noWolf() throws Exception {
        nothing(check(project(pellet(2.356, 40, 0.6, 6))));
        nothing(check(project(pellet(2.356, 34, 0.5, 6))));
        nothing(check(project(pellet(2.356, 50, 0.32, 10))));
        nothing(check(project(pellet(1.1773, 50, 0.6, 10))));
        nothing(check(project(pellet(1.1773, 50, 0.5, 10))));
    }

    /** 50 mg of pristine material on 10 mm are at least 0.54 mm thick. */
    @Test
    void denserThanItsMaterial() throws Exception {
        Problem p = only(check(project(pellet(1.1773, 50, 0.4, 10))), "consistency.density");
        assertTrue(p.message().contains("at least 0.541 mm"), p.message());
        p = only(check(project(pellet(2.356, 50, 0.032, 10))), "consistency.density");
        assertEquals("0.32 mm", p.changes().getFirst().text());
        p = only(check(project(pellet(2.356, 50, 3.2, 10))), "consistency.porous");
        assertEquals("0.32 mm", p.changes().getFirst().text());
    }

    /** The density of a composite follows from its components, by volume as by mass. */
    @Test
    void densityOfComponents() {
        Quantity light = Quantity.of("density", "", 1.1773, Unit.of("g/cm3"));
        Quantity heavy = Quantity.of("density", "", 5.89, Unit.of("g/cm3"));
        for (String basis : List.of("volume", "mass")) {
            boolean mass = basis.equals("mass");
            Sample s =
                    new Sample(
                            "s",
                            "s",
                            "",
                            Optional.empty(),
                            List.of(
                                    new Sample.Component(
                                            "a", mass ? 0.3749 : 0.75, basis, Optional.of(light)),
                                    new Sample.Component(
                                            "b", mass ? 0.6251 : 0.25, basis, Optional.of(heavy))),
                            Map.of());
            assertEquals(2356, GeometryCheck.theoretical(s).orElseThrow(), 1);
        }
    }

    @Test
    void areasAndShapes() throws Exception {
        Cell cell = pellet(2.356, 50, 0.32, 10);
        Problem p =
                only(
                        check(project(cell.with("area", 0.283, 0, Unit.of("cm2")))),
                        "consistency.area");
        assertEquals(
                List.of("0.785 cm2", "6 mm"), p.changes().stream().map(c -> c.text()).toList());
        nothing(check(project(cell.with("area", 0.785, 0, Unit.of("cm2")))));
        Recording r =
                Recording.of("scan", Technique.CA, ArrayTable.rows(0).build())
                        .metadata("Working Electrode Area (cm2)", "0.2827")
                        .build();
        only(check(measured(cell, r)), "consistency.area.file");
        Recording untouched = r.change().metadata("Working Electrode Area (cm2)", "1").build();
        nothing(check(measured(cell, untouched)));
        only(check(project(pellet(2.356, 50, 12, 10))), "consistency.shape");
    }

    @Test
    void compositionsAreWhole() throws Exception {
        Sample s =
                new Sample(
                        "s",
                        "mix",
                        "",
                        Optional.empty(),
                        List.of(
                                new Sample.Component("a", 0.6, "mass", Optional.empty()),
                                new Sample.Component("b", 0.5, "mass", Optional.empty())),
                        Map.of());
        Problem p = only(check(project(Cell.of("c", "c", s))), "consistency.composition");
        assertTrue(p.message().contains("110 %"), p.message());
    }

    // ---- conditions

    private static Recording spectrum(String name, double... celsius) {
        Recording.Builder b =
                Recording.of(name, Technique.EIS, ArrayTable.rows(0).build()).id(name);
        String[] kinds = {"set temperature", "sample temperature"};
        for (int k = 0; k < celsius.length; k++) {
            Quantity t = Quantity.of("temperature", "T", celsius[k] + 273.15, Unit.of("K"));
            b.condition(kinds[k], t);
        }
        return b.build();
    }

    @Test
    void temperatures() throws Exception {
        Cell cell = Cell.of("c", "c", Sample.named("s"));
        nothing(check(measured(cell, spectrum("a", 30), spectrum("b", 40))));
        Report report = check(measured(cell, spectrum("a", 30), spectrum("b")));
        Problem p = only(report, "consistency.temperature.missing");
        assertEquals("30 degC", p.changes().getFirst().text());
        assertEquals("b", p.changes().getFirst().id());
        only(check(measured(cell, spectrum("b"))), "consistency.temperature.none");
        p =
                only(
                        check(measured(cell, spectrum("a", 60 - 273.15))),
                        "consistency.temperature.unlikely");
        assertEquals("60 degC", p.changes().getFirst().text());
        only(check(measured(cell, spectrum("a", 60, 50))), "consistency.temperature.apart");
        only(
                check(measured(cell, spectrum("a", 30, 30), spectrum("b", 100, 97))),
                "consistency.temperature.drift");
    }

    @Test
    void references() throws Exception {
        Sample s = Sample.named("s");
        Recording scan = Recording.of("scan", Technique.CV, ArrayTable.rows(0).build()).build();
        Cell bare = Cell.of("a", "a", s);
        Cell lithium = Cell.of("b", "b", s).with("reference", "Li+/Li");
        Inputs two =
                new Inputs(
                        List.of(scan),
                        List.of(),
                        Optional.empty(),
                        List.of(bare, lithium),
                        Map.of("scan", "a"));
        Problem p = only(check(two), "consistency.reference.missing");
        assertEquals("Li+/Li", p.changes().getFirst().text());
        Cell same = bare.with("reference", "Li/Li+");
        nothing(check(project(same, lithium)));
        Cell indium = bare.with("reference", "Li-In");
        only(check(project(indium, lithium)), "consistency.reference.unlike");
    }

    // ---- energies and conductivities

    private static Cell typed(String energy, String cold, String hot) {
        Sample s =
                new Sample(
                        "s",
                        "composite",
                        "",
                        Optional.empty(),
                        List.of(),
                        Map.of(
                                "activation energy",
                                energy,
                                "conductivity 30 degC",
                                cold,
                                "conductivity 60 degC",
                                hot));
        return Cell.of("c", "c", s);
    }

    /**
     * 0.42 eV, 2.9e-4, 1.2e-3: together only for 0.422 to 0.425 eV in the sigma T form, 0.42
     * exactly gives 1.12e-3.
     */
    @Test
    void energies() throws Exception {
        Report report = check(project(typed("0.42 eV", "2.9e-4 S/cm", "1.2e-3 S/cm")));
        Problem p = only(report, "consistency.activation.narrow");
        assertTrue(p.message().contains("0.422 to 0.425 eV"), p.message());
        assertTrue(p.message().contains("1.12e-3 S/cm"), p.message());
        only(
                check(project(typed("0.52 eV", "2.9e-4 S/cm", "1.2e-3 S/cm"))),
                "consistency.activation");
        only(
                check(project(typed("0.40 +- 0.005 eV", "2.90e-4 S/cm", "1.18e-3 S/cm"))),
                "consistency.activation.form");
        nothing(check(project(typed("0.424 eV", "2.94e-4 S/cm", "1.15e-3 S/cm"))));
        // Twice 2e-4 is more than 2.9e-4: there is no least conductivity to count from.
        nothing(check(project(typed("0.42 eV", "2.9e-4 +- 2e-4 S/cm", "1.2e-3 S/cm"))));
        // The same as quantities of the cell.
        Cell cell =
                Cell.of("c", "c", Sample.named("s"))
                        .with("E_A", 0.42, 0, Unit.of("eV"))
                        .with("sigma(30 degC)", 2.9e-4, 0, Unit.of("S/cm"))
                        .with("sigma(60 degC)", 1.2e-3, 0, Unit.of("S/cm"));
        only(check(project(cell)), "consistency.activation.narrow");
    }

    @Test
    void whatWasFound() throws Exception {
        Cell cell = typed("0.42 eV", "2.9e-4 S/cm", "1.2e-3 S/cm");
        Quantity energy =
                Quantity.of("activation energy", "E_A", 0.47, Unit.of("eV"))
                        .withContribution("x", 0.003);
        Quantity sigma =
                Quantity.of("conductivity", "s", 2.93e-3, Unit.of("S/m"))
                        .withCondition("temperature", 303.15)
                        .withContribution("x", 1e-4);
        Inputs in =
                new Inputs(
                        List.of(),
                        List.of(upstream(cell, energy), upstream(cell, sigma)),
                        Optional.empty(),
                        List.of(cell),
                        Map.of());
        Report report = check(in);
        only(report, "consistency.activation.found");
        only(report, "consistency.conductivity.found");
        Quantity right = Quantity.of("conductivity", "s", 2.93e-2, Unit.of("S/m"));
        in =
                new Inputs(
                        List.of(),
                        List.of(upstream(cell, right.withCondition("temperature", 303.15))),
                        Optional.empty(),
                        List.of(cell),
                        Map.of());
        assertFalse(check(in).problems().stream().anyMatch(p -> p.code().endsWith(".found")));
    }

    private static Inputs.Upstream upstream(Cell cell, Quantity q) {
        return new Inputs.Upstream(
                "u", "a", List.of(), Report.builder().quantity(q).build(), Optional.of(cell));
    }

    @Test
    void numbersAsTheyAreWritten() {
        Unit siemens = Unit.of("S/cm");
        Rounded r = Rounded.of("2.9e-4 S/cm", siemens).orElseThrow();
        assertEquals(2.85e-2, r.low(), 1e-12);
        assertEquals(2.95e-2, r.high(), 1e-12);
        assertEquals(Optional.empty(), Rounded.of("fine", siemens));
        assertEquals(Optional.empty(), Rounded.of("3 mm", siemens));
        r = Rounded.of(Quantity.of("t", "t", 0.5, MM));
        assertEquals(0.45e-3, r.low(), 1e-12);
        r = Rounded.of(Quantity.of("t", "t", 0.5, MM).withContribution("x", 0.01));
        assertEquals(0.48e-3, r.low(), 1e-12);
        r = Rounded.of(Quantity.of("t", "t", 50, MG));
        assertEquals(49.5e-6, r.low(), 1e-12);
    }
}

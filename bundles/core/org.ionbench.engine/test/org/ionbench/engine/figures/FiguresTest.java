// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.report.DataTable;
import org.ionbench.engine.output.SvgPlot;
import org.ionbench.engine.plotting.Extent;
import org.ionbench.engine.runs.Lab;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Figures over runs of a project. */
class FiguresTest {
    @TempDir Path folder;

    private Session session;
    private Runs runs;
    private Figures figures;
    private List<String> lines;

    @BeforeEach
    void project() throws Exception {
        session = Lab.project(folder.resolve("p"));
        runs = Runs.of(session, Lab.impedance(new Lab.Counts()).build());
        figures = new Figures(session, runs);
        int hours = 90;
        for (String cell : List.of("long", "middle", "short")) {
            String id = Lab.pellet(session, cell, 40, 60, 80);
            session.set(id, "sample milling time", hours + " h");
            hours -= 30;
        }
        lines = runs.plan(Lab.ARRHENIUS, Set.of(), Lab.CIRCUIT);
        runs.recompute(Progress.NONE);
    }

    @AfterEach
    void close() throws Exception {
        runs.close();
        session.close();
    }

    private static FigureSpec arrhenius(List<String> runs) {
        return FigureSpec.of("Lines", List.of("arrhenius"), runs).with("caption", "All of them.");
    }

    @Test
    void overlaysPlotsOfRuns() {
        Figure figure = figures.draw(arrhenius(lines));
        assertEquals("All of them.", figure.caption());
        assertEquals(1, figure.panels().size());
        Plot plot = figure.panels().getFirst().plot();
        List<Series> named = plot.series().stream().filter(s -> !s.name().isEmpty()).toList();
        assertEquals(List.of("long", "middle", "short"), named.stream().map(Series::name).toList());
        assertEquals(List.of(0, 1, 2), named.stream().map(Series::group).toList());
        assertTrue(plot.series().stream().noneMatch(s -> s.role() == Series.Role.BAND));
        Figure told = figures.draw(arrhenius(lines.subList(0, 2)).with("labels", "before; after"));
        assertTrue(
                told.panels().getFirst().plot().series().stream()
                        .anyMatch(s -> s.name().equals("after")));
    }

    @Test
    void oneRunIsItsOwnPlotAndSeveralPlotsAreSeveralPanels() {
        Figure one = figures.draw(arrhenius(List.of(lines.getFirst())));
        Plot own = runs.report(lines.getFirst()).orElseThrow().plots().getFirst();
        assertEquals(own, one.panels().getFirst().plot());
        List<String> fits = Lab.ids(session, "org.ionbench.analysis.eis.fit");
        Figure two =
                figures.draw(
                        FigureSpec.of(
                                "Bode", List.of("bode-modulus", "bode-phase"), fits.subList(0, 3)));
        assertEquals(
                List.of("bode-modulus-overlay", "bode-phase-overlay"),
                two.panels().stream().map(p -> p.plot().id()).toList());
        assertTrue(figures.draw(FigureSpec.of("No", List.of("nothing"), fits)).panels().isEmpty());
    }

    @Test
    void quantityOverProperty() {
        FigureSpec spec =
                FigureSpec.of(
                                "Milling",
                                List.of(FigureSpec.QUANTITY),
                                Lab.ids(session, Lab.CONDUCTIVITY))
                        .with("x", "milling time")
                        .with("y", "conductivity")
                        .with("at", "temperature = 333.15");
        Plot plot = figures.draw(spec).panels().getFirst().plot();
        Series series = plot.series().getFirst();
        Points.Inline points = (Points.Inline) series.points();
        assertArrayEquals(new double[] {30, 60, 90}, points.x());
        assertEquals("h", plot.x().unit());
        assertEquals("S/cm", plot.y().unit());
        double truth =
                2.94e-4
                        * 303.15
                        / 333.15
                        * Math.exp(-0.424 / 8.617333e-5 * (1 / 333.15 - 1 / 303.15));
        for (int i = 0; i < 3; i++) {
            // the lead of 0.35 ohm is in it
            assertEquals(truth, points.y()[i], 0.03 * truth);
            assertEquals(0.01 / 0.32, series.errors()[i] / points.y()[i], 0.002);
        }
        assertTrue(figures.draw(spec.with("x", "age")).panels().isEmpty());
    }

    @Test
    void tableOfQuantities() {
        FigureSpec spec =
                FigureSpec.of("Energies", List.of(FigureSpec.TABLE), lines)
                        .with(
                                "columns",
                                "activation energy sigma T / meV; nothing; activation energy sigma"
                                        + " T / ohm");
        Figure figure = figures.draw(spec);
        assertTrue(figure.panels().isEmpty() && !figure.isEmpty());
        DataTable table = figure.tables().getFirst();
        assertEquals("Activation energy sigma T / meV", table.headers().get(1));
        assertEquals(3, table.rows().size());
        assertEquals("long", table.rows().getFirst().getFirst());
        assertEquals(424, (double) table.rows().getFirst().get(1), 10);
        assertEquals("\u2014", table.rows().getFirst().get(2));
        assertEquals("\u2014", table.rows().getFirst().get(3));
        assertTrue(figures.draw(FigureSpec.of("No", List.of("table"), lines)).isEmpty());
    }

    @Test
    void isKeptInTheProjectAndUndone() throws Exception {
        FigureSpec spec = arrhenius(lines).with("window", "2.8:3.2, 1:1000");
        long before = session.changes();
        figures.put(spec);
        assertEquals(List.of(spec), figures.all());
        long once = session.changes();
        assertTrue(once > before);
        figures.put(spec);
        assertEquals(once, session.changes(), "what is so already is no edit");
        session.undo();
        assertEquals(List.of(), figures.all());
        session.redo();
        figures.put(spec.with("graded", "yes"));
        assertEquals(1, figures.all().size());
        assertTrue(figures.drawn().getFirst().graded());
        session.save();
        runs.close();
        session.close();
        session = Lab.open(folder.resolve("p"));
        runs = Runs.of(session, Lab.impedance(new Lab.Counts()).build());
        figures = new Figures(session, runs);
        assertEquals(List.of(spec.with("graded", "yes")), figures.all());
        runs.delete(lines.getFirst());
        assertEquals(lines.subList(1, 3), figures.all().getFirst().runs());
        session.delete(session.project().getFigures().getFirst().getId());
        assertEquals(List.of(), figures.all());
        assertThrows(
                IllegalArgumentException.class, () -> figures.put(arrhenius(List.of("nobody"))));
    }

    @Test
    void twoOfOneNameAreTwo() {
        String first = figures.add(arrhenius(lines));
        String second = figures.add(arrhenius(lines.subList(0, 1)));
        assertEquals(2, figures.all().size());
        figures.set(second, figures.find(second).orElseThrow().with("graded", "yes"));
        assertEquals(Optional.of(arrhenius(lines)), figures.find(first));
        assertEquals(
                Optional.of(arrhenius(lines.subList(0, 1)).with("graded", "yes")),
                figures.find(second));
        session.undo();
        session.undo();
        assertEquals(Optional.empty(), figures.find(second));
        assertThrows(IllegalArgumentException.class, () -> figures.set(second, arrhenius(lines)));
    }

    @Test
    void windowsAndInsets() {
        FigureSpec spec =
                FigureSpec.of(
                                "Spectra",
                                List.of("nyquist"),
                                Lab.ids(session, "org.ionbench.analysis.eis.fit").subList(0, 2))
                        .with("window", "0:600, 0:400")
                        .with("inset", "0 : 100, 0 : 50");
        Figure.Panel panel = figures.draw(spec).panels().getFirst();
        assertEquals(Optional.of(new Extent(0, 600, 0, 400)), panel.window());
        assertEquals(Optional.of(new Extent(0, 100, 0, 50)), panel.inset());
        for (String wrong : List.of("0:600", "600:0, 0:400", "a:b, 0:4", "0, 1")) {
            assertEquals(
                    Optional.empty(),
                    figures.draw(spec.with("window", wrong)).panels().getFirst().window());
        }
        SvgPlot plain = SvgPlot.ofInline().window(panel.window().orElseThrow());
        String whole = plain.draw(panel.plot());
        String inset = plain.inset(panel.inset().orElseThrow()).draw(panel.plot());
        assertEquals(2, whole.split("<svg").length - 1);
        assertEquals(4, inset.split("<svg").length - 1);
        assertEquals(1, inset.split("Re Z").length - 1, "the inset has no names of axes");
    }

    @Test
    void anotherPlotOnTheRight() {
        FigureSpec spec =
                FigureSpec.of(
                                "Bode",
                                List.of("bode-modulus"),
                                Lab.ids(session, "org.ionbench.analysis.eis.fit").subList(0, 1))
                        .with("right", "bode-phase");
        Figure.Panel panel = figures.draw(spec).panels().getFirst();
        Plot plot = panel.plot();
        Plot right = plot.right().orElseThrow();
        assertEquals("bode-phase", right.id());
        Plot alone = new Plot(plot.id(), plot.title(), plot.x(), plot.y(), plot.series(), false);
        String plain = SvgPlot.ofInline().draw(alone);
        String both = SvgPlot.ofInline().draw(plot);
        assertEquals(1, plain.split("rotate").length - 1);
        assertEquals(2, both.split("rotate").length - 1);
        // symbols of both plots, in two colours
        assertTrue(both.contains("#0072b2") && both.contains("#d55e00"));
        assertTrue(both.contains(">" + right.y().quantity()), both);
        assertTrue(
                figures.draw(spec.with("right", "none"))
                        .panels()
                        .getFirst()
                        .plot()
                        .right()
                        .isEmpty());
    }

    @Test
    void seriesByWholeWords() {
        Plot plot = runs.report(lines.getFirst()).orElseThrow().plots().getFirst();
        String measured =
                plot.series().stream()
                        .filter(s -> s.role() == Series.Role.MEASURED)
                        .findFirst()
                        .orElseThrow()
                        .name();
        FigureSpec one = arrhenius(List.of(lines.getFirst()));
        assertEquals(
                List.of(measured),
                figures
                        .draw(one.with("series", measured))
                        .panels()
                        .getFirst()
                        .plot()
                        .series()
                        .stream()
                        .map(Series::name)
                        .toList());
        assertTrue(
                figures.draw(one.with("series", measured.substring(0, 3)))
                        .panels()
                        .getFirst()
                        .plot()
                        .series()
                        .isEmpty());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.plot.Axis;
import org.ionbench.api.plot.Plot;
import org.ionbench.api.plot.Points;
import org.ionbench.api.plot.Series;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

class SvgPlotTest {

    private static Element parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> all(Element root, String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Plot plot(Series... series) {
        return Plot.of(
                "p",
                "title",
                Axis.linear("x", "E", "V"),
                Axis.linear("y", "I", "A"),
                List.of(series));
    }

    @Test
    void axesAreLabelledInTheFormQuantityOverUnit() throws Exception {
        var texts =
                all(parsed(SvgPlot.ofInline().draw(Results.nyquist(14000))), "text").stream()
                        .map(Element::getTextContent)
                        .toList();
        assertTrue(
                texts.contains("Re Z / M\u03a9") || texts.contains("Re Z / k\u03a9"), "" + texts);
        assertTrue(texts.contains("measured"), "" + texts);
        assertTrue(texts.contains("left out"), "" + texts);
    }

    @Test
    void oneOhmIsAsLongOnBothAxes() throws Exception {
        Element svg = parsed(SvgPlot.ofInline().draw(Results.nyquist(140)));
        // numbers below the axis share their y, those beside it their x
        double perOhmAcross = spacing(svg, "middle", "x");
        double perOhmUp = -spacing(svg, "end", "y");
        assertEquals(perOhmAcross, perOhmUp, 0.02 * perOhmAcross);
    }

    private static double spacing(Element svg, String anchor, String coordinate) {
        List<double[]> ticks = new ArrayList<>();
        for (Element text : all(svg, "text")) {
            String number = text.getTextContent().replace('\u2212', '-');
            if (text.getAttribute("text-anchor").equals(anchor) && number.matches("-?[0-9.]+")) {
                ticks.add(
                        new double[] {
                            Double.parseDouble(number),
                            Double.parseDouble(text.getAttribute(coordinate))
                        });
            }
        }
        double[] a = ticks.getFirst();
        double[] b = ticks.getLast();
        return (b[1] - a[1]) / (b[0] - a[0]);
    }

    @Test
    void measuredPointsAreSymbolsAndNeverALine() throws Exception {
        double[] x = {0, 1, 2};
        Element svg =
                parsed(
                        SvgPlot.ofInline()
                                .draw(
                                        plot(
                                                Series.measured("m", 0, x, new double[] {1, 2, 3}),
                                                Series.excluded(
                                                        "e", 0, x, new double[] {3, 2, 1}))));
        List<Element> paths = all(all(svg, "svg").getFirst(), "path");
        assertEquals(2, paths.size());
        assertEquals(3, paths.get(0).getAttribute("d").split("M").length - 1);
        assertFalse(paths.get(0).getAttribute("d").contains("L"), "circles are not joined");
        assertEquals(6, paths.get(1).getAttribute("d").split("M").length - 1, "three crosses");
    }

    @Test
    void whatHasNoPlaceOnALogarithmicAxisDoesNoHarm() throws Exception {
        double[] x = {1, 10, 100, 1000};
        double[] y = {1, 0, Double.NaN, 10};
        Plot plot =
                Plot.of(
                        "p",
                        "t",
                        Axis.logarithmic("f", "f", "Hz"),
                        Axis.logarithmic("z", "|Z|", "ohm"),
                        List.of(
                                Series.band("b", 0, x, new double[] {-1, 1, 1, 1}, new double[4]),
                                Series.fit("f", 0, x, y),
                                Series.measured("m", 0, x, y)
                                        .withErrors(new double[] {5, 5, 5, 0.1})));
        String svg = SvgPlot.ofInline().draw(plot);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        parsed(svg);
    }

    @Test
    void textIsEscaped() throws Exception {
        String name = "<script>\"a\" & b\u0007</script>";
        String svg =
                SvgPlot.ofInline()
                        .draw(
                                plot(
                                        Series.fit(name, 0, new double[2], new double[2]),
                                        Series.fit("E_A = 1", 1, new double[2], new double[2])));
        assertFalse(svg.contains("<script"));
        var texts = all(parsed(svg), "text").stream().map(Element::getTextContent).toList();
        assertTrue(texts.contains("<script>\"a\" & b\ufffd</script>"), "" + texts);
        assertTrue(texts.contains("EA = 1"), "an index is lowered: " + texts);
    }

    @Test
    void aMillionPointsBecomeAFewThousand() throws Exception {
        int n = 1_000_000;
        double[] t = new double[n];
        double[] v = new double[n];
        Arrays.setAll(t, i -> i);
        Arrays.setAll(v, i -> Math.sin(i / 1000.0) + (i == 654_321 ? 9 : 0));
        Table table =
                ArrayTable.rows(n)
                        .column(ColumnSpec.of("time").as(QuantityKind.TIME, "s"), t)
                        .column(ColumnSpec.of("volt").as(QuantityKind.POTENTIAL, "mV"), v)
                        .build();
        Plot plot =
                plot(
                        Series.curve("c", 0, new Points.Columns("r", "time", "volt", 1, 1000)),
                        Series.curve("d", 0, new Points.Columns("other", "time", "volt", 1, 1)));
        String svg =
                SvgPlot.of(r -> r.equals("r") ? Optional.of(table) : Optional.empty()).draw(plot);
        assertTrue(svg.length() < 100_000, svg.length() + " characters");
        // the one spike reaches the top: 5 % of the height is margin
        double top =
                Arrays.stream(
                                all(all(parsed(svg), "svg").getFirst(), "path")
                                        .getFirst()
                                        .getAttribute("d")
                                        .split("[ML]"))
                        .filter(s -> !s.isEmpty())
                        .mapToDouble(s -> Double.parseDouble(s.split(" ")[1]))
                        .min()
                        .orElseThrow();
        double height =
                Double.parseDouble(all(parsed(svg), "svg").getFirst().getAttribute("height"));
        assertEquals(0.05 / 1.1 * height, top, 1);
    }

    @Test
    void theSamePlotGivesTheSameText() {
        assertEquals(
                SvgPlot.ofInline().draw(Results.nyquist(140)),
                SvgPlot.ofInline().draw(Results.nyquist(140)));
    }

    @Test
    void bothThemesKeepALightFallback() {
        String svg = SvgPlot.ofInline().bothThemes().draw(Results.nyquist(140));
        assertTrue(svg.contains("stroke=\"#0072b2\" style=\"stroke:light-dark(#0072b2,"), svg);
    }

    @Test
    void emptyPlotsAreDrawnEmpty() throws Exception {
        parsed(SvgPlot.ofInline().draw(plot()));
        parsed(
                SvgPlot.ofInline()
                        .draw(plot(Series.measured("m", 0, new double[0], new double[0]))));
    }
}

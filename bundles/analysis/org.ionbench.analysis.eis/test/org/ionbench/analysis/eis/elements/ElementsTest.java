// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.analysis.eis.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.analysis.eis.InstalledElements;
import org.ionbench.api.circuit.Element;
import org.ionbench.api.circuit.FrequencyGrid;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class ElementsTest {

    /** Values and derivatives against elements_reference.py (mpmath, 50 digits). */
    @Test
    void agreeWithTheFormulas() throws Exception {
        List<String> lines =
                Files.readAllLines(
                        Path.of(
                                "test/org/ionbench/analysis/eis/elements",
                                "elements_reference.csv"));
        lines = lines.subList(1, lines.size());
        assertEquals(12 * 12, lines.size());
        for (String line : lines) {
            String[] cell = line.split(",");
            Element e = InstalledElements.all().symbol(cell[0]).orElseThrow();
            FrequencyGrid grid = FrequencyGrid.of(3.0, Double.parseDouble(cell[1]));
            String[] texts = cell[2].split(" ");
            double[] p = new double[texts.length + 1];
            for (int k = 0; k < texts.length; k++) {
                p[k + 1] = Double.parseDouble(texts[k]);
            }
            double[] z = new double[4];
            double[][] dz = new double[texts.length][4];
            e.evaluate(p, 1, grid, z, dz);
            close(line, cell, 3, z);
            for (int k = 0; k < texts.length; k++) {
                close(line + " d/d " + e.parameters().get(k).name(), cell, 5 + 2 * k, dz[k]);
            }
            double[] alone = new double[4];
            e.evaluate(p, 1, grid, alone, null);
            assertEquals(z[2], alone[2], Math.abs(z[2]) * 1e-15, line);
            assertEquals(z[3], alone[3], Math.abs(z[3]) * 1e-15, line);
        }
    }

    private static void close(String what, String[] cell, int column, double[] value) {
        double re = Double.parseDouble(cell[column]);
        double im = Double.parseDouble(cell[column + 1]);
        double tolerance = 3e-11 * Math.hypot(re, im) + 1e-290;
        assertEquals(re, value[2], tolerance, what);
        assertEquals(im, value[3], tolerance, what);
    }

    @Test
    void largeArgumentsStayFinite() {
        FrequencyGrid grid = FrequencyGrid.of(1e-6, 1, 1e9);
        for (Element e : InstalledElements.all().all()) {
            double[] p = new double[e.parameters().size()];
            for (int k = 0; k < p.length; k++) {
                p[k] = e.parameters().get(k).name().equals("tau") ? 1e12 : 0.95;
            }
            double[] z = new double[6];
            double[][] dz = new double[p.length][6];
            e.evaluate(p, 0, grid, z, dz);
            for (int i = 0; i < 6; i++) {
                assertTrue(Double.isFinite(z[i]), e.symbol());
                for (double[] d : dz) {
                    assertTrue(Double.isFinite(d[i]), e.symbol());
                }
            }
        }
    }

    /** Each class is named in plugin.xml under its symbol. */
    @Test
    void areContributed() throws Exception {
        var list =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("plugin.xml").toFile())
                        .getElementsByTagName("element");
        assertEquals(12, list.getLength());
        for (int i = 0; i < list.getLength(); i++) {
            var node = (org.w3c.dom.Element) list.item(i);
            Object made = Class.forName(node.getAttribute("class")).getConstructor().newInstance();
            assertEquals(node.getAttribute("symbol"), ((Element) made).symbol());
        }
    }
}

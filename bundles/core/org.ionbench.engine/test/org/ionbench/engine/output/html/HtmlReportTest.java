// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.output.Results;
import org.ionbench.engine.runs.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

class HtmlReportTest {
    private static final String HOSTILE = "../../<b>\"x\" & y</b>";

    @TempDir Path folder;

    private static List<RunResult> results() {
        List<RunResult> runs = new ArrayList<>(Results.ofCell("composite", "C-07"));
        runs.addAll(Results.ofCell(HOSTILE, "C-08"));
        runs.add(Results.failed("broken", "composite", "C-07", "There are no frequencies."));
        return runs;
    }

    private static HtmlReport report() {
        return HtmlReport.titled("A report & more")
                .dated(LocalDate.of(2026, 3, 1))
                .program("Ionbench 1.0.0")
                .banner("Synthetic data.")
                .published(
                        List.of(
                                new PublishedValue(
                                        "composite",
                                        "",
                                        "activation energy",
                                        Map.of("form", "sigma T"),
                                        40.5,
                                        "kJ/mol",
                                        "none"),
                                new PublishedValue(
                                        "composite",
                                        "",
                                        "conductivity",
                                        Map.of("temperature", "333.15"),
                                        0.12,
                                        "S/m",
                                        "Table 1")));
    }

    private static Document parsed(Path index) throws Exception {
        String html = Files.readString(index);
        assertTrue(html.startsWith("<!DOCTYPE html>"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.substring(html.indexOf("<html")))));
    }

    private static List<Element> all(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void everyLinkLeadsSomewhereAndEveryFileIsLinked() throws Exception {
        Document page = parsed(report().write(folder, results()));
        Set<String> ids = new HashSet<>();
        for (String tag : List.of("section", "div", "h2")) {
            all(page, tag).forEach(e -> ids.add(e.getAttribute("id")));
        }
        Set<Path> linked = new HashSet<>();
        for (Element a : all(page, "a")) {
            String href = a.getAttribute("href");
            if (href.startsWith("#")) {
                assertTrue(ids.contains(href.substring(1)), href);
            } else {
                assertTrue(Files.isRegularFile(folder.resolve(href)), href);
                linked.add(folder.resolve(href));
            }
        }
        linked.add(folder.resolve("index.html"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(linked, Set.copyOf(files.filter(Files::isRegularFile).toList()));
        }
        assertFalse(Files.exists(folder.resolve("../../b-x-y-b")));
    }

    @Test
    void thePageNeedsNothingFromElsewhere() throws IOException {
        String html = Files.readString(report().write(folder, results()));
        String bare = html.replace("http://www.w3.org/2000/svg", "");
        assertFalse(bare.contains("http:") || bare.contains("https:") || bare.contains("url("));
        assertFalse(bare.contains("<script") || bare.contains("<link") || bare.contains("@import"));
        assertFalse(bare.contains("<b>\"x\""), "names are escaped");
    }

    @Test
    void theSummaryHasThePublishedValueBesideTheResult() throws Exception {
        Document page = parsed(report().write(folder, results()));
        Element summary = all(page, "table").getFirst();
        String text = summary.getTextContent();
        assertTrue(text.contains("0.4240(31)\u2009eV"), text);
        assertTrue(text.contains("published 1.2\u2009\u00d7\u200910\u207b\u00b3"), text);
        assertFalse(text.contains("40.5"), "kJ/mol does not measure what eV does");
        assertTrue(text.contains("2.940(88)"), text);
    }

    @Test
    void provenanceProblemsAndBannerAreThere() throws Exception {
        String text =
                parsed(report().write(folder, results())).getDocumentElement().getTextContent();
        for (String needed :
                List.of(
                        "Synthetic data.",
                        "2026-03-01",
                        "A report & more",
                        "raw/ab/Fit 30.0.par",
                        "c0ffee",
                        "par, 1",
                        "weight=modulus",
                        "broken: There are no frequencies.",
                        "The apex lies at 333.15 Hz.",
                        "2 more like this",
                        "see EIS_40C.par")) {
            assertTrue(text.contains(needed), needed);
        }
    }

    @Test
    void theFilesOfAJoinedRecordingHaveALineEach() throws Exception {
        RunResult r = results().getFirst();
        RunResult ofJoined =
                new RunResult(
                        r.id(),
                        r.label(),
                        r.analysis(),
                        r.analysisName(),
                        r.version(),
                        r.revision(),
                        r.sample(),
                        r.cell(),
                        List.of(
                                new RunResult.Input(
                                        "joined", "raw/1a/a.mpr|raw/2b/b.mpr", "1a|2b", "mpr, 1")),
                        r.settings(),
                        r.state(),
                        r.why(),
                        r.report());
        List<String> lines =
                all(parsed(report().write(folder, List.of(ofJoined))), "tr").stream()
                        .map(Element::getTextContent)
                        .toList();
        assertTrue(lines.contains("joinedraw/1a/a.mpr1ampr, 1"), lines.toString());
        assertTrue(lines.contains("joinedraw/2b/b.mpr2bmpr, 1"), lines.toString());
    }

    @Test
    void runsOfACellStandByTemperature() throws Exception {
        String text =
                parsed(report().write(folder, results())).getDocumentElement().getTextContent();
        int parameters = text.indexOf("Parameters of R1-CPE1");
        int cold = text.indexOf("30\u2009\u00b0C", parameters);
        int middle = text.indexOf("45\u2009\u00b0C", parameters);
        int hot = text.indexOf("60\u2009\u00b0C", parameters);
        assertTrue(
                parameters >= 0 && cold < middle && middle < hot, cold + " " + middle + " " + hot);
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws IOException {
        report().write(folder.resolve("a"), results());
        report().write(folder.resolve("b"), results());
        try (Stream<Path> files = Files.walk(folder.resolve("a"))) {
            for (Path a : files.filter(Files::isRegularFile).toList()) {
                Path b = folder.resolve("b").resolve(folder.resolve("a").relativize(a).toString());
                assertEquals(-1, Files.mismatch(a, b), a.toString());
            }
        }
    }

    @Test
    void aReportOfNothingIsAPage() throws Exception {
        parsed(HtmlReport.titled("Empty").write(folder, List.of()));
    }
}

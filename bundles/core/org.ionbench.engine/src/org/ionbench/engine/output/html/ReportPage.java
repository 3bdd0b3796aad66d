// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.engine.output.Formulas;
import org.ionbench.engine.output.Markup;
import org.ionbench.engine.runs.RunResult;

import java.util.ArrayList;
import java.util.List;

/** The page as a whole. */
final class ReportPage {
    private final ReportFrame frame;
    private final List<RunResult> results;
    private final List<CellResults> cells;
    private final Markup page = new Markup();
    private final Parts parts;

    ReportPage(ReportFrame frame, ReportFolder files, List<RunResult> results) {
        this.frame = frame;
        this.results = results;
        this.cells = CellResults.of(results);
        this.parts = new Parts(frame, files, page);
    }

    String html() {
        page.add("<!DOCTYPE html>\n").open("html", "lang", "en").open("head").line();
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", frame.title()).line();
        page.open("style").add(ReportStyle.CSS).close().close().line();
        page.open("body").open("main").line();
        page.element("h1", Formulas.lowered(frame.title())).line();
        List<String> about = new ArrayList<>();
        frame.date().ifPresent(d -> about.add(d.toString()));
        if (!frame.program().isEmpty()) {
            about.add(frame.program());
        }
        page.element("p", String.join(" \u00b7 ", about), "class", "meta").line();
        if (!frame.banner().isEmpty()) {
            page.element("div", frame.banner(), "class", "banner").line();
        }
        page.open("nav");
        if (frame.figures().stream().anyMatch(f -> !f.isEmpty())) {
            page.element("a", "Figures", "href", "#figures");
        }
        for (CellResults cell : cells) {
            page.element("a", cell.told(cells), "href", "#" + cell.anchor());
        }
        page.element("a", "Provenance", "href", "#provenance").close().line();
        new Summary(frame, parts, page, cells).write();
        page.open("p", "class", "note").text("All numbers in full precision: ");
        page.element("a", "quantities.csv", "href", "quantities.csv").text(", ");
        page.element("a", "parameters.csv", "href", "parameters.csv").text(".").close().line();
        new FiguresPart(frame, parts, page).write();
        for (CellResults cell : cells) {
            new CellPart(parts, page).write(cell);
        }
        new Provenance(frame, parts, page, results).write();
        return page.close().close().close().line().toString();
    }
}

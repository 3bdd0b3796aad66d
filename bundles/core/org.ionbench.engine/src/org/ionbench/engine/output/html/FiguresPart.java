// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.engine.figures.Figure;
import org.ionbench.engine.output.Formulas;
import org.ionbench.engine.output.Markup;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.runs.RunResult;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Figures over several runs, each with what was published of its numbers. */
final class FiguresPart {
    private final ReportFrame frame;
    private final Parts parts;
    private final Markup page;

    FiguresPart(ReportFrame frame, Parts parts, Markup page) {
        this.frame = frame;
        this.parts = parts;
        this.page = page;
    }

    void write() {
        List<Figure> shown = frame.figures().stream().filter(f -> !f.isEmpty()).toList();
        if (shown.isEmpty()) {
            return;
        }
        page.open("section", "id", "figures").element("h2", "Figures").line();
        shown.forEach(this::write);
        page.close().line();
    }

    private void write(Figure figure) {
        page.element("h3", figure.name()).line();
        figure.tables().forEach(t -> parts.table(t, figure.name()));
        boolean one = figure.panels().size() == 1;
        page.open("div", "class", one ? "figure" : "pair").line();
        for (Figure.Panel panel : figure.panels()) {
            Parts.Look look =
                    (one ? Parts.Look.LARGE : Parts.Look.PAIRED)
                            .gradedIn(figure.graded(), panel.window())
                            .inset(panel.inset());
            parts.figure(
                    panel.plot(),
                    look,
                    figure.name() + (one ? "" : " " + panel.plot().id()),
                    one ? figure.caption() : panel.plot().title() + ".");
        }
        page.close().line();
        if (!one && !figure.caption().isEmpty()) {
            page.element("p", figure.caption(), "class", "note").line();
        }
        compared(figure);
    }

    private record Pair(RunResult run, Quantity found, PublishedValue published) {}

    private void compared(Figure figure) {
        Set<PublishedValue> done = new LinkedHashSet<>();
        List<Pair> pairs =
                figure.results().stream()
                        .flatMap(
                                r ->
                                        r.report().stream()
                                                .flatMap(report -> report.quantities().stream())
                                                .flatMap(q -> pair(r, q).stream()))
                        .filter(p -> done.add(p.published))
                        .toList();
        if (pairs.isEmpty()) {
            return;
        }
        parts.openTable();
        parts.head(List.of("Sample", "Cell", "Quantity", "Value", "Published"));
        page.open("tbody");
        for (Pair p : pairs) {
            page.open("tr");
            parts.cell(Formulas.lowered(p.run.sample()));
            parts.cell(p.run.cell());
            parts.named(p.found);
            parts.number(Parts.PRINT.concise(p.found));
            parts.number(Parts.published(p.published, p.found));
            page.close().line();
        }
        page.close();
        parts.closeTable();
    }

    private Optional<Pair> pair(RunResult run, Quantity q) {
        return PublishedValue.of(run.sample(), run.cell(), q, frame.published())
                .map(p -> new Pair(run, q, p));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.output.html;

import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.Report;
import org.ionbench.engine.figures.Figure;
import org.ionbench.engine.output.Formulas;
import org.ionbench.engine.output.Markup;
import org.ionbench.engine.output.PublishedValue;
import org.ionbench.engine.runs.RunResult;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Figures over several runs, each with what was published of its numbers. */
final class FiguresPart {
    private final ReportFrame frame;
    private final Parts parts;
    private final Markup page;
    private final Set<PublishedValue> compared = new LinkedHashSet<>();

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
        page.element("h3", Formulas.lowered(figure.name())).line();
        figure.tables().forEach(t -> parts.table(t, figure.name()));
        String caption = Formulas.lowered(figure.caption());
        boolean one = figure.panels().size() == 1;
        page.open("div", "class", one ? "figure" : "pair").line();
        for (Figure.Panel panel : figure.panels()) {
            Parts.Look look =
                    (one ? Parts.Look.LARGE : Parts.Look.PAIRED)
                            .gradedIn(figure.graded(), panel.window())
                            .inside(panel.inset());
            parts.figure(
                    panel.plot(),
                    look,
                    figure.name() + (one ? "" : " " + panel.plot().id()),
                    one ? caption : panel.plot().title() + ".");
        }
        page.close().line();
        if (!one && !caption.isEmpty()) {
            page.element("p", caption, "class", "note").line();
        }
        listed(figure);
    }

    private record Line(RunResult run, Quantity found, Optional<PublishedValue> published) {}

    /** The results of its runs that were published, each once, or are asked for. */
    private void listed(Figure figure) {
        List<Line> lines = new ArrayList<>();
        for (RunResult run : figure.results()) {
            for (Quantity q : run.report().map(Report::quantities).orElse(List.of())) {
                Optional<PublishedValue> published =
                        PublishedValue.of(run.sample(), run.cell(), q, frame.published())
                                .filter(compared::add);
                if (published.isPresent() || figure.quantities().contains(q.name())) {
                    lines.add(new Line(run, q, published));
                }
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        boolean published = lines.stream().anyMatch(l -> l.published.isPresent());
        List<String> headers = new ArrayList<>(List.of("Sample", "Cell", "Quantity", "Value"));
        if (published) {
            headers.add("Published");
        }
        parts.openTable();
        parts.head(headers);
        page.open("tbody");
        for (Line line : lines) {
            page.open("tr");
            parts.cell(Formulas.lowered(line.run.sample()));
            parts.cell(line.run.cell());
            parts.named(line.found);
            parts.number(Parts.PRINT.concise(line.found));
            if (published) {
                parts.number(line.published.map(p -> Parts.published(p, line.found)).orElse(""));
            }
            page.close().line();
        }
        page.close();
        parts.closeTable();
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.findings;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Quantity;
import org.ionbench.api.report.DataTable;
import org.ionbench.api.report.Finding;
import org.ionbench.api.report.Fit;
import org.ionbench.api.report.Report;
import org.ionbench.engine.output.FindingText;
import org.ionbench.engine.output.NumberColumn;
import org.ionbench.engine.output.Printed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A piece of the findings as it stands on screen: all text is made, nothing is drawn yet. */
sealed interface Part {

    /** Whether another part can be shown in the same widgets. */
    boolean isLike(Part other);

    /**
     * A table under a heading.
     *
     * @param id names it for tests
     * @param heading a noun phrase
     * @param note one line under the heading; empty if there is nothing to say
     * @param circuit a circuit's code to be drawn above; empty if there is none
     * @param headers one for each column
     * @param right the places of columns that hold numbers
     * @param rows texts by row
     */
    record Grid(
            String id,
            String heading,
            String note,
            String circuit,
            List<String> headers,
            List<Integer> right,
            List<List<String>> rows)
            implements Part {
        @Override
        public boolean isLike(Part other) {
            return other instanceof Grid g
                    && g.id.equals(id)
                    && g.heading.equals(heading)
                    && g.circuit.equals(circuit)
                    && g.note.isEmpty() == note.isEmpty()
                    && g.headers.size() == headers.size()
                    && g.right.equals(right)
                    && g.rows.size() == rows.size();
        }
    }

    /** What a reader must know, one below the other. */
    record Notes(List<Note> notes) implements Part {
        @Override
        public boolean isLike(Part other) {
            return other instanceof Notes n && icons(n).equals(icons(this));
        }

        private static List<String> icons(Notes n) {
            return n.notes.stream().map(Note::icon).toList();
        }
    }

    /**
     * A sentence.
     *
     * @param icon what stands before it; empty for none
     */
    record Note(String icon, String text) {}

    /** The parts of a report: fits and quantities first, then tables, then problems and texts. */
    static List<Part> of(Report report) {
        List<Part> parts = new ArrayList<>();
        report.fits().forEach(f -> parts.add(fit(f)));
        if (!report.quantities().isEmpty()) {
            parts.add(quantities(report.quantities()));
        }
        report.tables().forEach(t -> parts.add(table(t)));
        List<Note> notes = notes(report);
        if (!notes.isEmpty()) {
            parts.add(new Notes(notes));
        }
        return parts;
    }

    private static Part fit(Fit fit) {
        String correlations = FindingText.correlations(fit);
        return new Grid(
                "parameters",
                "Parameters",
                FindingText.summary(fit) + (correlations.isEmpty() ? "" : "\n" + correlations),
                fit.model(),
                List.of("Parameter", "Value", "95 % interval"),
                List.of(1, 2),
                fit.parameters().stream()
                        .map(
                                p ->
                                        List.of(
                                                p.name(),
                                                Printed.TYPESET.plusMinus(
                                                        p.value(), p.stderr(), p.unit()),
                                                FindingText.interval(p)))
                        .toList());
    }

    private static Part quantities(List<Quantity> quantities) {
        return new Grid(
                "quantities",
                "Quantities",
                "",
                "",
                List.of("Quantity", "Symbol", "Value", "95 % interval", "Holds for"),
                List.of(2, 3),
                quantities.stream()
                        .map(
                                q ->
                                        List.of(
                                                FindingText.name(q),
                                                Printed.TYPESET.symbol(q.symbol()),
                                                Printed.TYPESET.plusMinus(q),
                                                FindingText.interval(q),
                                                FindingText.conditions(q, quantities)))
                        .toList());
    }

    private static Part table(DataTable table) {
        List<Optional<NumberColumn>> columns = NumberColumn.of(table);
        List<String> headers = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            headers.add(columns.get(i).map(NumberColumn::header).orElse(table.headers().get(i)));
            if (columns.get(i).isPresent()) {
                numbers.add(i);
            }
        }
        return new Grid(
                "table",
                table.title(),
                "",
                "",
                headers,
                numbers,
                table.rows().stream().map(r -> cells(r, columns)).toList());
    }

    private static List<String> cells(List<Object> row, List<Optional<NumberColumn>> columns) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = i < row.size() ? row.get(i) : "";
            cells.add(
                    value instanceof Double d
                            ? columns.get(i).orElseThrow().text(d)
                            : value.toString());
        }
        return cells;
    }

    private static List<Note> notes(Report report) {
        LinkedHashSet<Note> notes = new LinkedHashSet<>();
        report.problems().stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .forEach(p -> notes.add(new Note(p.severity().id(), sentence(p))));
        for (Finding f : report.findings()) {
            if (f instanceof Finding.Said(String text)) {
                notes.add(new Note("", text));
            }
        }
        return List.copyOf(notes);
    }

    private static String sentence(Problem p) {
        return p.message()
                + (p.place().isEmpty() ? "" : " (" + p.place() + ")")
                + (p.mend().isEmpty() ? "" : " " + p.mend());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.cli.output.ColumnStatistics;
import org.ionbench.cli.output.Rounded;
import org.ionbench.cli.output.TextTable;
import org.ionbench.engine.importing.ReadFile;

import java.io.PrintStream;
import java.nio.file.Path;

/** Files as {@code inspect} prints them for people. */
final class InspectText {
    private final PrintStream out;
    private final int limit;
    private boolean any;

    InspectText(PrintStream out, int limit) {
        this.out = out;
        this.limit = limit;
    }

    void print(Path file, ReadFile read) {
        if (any) {
            out.println();
        }
        any = true;
        out.println(
                file
                        + ": "
                        + read.importer()
                                .map(c -> c.name() + ", " + read.certainty().id() + ", ")
                                .orElse("not read, ")
                        + Rounded.bytes(read.bytes()));
        read.problems().stream().filter(p -> p.severity() != Severity.ERROR).forEach(this::print);
        int n = 0;
        for (Recording r : read.recordings()) {
            print(++n, r);
        }
    }

    private void print(Problem p) {
        out.println("  " + p.severity().id() + ": " + Sentences.of(p));
    }

    private void print(int n, Recording r) {
        StringBuilder head = new StringBuilder("  " + n + "  " + r.name());
        head.append(", ").append(r.technique().id());
        head.append(", ").append(Rounded.count(r.table().rows(), "row"));
        r.start().ifPresent(t -> head.append(", ").append(Texts.localTime(t).replace('T', ' ')));
        r.zone().ifPresent(z -> head.append(" ").append(z));
        if (!r.instrument().isEmpty()) {
            head.append(", ").append(r.instrument());
        }
        out.println(head);
        if (!r.isCalibrated()) {
            out.println("     The instrument's maker calls these values uncalibrated.");
        }
        TextTable table =
                new TextTable(
                        "     ",
                        "Column",
                        "Unit",
                        "Quantity",
                        "Min",
                        "Max",
                        "First",
                        "Last",
                        "NaN");
        r.table().columns().forEach(c -> row(table, c));
        if (!table.isEmpty()) {
            out.print(table);
        }
        if (limit > 0) {
            firstRows(r);
        }
        r.assumptions().forEach(a -> out.println("     Assumed: " + a));
        r.changes().forEach(a -> out.println("     Changed: " + a));
        r.problems().forEach(this::print);
    }

    private static void row(TextTable table, Column c) {
        String kind = c.spec().kind() == QuantityKind.OTHER ? "" : c.spec().kind().id();
        String unit = c.spec().unitText().orElse("");
        if (c.spec().isText()) {
            int rows = c.rows();
            table.row(
                    c.spec().vendorName(),
                    unit,
                    "text",
                    "",
                    "",
                    rows == 0 ? "" : shortened(c.text(0)),
                    rows == 0 ? "" : shortened(c.text(rows - 1)),
                    "");
            return;
        }
        ColumnStatistics s = ColumnStatistics.stored(c);
        table.row(
                c.spec().vendorName(),
                unit,
                kind,
                Rounded.number(s.min(), 6),
                Rounded.number(s.max(), 6),
                Rounded.number(s.first(), 6),
                Rounded.number(s.last(), 6),
                s.nan() == 0 ? "" : Integer.toString(s.nan()));
    }

    private void firstRows(Recording r) {
        TextTable table =
                new TextTable(
                        "     ",
                        r.table().columns().stream()
                                .map(c -> c.spec().vendorName())
                                .toArray(String[]::new));
        for (int row = 0; row < Math.min(limit, r.table().rows()); row++) {
            int i = row;
            table.row(
                    r.table().columns().stream()
                            .map(
                                    c ->
                                            c.spec().isText()
                                                    ? shortened(c.text(i))
                                                    : Rounded.number(c.at(i), 7))
                            .toArray(String[]::new));
        }
        out.print(table);
    }

    private static String shortened(String text) {
        return text.length() <= 24 ? text : text.substring(0, 23) + "\u2026";
    }
}

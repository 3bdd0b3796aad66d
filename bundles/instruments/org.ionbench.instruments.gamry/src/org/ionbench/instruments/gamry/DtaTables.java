// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.gamry;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.formats.Lines;
import org.ionbench.formats.Unknown;

import java.io.IOException;
import java.util.List;

/** Hands the tables of a {@code .DTA} over, one recording each. */
final class DtaTables {
    private final DtaHead head;
    private final Sink sink;
    private final DtaOrigin origin;

    DtaTables(DtaHead head, Sink sink) {
        this.head = head;
        this.sink = sink;
        origin = new DtaOrigin(head);
    }

    void read(Source source, Progress progress) throws IOException {
        try (Lines lines = Lines.of(source, progress)) {
            for (DtaHead.DtaTable table : head.tables()) {
                while (lines.number() < table.line() && lines.next()) {
                    // on to the table; the line after the table before may be its own
                }
                read(table, lines);
            }
        }
        head.problem().ifPresent(sink::problem);
    }

    private void read(DtaHead.DtaTable table, Lines lines) throws IOException {
        Technique technique = DtaTechniques.of(head, table.name());
        RecordingSink recording = sink.recording(table.name(), technique);
        if (DtaTechniques.ofTag(head).isEmpty()) {
            Unknown.technique(head.text("TAG"), technique, recording);
        }
        origin.tell(recording);
        List<String> names = row(lines);
        List<String> units = names.isEmpty() ? List.of() : row(lines);
        if (units.isEmpty()) {
            recording.problem(
                    Problem.error(
                                    "dta.header",
                                    "The table "
                                            + table.name()
                                            + " has no lines of column names and units.")
                            .at("line " + table.line()));
            return;
        }
        DtaRows rows = new DtaRows(names, units, head, recording);
        while (lines.next() && lines.startsWith("\t")) {
            rows.add(lines);
        }
        int count = rows.finish();
        check(table, count, recording);
    }

    private void check(DtaHead.DtaTable table, int count, RecordingSink recording) {
        if (table.declared().isPresent() && table.declared().getAsInt() != count) {
            int declared = table.declared().getAsInt();
            boolean aborted = Boolean.TRUE.equals(head.settings().get("EXPERIMENTABORTED"));
            String message =
                    "The file announces "
                            + declared
                            + " rows of "
                            + table.name()
                            + " and holds "
                            + count
                            + (aborted ? "; the experiment was aborted." : ".");
            recording.problem(
                    (aborted
                                    ? Problem.info("dta.count", message)
                                    : Problem.warning("dta.count", message))
                            .with(declared, count)
                            .at("line " + table.line()));
        }
    }

    /** The fields of the next line where it belongs to the table, else none. */
    private static List<String> row(Lines lines) throws IOException {
        if (!lines.next() || !lines.startsWith("\t")) {
            return List.of();
        }
        String text = lines.text().substring(1);
        return List.of(text.split("\t", -1)).stream().map(String::strip).toList();
    }
}

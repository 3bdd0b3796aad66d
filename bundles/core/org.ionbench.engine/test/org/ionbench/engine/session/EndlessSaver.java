// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.session;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Edits and saves a project without end, to be killed by {@link CrashTest}. After each save that
 * returned it prints its number, which is then in several places of the project.
 */
final class EndlessSaver {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private EndlessSaver() {}

    /** Takes the folder of the project. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (Session session = Session.open(folder, Runnable::run, CLOCK)) {
            if (session.isReadOnly()) {
                throw new IllegalStateException(session.readOnlyReason().orElseThrow());
            }
            String cell = session.cell("the cell");
            for (int i = number(session) + 1; ; i++) {
                int number = i;
                session.edit(
                        "Count",
                        () -> {
                            session.project().setName("number " + number);
                            session.set(cell, "operator", "number " + number);
                            session.set(cell, "padding", "x".repeat(number % 7 * 20_000));
                        });
                if (i % 3 == 0) {
                    session.importFile(incoming(folder, i), Optional.of(cell), Progress.NONE);
                }
                if (i % 5 == 0) {
                    session.prepareAutosave().write();
                }
                session.save();
                System.out.println(i);
                System.out.flush();
            }
        }
    }

    /** The number a project stands at. */
    static int number(Session session) {
        String name = session.project().getName();
        return name.startsWith("number ") ? Integer.parseInt(name.substring(7)) : 0;
    }

    private static Incoming incoming(Path folder, int i) throws IOException {
        Path file = folder.resolve("file.txt");
        Files.writeString(file, "number " + i);
        double[] values = new double[5000];
        Arrays.fill(values, i);
        Recording recording =
                Recording.of(
                                "number " + i,
                                Technique.OCV,
                                ArrayTable.rows(values.length)
                                        .column(
                                                ColumnSpec.of("E").as(QuantityKind.POTENTIAL, "V"),
                                                values)
                                        .build())
                        .build();
        return new Incoming(file, StoredTable.hash(file), "test", 1, List.of(recording));
    }
}

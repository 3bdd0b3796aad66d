// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.engine.session.Session;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Prints or reads the cell sheet. */
@Command(
        description =
                "Prints the sheet of all cells as CSV, or reads one in: a row for each cell, values"
                        + " with units such as 0.42 mm. What it prints it can read.")
public final class CellsCommand extends Verb {
    private static final long LARGEST_SHEET = 64L << 20;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    private Path project;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TABLE.csv",
            description = "The sheet to read.")
    private Path table;

    public CellsCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException {
        if (table == null) {
            try (Session session = Projects.open(door(), project)) {
                door().out().print(new CellSheet(session).print());
            }
            return Exit.DONE;
        }
        String name = table.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx") || name.endsWith(".xls") || name.endsWith(".ods")) {
            throw new CannotGoOn(
                    table
                            + " is a workbook, which cannot be read yet: save the sheet as CSV and"
                            + " name that file.");
        }
        if (Files.size(table) > LARGEST_SHEET) {
            throw new CannotGoOn(table + " is too large for a cell sheet.");
        }
        try (Session session = Projects.openToWrite(door(), project)) {
            CellSheet sheet = new CellSheet(session);
            try {
                sheet.read(Files.readAllBytes(table));
            } catch (IllegalArgumentException e) {
                throw new CannotGoOn(table + ": " + e.getMessage() + "; nothing was changed.");
            }
            sheet.made().forEach(cell -> door().say("Made the cell " + cell + "."));
            session.save();
        }
        return Exit.DONE;
    }
}

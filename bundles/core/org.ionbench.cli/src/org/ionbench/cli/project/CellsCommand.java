// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.api.problem.FormatException;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.engine.importing.FileSource;
import org.ionbench.engine.session.Session;
import org.ionbench.spreadsheets.Spreadsheet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Prints or reads the cell sheet. */
@Command(
        description =
                "Prints the sheet of all cells as CSV, or reads one in, as CSV or as a workbook: a"
                    + " row for each cell, values with units such as 0.42 mm. What it prints it can"
                    + " read.")
public final class CellsCommand extends Verb {
    private static final long LARGEST_SHEET = 64L << 20;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    private Path project;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TABLE.csv|xlsx",
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
        if (Files.isDirectory(table)) {
            throw new CannotGoOn(table + " is a folder; name the sheet in it.");
        }
        if (Files.size(table) > LARGEST_SHEET) {
            throw new CannotGoOn(table + " is too large for a cell sheet.");
        }
        try (Session session = Projects.openToWrite(door(), project)) {
            CellSheet sheet = new CellSheet(session);
            try {
                if (isWorkbook(table)) {
                    sheet.read(Spreadsheet.of(FileSource.of(table, Map.of()), door().progress()));
                } else {
                    sheet.read(Files.readAllBytes(table));
                }
            } catch (FormatException e) {
                throw new CannotGoOn(e.getMessage() + "; nothing was changed.");
            } catch (IllegalArgumentException e) {
                throw new CannotGoOn(table + ": " + e.getMessage() + "; nothing was changed.");
            }
            sheet.made().forEach(cell -> door().say("Made the cell " + cell + "."));
            session.save();
        }
        return Exit.DONE;
    }

    private static boolean isWorkbook(Path table) {
        String name = table.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xls");
    }
}

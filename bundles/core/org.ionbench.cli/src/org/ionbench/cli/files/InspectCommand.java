// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Says what files are and what is in them. */
@Command(description = "Says what each file is and what is in it.")
public final class InspectCommand extends Verb {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of any instrument.")
    private List<Path> files;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Prints the first N rows of each recording too.")
    private int limit;

    @Option(
            names = "--importer",
            paramLabel = "ID",
            defaultValue = "",
            description = "Reads the files with this importer; see ionbench list importers.")
    private String importer;

    @Option(
            names = "--option",
            paramLabel = "KEY=VALUE",
            description = "What an importer is to take for granted, such as decimal=comma.")
    private Map<String, String> options = new HashMap<>();

    public InspectCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw wrong("--limit takes a number of rows, not " + limit);
        }
        needImporter(importer);
        if (!importer.isEmpty()) {
            options.put("importer", importer);
        }
        int failed = json ? json() : all(new InspectText(door().out(), limit)::print);
        return failed == 0 ? Exit.DONE : Exit.SOME_FAILED;
    }

    private int json() {
        int[] failed = new int[1];
        door().json(
                        d -> {
                            InspectJson writer = new InspectJson(d, limit);
                            d.object(() -> d.list("files", () -> failed[0] = all(writer::write)));
                        });
        return failed[0];
    }

    /** Reads and prints all files; returns how many could not be read. */
    private int all(BiConsumer<Path, ReadFile> printer) {
        FileReading reading = new FileReading(door().catalog());
        int failed = 0;
        for (Path file : files) {
            ReadFile read = reading.read(file, options, door().progress());
            printer.accept(file, read);
            read.error().ifPresent(p -> door().say(ProblemText.failure(file, p)));
            failed += read.isFailed() ? 1 : 0;
        }
        return failed;
    }
}

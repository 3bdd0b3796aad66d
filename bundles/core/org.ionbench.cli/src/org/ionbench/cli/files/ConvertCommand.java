// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Reason;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.exporting.ExportNames;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes vendor-neutral tables. */
@Command(description = "Writes vendor-neutral tables, one for each recording.")
public final class ConvertCommand extends Verb {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of any instrument.")
    private List<Path> files;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "csv, bdf, parquet, npy or another of ionbench list exporters.")
    private String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to write; the present folder unless given.")
    private Path folder = Path.of(".");

    private final ExportNames names = new ExportNames();

    public ConvertCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException {
        Exporter exporter = exporter();
        needFolder(folder);
        Files.createDirectories(folder);
        FileReading reading = new FileReading(door().catalog());
        int failed = 0;
        for (Path file : files) {
            ReadFile read = reading.read(file, Map.of(), door().progress());
            read.error().ifPresent(p -> door().say(ProblemText.failure(file, p)));
            boolean bad = read.isFailed();
            int number = 0;
            for (Recording recording : read.recordings()) {
                String stem = stem(file, ++number, read.recordings().size());
                bad |= !write(exporter, recording, stem, file);
            }
            failed += bad ? 1 : 0;
        }
        return failed == 0 ? Exit.DONE : Exit.SOME_FAILED;
    }

    private boolean write(Exporter exporter, Recording recording, String stem, Path file) {
        try {
            for (Path written : exporter.export(recording, folder, stem, door().progress())) {
                door().out().println(written);
            }
            return true;
        } catch (IOException e) {
            door().say(
                            ProblemText.failure(
                                    file,
                                    Problem.error(
                                            "convert.failed",
                                            recording.name()
                                                    + " cannot be written as "
                                                    + format
                                                    + ": "
                                                    + Reason.of(e))));
            return false;
        }
    }

    private Exporter exporter() throws CannotGoOn {
        String wanted = format.toLowerCase(Locale.ROOT);
        List<Contribution<Exporter>> all = door().catalog().exporters();
        Contribution<Exporter> chosen =
                all.stream()
                        .filter(c -> c.id().equals(format) || ExportNames.word(c).equals(wanted))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        wrong(
                                                "No installed exporter writes "
                                                        + format
                                                        + "; there are "
                                                        + all.stream()
                                                                .map(ExportNames::word)
                                                                .collect(
                                                                        Collectors.joining(", "))));
        return chosen.instance()
                .orElseThrow(() -> new CannotGoOn(chosen.failure().orElse(chosen.id())));
    }

    /** The file's name without its ending, and the recording's number where it has several. */
    private String stem(Path file, int number, int recordings) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String bare = dot > 0 ? name.substring(0, dot) : name;
        return names.next(recordings == 1 ? bare : bare + "-" + number);
    }
}

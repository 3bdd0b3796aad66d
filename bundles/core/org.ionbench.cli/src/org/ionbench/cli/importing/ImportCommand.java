// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.importing;

import org.ionbench.api.quantity.Dimension;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.cli.output.TextTable;
import org.ionbench.cli.project.Projects;
import org.ionbench.engine.conditions.OvenMatch;
import org.ionbench.engine.conditions.TemperatureLog;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.FileTree;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.importing.ImportResult;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.importing.NamePattern;
import org.ionbench.engine.importing.ProjectImport;
import org.ionbench.engine.importing.ReadFile;
import org.ionbench.engine.importing.TemperatureList;
import org.ionbench.engine.maps.ColumnMap;
import org.ionbench.engine.maps.ColumnMaps;
import org.ionbench.engine.session.Measurement;
import org.ionbench.engine.session.Session;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes files into a project. */
@Command(description = "Copies and reads files into a project.")
public final class ImportCommand extends Verb {
    private static final double MIN_PAUSE = 0.1;
    private static final double MAX_PAUSE = 86_400;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    private Path project;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            description =
                    "Files of any instrument, in the order of the temperatures; a folder stands for"
                            + " all files in it and below.")
    private List<Path> files = List.of();

    @Option(
            names = "--cell",
            paramLabel = "NAME",
            description = "The cell they were measured on; made where it is new.")
    private String cell = "";

    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            description = "How the files are named, such as {sample}_{temperature}C_{technique}.")
    private String pattern = "";

    @Option(
            names = "--temperatures",
            paramLabel = "LIST",
            description = "Of the successive spectra in degC: 30:100:10 or 30,40,50.")
    private String temperatures = "";

    @Option(
            names = "--short",
            paramLabel = "FILE",
            description = "A spectrum of the shorted fixture, taken off before a fit.")
    private Path shortCircuit;

    @Option(
            names = "--open",
            paramLabel = "FILE",
            description = "A spectrum of the open fixture, taken off before a fit.")
    private Path openCircuit;

    @Option(
            names = "--join",
            description =
                    "Joins what follows one another in time, of each cell in these files, into one"
                            + " recording.")
    private boolean join;

    @Option(
            names = "--oven",
            paramLabel = "FILE",
            description =
                    "A logger's file of times and temperatures: the oven temperature of the files'"
                            + " recordings; of all in the project where no files are named.")
    private Path oven;

    @Option(
            names = "--clock-offset",
            paramLabel = "TIME",
            description =
                    "By how much the logger's clock is ahead of the instrument's: 90s, 2min, -1h.")
    private String clockOffset = "0 s";

    @Option(
            names = "--watch",
            paramLabel = "FOLDER",
            description =
                    "Goes on importing what an instrument writes into this folder, until it is"
                            + " interrupted (Ctrl-C).")
    private Path watch;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "How often the watched folder is looked at: 10s (the default), 2min.")
    private String every = "10 s";

    @Option(
            names = "--option",
            paramLabel = "KEY=VALUE",
            description =
                    "How the files are written, such as decimal=comma, encoding=windows-1252,"
                            + " dates=\"month first\", technique=eis.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "--importer",
            paramLabel = "ID",
            description = "Reads the files with this importer; see ionbench list importers.")
    private String importer = "";

    @Option(
            names = "--map",
            paramLabel = "COLUMNS",
            description =
                    "What the columns are: quantity=heading:unit,... The project keeps it, with the"
                            + " options, for files with the same headings.")
    private String map = "";

    @Option(names = "--maps", description = "Prints the maps of columns that the project keeps.")
    private boolean listMaps;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    public ImportCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException {
        if (listMaps) {
            return listMaps();
        }
        needImporter(importer);
        if (!importer.isEmpty()) {
            options.put("importer", importer);
        }
        ImportChoices choices = choices().withReading(options);
        double ahead = seconds("--clock-offset", clockOffset);
        Duration pause = pause();
        check();
        try (Session session = Projects.openToWrite(door(), project)) {
            return watch == null
                    ? once(session, choices, ahead)
                    : new Watching(door(), session, watch, choices, pause).run();
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn("Nothing was imported: " + e.getMessage(), e);
        }
    }

    private void check() {
        boolean nothing =
                Stream.of(shortCircuit, openCircuit, oven, watch).allMatch(f -> f == null);
        if (files.isEmpty() && nothing) {
            throw wrong("Please name the files to import");
        }
        boolean ofFiles = !files.isEmpty() || oven != null || join || json;
        if (watch != null && (ofFiles || !temperatures.isBlank())) {
            throw wrong(
                    "--watch goes with --cell and --pattern, not with files, --temperatures,"
                            + " --oven, --join or --json");
        }
    }

    private Duration pause() {
        double pause = seconds("--every", every);
        if (!(pause >= MIN_PAUSE && pause <= MAX_PAUSE)) {
            throw wrong("--every lies between 0.1 s and 1 d, not \"" + every + "\"");
        }
        return Duration.ofMillis(Math.round(1000 * pause));
    }

    private int once(Session session, ImportChoices choices, double ahead)
            throws CannotGoOn, IOException {
        Optional<TemperatureLog> log = log();
        ImportChoices mapped = map.isBlank() ? choices : keepMap(session, choices);
        ImportResult imported =
                new ProjectImport(session, door().catalog()).run(files, mapped, door().progress());
        imported.notes().forEach(door()::say);
        imported.files().forEach(this::tellFailure);
        if (imported.refusal().isPresent()) {
            throw new CannotGoOn(imported.refusal().get());
        }
        if (!files.isEmpty() && imported.files().isEmpty()) {
            throw new CannotGoOn("There are no files to import in " + files.getFirst());
        }
        ImportResult result = join ? new Joining(door(), session).run(imported) : imported;
        boolean outside = log.isPresent() && !temperatures(session, log.get(), result, ahead);
        session.save();
        if (json) {
            door().json(d -> new ImportedJson(project, session).write(d, result));
        } else {
            print(session, result);
        }
        return Math.max(exitCode(result), outside ? Exit.SOME_FAILED : Exit.DONE);
    }

    private void tellFailure(ImportedFile f) {
        f.error().ifPresent(p -> door().say(ProblemText.failure(f.file(), p)));
    }

    private static int exitCode(ImportResult result) {
        List<ImportedFile> all = result.files();
        if (all.stream().allMatch(f -> f.recordings().isEmpty())) {
            return all.isEmpty() ? Exit.DONE : Exit.CANNOT_GO_ON;
        }
        return all.stream().anyMatch(f -> f.error().isPresent()) ? Exit.SOME_FAILED : Exit.DONE;
    }

    private void print(Session session, ImportResult result) {
        boolean folders = files.stream().anyMatch(Files::isDirectory);
        TextTable table =
                folders ? ImportedText.byFile(result) : ImportedText.byRecording(session, result);
        if (!table.isEmpty()) {
            door().out().print(table);
            door().say(ImportedText.summary(project, result));
        }
    }

    // ---- what the columns are

    private int listMaps() throws CannotGoOn, IOException {
        ColumnMaps maps;
        try (Session session = Projects.open(door(), project)) {
            maps = ColumnMaps.of(session.folder());
        }
        maps.problems().forEach(door()::say);
        for (ColumnMap m : maps.all()) {
            door().out().println("Headings " + String.join(", ", m.headings()));
            door().out().println("  " + m);
        }
        if (maps.all().isEmpty()) {
            door().say("The project keeps no maps of columns.");
        }
        return maps.problems().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    /** Reads what the columns of the first file are and keeps it for files with its headings. */
    private ImportChoices keepMap(Session session, ImportChoices choices)
            throws CannotGoOn, IOException {
        List<Path> all = FileTree.files(files);
        if (all.isEmpty()) {
            throw wrong("--map needs a file whose columns it names");
        }
        FileReading reading = new FileReading(door().catalog());
        Path first = all.getFirst();
        ReadFile read = reading.read(first, options, door().progress());
        if (read.recordings().isEmpty()) {
            throw new CannotGoOn(
                    read.error()
                            .map(p -> ProblemText.failure(first, p))
                            .orElse(first + " has no table"));
        }
        List<String> headings =
                ColumnMap.headings(
                        options.isEmpty()
                                ? read.recordings()
                                : reading.read(first, Map.of(), door().progress()).recordings());
        ColumnMap said =
                new ColumnMap(
                        headings,
                        read(map, m -> ColumnMap.parse(m, read.recordings().getFirst())),
                        options);
        if (headings.isEmpty()) {
            door().say(
                            first.getFileName()
                                    + " has no headings by which others could be known: the map is"
                                    + " used for these files and not kept.");
            return choices.withReading(said.options());
        }
        ColumnMaps.of(session.folder()).keep(said);
        door().say(
                        "Kept for files with the headings of "
                                + first.getFileName()
                                + ": "
                                + said
                                + ".");
        return choices;
    }

    // ---- the oven

    private Optional<TemperatureLog> log() {
        if (oven == null) {
            return Optional.empty();
        }
        return Optional.of(
                TemperatureLog.read(
                        new FileReading(door().catalog()), oven, Map.of(), door().progress()));
    }

    /** Sets oven temperatures; whether the log has one for each recording. */
    private boolean temperatures(
            Session session, TemperatureLog log, ImportResult result, double ahead)
            throws IOException {
        List<String> ids =
                files.isEmpty()
                        ? OvenMatch.all(session)
                        : result.files().stream()
                                .flatMap(f -> f.recordings().stream())
                                .distinct()
                                .toList();
        OvenMatch.Result matched =
                OvenMatch.find(session, ids, log, ahead, door().progress()).set();
        log.assumptions().forEach(door()::say);
        matched.outside().values().forEach(door()::say);
        door().say(matched.summary());
        return matched.outside().isEmpty();
    }

    // ---- what is said in words

    private ImportChoices choices() {
        ImportChoices choices = ImportChoices.NONE;
        if (!cell.isBlank()) {
            choices = choices.withCell(cell.strip());
        }
        if (!pattern.isBlank()) {
            choices = choices.withPattern(read(pattern, NamePattern::parse));
        }
        if (!temperatures.isBlank()) {
            choices = choices.withTemperatures(read(temperatures, TemperatureList::parse));
        }
        if (shortCircuit != null) {
            choices = choices.withShortCircuit(shortCircuit);
        }
        return openCircuit == null ? choices : choices.withOpenCircuit(openCircuit);
    }

    private <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private double seconds(String option, String text) {
        return read(text, t -> Measurement.parse(option, t, Dimension.TIME, "90 s or 2 min").si());
    }
}

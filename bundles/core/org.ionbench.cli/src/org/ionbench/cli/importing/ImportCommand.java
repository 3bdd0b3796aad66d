// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.Dimension;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.JsonDocument;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.cli.output.Rounded;
import org.ionbench.cli.output.TextTable;
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
import org.ionbench.engine.joining.Join;
import org.ionbench.engine.joining.ProjectJoin;
import org.ionbench.engine.maps.ColumnMap;
import org.ionbench.engine.maps.ColumnMaps;
import org.ionbench.engine.session.Measurement;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.watching.FolderWatch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        if (!importer.isEmpty()) {
            options.put("importer", importer);
        }
        ImportChoices choices = choices().withReading(options);
        double ahead = read(clockOffset, t -> seconds("--clock-offset", t));
        if (files.isEmpty()
                && shortCircuit == null
                && openCircuit == null
                && oven == null
                && watch == null) {
            throw wrong("Please name the files to import");
        }
        if (watch != null
                && (!files.isEmpty() || oven != null || join || json || !temperatures.isBlank())) {
            throw wrong(
                    "--watch goes with --cell and --pattern, not with files, --temperatures,"
                            + " --oven, --join or --json");
        }
        double pause = read(every, t -> seconds("--every", t));
        if (!(pause >= MIN_PAUSE && pause <= MAX_PAUSE)) {
            throw wrong("--every lies between 0.1 s and 1 d, not \"" + every + "\"");
        }
        try (Session session = Projects.openToWrite(door(), project)) {
            if (watch != null) {
                return watch(session, choices, pause);
            }
            Optional<TemperatureLog> log = log();
            if (!map.isBlank()) {
                choices = keepMap(choices);
            }
            ImportResult imported =
                    new ProjectImport(session, door().catalog())
                            .run(files, choices, door().progress());
            imported.notes().forEach(door()::say);
            imported.files()
                    .forEach(
                            f ->
                                    f.error()
                                            .ifPresent(
                                                    p ->
                                                            door().say(
                                                                            ProblemText.failure(
                                                                                    f.file(), p))));
            if (imported.refusal().isPresent()) {
                throw new CannotGoOn(imported.refusal().get());
            }
            if (imported.files().isEmpty() && oven == null) {
                throw new CannotGoOn("There are no files to import in " + files.getFirst());
            }
            ImportResult result = join ? joined(session, imported) : imported;
            Set<String> outside = new LinkedHashSet<>();
            if (log.isPresent()) {
                outside.addAll(temperatures(session, log.get(), result, ahead));
            }
            session.save();
            if (json) {
                door().json(d -> write(d, session, result));
            } else {
                print(session, result);
            }
            return oven != null && files.isEmpty()
                    ? outside.isEmpty() ? Exit.DONE : Exit.SOME_FAILED
                    : Math.max(exitCode(result), outside.isEmpty() ? Exit.DONE : Exit.SOME_FAILED);
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn("Nothing was imported: " + e.getMessage(), e);
        }
    }

    private int watch(Session session, ImportChoices choices, double pause) throws CannotGoOn {
        if (!Files.isDirectory(watch)) {
            throw new CannotGoOn("There is no folder " + watch + " to watch");
        }
        Duration wait = Duration.ofMillis(Math.round(1000 * pause));
        FolderWatch folder =
                new FolderWatch(session, door().catalog(), watch, choices, door().clock(), wait);
        door().say("Watching " + watch + ". Press Ctrl-C to end.");
        boolean failed = false;
        do {
            try {
                FolderWatch.Look look = folder.look(door().progress());
                failed |= tell(look);
                if (session.isDirty()) {
                    session.save();
                    folder.dropSuperseded();
                }
            } catch (IOException e) {
                // A network drive that is away for a while comes back.
                door().say(watch + " could not be looked at: " + e.getMessage());
                failed = true;
            }
        } while (door().pause(wait));
        door().say("The project is saved.");
        return failed ? Exit.SOME_FAILED : Exit.DONE;
    }

    /** Prints what one look brought; whether something failed. */
    private boolean tell(FolderWatch.Look look) {
        look.notes().forEach(door()::say);
        for (ImportedFile f : look.fresh()) {
            tell(f, "");
        }
        for (ImportedFile f : look.grown()) {
            tell(f, "has grown: ");
        }
        door().out().flush();
        return Stream.concat(look.fresh().stream(), look.grown().stream())
                .anyMatch(ImportedFile::isFailed);
    }

    private void tell(ImportedFile f, String how) {
        Optional<Problem> error = f.error();
        if (error.isPresent()) {
            door().say(ProblemText.failure(f.file(), error.get()));
        }
        if (!f.recordings().isEmpty()) {
            door().out()
                    .println(
                            f.file().getFileName()
                                    + ": "
                                    + how
                                    + Rounded.count(f.recordings().size(), "recording")
                                    + ", "
                                    + Rounded.count(f.rows(), "row")
                                    + f.cell().map(c -> ", cell " + c).orElse("")
                                    + ".");
        }
    }

    private int listMaps() {
        ColumnMaps maps = ColumnMaps.of(project);
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
    private ImportChoices keepMap(ImportChoices choices) throws CannotGoOn, IOException {
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
                        headings, ColumnMap.parse(map, read.recordings().getFirst()), options);
        if (headings.isEmpty()) {
            door().say(
                            first.getFileName()
                                    + " has no headings by which others could be known: the map is"
                                    + " used for these files and not kept.");
            return choices.withReading(said.options());
        }
        ColumnMaps.of(project).keep(said);
        door().say(
                        "Kept for files with the headings of "
                                + first.getFileName()
                                + ": "
                                + said
                                + ".");
        return choices;
    }

    private Optional<TemperatureLog> log() {
        if (oven == null) {
            return Optional.empty();
        }
        return Optional.of(
                TemperatureLog.read(
                        new FileReading(door().catalog()), oven, Map.of(), door().progress()));
    }

    /** Sets oven temperatures; gives the ids of the recordings that lie outside of the log. */
    private Set<String> temperatures(
            Session session, TemperatureLog log, ImportResult result, double ahead)
            throws IOException {
        List<String> ids =
                files.isEmpty()
                        ? OvenMatch.all(session)
                        : result.files().stream()
                                .flatMap(f -> f.recordings().stream())
                                .distinct()
                                .toList();
        OvenMatch.Result matched = OvenMatch.set(session, ids, log, ahead);
        log.assumptions().forEach(door()::say);
        matched.outside().values().forEach(door()::say);
        door().say(matched.summary());
        return matched.outside().keySet();
    }

    private static double seconds(String option, String text) {
        return Measurement.parse(option, text, Dimension.TIME, "90 s or 2 min").si();
    }

    /** The files with the recordings that were joined of theirs. */
    private ImportResult joined(Session session, ImportResult imported) throws IOException {
        Map<String, List<String>> byCell = new LinkedHashMap<>();
        for (ImportedFile f : imported.files()) {
            for (String id : f.recordings()) {
                if (Join.isJoinable(session.recording(id))) {
                    byCell.computeIfAbsent(f.cell().orElse(""), c -> new ArrayList<>()).add(id);
                }
            }
        }
        Map<String, String> into = new HashMap<>();
        for (var cell : byCell.entrySet()) {
            List<String> ids = cell.getValue().stream().distinct().toList();
            if (ids.size() < 2) {
                door().say("There is nothing to join of the cell " + cell.getKey() + ".");
                continue;
            }
            try {
                ProjectJoin act = ProjectJoin.prepare(session, ids);
                ProjectJoin.Joined joined = act.join();
                String id = act.finish(joined);
                ids.forEach(old -> into.put(old, id));
                joined.recording().changes().stream()
                        .filter(c -> c.startsWith("Joined"))
                        .forEach(door()::say);
            } catch (IllegalArgumentException e) {
                door().say(
                                "Nothing was joined of the cell "
                                        + cell.getKey()
                                        + ": "
                                        + e.getMessage());
            }
        }
        return imported.renamed(into);
    }

    private static int exitCode(ImportResult result) {
        boolean failed = result.files().stream().anyMatch(f -> f.error().isPresent());
        boolean any = result.files().stream().anyMatch(f -> !f.recordings().isEmpty());
        return !any ? Exit.CANNOT_GO_ON : failed ? Exit.SOME_FAILED : Exit.DONE;
    }

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

    private void print(Session session, ImportResult result) {
        TextTable table =
                files.stream().anyMatch(Files::isDirectory)
                        ? byFile(result)
                        : byRecording(session, result);
        if (table.isEmpty()) {
            return;
        }
        door().out().print(table);
        long fresh = result.files().stream().filter(f -> !f.isFailed() && !f.duplicate()).count();
        long there = result.files().stream().filter(f -> !f.isFailed() && f.duplicate()).count();
        long failed = result.files().stream().filter(ImportedFile::isFailed).count();
        door().say(
                        Rounded.count(fresh + there, "file")
                                + " in "
                                + project
                                + (there == 0 ? "" : "; " + there + " of them before")
                                + (failed == 0 ? "" : "; " + failed + " failed")
                                + ".");
    }

    /** What became of each file: what a folder of thousands wants. */
    private static TextTable byFile(ImportResult result) {
        TextTable table =
                new TextTable("", "File", "Importer", "Recordings", "Rows", "Cell", "Problems");
        for (ImportedFile f : result.files()) {
            table.row(
                    f.file().getFileName().toString(),
                    f.importer().map(ImportCommand::shortly).orElse(""),
                    Integer.toString(f.recordings().size()),
                    Long.toString(f.rows()),
                    f.cell().orElse(""),
                    problems(f));
        }
        return table;
    }

    private static String shortly(String importer) {
        return importer.replaceFirst("^org\\.ionbench\\.instruments\\.", "");
    }

    private static String problems(ImportedFile f) {
        if (f.duplicate()) {
            return "was there already";
        }
        int others = f.problems().size() - 1;
        return f.error()
                .or(() -> f.problems().stream().findFirst())
                .map(p -> p.message() + (others > 0 ? " (and " + others + " more)" : ""))
                .orElse("");
    }

    private static TextTable byRecording(Session session, ImportResult result) {
        TextTable table =
                new TextTable("", "File", "Recording", "Technique", "Cell", "Temperature", "");
        for (ImportedFile f : result.files()) {
            for (String id : f.recordings()) {
                var properties = session.properties(id);
                table.row(
                        f.file().getFileName().toString(),
                        properties.getOrDefault("name", ""),
                        properties.getOrDefault("technique", ""),
                        properties.getOrDefault("cell", ""),
                        properties.getOrDefault("set temperature", ""),
                        f.duplicate() ? "was there already" : "");
            }
        }
        return table;
    }

    private void write(JsonDocument json, Session session, ImportResult result) {
        json.object(
                () -> {
                    json.put("project", project.toString());
                    json.list("files", () -> result.files().forEach(f -> write(json, session, f)));
                    json.put("notes", result.notes());
                });
    }

    private static void write(JsonDocument json, Session session, ImportedFile f) {
        json.object(
                () -> {
                    json.put("file", f.file().toString()).put("importer", f.importer());
                    json.put("cell", f.cell()).put("duplicate", f.duplicate());
                    json.put("failed", f.isFailed()).put("rows", f.rows());
                    json.list(
                            "recordings",
                            () ->
                                    f.recordings()
                                            .forEach(
                                                    id ->
                                                            json.object(
                                                                    () ->
                                                                            json.put("id", id)
                                                                                    .put(
                                                                                            "properties",
                                                                                            session
                                                                                                    .properties(
                                                                                                            id)))));
                    List<Problem> problems = f.problems();
                    ProblemText.write(json, problems);
                });
    }
}

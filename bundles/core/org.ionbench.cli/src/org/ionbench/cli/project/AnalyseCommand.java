// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.analysis.Settings;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.Verb;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.cli.output.TextTable;
import org.ionbench.cli.results.Results;
import org.ionbench.cli.results.RunsJson;
import org.ionbench.cli.results.RunsText;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.importing.FileReading;
import org.ionbench.engine.importing.ReadFile;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.runs.Standalone;
import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Session;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs any contributed analysis on files or on a project. */
@Command(
        description =
                "Runs an analysis on files, or on all it applies to in a project, with the runs it"
                        + " needs upstream; a project keeps them. With --help after an ID its"
                        + " settings are described.")
public final class AnalyseCommand extends Verb {
    @Parameters(
            arity = "0..*",
            paramLabel = "ID FILE...|PROJECT",
            description =
                    "An analysis by its id or the end of it, such as arrhenius, and what it is to"
                            + " run on.")
    private List<String> words = List.of();

    @Option(names = "--list", description = "Lists the analyses that are installed.")
    private boolean list;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the analysis, or of one it needs upstream.")
    private List<String> settings = List.of();

    @Option(
            names = "--cell",
            paramLabel = "NAME",
            description = "Only for this cell of the project; may be given again.")
    private List<String> cells = List.of();

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    public AnalyseCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn, IOException, AnalysisException {
        if (list) {
            return list();
        }
        Contribution<Analysis<?>> analysis = analysis();
        if (words.stream().anyMatch(String::isBlank)) {
            throw wrong("An empty word names no analysis, file or project");
        }
        List<String> others = new ArrayList<>(words);
        word().ifPresent(others::remove);
        List<Path> paths = others.stream().map(Path::of).toList();
        if (paths.isEmpty()) {
            throw wrong("Please name the files or the project to run " + analysis.id() + " on");
        }
        Map<String, String> values = values();
        Optional<String> refusal = Runs.refusal(door().catalog(), analysis.id(), values);
        if (refusal.isPresent()) {
            throw wrong(refusal.get());
        }
        if (paths.size() == 1 && Projects.isProject(paths.getFirst())) {
            return onProject(analysis.id(), paths.getFirst(), values);
        }
        if (!cells.isEmpty()) {
            throw wrong("--cell needs a project; " + paths.getFirst() + " is none");
        }
        return onFiles(analysis.id(), paths, values);
    }

    // ---- what is to be run

    private Contribution<Analysis<?>> analysis() {
        Optional<String> word = word();
        if (word.isEmpty()) {
            throw wrong(
                    (words.isEmpty()
                                    ? "Please name an analysis"
                                    : "There is no analysis " + words.getFirst())
                            + "; there are "
                            + ids(door().catalog().analyses()));
        }
        List<Contribution<Analysis<?>>> named = named(word.get());
        if (named.size() > 1) {
            throw wrong(word.get() + " may be " + ids(named) + "; please say which");
        }
        return named.getFirst();
    }

    private static String ids(List<Contribution<Analysis<?>>> analyses) {
        return analyses.stream().map(Contribution::id).collect(Collectors.joining(", "));
    }

    /** The word that names an analysis: the first that does. */
    private Optional<String> word() {
        return words.stream().filter(w -> !named(w).isEmpty()).findFirst();
    }

    /** Whom a word may mean: an id, or the end of one, {@code arrhenius}. */
    private List<Contribution<Analysis<?>>> named(String word) {
        return door().catalog()
                .analysis(word)
                .map(List::of)
                .orElseGet(
                        () ->
                                door().catalog().analyses().stream()
                                        .filter(c -> c.id().endsWith("." + word))
                                        .toList());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw wrong("--set takes KEY=VALUE, not \"" + setting + "\"");
            }
            values.put(setting.substring(0, equals).strip(), setting.substring(equals + 1));
        }
        return values;
    }

    // ---- on a project

    private int onProject(String id, Path project, Map<String, String> values)
            throws CannotGoOn, IOException, AnalysisException {
        try (Session session = Projects.openToWrite(door(), project);
                Runs runs = Runs.of(session, door().catalog())) {
            List<String> planned = runs.plan(id, cellIds(session, project), values);
            runs.recompute(door().progress());
            session.save();
            runs.writeProblem().ifPresent(door()::say);
            List<RunResult> results =
                    withUpstream(session, planned).stream().map(runs::result).toList();
            show(Optional.of(project.toString()), results);
            return Results.exitCode(door(), results);
        }
    }

    private Set<String> cellIds(Session session, Path project) throws CannotGoOn {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : cells) {
            ids.add(
                    session.findCell(name)
                            .orElseThrow(
                                    () -> new CannotGoOn(project + " has no cell " + name + ".")));
        }
        return ids;
    }

    /** The runs asked for, then those they read. */
    private static Set<String> withUpstream(Session session, List<String> planned) {
        Map<String, Outline.RunItem> all =
                session.outline().runs().stream()
                        .collect(Collectors.toMap(Outline.RunItem::id, r -> r));
        Set<String> ids = new LinkedHashSet<>(planned);
        List<String> next = new ArrayList<>(planned);
        while (!next.isEmpty()) {
            List<String> above =
                    next.stream()
                            .flatMap(id -> all.get(id).upstream().stream())
                            .filter(ids::add)
                            .toList();
            next = above;
        }
        return ids;
    }

    // ---- on files

    private int onFiles(String id, List<Path> paths, Map<String, String> values)
            throws CannotGoOn, AnalysisException {
        FileReading reading = new FileReading(door().catalog());
        List<Recording> recordings = new ArrayList<>();
        int failed = 0;
        for (Path path : paths) {
            ReadFile read = reading.read(path, Map.of(), door().progress());
            read.error().ifPresent(p -> door().say(ProblemText.failure(path, p)));
            failed += read.isFailed() ? 1 : 0;
            recordings.addAll(read.recordings());
        }
        if (recordings.isEmpty() && failed > 0) {
            return Exit.CANNOT_GO_ON;
        }
        if (recordings.isEmpty()) {
            throw new CannotGoOn("There is nothing to run " + id + " on.");
        }
        List<RunResult> results =
                Standalone.run(
                        door().catalog(),
                        id,
                        recordings,
                        Optional.empty(),
                        values,
                        door().progress());
        show(Optional.empty(), results);
        int code = Results.exitCode(door(), results);
        return code == Exit.DONE && failed > 0 ? Exit.SOME_FAILED : code;
    }

    private void show(Optional<String> project, List<RunResult> results) {
        if (json) {
            door().json(d -> new RunsJson(project, List.of()).write(d, results));
        } else {
            new RunsText(List.of()).print(door().out(), results, project);
        }
    }

    // ---- help

    private int list() {
        TextTable table = new TextTable("", "Id", "Name", "Bundle", "Version");
        for (Contribution<Analysis<?>> c : door().catalog().analyses()) {
            table.row(c.id(), c.name(), c.bundle(), c.version());
        }
        door().out().print(table);
        return Exit.DONE;
    }

    /** The settings of the analysis that is named before {@code --help}. */
    @Override
    protected String moreHelp() {
        return word().map(this::named)
                .filter(named -> named.size() == 1)
                .map(named -> describe(named.getFirst()))
                .orElse("");
    }

    private static String describe(Contribution<Analysis<?>> c) {
        String nl = System.lineSeparator();
        StringBuilder text = new StringBuilder(nl + c.name() + ", " + c.id() + nl);
        if (c.instance().isEmpty()) {
            return text.append(c.failure().orElse("")).append(nl).toString();
        }
        Analysis<?> analysis = c.instance().get();
        TextTable table = new TextTable("  ", "Setting", "Default", "Meaning");
        for (SettingSpec s : Settings.describe(analysis.settings())) {
            String unit = s.unit().equals("1") ? "" : ", in " + s.unit();
            String choices =
                    s.choices().isEmpty() ? "" : " (" + String.join(", ", s.choices()) + ")";
            table.row(s.key(), s.value(), s.label() + unit + choices + ". " + s.help());
        }
        text.append(table);
        if (!analysis.need().upstream().isEmpty()) {
            text.append("Reads results of ").append(analysis.need().upstream()).append(nl);
        }
        if (!analysis.need().also().isEmpty()) {
            text.append("Reads, where they are there, results of ")
                    .append(
                            analysis.need().also().stream()
                                    .map(Need.Beside::analysis)
                                    .collect(Collectors.joining(", ")))
                    .append(nl);
        }
        analysis.references().forEach(r -> text.append("  ").append(r).append(nl));
        return text.toString();
    }
}

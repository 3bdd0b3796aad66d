// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.Measurement;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Cell;
import org.ionbench.model.Run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes files into a project: reads and stores them one after the other, then takes them all up
 * with their cells and conditions as one edit. Runs on a thread of its own, or on the owner's where
 * the session's executor runs at once. A file that cannot be read is said and left out; where
 * temperatures and spectra do not come out even nothing is imported, for all that follow would be
 * off by one.
 */
public final class ProjectImport {
    private static final Set<String> UNDERSTOOD =
            Set.of("cell", "sample", "temperature", "technique", "date", "time");
    private static final Map<String, String> TECHNIQUE_WORDS =
            Map.of(
                    "peis",
                    "eis",
                    "geis",
                    "eis",
                    "impedance",
                    "eis",
                    "dc",
                    "ca",
                    "chronoamperometry",
                    "ca",
                    "chronopotentiometry",
                    "cp",
                    "gcpl",
                    "cycling",
                    "ocp",
                    "ocv");

    private final Session session;
    private final Catalog catalog;

    public ProjectImport(Session session, Catalog catalog) {
        this.session = session;
        this.catalog = catalog;
    }

    /**
     * Imports files; a folder stands for all files in it.
     *
     * @throws IOException if the project cannot be written
     * @throws CancellationException if progress was cancelled; nothing was imported then
     */
    public ImportResult run(List<Path> filesAndFolders, ImportChoices choices, Progress progress)
            throws IOException {
        List<Path> files = FileTree.files(filesAndFolders);
        Receiving receiving =
                new Receiving(session, catalog, session.onOwner(session::known), choices.reading());
        boolean taken = false;
        try {
            List<Arrival> arrivals = arrivals(receiving, files, choices, progress);
            Optional<String> refusal =
                    choices.temperatures().flatMap(t -> uneven(t, files.size(), arrivals));
            if (refusal.isPresent()) {
                return new ImportResult(
                        arrivals.stream().map(a -> a.imported(List.of(), "", false)).toList(),
                        List.of(),
                        refusal);
            }
            progress.checkCancelled();
            ImportResult result = session.onOwner(() -> new Taking(arrivals, files, choices).run());
            taken = true;
            return result;
        } finally {
            if (!taken) {
                receiving.drop();
            }
        }
    }

    // ---- on any thread

    private static List<Arrival> arrivals(
            Receiving receiving, List<Path> files, ImportChoices choices, Progress progress)
            throws IOException {
        List<Path> all = new ArrayList<>(files);
        choices.shortCircuit().ifPresent(all::add);
        choices.openCircuit().ifPresent(all::add);
        return marked(receiving.receive(all, progress), files.size());
    }

    /** The last are of the fixture; so is a file of the same bytes among the others. */
    private static List<Arrival> marked(List<Arrival> arrivals, int files) {
        Set<String> fixtures = new LinkedHashSet<>();
        arrivals.stream().skip(files).forEach(a -> fixtures.add(a.read().sha256()));
        fixtures.remove("");
        List<Arrival> marked = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival a = arrivals.get(i);
            marked.add(i >= files || fixtures.contains(a.read().sha256()) ? a.ofFixture() : a);
        }
        return marked;
    }

    private static Optional<String> uneven(
            TemperatureList temperatures, int files, List<Arrival> arrivals) {
        int spectra = arrivals.stream().mapToInt(Arrival::spectra).sum();
        if (spectra == temperatures.size() || oneEach(temperatures, files, arrivals)) {
            return Optional.empty();
        }
        String unread =
                arrivals.stream()
                        .filter(a -> !a.isThere())
                        .findFirst()
                        .map(a -> "; " + a.read().file().getFileName() + " could not be read")
                        .orElse("");
        return Optional.of(
                "Nothing was imported: there are "
                        + temperatures.size()
                        + " temperatures for "
                        + spectra
                        + (spectra == 1 ? " spectrum" : " spectra")
                        + unread
                        + ". Please give one temperature for each spectrum.");
    }

    /** Whether each file has one temperature, so that one that is missing shifts no other. */
    private static boolean oneEach(
            TemperatureList temperatures, int files, List<Arrival> arrivals) {
        return files == temperatures.size()
                && arrivals.stream().limit(files).allMatch(a -> !a.isThere() || a.spectra() == 1);
    }

    /** The second half, on the owner's thread, as one edit. */
    private final class Taking {
        private final List<Arrival> arrivals;
        private final List<Path> files;
        private final ImportChoices choices;
        private final List<ImportedFile> done = new ArrayList<>();
        private final Set<String> notes = new LinkedHashSet<>();
        private final Set<String> cells = new LinkedHashSet<>();
        private final Map<String, List<String>> byHash = new HashMap<>();
        private int spectrum;

        Taking(List<Arrival> arrivals, List<Path> files, ImportChoices choices) {
            this.arrivals = arrivals;
            this.files = files;
            this.choices = choices;
        }

        ImportResult run() {
            long there = arrivals.stream().filter(Arrival::isThere).count();
            if (there > 0) {
                String label =
                        there == 1
                                ? "Import " + arrivals.getFirst().read().file().getFileName()
                                : "Import " + there + " files";
                session.edit(label, this::take);
            } else {
                arrivals.forEach(a -> done.add(a.imported(List.of(), "", false)));
            }
            return new ImportResult(done, List.copyOf(notes), Optional.empty());
        }

        private void take() {
            boolean perFile =
                    choices.temperatures()
                            .map(t -> oneEach(t, files.size(), arrivals))
                            .orElse(false);
            for (int i = 0; i < arrivals.size(); i++) {
                spectrum = perFile ? i : spectrum;
                done.add(
                        arrivals.get(i).isThere()
                                ? take(arrivals.get(i))
                                : missing(arrivals.get(i)));
            }
            fixtures();
            if (arrivals.stream().anyMatch(a -> !a.read().suggestions().isEmpty())) {
                try (Runs runs = Runs.of(session, catalog)) {
                    arrivals.forEach(a -> plan(a, runs));
                }
            }
        }

        /** Makes the runs the vendor's software made, over the recordings they apply to. */
        private void plan(Arrival a, Runs runs) {
            if (a.fixture() || a.stored().isEmpty()) {
                return;
            }
            List<String> ids = byHash.get(a.read().sha256());
            for (SuggestedRun suggested : a.read().suggestions()) {
                List<String> fitting =
                        IntStream.range(0, ids.size())
                                .filter(i -> reads(suggested, a.techniques().get(i)))
                                .mapToObj(ids::get)
                                .toList();
                try {
                    if (!fitting.isEmpty()) {
                        String apart = apart(suggested, a.read().suggestions());
                        runs.planOn(suggested.analysis(), fitting, suggested.settings())
                                .forEach(id -> label(id, apart, runs));
                    }
                } catch (AnalysisException e) {
                    notes.add(
                            "The fit in "
                                    + a.read().file().getFileName()
                                    + " gives no run: "
                                    + e.getMessage());
                }
            }
        }

        /** The values of settings in which one suggestion differs from the others. */
        private static String apart(SuggestedRun one, List<SuggestedRun> all) {
            return one.settings().entrySet().stream()
                    .filter(
                            e ->
                                    all.stream()
                                            .map(s -> s.settings().get(e.getKey()))
                                            .anyMatch(v -> !e.getValue().equals(v)))
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .collect(Collectors.joining(", "));
        }

        private void label(String run, String apart, Runs runs) {
            Optional<String> label = session.find(Run.class, run).map(Run::getLabel);
            if (!apart.isEmpty() && label.isPresent()) {
                runs.rename(run, label.get() + ", " + apart);
            }
        }

        private boolean reads(SuggestedRun suggested, Technique technique) {
            return catalog.analysis(suggested.analysis())
                    .flatMap(c -> c.instance())
                    .map(a -> a.need().techniques())
                    .filter(wanted -> wanted.isEmpty() || wanted.contains(technique))
                    .isPresent();
        }

        private ImportedFile missing(Arrival a) {
            return a.imported(List.of(), "", false);
        }

        private ImportedFile take(Arrival a) {
            String name = a.read().file().getFileName().toString();
            Map<String, String> told = a.fixture() ? Map.of() : told(name);
            List<String> known = session.recordingsOf(a.read().sha256());
            boolean duplicate = a.stored().isEmpty() && !known.isEmpty();
            List<String> ids =
                    a.stored().isPresent()
                            ? session.take(a.stored().get(), Optional.empty()).recordings()
                            : known;
            byHash.put(a.read().sha256(), ids);
            String cell = "";
            if (!a.fixture()) {
                cell = duplicate && saysNoCell(told) ? cellOf(ids) : cell(name, told);
                place(ids, cell, told);
                conditions(a, ids, told);
            }
            return a.imported(ids, cell, duplicate);
        }

        private Map<String, String> told(String name) {
            if (choices.pattern().isEmpty()) {
                return Map.of();
            }
            Optional<Map<String, String>> found = choices.pattern().get().match(name);
            if (found.isEmpty()) {
                notes.add(name + " is not named as " + choices.pattern().get() + " says.");
            }
            return found.orElse(Map.of());
        }

        // ---- cells

        private boolean saysNoCell(Map<String, String> told) {
            return choices.cell().isEmpty()
                    && !told.containsKey("cell")
                    && !told.containsKey("sample");
        }

        private String cellOf(List<String> ids) {
            return ids.stream()
                    .flatMap(id -> session.find(org.ionbench.model.Recording.class, id).stream())
                    .flatMap(r -> Optional.ofNullable(r.getCell()).stream())
                    .map(Cell::getName)
                    .findFirst()
                    .orElse("");
        }

        /** The name of the cell a file was measured on; empty if nobody can tell. */
        private String cell(String file, Map<String, String> told) {
            Optional<String> said =
                    choices.cell()
                            .or(() -> Optional.ofNullable(told.get("cell")))
                            .or(() -> Optional.ofNullable(told.get("sample")));
            if (said.isPresent()) {
                return said.get();
            }
            List<Cell> there = session.project().getCells();
            if (there.size() == 1) {
                String only = there.getFirst().getName();
                if (!cells.contains(there.getFirst().getId())) {
                    notes.add("The recordings go to the project's only cell, " + only + ".");
                }
                return only;
            }
            if (there.isEmpty()) {
                String made = commonName();
                notes.add("The recordings go to a new cell, " + made + ".");
                return made;
            }
            List<Cell> named = there.stream().filter(c -> file.contains(c.getName())).toList();
            if (named.size() == 1) {
                notes.add(file + " goes to the cell " + named.getFirst().getName() + ".");
                return named.getFirst().getName();
            }
            notes.add(file + " goes to no cell; please say which with its name.");
            return "";
        }

        /** What the names of the files begin with, else their folder's name. */
        private String commonName() {
            String common =
                    CellNames.common(
                            arrivals.stream()
                                    .filter(a -> a.isThere() && !a.fixture())
                                    .map(a -> a.read().file().getFileName().toString())
                                    .toList());
            Path folder = files.isEmpty() ? null : files.getFirst().toAbsolutePath().getParent();
            return !common.isEmpty()
                    ? common
                    : folder == null || folder.getFileName() == null
                            ? "cell 1"
                            : folder.getFileName().toString();
        }

        private void place(List<String> ids, String cell, Map<String, String> told) {
            if (cell.isEmpty()) {
                return;
            }
            String id = session.cell(cell);
            cells.add(id);
            if (told.containsKey("sample")) {
                session.set(id, "sample", told.get("sample"));
            }
            ids.forEach(r -> session.set(r, "cell", id));
        }

        // ---- conditions

        private void conditions(Arrival a, List<String> ids, Map<String, String> told) {
            for (int i = 0; i < ids.size(); i++) {
                String id = ids.get(i);
                if (told.containsKey("temperature")) {
                    session.set(id, "set temperature", told.get("temperature"));
                }
                if (choices.temperatures().isPresent()
                        && a.techniques().get(i).equals(Technique.EIS)) {
                    session.set(
                            id, "set temperature", choices.temperatures().get().text(spectrum++));
                }
                if (a.techniques().get(i).equals(Technique.OTHER)) {
                    technique(id, told.getOrDefault("technique", ""));
                }
                other(id, told);
            }
        }

        private void technique(String id, String word) {
            String plain = word.toLowerCase(Locale.ROOT);
            String wanted = TECHNIQUE_WORDS.getOrDefault(plain, plain);
            if (Technique.KNOWN.stream().anyMatch(t -> t.id().equals(wanted))) {
                session.set(id, "technique", wanted);
            }
        }

        private void other(String recording, Map<String, String> told) {
            told.forEach(
                    (key, text) -> {
                        if (UNDERSTOOD.contains(key)) {
                            return;
                        }
                        if (Measurement.parse(text).isPresent()) {
                            session.set(recording, key, text);
                            return;
                        }
                        session.find(org.ionbench.model.Recording.class, recording)
                                .map(org.ionbench.model.Recording::getCell)
                                .ifPresent(c -> session.set(c.getId(), key, text));
                    });
        }

        // ---- fixtures

        private void fixtures() {
            choices.shortCircuit().ifPresent(f -> fixture("short", f));
            choices.openCircuit().ifPresent(f -> fixture("open", f));
        }

        private void fixture(String key, Path file) {
            Optional<Arrival> arrival =
                    arrivals.stream()
                            .skip(files.size())
                            .filter(a -> a.isThere() && a.read().file().equals(file))
                            .findFirst();
            if (arrival.isEmpty()) {
                return;
            }
            List<Technique> techniques = arrival.get().techniques();
            int index = Math.max(0, techniques.indexOf(Technique.EIS));
            String id = byHash.get(arrival.get().read().sha256()).get(index);
            for (String cell : fixtureCells()) {
                session.set(cell, key, id);
            }
        }

        /** The cells that got recordings, else the one that was named, else the only one. */
        private Set<String> fixtureCells() {
            if (cells.isEmpty()) {
                choices.cell().ifPresent(name -> cells.add(session.cell(name)));
            }
            if (cells.isEmpty() && session.project().getCells().size() == 1) {
                cells.add(session.project().getCells().getFirst().getId());
            }
            if (cells.isEmpty()) {
                notes.add("The fixture's measurement belongs to no cell; please name one.");
            }
            return cells;
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.progress.Progress;
import org.ionbench.model.Identified;
import org.ionbench.model.Project;
import org.ionbench.model.store.Durable;
import org.ionbench.model.store.Fresh;
import org.ionbench.model.store.Ids;
import org.ionbench.model.store.ProjectDocument;
import org.ionbench.model.store.ProjectFolder;
import org.ionbench.model.store.WriterLock;
import org.ionbench.model.tables.StoredTable;
import org.ionbench.model.tables.TableInfo;
import org.ionbench.model.tables.TableWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * An open project. It belongs to the owner's thread: whatever reads or changes the live project is
 * called there. {@link #store}, {@link PendingSave#write} and everything immutable that a session
 * hands out may be used on any thread.
 */
public final class Session implements AutoCloseable {
    private static final long LARGEST_PROJECT_FILE = 256L << 20;

    private final ProjectFolder folder;
    private final Executor owner;
    private final Optional<WriterLock> lock;
    private final Optional<String> readOnlyReason;
    private final Tables tables;
    private final Snapshots snapshots;
    private final RawFiles raws;
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private ProjectDocument document;
    private Optional<Outline> outline = Optional.empty();

    /**
     * The raw files that the project file names, or will once it is written; of the recovery too.
     */
    private Set<String> savedRaws;

    private Set<String> recoveryRaws = Set.of();
    private long changes;
    private boolean closed;

    private Session(
            ProjectFolder folder,
            Executor owner,
            ProjectDocument document,
            Optional<WriterLock> lock,
            Optional<String> readOnlyReason) {
        this.folder = folder;
        this.owner = owner;
        this.document = document;
        this.lock = lock;
        this.readOnlyReason = readOnlyReason;
        tables = new Tables(folder.tables());
        snapshots = new Snapshots(tables);
        raws = new RawFiles(folder);
        savedRaws = namedRaws();
    }

    /**
     * Makes a project in a folder, which may exist but holds no project yet, and opens it.
     *
     * @param owner runs what belongs to the owner's thread: the display's, or {@code Runnable::run}
     *     for a program of one thread
     * @param clock for the time in the lock file
     * @throws java.nio.file.FileAlreadyExistsException if the folder holds a project
     * @throws IOException if it cannot be written
     */
    public static Session create(Path folder, Template template, Executor owner, Clock clock)
            throws IOException {
        ProjectFolder made = ProjectFolder.create(folder);
        Path name = folder.toAbsolutePath().normalize().getFileName();
        ProjectDocument document = ProjectDocument.create(name == null ? "" : name.toString());
        template.fill(document.project());
        Durable.write(made.projectFile(), document.bytes());
        return open(folder, owner, clock);
    }

    /**
     * Opens a project for writing, or for reading only where another program has it or the folder
     * cannot be written.
     *
     * @throws NoSuchFileException if the folder holds no project
     * @throws FormatException if the project file is damaged or of a newer version
     */
    public static Session open(Path folder, Executor owner, Clock clock) throws IOException {
        ProjectFolder found = new ProjectFolder(folder);
        if (!ProjectFolder.isProject(folder)) {
            throw new NoSuchFileException(
                    folder.toString(), null, "holds no " + ProjectFolder.PROJECT_FILE);
        }
        WriterLock.Outcome outcome = WriterLock.ask(folder, Holder.describe(clock));
        return switch (outcome) {
            case WriterLock.Outcome.Held(WriterLock held) -> {
                try {
                    ProjectDocument document = read(found.projectFile());
                    Session session =
                            new Session(
                                    found, owner, document, Optional.of(held), Optional.empty());
                    session.sweep();
                    yield session;
                } catch (IOException e) {
                    held.close();
                    throw e;
                }
            }
            case WriterLock.Outcome.ReadOnly(String reason) ->
                    new Session(
                            found,
                            owner,
                            read(found.projectFile()),
                            Optional.empty(),
                            Optional.of(reason));
        };
    }

    private static ProjectDocument read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_PROJECT_FILE) {
            throw new FormatException(file.toString(), "", "is too large for a project file");
        }
        return ProjectDocument.read(file.toString(), Files.readAllBytes(file));
    }

    /** Deletes tables nobody names; unsaved work that waits to be taken over counts. */
    private void sweep() throws IOException {
        Set<String> named = tableIds(document);
        if (hasRecovery()) {
            try {
                named.addAll(tableIds(read(folder.recoveryFile())));
            } catch (FormatException e) {
                // A recovery file that cannot be read names nothing and is left for a look.
                return;
            }
        }
        folder.sweep(named);
    }

    private static Set<String> tableIds(ProjectDocument document) {
        Set<String> ids = new HashSet<>();
        document.project().getRecordings().forEach(r -> ids.add(r.getTableId()));
        return ids;
    }

    // ---- what is open

    /** The project's folder. */
    public Path folder() {
        return folder.root();
    }

    /** Where things lie in the project's folder. */
    public ProjectFolder layout() {
        return folder;
    }

    /** Runs what belongs to the owner's thread. */
    public Executor owner() {
        return owner;
    }

    /** Has the owner's thread work, and waits for what comes of it. */
    public <T> T onOwner(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, owner).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    public boolean isReadOnly() {
        return readOnlyReason.isPresent();
    }

    /** One sentence why the project can only be read; empty where it can be written. */
    public Optional<String> readOnlyReason() {
        return readOnlyReason;
    }

    /** What was wrong with the project file but did not keep it from being opened. */
    public List<Problem> problems() {
        return document.problems();
    }

    /** The live project, for reading, and for changing within {@link #edit}. */
    public Project project() {
        return document.project();
    }

    /** The live object with an id, if it is of a type. */
    public <T extends Identified> Optional<T> find(Class<T> type, String id) {
        return document.find(type, id);
    }

    /** An immutable picture of the project; the same object until the next edit. */
    public Outline outline() {
        Outline now = outline.orElseGet(() -> Outline.of(project()));
        outline = Optional.of(now);
        return now;
    }

    /**
     * How often the project was changed since it was opened, undoing included: while it is the same
     * number, what was derived from the project holds.
     */
    public long changes() {
        return changes;
    }

    // ---- editing

    /**
     * Changes the project as one step that can be undone. A change within a change joins it; one
     * that throws is taken back as a whole. Listeners hear one event.
     *
     * @param label what is done, as the undo menu names it: {@code "Set thickness"}
     * @throws IllegalStateException if the project can only be read
     */
    public void edit(String label, Runnable change) {
        if (isReadOnly()) {
            throw new IllegalStateException(readOnlyReason.orElseThrow());
        }
        Set<String> touched = document.history().edit(label, change);
        if (!touched.isEmpty()) {
            tell(new SessionEvent.Edited(label, SessionEvent.Edited.How.DONE, touched));
        }
    }

    public Optional<String> undoLabel() {
        return document.history().undoLabel();
    }

    public Optional<String> redoLabel() {
        return document.history().redoLabel();
    }

    /**
     * Takes the last edit back.
     *
     * @throws IllegalStateException if there is none
     */
    public void undo() {
        String label = undoLabel().orElse("");
        Set<String> touched = document.history().undo();
        tell(new SessionEvent.Edited(label, SessionEvent.Edited.How.UNDONE, touched));
    }

    /**
     * Does the edit again that was taken back last.
     *
     * @throws IllegalStateException if there is none
     */
    public void redo() {
        String label = redoLabel().orElse("");
        Set<String> touched = document.history().redo();
        tell(new SessionEvent.Edited(label, SessionEvent.Edited.How.REDONE, touched));
    }

    public void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    public void removeListener(SessionListener listener) {
        listeners.remove(listener);
    }

    private void tell(SessionEvent event) {
        if (event instanceof SessionEvent.Edited || event instanceof SessionEvent.Replaced) {
            changes++;
        }
        outline = Optional.empty();
        listeners.forEach(l -> l.heard(event));
    }

    // ---- properties

    /** The id of the cell with a name or id, made as an edit where there is none. */
    public String cell(String name) {
        return findCell(name)
                .orElseGet(
                        () -> {
                            org.ionbench.model.Cell fresh = Fresh.cell(name);
                            edit("Add cell " + name, () -> project().getCells().add(fresh));
                            return fresh.getId();
                        });
    }

    /** The id of the cell with a name or id. */
    public Optional<String> findCell(String nameOrId) {
        return project().getCells().stream()
                .filter(c -> c.getName().equals(nameOrId) || c.getId().equals(nameOrId))
                .map(Identified::getId)
                .findFirst();
    }

    /** The id of the sample with a name or id. */
    public Optional<String> findSample(String nameOrId) {
        return project().getSamples().stream()
                .filter(s -> s.getName().equals(nameOrId) || s.getId().equals(nameOrId))
                .map(Identified::getId)
                .findFirst();
    }

    /**
     * Sets a property of a cell, sample or recording as one edit; an empty text clears it. Cells
     * know name, sample, thickness, diameter, mass, active fraction, electrodes, reference,
     * operator, external id, short, open (a recording's id or name), {@code convention ...} and
     * {@code sample ...}; any other key is a free field, or a quantity where the text has a unit.
     * Samples know name, batch, external id, density, composition. Recordings know name, technique,
     * cell, temperature (the set one), oven temperature, sample temperature and other conditions.
     *
     * @param id the object's id
     * @param key in any case, with blanks, dots, hyphens or underscores
     * @param text a text, or a value with its unit as {@link Measurement} reads it
     * @throws IllegalArgumentException with a sentence if there is no such object or the text
     *     cannot be read
     */
    public void set(String id, String key, String text) {
        Identified target = required(Identified.class, id);
        edit("Set " + key.strip(), () -> new Properties(project()).set(target, key, text));
    }

    /** All properties of a cell, sample or recording as {@link #set} takes them, in order. */
    public Map<String, String> properties(String id) {
        return new Properties(project()).all(required(Identified.class, id));
    }

    /** Deletes an object, what it contains and all references to it, as one edit. */
    public void delete(String id) {
        Identified target = required(Identified.class, id);
        if (target instanceof Project) {
            throw new IllegalArgumentException("a project cannot delete itself");
        }
        edit("Delete", () -> document.delete(target));
    }

    private <T extends Identified> T required(Class<T> type, String id) {
        return document.find(type, id)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is nothing with the id " + id));
    }

    // ---- snapshots

    /**
     * An immutable recording with its table.
     *
     * @throws IOException if its table is missing or damaged
     */
    public Recording recording(String id) throws IOException {
        return snapshots.recording(required(org.ionbench.model.Recording.class, id));
    }

    /**
     * Immutable recordings with their tables, in the order of their ids: called on any thread,
     * where the tables are opened; the rest is asked of the owner's.
     *
     * @throws IOException if a table is missing or damaged
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    public List<Recording> recordings(List<String> ids, Progress progress) throws IOException {
        progress.task("Opening tables", ids.size());
        for (String table : onOwner(() -> ids.stream().map(this::tableId).toList())) {
            progress.checkCancelled();
            table(table);
            progress.done(1);
        }
        try {
            return onOwner(() -> ids.stream().map(this::opened).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String tableId(String recording) {
        return required(org.ionbench.model.Recording.class, recording).getTableId();
    }

    private Recording opened(String id) {
        try {
            return recording(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An immutable cell with its sample and fixture measurements.
     *
     * @throws IOException if a table of its fixture is missing or damaged
     */
    public Cell cellSnapshot(String id) throws IOException {
        return snapshots.cell(required(org.ionbench.model.Cell.class, id));
    }

    /** The table of an id; safe on any thread. */
    public StoredTable table(String tableId) throws IOException {
        return tables.table(tableId);
    }

    // ---- importing

    /**
     * Copies a file and its tables into the project's folder, durably, on any thread. The project
     * does not name them before {@link #take}.
     *
     * @throws FileChangedException if the file is written to meanwhile
     */
    public Stored store(Incoming incoming, Progress progress) throws IOException {
        if (isReadOnly()) {
            throw new IOException(readOnlyReason.orElseThrow());
        }
        progress.task("Storing " + incoming.file().getFileName(), incoming.recordings().size());
        String rawName =
                ProjectFolder.rawName(incoming.sha256(), incoming.file().getFileName().toString());
        Path raw = folder.resolve(rawName);
        boolean isNew = !Files.exists(raw);
        List<String> ids = new ArrayList<>();
        try {
            if (isNew) {
                Durable.copy(incoming.file(), raw);
            }
            if (!StoredTable.hash(raw).equals(incoming.sha256())) {
                throw new FileChangedException(
                        incoming.file() + " changed while it was imported; please import it again");
            }
            for (Recording recording : incoming.recordings()) {
                progress.checkCancelled();
                String id = Ids.fresh();
                ids.add(id);
                writeTable(id, recording);
                progress.done(1);
            }
            Durable.force(folder.tables());
        } catch (IOException | RuntimeException e) {
            drop(new Stored(incoming, rawName, isNew, ids));
            throw e;
        }
        return new Stored(incoming, rawName, isNew, ids);
    }

    /** Deletes what was stored and is not to be taken after all, on any thread. */
    public void drop(Stored stored) {
        stored.tables().stream()
                .flatMap(id -> StoredTable.files(id).stream())
                .forEach(name -> RawFiles.deleted(folder.tables().resolve(name)));
        if (stored.isCopied()) {
            raws.delete(stored.rawName());
        }
    }

    private void writeTable(String id, Recording recording) throws IOException {
        try (TableWriter writer = new TableWriter(folder.tables(), id)) {
            TableInfo info =
                    writer.copy(recording.table())
                            .finish(recording.metadata(), recording.problems());
            if (info.rows() != recording.table().rows()) {
                throw new IOException("the table of " + recording.name() + " was not written");
            }
        }
    }

    /**
     * Takes a stored file into the project as one edit. A file whose hash the project knows changes
     * nothing and gives the recordings that are there.
     *
     * @param cell the id of the cell it was measured on, if known
     */
    public Taken take(Stored stored, Optional<String> cell) {
        Incoming incoming = stored.incoming();
        List<String> known = recordingsOf(incoming.sha256());
        if (!known.isEmpty()) {
            return new Taken(known, true);
        }
        Optional<org.ionbench.model.Cell> on =
                cell.map(id -> required(org.ionbench.model.Cell.class, id));
        List<org.ionbench.model.Recording> fresh = Arrivals.recordings(stored, on);
        edit(
                "Import " + incoming.file().getFileName(),
                () -> project().getRecordings().addAll(fresh));
        return new Taken(fresh.stream().map(Identified::getId).toList(), false);
    }

    /**
     * Stores and takes a file in one go, on the owner's thread; knows duplicates before copying.
     */
    public Taken importFile(Incoming incoming, Optional<String> cell, Progress progress)
            throws IOException {
        List<String> known = recordingsOf(incoming.sha256());
        return known.isEmpty() ? take(store(incoming, progress), cell) : new Taken(known, true);
    }

    /**
     * Takes a file that has grown since it was imported into its recordings, as one edit: their
     * tables and origins are new, all else stays. Further recordings join them on their cell.
     *
     * @param ids of the recordings of the earlier state, in the order of the file
     * @return the ids of all recordings of the file
     */
    public List<String> takeGrown(List<String> ids, Stored stored) {
        List<org.ionbench.model.Recording> old =
                ids.stream().map(id -> required(org.ionbench.model.Recording.class, id)).toList();
        Optional<org.ionbench.model.Cell> cell =
                old.stream().flatMap(r -> Optional.ofNullable(r.getCell()).stream()).findFirst();
        List<org.ionbench.model.Recording> now = Arrivals.recordings(stored, cell);
        List<String> all = new ArrayList<>(ids);
        old.stream()
                .flatMap(r -> Origins.files(r).keySet().stream())
                .forEach(raw -> raws.supersede(raw, stored.rawName()));
        edit(
                "Read " + stored.incoming().file().getFileName() + " again",
                () -> {
                    for (int i = 0; i < now.size(); i++) {
                        if (i < old.size()) {
                            Arrivals.update(old.get(i), now.get(i));
                        } else {
                            project().getRecordings().add(now.get(i));
                            all.add(now.get(i).getId());
                        }
                    }
                });
        return all;
    }

    /**
     * A vendor's file that the project keeps and the recordings of it alone.
     *
     * @param raw its path within the project
     * @param recordings their ids in the order of the file
     */
    public record Copy(String raw, String sha256, List<String> recordings) {}

    /** The copies the project has of files of this name, the latest first. */
    public List<Copy> copies(String fileName) {
        String ending = "/" + ProjectFolder.safeName(fileName);
        return project().getRecordings().stream()
                .filter(r -> r.getRawFile().endsWith(ending) && Origins.hashes(r).size() == 1)
                .map(r -> new Copy(r.getRawFile(), r.getSha256(), recordingsOf(r.getSha256())))
                .distinct()
                .toList()
                .reversed();
    }

    /**
     * Drops copies of states of files that grew, on any thread: those that neither the open nor the
     * saved project names and a longer copy begins with. What undo names again is brought back.
     */
    public void dropSuperseded() throws IOException {
        raws.drop(onOwner(() -> both(namedRaws(), both(savedRaws, recoveryRaws))));
    }

    /** Brings back what was dropped and the open project names again, on any thread. */
    public void restoreRaws() throws IOException {
        raws.restore(onOwner(this::namedRaws));
    }

    private Set<String> namedRaws() {
        Set<String> named = new HashSet<>();
        project().getRecordings().forEach(r -> named.addAll(Origins.files(r).keySet()));
        return named;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    /**
     * Stores the table of a recording that was made of others, durably, on any thread. The project
     * does not name it before {@link #replace}.
     *
     * @return the id of the table
     */
    public String storeTable(Recording made) throws IOException {
        if (isReadOnly()) {
            throw new IOException(readOnlyReason.orElseThrow());
        }
        String id = Ids.fresh();
        writeTable(id, made);
        Durable.force(folder.tables());
        return id;
    }

    /**
     * Puts a recording in the place of those it was made of, as one edit: it belongs to their cell,
     * names all their files, and stands in the runs of the first. The others go with their place in
     * runs.
     *
     * @param label what is done, as the undo menu names it
     * @param ids of those it was made of, in the order of its rows
     * @param made the new recording
     * @param tableId of its table, see {@link #storeTable}
     * @return its id
     */
    public String replace(String label, List<String> ids, Recording made, String tableId) {
        List<org.ionbench.model.Recording> old =
                ids.stream().map(id -> required(org.ionbench.model.Recording.class, id)).toList();
        org.ionbench.model.Recording fresh = Arrivals.replacing(old, made, tableId);
        edit(
                label,
                () -> {
                    int place = project().getRecordings().indexOf(old.getFirst());
                    project().getRecordings().add(place, fresh);
                    project()
                            .getRuns()
                            .forEach(
                                    run -> {
                                        int at = run.getRecordings().indexOf(old.getFirst());
                                        if (at >= 0) {
                                            run.getRecordings().set(at, fresh);
                                        }
                                    });
                    old.forEach(document::delete);
                });
        return fresh.getId();
    }

    /**
     * A recording of a file that the project has.
     *
     * @param technique its technique
     * @param table the id of its table
     * @param importer the id of what read it
     */
    public record Known(String technique, String table, String importer) {}

    /** What the project has, by the hash of the file it came from, in the order of the file. */
    public Map<String, List<Known>> known() {
        Map<String, List<Known>> known = new HashMap<>();
        project().getRecordings().stream()
                .sorted((a, b) -> Integer.compare(a.getIndexInFile(), b.getIndexInFile()))
                .forEach(
                        r ->
                                Origins.hashes(r)
                                        .forEach(
                                                hash ->
                                                        known.computeIfAbsent(
                                                                        hash,
                                                                        h -> new ArrayList<>())
                                                                .add(
                                                                        new Known(
                                                                                r.getTechnique(),
                                                                                r.getTableId(),
                                                                                r.getImporter()))));
        return known;
    }

    /** The ids of the recordings that were read from a file of this hash, in its order. */
    public List<String> recordingsOf(String sha256) {
        return project().getRecordings().stream()
                .filter(r -> Origins.hashes(r).contains(sha256))
                .sorted((a, b) -> Integer.compare(a.getIndexInFile(), b.getIndexInFile()))
                .map(Identified::getId)
                .toList();
    }

    // ---- saving

    /** Whether the project differs from what lies on disk. */
    public boolean isDirty() {
        return document.history().isDirty();
    }

    /** Saves and waits until the file is durable. */
    public void save() throws IOException {
        PendingSave save = prepareSave();
        save.write();
        save.finish();
    }

    /**
     * The first half of a save; the rest may be done off this thread.
     *
     * @throws IllegalStateException if the project can only be read
     */
    public PendingSave prepareSave() {
        if (isReadOnly()) {
            throw new IllegalStateException(readOnlyReason.orElseThrow());
        }
        ProjectDocument saved = document;
        Object position = saved.history().position();
        Set<String> named = namedRaws();
        savedRaws = both(savedRaws, named);
        return new PendingSave(
                folder.projectFile(),
                saved.bytes(),
                () -> raws.restore(named),
                () -> {
                    saved.history().markSaved(position);
                    savedRaws = named;
                    discardRecovery();
                    tell(new SessionEvent.Saved());
                });
    }

    /** The first half of an autosave, which keeps unsaved work beside the project file. */
    public PendingSave prepareAutosave() {
        if (isReadOnly()) {
            throw new IllegalStateException(readOnlyReason.orElseThrow());
        }
        Set<String> named = namedRaws();
        recoveryRaws = both(recoveryRaws, named);
        return new PendingSave(
                folder.recoveryFile(),
                document.bytes(),
                () -> raws.restore(named),
                () -> recoveryRaws = named);
    }

    /** Whether unsaved work of an earlier session lies beside the project file. */
    public boolean hasRecovery() {
        return Files.isRegularFile(folder.recoveryFile());
    }

    /**
     * Takes unsaved work of an earlier session over; it is unsaved until {@link #save}. The history
     * of edits starts anew.
     *
     * @throws FormatException if it cannot be read; the project stays as it is
     */
    public void recover() throws IOException {
        document = read(folder.recoveryFile());
        document.history().markUnsaved();
        tell(new SessionEvent.Replaced());
    }

    /** Forgets unsaved work of an earlier session. */
    public void discardRecovery() {
        if (isReadOnly()) {
            return;
        }
        try {
            Files.deleteIfExists(folder.recoveryFile());
            recoveryRaws = Set.of();
        } catch (IOException e) {
            // It will be offered again, which does no harm.
            return;
        }
    }

    /** Closes without saving: asks nothing, lets go of tables and lock. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        tell(new SessionEvent.Closed());
        listeners.clear();
        tables.close();
        raws.close(both(savedRaws, recoveryRaws));
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}

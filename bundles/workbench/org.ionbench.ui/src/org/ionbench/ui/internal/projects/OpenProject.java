// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.Saveable;
import org.ionbench.api.problem.Problem;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.runs.Runs;
import org.ionbench.engine.session.PendingSave;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.SessionEvent;
import org.ionbench.engine.verifying.Verification.Finding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A project that is open in the workbench: its session, its runs, and its one {@link Saveable},
 * which all editors and views on it share. Belongs to the user interface's thread.
 *
 * <p>The session keeps the only history of edits; Undo and Redo of the workbench ask it. There is
 * no operation history beside it that could say something else.
 */
public final class OpenProject {
    private final Session session;
    private final Runs runs;
    private final Projects projects;
    private final ProjectSaveable saveable;
    private final Computing computing;
    private List<Problem> importProblems = List.of();
    private List<ImportedFile> imported = List.of();
    private List<Finding> verified = List.of();
    private volatile boolean closed;
    private boolean recoverable;
    private boolean autosaved;

    OpenProject(Session session, Catalog catalog, Projects projects) {
        this.session = session;
        this.projects = projects;
        recoverable = session.hasRecovery() && !session.isReadOnly();
        saveable = new ProjectSaveable(this);
        session.addListener(this::heard);
        runs = Runs.of(session, catalog);
        runs.addListener(new ResultsWatch(this, projects));
        computing = new Computing(this);
        if (!session.isReadOnly()) {
            recompute();
        }
    }

    /** The session; to be used on the user interface's thread but where it says otherwise. */
    public Session session() {
        return session;
    }

    /** The runs with their states and results. */
    public Runs runs() {
        return runs;
    }

    /** The project's folder. */
    public Path folder() {
        return session.folder();
    }

    /** The project's name on screen. */
    public String name() {
        return session.outline().name();
    }

    /** Computes what is not current, in the background; later edits set it going by themselves. */
    public void recompute() {
        runs.automatic(computing, computing);
    }

    /** Whether it was closed; may be asked on any thread. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether there is something to save. */
    public boolean isDirty() {
        return session.isDirty();
    }

    /** What the workbench's prompts and editors of this project save. */
    public Saveable saveable() {
        return saveable;
    }

    /** What was found in the last import; shown with the other problems. */
    public List<Problem> importProblems() {
        return importProblems;
    }

    /** What became of the files of the last import, each of them. */
    public List<ImportedFile> imported() {
        return imported;
    }

    /** Keeps what was found in an import. */
    public void noteImport(List<Problem> problems, List<ImportedFile> files) {
        importProblems = List.copyOf(problems);
        imported = List.copyOf(files);
        projects.tellChanged(this);
    }

    /** What was wrong when the project was last verified, besides what opening it said. */
    public List<Finding> verified() {
        return verified;
    }

    /** Keeps what verifying found. */
    public void noteVerified(List<Finding> findings) {
        verified =
                findings.stream().filter(f -> !session.problems().contains(f.problem())).toList();
        projects.tellChanged(this);
    }

    /** Whether unsaved work of an earlier session waits for a decision. */
    public boolean isRecoverable() {
        return recoverable;
    }

    /** Takes unsaved work of an earlier session over, as a job. */
    public void recover() {
        recoverable = false;
        try {
            session.recover();
        } catch (IOException e) {
            projects.report(
                    "The unsaved work of " + name() + " cannot be read: " + e.getMessage(), e);
        }
        projects.tellChanged(this);
    }

    /** Forgets unsaved work of an earlier session. */
    public void discardRecovery() {
        recoverable = false;
        session.discardRecovery();
        projects.tellChanged(this);
    }

    /** Saves: takes the bytes now and writes them as a job. */
    public void save() {
        if (session.isReadOnly()) {
            projects.say(session.readOnlyReason().orElseThrow());
            return;
        }
        PendingSave save = session.prepareSave();
        write("Save " + name(), save, false);
    }

    /** Saves and waits, as closing must; says so where it cannot, and gives false. */
    public boolean saveAndWait() {
        try {
            session.save();
            return true;
        } catch (IOException e) {
            projects.report(name() + " cannot be saved: " + e.getMessage(), e);
            return false;
        }
    }

    /** Keeps unsaved work beside the project file, if there is any that is not kept yet. */
    void autosave() {
        if (autosaved || recoverable || session.isReadOnly() || !session.isDirty()) {
            return;
        }
        autosaved = true;
        write("Autosave " + name(), session.prepareAutosave(), true);
    }

    private void write(String name, PendingSave save, boolean quiet) {
        Job job =
                Job.createSystem(
                        name,
                        (ICoreRunnable)
                                monitor -> {
                                    try {
                                        save.write();
                                        session.owner().execute(save::finish);
                                    } catch (IOException e) {
                                        session.owner().execute(() -> failed(name, e));
                                    }
                                });
        job.setSystem(quiet);
        job.setRule(new FolderRule(folder()));
        job.schedule();
    }

    private void failed(String name, IOException e) {
        autosaved = false;
        projects.report(name + ": the project cannot be written: " + e.getMessage(), e);
    }

    private void heard(SessionEvent event) {
        switch (event) {
            case SessionEvent.Edited _ -> autosaved = false;
            case SessionEvent.Replaced _ -> autosaved = true;
            case SessionEvent.Saved _ -> recoverable = false;
            case SessionEvent.Closed _ -> {
                return;
            }
        }
        projects.tellChanged(this);
    }

    /** Stops computing, closes the session and lets go of the folder; asks nothing. */
    void close() {
        closed = true;
        runs.close();
        try {
            session.close();
        } catch (IOException e) {
            projects.report(folder() + " was not closed cleanly: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return folder().toString();
    }
}

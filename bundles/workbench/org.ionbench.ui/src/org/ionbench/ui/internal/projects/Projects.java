// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISaveablesLifecycleListener;
import org.eclipse.ui.ISaveablesSource;
import org.eclipse.ui.Saveable;
import org.eclipse.ui.SaveablesLifecycleEvent;
import org.eclipse.ui.services.IDisposable;
import org.ionbench.api.problem.FormatException;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The projects that are open, a service of the workbench: {@code getSite().getService(
 * Projects.class)}. Belongs to the user interface's thread; opening and making projects are jobs.
 */
public final class Projects implements ISaveablesSource, IDisposable {
    private static final int AUTOSAVE_MILLISECONDS = 60_000;

    private final Display display;
    private final Catalog catalog;
    private final Clock clock;
    private final ISaveablesLifecycleListener prompts;
    private final Remembered remembered = new Remembered();
    private final List<OpenProject> open = new ArrayList<>();
    private final List<ProjectsListener> listeners = new CopyOnWriteArrayList<>();
    private Optional<OpenProject> active = Optional.empty();

    Projects(Display display, Catalog catalog, Clock clock, ISaveablesLifecycleListener prompts) {
        this.display = display;
        this.catalog = catalog;
        this.clock = clock;
        this.prompts = prompts;
        display.timerExec(AUTOSAVE_MILLISECONDS, this::autosave);
    }

    /** Everything that is installed. */
    public Catalog catalog() {
        return catalog;
    }

    /** What time it is. */
    public Clock clock() {
        return clock;
    }

    /** The open projects in the order they were opened. */
    public List<OpenProject> open() {
        return List.copyOf(open);
    }

    /** The open project of a folder. */
    public Optional<OpenProject> of(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        return open.stream()
                .filter(p -> p.folder().toAbsolutePath().normalize().equals(wanted))
                .findFirst();
    }

    /** The project the user works on: that of the last selection or editor. */
    public Optional<OpenProject> active() {
        return active.filter(open::contains).or(() -> open.stream().findFirst());
    }

    /** Says which project the user works on. */
    public void activate(OpenProject project) {
        if (active.isEmpty() || active.get() != project) {
            active = Optional.of(project);
            listeners.forEach(ProjectsListener::projectsChanged);
        }
    }

    /** Folders of projects that were open before, the latest first. */
    public List<Path> recent() {
        return remembered.recent();
    }

    public void addListener(ProjectsListener listener) {
        listeners.add(listener);
    }

    public void removeListener(ProjectsListener listener) {
        listeners.remove(listener);
    }

    // ---- opening and closing

    /** Opens a project as a job; then it is handed over on the user interface's thread. */
    public void open(Path folder, Consumer<OpenProject> then) {
        of(folder)
                .ifPresentOrElse(
                        then, () -> inJob("Open " + folder, monitor -> session(folder), then));
    }

    /** Makes a project and opens it, as a job. */
    public void create(Path folder, Template template, Consumer<OpenProject> then) {
        inJob("Make " + folder, monitor -> Session.create(folder, template, owner(), clock), then);
    }

    /** Opens a session that the user interface's thread will own; not on that thread. */
    public Session session(Path folder) throws IOException {
        return Session.open(folder, owner(), clock);
    }

    /** Makes a session on a job. */
    @FunctionalInterface
    public interface Making {
        /**
         * Makes it.
         *
         * @throws IOException if it cannot be made
         */
        Session make(IProgressMonitor monitor) throws IOException;
    }

    /** Makes a session on a job and opens its project. */
    public void inJob(String name, Making making, Consumer<OpenProject> then) {
        Job job =
                Job.create(
                        name,
                        (ICoreRunnable)
                                monitor -> {
                                    try {
                                        Session session = making.make(monitor);
                                        owner().execute(() -> then.accept(add(session)));
                                    } catch (IOException e) {
                                        report(sentence(e), e);
                                    }
                                });
        job.setUser(false);
        job.schedule();
    }

    /**
     * Opens what was open when the workbench was closed, before its window is there. What cannot be
     * opened any more is passed over and stays in the list of recent projects.
     */
    public void reopen() {
        for (Path folder : remembered.open()) {
            try {
                add(session(folder));
            } catch (IOException e) {
                report(sentence(e), e);
            }
        }
    }

    private OpenProject add(Session session) {
        Optional<OpenProject> there = of(session.folder());
        if (there.isPresent()) {
            try {
                session.close();
            } catch (IOException e) {
                report(session.folder() + " was not closed cleanly", e);
            }
            return there.get();
        }
        OpenProject project = new OpenProject(session, catalog, this);
        open.add(project);
        active = Optional.of(project);
        remembered.opened(project.folder());
        tell(SaveablesLifecycleEvent.POST_OPEN, project);
        listeners.forEach(ProjectsListener::projectsChanged);
        return project;
    }

    /** Closes a project. What is not saved is lost: ask before. */
    public void close(OpenProject project) {
        if (open.remove(project)) {
            tell(SaveablesLifecycleEvent.POST_CLOSE, project);
            remembered.closed(project.folder());
            listeners.forEach(ProjectsListener::projectsChanged);
            project.close();
        }
    }

    /** Closes all when the workbench ends; they are opened again at its next start. */
    @Override
    public void dispose() {
        List<OpenProject> last = List.copyOf(open);
        open.clear();
        last.forEach(OpenProject::close);
    }

    // ---- what projects say

    void tellChanged(OpenProject project) {
        tell(SaveablesLifecycleEvent.DIRTY_CHANGED, project);
        listeners.forEach(l -> l.projectChanged(project));
    }

    void tellResults(OpenProject project) {
        listeners.forEach(l -> l.resultsChanged(project));
    }

    private void tell(int what, OpenProject project) {
        prompts.handleLifecycleEvent(
                new SaveablesLifecycleEvent(
                        this, what, new Saveable[] {project.saveable()}, false));
    }

    /** Selects an object of a project where it can be seen. */
    public void reveal(OpenProject project, String id) {
        listeners.forEach(l -> l.revealed(project, id));
    }

    /** Makes everything that shows projects show them anew, in another theme. */
    public void repaint() {
        listeners.forEach(ProjectsListener::projectsChanged);
    }

    /** Tells the user what went wrong, and notes it in the log. */
    public void report(String sentence, Exception e) {
        ILog.of(Projects.class).log(Status.error(sentence, e));
        say(sentence);
    }

    /** Tells the user something, without asking for an answer. */
    public void say(String sentence) {
        owner().execute(() -> listeners.forEach(l -> l.said(sentence)));
    }

    /** What a failed opening says: one sentence. */
    public static String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException n ->
                    n.getFile()
                            + " holds no project. Choose a folder with a file project.ionbench.";
            case FileAlreadyExistsException f ->
                    f.getFile() + " holds a project already. Open it, or choose another folder.";
            case FormatException f -> f.getMessage();
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    /** Runs what belongs to the user interface's thread: at once if it is called there. */
    public Executor owner() {
        return work -> {
            if (display.isDisposed()) {
                return;
            }
            if (display.getThread() == Thread.currentThread()) {
                work.run();
            } else {
                display.asyncExec(work);
            }
        };
    }

    private void autosave() {
        open.forEach(OpenProject::autosave);
        display.timerExec(AUTOSAVE_MILLISECONDS, this::autosave);
    }

    // ---- for the workbench's prompts

    @Override
    public Saveable[] getSaveables() {
        return open.stream().map(OpenProject::saveable).toArray(Saveable[]::new);
    }

    @Override
    public Saveable[] getActiveSaveables() {
        return active().map(p -> new Saveable[] {p.saveable()}).orElse(new Saveable[0]);
    }
}

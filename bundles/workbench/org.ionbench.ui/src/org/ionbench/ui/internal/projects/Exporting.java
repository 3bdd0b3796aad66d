// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Recording;
import org.ionbench.engine.exporting.ExportNames;
import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Writes recordings of a project into a folder in one format, as a job. */
public final class Exporting extends Job {

    /** 0 degC in K. */
    private static final double ICE = 273.15;

    /** A recording and what its file is called. */
    private record Item(String called, Recording recording) {}

    private final Projects projects;
    private final OpenProject project;
    private final List<Item> recordings;
    private final Exporter exporter;
    private final Path folder;
    private int done;

    private Exporting(
            Projects projects,
            OpenProject project,
            List<Item> recordings,
            Exporter exporter,
            Path folder) {
        super("Export " + counted(recordings.size()) + " to " + folder);
        this.projects = projects;
        this.project = project;
        this.recordings = recordings;
        this.exporter = exporter;
        this.folder = folder;
    }

    /** Opens the tables on a job, takes the recordings on the owner's thread, and exports. */
    public static void begin(
            Projects projects,
            OpenProject project,
            List<String> ids,
            Exporter exporter,
            Path folder) {
        Session session = project.session();
        List<String> tables =
                ids.stream()
                        .flatMap(
                                id -> session.find(org.ionbench.model.Recording.class, id).stream())
                        .map(org.ionbench.model.Recording::getTableId)
                        .toList();
        Job.createSystem(
                        "Open the tables of " + counted(ids.size()),
                        (ICoreRunnable)
                                monitor -> {
                                    try {
                                        for (String table : tables) {
                                            session.table(table);
                                        }
                                        session.owner()
                                                .execute(
                                                        () ->
                                                                take(
                                                                        projects, project, ids,
                                                                        exporter, folder));
                                    } catch (IOException e) {
                                        failed(projects, e);
                                    }
                                })
                .schedule();
    }

    private static void take(
            Projects projects,
            OpenProject project,
            List<String> ids,
            Exporter exporter,
            Path folder) {
        if (project.isClosed()) {
            return;
        }
        try {
            Map<String, String> cells = new HashMap<>();
            Outline outline = project.session().outline();
            outline.cells().forEach(c -> cells.put(c.id(), c.name()));
            List<Item> items = new ArrayList<>();
            for (Outline.RecordingItem item : outline.recordings()) {
                if (ids.contains(item.id())) {
                    items.add(
                            new Item(called(item, cells), project.session().recording(item.id())));
                }
            }
            new Exporting(projects, project, items, exporter, folder).schedule();
        } catch (IOException e) {
            failed(projects, e);
        }
    }

    /** The cell, the recording and its temperature: many recordings have one name. */
    private static String called(Outline.RecordingItem item, Map<String, String> cells) {
        List<String> parts = new ArrayList<>();
        item.cell().map(cells::get).filter(c -> !item.name().startsWith(c)).ifPresent(parts::add);
        parts.add(item.name());
        item.temperature().map(kelvin -> Math.round(kelvin - ICE) + "C").ifPresent(parts::add);
        return String.join(" ", parts);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        MonitorProgress progress = new MonitorProgress(monitor);
        progress.task("Exporting", recordings.size());
        try {
            Files.createDirectories(folder);
            ExportNames names = ExportNames.besides(folder);
            for (Item item : recordings) {
                progress.checkCancelled();
                progress.note(item.called());
                String name = names.next(item.called());
                exporter.export(item.recording(), folder, name, progress.split(1));
                done++;
            }
            projects.say(counted(done) + " exported to " + folder + ".");
        } catch (CancellationException e) {
            projects.say("The export was cancelled; " + soFar());
            return Status.CANCEL_STATUS;
        } catch (IOException e) {
            projects.report("The export ended early: " + Projects.sentence(e) + "; " + soFar(), e);
        } catch (IllegalStateException e) {
            if (!project.isClosed()) {
                throw e;
            }
            projects.say("The project was closed while it was exported; " + soFar());
        }
        return Status.OK_STATUS;
    }

    private String soFar() {
        return counted(done) + " of " + recordings.size() + " lie in " + folder + ".";
    }

    private static void failed(Projects projects, IOException e) {
        projects.report("The recordings were not exported: " + Projects.sentence(e), e);
    }

    private static String counted(int recordings) {
        return recordings == 1 ? "1 recording" : recordings + " recordings";
    }
}

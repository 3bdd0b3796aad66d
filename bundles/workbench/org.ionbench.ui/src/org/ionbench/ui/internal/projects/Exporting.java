// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.ionbench.api.exporting.Exporter;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.exporting.ExportNames;
import org.ionbench.engine.session.Outline;

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

    /** A recording by its id, and what its file is called. */
    private record Item(String id, String called) {}

    private final Projects projects;
    private final OpenProject project;
    private final List<Item> items;
    private final Exporter exporter;
    private final Path folder;
    private int done;

    private Exporting(
            Projects projects,
            OpenProject project,
            List<Item> items,
            Exporter exporter,
            Path folder) {
        super("Export " + counted(items.size()) + " to " + folder);
        this.projects = projects;
        this.project = project;
        this.items = items;
        this.exporter = exporter;
        this.folder = folder;
    }

    /** Begins to export recordings that are there, by their ids. */
    public static void begin(
            Projects projects,
            OpenProject project,
            List<String> ids,
            Exporter exporter,
            Path folder) {
        Map<String, String> cells = new HashMap<>();
        Outline outline = project.session().outline();
        outline.cells().forEach(c -> cells.put(c.id(), c.name()));
        List<Item> items =
                outline.recordings().stream()
                        .filter(item -> ids.contains(item.id()))
                        .map(item -> new Item(item.id(), called(item, cells)))
                        .toList();
        new Exporting(projects, project, items, exporter, folder).schedule();
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
        progress.task("Exporting", 1 + items.size());
        try {
            List<Recording> recordings = recordings(progress.split(1));
            Files.createDirectories(folder);
            ExportNames names = ExportNames.besides(folder);
            for (int i = 0; i < recordings.size(); i++) {
                progress.checkCancelled();
                progress.note(items.get(i).called());
                String name = names.next(items.get(i).called());
                exporter.export(recordings.get(i), folder, name, progress.split(1));
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

    private List<Recording> recordings(Progress progress) throws IOException {
        try {
            return project.session().recordings(items.stream().map(Item::id).toList(), progress);
        } catch (IllegalArgumentException e) {
            throw new IOException("a recording was deleted meanwhile", e);
        }
    }

    private String soFar() {
        return counted(done) + " of " + items.size() + " lie in " + folder + ".";
    }

    private static String counted(int recordings) {
        return recordings == 1 ? "1 recording" : recordings + " recordings";
    }
}

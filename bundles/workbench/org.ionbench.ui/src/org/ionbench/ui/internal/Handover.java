// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a second start of the workbench hands its projects to the one that runs: as a small file in a
 * folder of the workbench's own area, which the running one looks into.
 */
final class Handover {
    private static final int LOOK_MILLISECONDS = 700;
    private static final String END = ".projects";

    private final Path folder;
    private volatile boolean closed;

    private Handover(Path folder) {
        this.folder = folder;
    }

    /** In the area of the workbench. */
    static Handover in(URL area) {
        return new Handover(Path.of(new File(area.getPath()).getPath()).resolve(".handover"));
    }

    /** Leaves projects for the workbench that runs; none at all brings its window forward. */
    void send(List<Path> projects) throws IOException {
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "start", ".new");
        Files.write(beside, projects.stream().map(Path::toString).toList());
        Files.move(beside, folder.resolve(UUID.randomUUID() + END), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Looks for what later starts left, until it is closed. */
    void receive(Consumer<List<Path>> opened) {
        Job job =
                new Job("Listen for projects to open") {
                    @Override
                    protected IStatus run(IProgressMonitor monitor) {
                        look(opened);
                        if (!closed) {
                            schedule(LOOK_MILLISECONDS);
                        }
                        return Status.OK_STATUS;
                    }
                };
        job.setSystem(true);
        job.schedule();
    }

    private void look(Consumer<List<Path>> opened) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.filter(f -> f.toString().endsWith(END)).toList()) {
                List<Path> projects = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    projects.add(Path.of(line));
                }
                Files.delete(file);
                opened.accept(projects);
            }
        } catch (IOException | InvalidPathException e) {
            ILog.of(Handover.class)
                    .log(Status.warning("A second start could not be heard: " + e.getMessage(), e));
        }
    }

    void close() {
        closed = true;
    }
}

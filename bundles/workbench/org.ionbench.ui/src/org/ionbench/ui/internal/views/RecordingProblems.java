// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.ionbench.api.problem.Problem;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Recording;
import org.ionbench.ui.internal.projects.OpenProject;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The problems that importers found, which lie beside the recordings' tables. Tables never change,
 * so each is read once, on a job.
 */
final class RecordingProblems {
    private final Map<String, List<Problem>> known = new HashMap<>();
    private final Runnable afterwards;

    RecordingProblems(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /** What is known of a recording now; the rest is being read. */
    List<Problem> of(Recording recording) {
        return known.getOrDefault(recording.getTableId(), List.of());
    }

    /** Reads what is not known yet. */
    void read(OpenProject project) {
        Session session = project.session();
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Recording r : session.project().getRecordings()) {
            if (known.putIfAbsent(r.getTableId(), List.of()) == null) {
                wanted.put(r.getTableId(), r.getName());
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Job job =
                Job.createSystem(
                        "Look for problems in " + project.folder(),
                        (ICoreRunnable)
                                monitor -> {
                                    Map<String, List<Problem>> found = new HashMap<>();
                                    wanted.forEach(
                                            (id, name) ->
                                                    found.put(id, problems(session, id, name)));
                                    session.owner()
                                            .execute(
                                                    () -> {
                                                        known.putAll(found);
                                                        afterwards.run();
                                                    });
                                });
        job.schedule();
    }

    private static List<Problem> problems(Session session, String tableId, String name) {
        try {
            return session.table(tableId).info().problems();
        } catch (IOException e) {
            return List.of(
                    Problem.error(
                                    "project.table",
                                    "The data of " + name + " cannot be read: " + e.getMessage())
                            .mend("Import its file again."));
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.views;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.ionbench.api.problem.Change;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

import java.util.List;
import java.util.Optional;

/** Makes the changes that problems offer, each as one edit of its project that can be undone. */
final class Mending {
    private final Projects projects;

    Mending(Projects projects) {
        this.projects = projects;
    }

    /** What can be done about the first of some rows. */
    List<IAction> actions(List<ProblemRow> rows) {
        return rows.stream()
                .findFirst()
                .map(
                        row ->
                                row.problem().changes().stream()
                                        .map(c -> action(row.project(), c))
                                        .toList())
                .orElse(List.of());
    }

    private IAction action(OpenProject project, Change change) {
        return new Action(sentence(project, change)) {
            @Override
            public void run() {
                make(project, change);
            }
        };
    }

    /** Does what is likeliest about the first of some rows. */
    void first(List<ProblemRow> rows) {
        Optional<ProblemRow> row = rows.stream().findFirst();
        if (row.isEmpty() || row.get().problem().changes().isEmpty()) {
            projects.say(
                    row.isEmpty()
                            ? "Select a problem to mend."
                            : "This problem offers no change that would mend it.");
            return;
        }
        make(row.get().project(), row.get().problem().changes().getFirst());
    }

    private void make(OpenProject project, Change change) {
        try {
            project.session()
                    .edit(
                            sentence(project, change),
                            () -> project.session().set(change.id(), change.key(), change.text()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            projects.say(e.getMessage());
        }
    }

    /** Recordings go by their id in a change; people know them by name. */
    private static String sentence(OpenProject project, Change change) {
        return project.session()
                .find(org.ionbench.model.Recording.class, change.id())
                .map(r -> new Change(r.getId(), r.getName(), change.key(), change.text()))
                .orElse(change)
                .sentence();
    }
}

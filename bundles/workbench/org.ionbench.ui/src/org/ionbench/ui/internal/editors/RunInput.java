// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.ionbench.engine.session.Outline.RunItem;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.Optional;

/** A run of an open project. */
public final class RunInput extends ProjectInput {

    public RunInput(OpenProject project, String runId) {
        super(project, runId);
    }

    /** The run as it is now; empty if it was deleted. */
    public Optional<RunItem> run() {
        return project().session().outline().runs().stream()
                .filter(r -> r.id().equals(id()))
                .findFirst();
    }

    @Override
    public boolean exists() {
        return run().isPresent();
    }

    @Override
    public String getName() {
        return run().map(RunItem::label).orElse("Deleted run");
    }

    @Override
    public String getFactoryId() {
        return RunInputFactory.ID;
    }

    @Override
    String icon() {
        return "run";
    }
}

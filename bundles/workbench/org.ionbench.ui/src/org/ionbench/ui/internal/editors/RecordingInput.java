// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.ionbench.engine.session.Outline.RecordingItem;
import org.ionbench.ui.internal.projects.OpenProject;

import java.util.Optional;

/** A recording of an open project. */
public final class RecordingInput extends ProjectInput {

    public RecordingInput(OpenProject project, String recordingId) {
        super(project, recordingId);
    }

    /** The recording as it is now; empty if it was deleted. */
    public Optional<RecordingItem> recording() {
        return project().session().outline().recordings().stream()
                .filter(r -> r.id().equals(id()))
                .findFirst();
    }

    @Override
    public boolean exists() {
        return recording().isPresent();
    }

    @Override
    public String getName() {
        return recording().map(RecordingItem::name).orElse("Deleted recording");
    }

    @Override
    public String getFactoryId() {
        return RecordingInputFactory.ID;
    }

    @Override
    String icon() {
        return "recording";
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.ionbench.engine.verifying.Verification;

import java.util.concurrent.CancellationException;

/**
 * Checks a project against itself, as a job; says what was checked, and leaves what is wrong to the
 * Problems view.
 */
public final class Verifying extends Job {
    private final Projects projects;
    private final OpenProject project;
    private final Verification verification;

    /** Takes the project as it stands; on the user interface's thread. */
    public Verifying(Projects projects, OpenProject project) {
        super("Verify " + project.name());
        this.projects = projects;
        this.project = project;
        verification = Verification.of(project.session(), project.runs());
        setPriority(Job.LONG);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            Verification.Outcome outcome = verification.run(new MonitorProgress(monitor));
            project.session().owner().execute(() -> project.noteVerified(outcome.findings()));
            projects.say(
                    project.folder().getFileName()
                            + ": "
                            + outcome.sentence()
                            + (outcome.findings().isEmpty() ? "." : "; see the Problems view."));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            projects.say("Verifying was cancelled; nothing is known of the project.");
            return Status.CANCEL_STATUS;
        } catch (IllegalStateException e) {
            if (!project.isClosed()) {
                throw e;
            }
            projects.say("The project was closed while it was verified.");
            return Status.CANCEL_STATUS;
        }
    }
}

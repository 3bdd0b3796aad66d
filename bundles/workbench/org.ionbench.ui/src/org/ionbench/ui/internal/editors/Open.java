// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.ionbench.ui.internal.projects.OpenProject;
import org.ionbench.ui.internal.projects.Projects;

/** Opens the editors of recordings, runs and figures. */
public final class Open {
    /** The editor of all recordings; its input is a {@link RecordingInput}. */
    public static final String RECORDING_EDITOR = "org.ionbench.ui.recordingEditor";

    /** The editor of all runs; its input is a {@link RunInput}. */
    public static final String ANALYSIS_EDITOR = "org.ionbench.ui.analysisEditor";

    /** The editor of all figures; its input is a {@link FigureInput}. */
    public static final String FIGURE_EDITOR = "org.ionbench.ui.figureEditor";

    private Open() {}

    /** Shows a recording. */
    public static void recording(IWorkbenchPage page, OpenProject project, String recordingId) {
        open(page, new RecordingInput(project, recordingId), RECORDING_EDITOR);
    }

    /** Shows a run. */
    public static void run(IWorkbenchPage page, OpenProject project, String runId) {
        open(page, new RunInput(project, runId), ANALYSIS_EDITOR);
    }

    /** Shows a figure. */
    public static void figure(IWorkbenchPage page, OpenProject project, String figureId) {
        open(page, new FigureInput(project, figureId), FIGURE_EDITOR);
    }

    private static void open(IWorkbenchPage page, ProjectInput input, String editor) {
        if (PlatformUI.getWorkbench().getEditorRegistry().findEditor(editor) == null) {
            return;
        }
        try {
            page.openEditor(
                    input, editor, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
        } catch (PartInitException e) {
            PlatformUI.getWorkbench()
                    .getService(Projects.class)
                    .report(input.getName() + " cannot be shown", e);
        }
    }
}

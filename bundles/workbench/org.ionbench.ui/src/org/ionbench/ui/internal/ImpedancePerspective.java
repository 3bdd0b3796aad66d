// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.ionbench.ui.internal.explorer.ExplorerView;
import org.ionbench.ui.internal.properties.PropertiesView;
import org.ionbench.ui.internal.views.ImportsView;
import org.ionbench.ui.internal.views.ProblemsView;
import org.ionbench.ui.internal.views.ResultsView;

/** Impedance work: explorer at the left, editors in the middle, properties at the right. */
public final class ImpedancePerspective implements IPerspectiveFactory {

    /** The perspective's id in plugin.xml. */
    static final String ID = "org.ionbench.ui.perspective.impedance";

    private static final String LOG = "org.eclipse.pde.runtime.LogView";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
        layout.addView(ExplorerView.ID, IPageLayout.LEFT, 0.22f, layout.getEditorArea());
        layout.addView(PropertiesView.ID, IPageLayout.RIGHT, 0.72f, layout.getEditorArea());
        IFolderLayout below =
                layout.createFolder("below", IPageLayout.BOTTOM, 0.74f, layout.getEditorArea());
        below.addView(ResultsView.ID);
        below.addView(ProblemsView.ID);
        below.addPlaceholder(ImportsView.ID);
        below.addView(IPageLayout.ID_PROGRESS_VIEW);
        below.addView(LOG);
        layout.addShowViewShortcut(ExplorerView.ID);
        layout.addShowViewShortcut(PropertiesView.ID);
        layout.addShowViewShortcut(ResultsView.ID);
        layout.addShowViewShortcut(ProblemsView.ID);
        layout.addShowViewShortcut(ImportsView.ID);
        layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        layout.addShowViewShortcut(LOG);
        layout.addPerspectiveShortcut(ID);
    }
}

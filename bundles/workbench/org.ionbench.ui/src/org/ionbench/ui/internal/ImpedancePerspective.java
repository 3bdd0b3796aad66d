// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Impedance work: explorer at the left, editors in the middle, properties at the right. */
public final class ImpedancePerspective implements IPerspectiveFactory {

    /** The perspective's id in plugin.xml. */
    static final String ID = "org.ionbench.ui.perspective.impedance";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
        layout.addView(IPageLayout.ID_PROP_SHEET, IPageLayout.RIGHT, 0.75f, layout.getEditorArea());
        layout.addView(
                "org.eclipse.pde.runtime.LogView",
                IPageLayout.BOTTOM,
                0.75f,
                layout.getEditorArea());
    }
}

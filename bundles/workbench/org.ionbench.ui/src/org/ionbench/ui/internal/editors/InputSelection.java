// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;

/** An editor's selection is what it shows, always, so that views follow the active editor. */
record InputSelection(ProjectInput input) implements ISelectionProvider {

    @Override
    public ISelection getSelection() {
        return new StructuredSelection(input);
    }

    @Override
    public void setSelection(ISelection selection) {
        // nothing else can be selected
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        // it never changes
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        // it never changes
    }
}

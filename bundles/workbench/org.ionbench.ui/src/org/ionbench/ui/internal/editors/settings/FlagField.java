// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.ionbench.api.analysis.SettingSpec;

/** Yes or no. */
final class FlagField extends SettingField {
    private final Button button;

    FlagField(Composite parent, SettingSpec spec, Touch touch) {
        super(parent, spec, touch);
        button = new Button(box(), SWT.CHECK);
        button.setText(spec.label());
        dress(button, "");
        button.addListener(SWT.Selection, e -> commit());
    }

    @Override
    boolean isShowing(String stored) {
        return Boolean.toString(button.getSelection()).equals(stored);
    }

    @Override
    void write(String stored) {
        button.setSelection(Boolean.parseBoolean(stored));
    }

    @Override
    String read() {
        return Boolean.toString(button.getSelection());
    }

    @Override
    void mark(String sentence) {
        button.setToolTipText(sentence.isEmpty() ? spec().help() : sentence);
    }

    @Override
    boolean hasFocus() {
        return false;
    }

    @Override
    void enable(boolean enabled) {
        button.setEnabled(enabled);
    }
}

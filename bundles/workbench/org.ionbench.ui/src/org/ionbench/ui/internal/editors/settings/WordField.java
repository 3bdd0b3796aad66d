// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.ionbench.api.analysis.SettingSpec;

/** One of a few words, the same that the command line takes. */
final class WordField extends SettingField {
    private final Combo combo;

    WordField(Composite parent, SettingSpec spec, Touch touch) {
        super(parent, spec, touch);
        label();
        combo = new Combo(box(), SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(spec.choices().toArray(String[]::new));
        dress(combo, "");
        combo.addListener(SWT.Selection, e -> commit());
    }

    @Override
    boolean isShowing(String stored) {
        return combo.getText().equals(stored);
    }

    @Override
    void write(String stored) {
        combo.setText(stored);
    }

    @Override
    String read() {
        return combo.getText();
    }

    @Override
    void mark(String sentence) {
        combo.setToolTipText(sentence.isEmpty() ? spec().help() : sentence);
    }

    @Override
    boolean hasFocus() {
        return false;
    }

    @Override
    void enable(boolean enabled) {
        combo.setEnabled(enabled);
    }
}

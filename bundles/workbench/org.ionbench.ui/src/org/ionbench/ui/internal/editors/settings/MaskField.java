// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.ionbench.api.analysis.Mask;
import org.ionbench.api.analysis.SettingSpec;

/** Points left out: their rows as a text, and a brush to touch them on the chart. */
final class MaskField extends SettingField {
    private static final int WIDTH = 80;

    private final Text text;
    private final Button brush;
    private final ControlDecoration decoration;

    MaskField(Composite parent, SettingSpec spec, Touch touch) {
        super(parent, spec, touch);
        label();
        text = new Text(box(), SWT.BORDER);
        text.setMessage("none");
        dress(text, "");
        decoration = typed(text);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).indent(4, 0).applyTo(text);
        brush = new Button(box(), SWT.TOGGLE);
        brush.setText("Brush");
        brush.setToolTipText("Drag over points in a plot to leave them out or take them in again.");
        brush.setData("org.ionbench.ui.id", "setting." + spec.key() + ".brush");
        brush.addListener(SWT.Selection, e -> touch.brush(spec.key(), brush.getSelection()));
    }

    /** The mask that is stored. */
    Mask mask() {
        try {
            return Mask.parse(stored());
        } catch (IllegalArgumentException e) {
            // Kept from an earlier revision and refused when it runs: nothing to show here.
            return Mask.NONE;
        }
    }

    boolean isBrushing() {
        return brush.getSelection();
    }

    /** Makes an edit of what the brush left out. */
    void release(Mask mask) {
        write(mask.toString());
        commit();
    }

    @Override
    boolean isShowing(String stored) {
        return text.getText().equals(stored);
    }

    @Override
    void write(String stored) {
        text.setText(stored);
    }

    @Override
    String read() {
        return Mask.parse(text.getText()).toString();
    }

    @Override
    void mark(String sentence) {
        mark(decoration, sentence);
    }

    @Override
    boolean hasFocus() {
        return text.isFocusControl();
    }

    @Override
    void enable(boolean enabled) {
        text.setEditable(enabled);
        brush.setEnabled(enabled);
    }
}

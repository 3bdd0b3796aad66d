// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.ionbench.api.analysis.SettingSpec;

/** A number, typed with or without a unit. */
final class NumberField extends SettingField {
    private static final int WIDTH = 60;

    private final Text text;
    private final ControlDecoration decoration;

    NumberField(Composite parent, SettingSpec spec, Touch touch) {
        super(parent, spec, touch);
        label();
        text = new Text(box(), SWT.BORDER);
        dress(text, "");
        decoration = typed(text);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).indent(4, 0).applyTo(text);
    }

    private boolean isWhole() {
        return spec().type() == int.class;
    }

    private String printed(String stored) {
        try {
            double value = Double.parseDouble(stored);
            return isWhole() ? stored : UnitNumber.print(value, spec());
        } catch (NumberFormatException e) {
            // A value of an analysis that is not installed as it was: shown as it is kept.
            return stored;
        }
    }

    @Override
    boolean isShowing(String stored) {
        return text.getText().equals(printed(stored));
    }

    @Override
    void write(String stored) {
        text.setText(printed(stored));
    }

    @Override
    String read() {
        double value = UnitNumber.read(text.getText(), spec());
        if (isWhole() && value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    spec().label()
                            + " takes a whole number, not \u201c"
                            + text.getText()
                            + "\u201d.");
        }
        return isWhole() ? Integer.toString((int) value) : Double.toString(value);
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
    }
}

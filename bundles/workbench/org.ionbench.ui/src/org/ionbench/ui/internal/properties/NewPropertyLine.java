// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.properties;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A last line in which a lab types properties of its own: a name, and a text or a quantity. */
final class NewPropertyLine {
    private final Text name;
    private final Text value;
    private final BiConsumer<String, String> set;
    private final Consumer<String> refused;

    NewPropertyLine(Composite parent, BiConsumer<String, String> set, Consumer<String> refused) {
        this.set = set;
        this.refused = refused;
        Composite line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(line);
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(line);
        name = field(line, "Another property", "properties.new.name");
        value = field(line, "Text, or 3.2 MPa", "properties.new.value");
    }

    private Text field(Composite line, String hint, String id) {
        Text text = new Text(line, SWT.BORDER);
        text.setMessage(hint);
        text.setData("org.ionbench.ui.id", id);
        text.addListener(SWT.DefaultSelection, e -> commit());
        text.addListener(SWT.FocusOut, e -> commit());
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private void commit() {
        if (name.isDisposed() || name.getText().isBlank() || value.getText().isBlank()) {
            return;
        }
        String key = name.getText().strip();
        String text = value.getText().strip();
        name.setText("");
        value.setText("");
        try {
            set.accept(key, text);
        } catch (IllegalArgumentException | IllegalStateException e) {
            refused.accept(e.getMessage());
        }
    }
}

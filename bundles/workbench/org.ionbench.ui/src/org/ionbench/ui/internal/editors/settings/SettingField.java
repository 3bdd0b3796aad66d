// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.ionbench.api.analysis.SettingSpec;

import java.util.Locale;

/**
 * A setting with its label. Enter and leaving the field are an edit where the text changed, Escape
 * takes back what was typed.
 */
abstract sealed class SettingField
        permits TextField, NumberField, WordField, FlagField, WindowField, MaskField {
    private final Composite box;
    private final SettingSpec spec;
    private final Touch touch;
    private String stored = "";

    SettingField(Composite parent, SettingSpec spec, Touch touch) {
        this.spec = spec;
        this.touch = touch;
        box = new Composite(parent, SWT.NONE);
        box.setToolTipText(spec.help());
    }

    final Composite box() {
        return box;
    }

    /** All controls are there: they stand in one row. */
    final void complete() {
        GridLayoutFactory.fillDefaults()
                .numColumns(box.getChildren().length)
                .spacing(6, 0)
                .applyTo(box);
    }

    final SettingSpec spec() {
        return spec;
    }

    final Touch touch() {
        return touch;
    }

    /** The label before the field. */
    final void label() {
        Label label = new Label(box, SWT.NONE);
        label.setText(spec.label());
        label.setToolTipText(spec.help());
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    /** A name for tests and the help as a hint. */
    final void dress(Control control, String suffix) {
        control.setToolTipText(spec.help());
        control.setData("org.ionbench.ui.id", "setting." + spec.key() + suffix);
        control.addListener(SWT.KeyDown, this::escape);
    }

    /** A control that commits what was typed into it. */
    final ControlDecoration typed(Control control) {
        control.addListener(SWT.FocusOut, e -> commit());
        control.addListener(SWT.DefaultSelection, e -> commit());
        ControlDecoration decoration = new ControlDecoration(control, SWT.TOP | SWT.LEFT, box);
        decoration.setImage(
                FieldDecorationRegistry.getDefault()
                        .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                        .getImage());
        decoration.setMarginWidth(0);
        decoration.hide();
        return decoration;
    }

    private void escape(Event e) {
        if (e.keyCode == SWT.ESC) {
            write(stored);
            accept();
        }
    }

    /** What is stored. */
    final String stored() {
        return stored;
    }

    /** Shows what is stored; what is being typed stays. */
    final void show(String text) {
        boolean isTyping = hasFocus() && !isShowing(stored);
        stored = text;
        if (!isTyping && !isShowing(text)) {
            write(text);
            accept();
        }
    }

    /** Makes an edit of what stands in the field, if it is something else than what is stored. */
    final void commit() {
        if (box.isDisposed() || isShowing(stored)) {
            accept();
            return;
        }
        try {
            String text = read();
            if (!text.equals(stored)) {
                touch.set(spec.key(), text);
                stored = text;
            }
            if (!box.isDisposed()) {
                write(stored);
            }
            accept();
        } catch (IllegalArgumentException | IllegalStateException e) {
            refuse(e.getMessage());
        }
    }

    final void refuse(String sentence) {
        if (!box.isDisposed()) {
            String whole =
                    sentence.substring(0, 1).toUpperCase(Locale.ROOT)
                            + sentence.substring(1)
                            + (sentence.endsWith(".") ? "" : ".");
            mark(whole);
            touch.refused(spec.key(), whole);
        }
    }

    private void accept() {
        if (!box.isDisposed()) {
            mark("");
            touch.refused(spec.key(), "");
        }
    }

    /** Whether the field shows this text as {@link #write} does. */
    abstract boolean isShowing(String text);

    abstract void write(String text);

    /**
     * What stands in the field as it is stored.
     *
     * @throws IllegalArgumentException with a sentence if it means nothing
     */
    abstract String read();

    /** Shows that what stands there was refused; or not, where the sentence is empty. */
    abstract void mark(String sentence);

    abstract boolean hasFocus();

    abstract void enable(boolean enabled);

    /** Shows or hides a decoration. */
    static void mark(ControlDecoration decoration, String sentence) {
        if (sentence.isEmpty()) {
            decoration.hide();
        } else {
            decoration.setDescriptionText(sentence);
            decoration.show();
        }
    }
}

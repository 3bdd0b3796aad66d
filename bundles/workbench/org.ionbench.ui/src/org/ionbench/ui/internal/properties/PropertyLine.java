// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.properties;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import java.util.Locale;

/**
 * The widgets of one property: a field to type in, or a text that can be copied. What is refused
 * stays in the field with the sentence below it, until it is mended or taken back with Escape.
 */
final class PropertyLine {
    private Property property;
    private final Label label;
    private final Control field;
    private final Label refusal;

    PropertyLine(Composite parent, Property property) {
        this.property = property;
        label = new Label(parent, SWT.WRAP);
        label.setText(property.label());
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, property.kind() == Property.Kind.TYPED ? SWT.CENTER : SWT.TOP)
                .applyTo(label);
        field = create(parent);
        field.setData(
                "org.ionbench.ui.id",
                "properties." + property.label().toLowerCase(Locale.ROOT).replace(' ', '-'));
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(field);
        refusal = new Label(parent, SWT.WRAP);
        refusal.setData("org.ionbench.ui.id", "properties.refusal");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .indent(8, 0)
                .grab(true, false)
                .hint(60, SWT.DEFAULT)
                .exclude(true)
                .applyTo(refusal);
        refusal.setVisible(false);
        write(property.value());
    }

    private Control create(Composite parent) {
        if (property.kind() != Property.Kind.TYPED) {
            boolean derived = property.kind() == Property.Kind.DERIVED;
            Text text = new Text(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI);
            text.setBackground(parent.getBackground());
            if (derived) {
                text.setFont(
                        JFaceResources.getFontRegistry().getItalic(JFaceResources.DEFAULT_FONT));
                text.setToolTipText("Derived from what was typed.");
            }
            return text;
        }
        if (!property.choices().isEmpty()) {
            Combo combo =
                    new Combo(parent, SWT.DROP_DOWN | (property.isOpen() ? 0 : SWT.READ_ONLY));
            combo.setItems(property.choices().toArray(String[]::new));
            combo.addListener(SWT.Selection, e -> commit());
            listen(combo);
            return combo;
        }
        Text text = new Text(parent, SWT.BORDER);
        text.setMessage(property.hint());
        listen(text);
        return text;
    }

    private void listen(Control typed) {
        typed.addListener(SWT.FocusOut, e -> commit());
        typed.addListener(SWT.DefaultSelection, e -> commit());
        typed.addListener(SWT.KeyDown, this::escape);
    }

    private void escape(Event e) {
        if (e.keyCode == SWT.ESC) {
            write(property.value());
            refuse("");
            e.doit = false;
        }
    }

    /** Shows another value of the same property; what is being typed stays. */
    void show(Property now) {
        boolean isTyping = field.isFocusControl() && !read().equals(property.value());
        property = now;
        if (!isTyping && !read().equals(now.value())) {
            write(now.value());
            refuse("");
        }
    }

    /** Sets what was typed, if it is something else. */
    void commit() {
        if (field.isDisposed() || property.kind() != Property.Kind.TYPED) {
            return;
        }
        String typed = read();
        if (typed.equals(property.value())) {
            refuse("");
            return;
        }
        try {
            property.set().accept(typed);
            if (!refusal.isDisposed()) {
                refuse("");
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            refuse(sentence(e.getMessage()));
        }
    }

    private void refuse(String sentence) {
        if (sentence.equals(refusal.getText())) {
            return;
        }
        refusal.setText(sentence);
        refusal.setForeground(JFaceColors.getErrorText(refusal.getDisplay()));
        refusal.setVisible(!sentence.isEmpty());
        ((GridData) refusal.getLayoutData()).exclude = sentence.isEmpty();
        refusal.requestLayout();
    }

    private static String sentence(String message) {
        String text = message == null || message.isEmpty() ? "This cannot be set" : message;
        return Character.toUpperCase(text.charAt(0))
                + text.substring(1)
                + (text.endsWith(".") ? "" : ".");
    }

    private String read() {
        return field instanceof Combo combo ? combo.getText() : ((Text) field).getText();
    }

    private void write(String value) {
        if (field instanceof Combo combo) {
            combo.setText(value);
        } else {
            ((Text) field).setText(value);
        }
    }

    /** Lets the label wrap so that it leaves room for the field. */
    void narrow(int widest) {
        int natural = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        ((GridData) label.getLayoutData()).widthHint = Math.min(natural, widest);
    }

    boolean setFocus() {
        return property.kind() == Property.Kind.TYPED && field.setFocus();
    }
}

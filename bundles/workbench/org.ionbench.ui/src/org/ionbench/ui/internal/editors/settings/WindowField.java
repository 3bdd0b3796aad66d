// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.ionbench.api.analysis.SettingSpec;
import org.ionbench.api.analysis.Window;

import java.util.Locale;

/** The two ends of a window; an empty one is open. The same window stands on the chart. */
final class WindowField extends SettingField {
    private static final int WIDTH = 64;
    private static final int DRAGGED_DIGITS = 4;

    private final Text low;
    private final Text high;
    private final ControlDecoration lowDecoration;
    private final ControlDecoration highDecoration;

    WindowField(Composite parent, SettingSpec spec, Touch touch) {
        super(parent, spec, touch);
        label();
        low = new Text(box(), SWT.BORDER);
        low.setMessage("lowest");
        dress(low, ".low");
        lowDecoration = typed(low);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).indent(4, 0).applyTo(low);
        new Label(box(), SWT.NONE).setText("to");
        high = new Text(box(), SWT.BORDER);
        high.setMessage("highest");
        dress(high, ".high");
        highDecoration = typed(high);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).indent(4, 0).applyTo(high);
    }

    /** The window that is stored. */
    Window window() {
        return parsed(stored());
    }

    /** Shows where the handles are while they are dragged. */
    void drag(Window window) {
        write(rounded(window).toString());
    }

    /** Makes an edit of where the handles were let go. */
    void release(Window window) {
        write(rounded(window).toString());
        commit();
    }

    /** A pixel of the screen is worth no more than four digits. */
    static Window rounded(Window w) {
        double low = rounded(w.low());
        double high = rounded(w.high());
        return low < high ? new Window(low, high) : w;
    }

    private static double rounded(double x) {
        return Double.isInfinite(x)
                ? x
                : Double.parseDouble(
                        String.format(Locale.ROOT, "%." + (DRAGGED_DIGITS - 1) + "e", x));
    }

    private static Window parsed(String stored) {
        try {
            return Window.parse(stored);
        } catch (IllegalArgumentException e) {
            // Kept from an earlier revision and refused when it runs: nothing to show here.
            return Window.ALL;
        }
    }

    private String end(double x) {
        return Double.isInfinite(x) ? "" : UnitNumber.print(x, spec());
    }

    @Override
    boolean isShowing(String stored) {
        Window w = parsed(stored);
        return low.getText().equals(end(w.low())) && high.getText().equals(end(w.high()));
    }

    @Override
    void write(String stored) {
        Window w = parsed(stored);
        low.setText(end(w.low()));
        high.setText(end(w.high()));
    }

    @Override
    String read() {
        double from = end(low, Double.NEGATIVE_INFINITY);
        double to = end(high, Double.POSITIVE_INFINITY);
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    spec().label()
                            + " runs from a lower to a higher value, not from "
                            + low.getText()
                            + " to "
                            + high.getText()
                            + ".");
        }
        return new Window(from, to).toString();
    }

    private double end(Text text, double open) {
        return text.getText().isBlank() ? open : UnitNumber.read(text.getText(), spec());
    }

    @Override
    void mark(String sentence) {
        mark(lowDecoration, sentence);
        mark(highDecoration, sentence);
    }

    @Override
    boolean hasFocus() {
        return low.isFocusControl() || high.isFocusControl();
    }

    @Override
    void enable(boolean enabled) {
        low.setEditable(enabled);
        high.setEditable(enabled);
    }
}

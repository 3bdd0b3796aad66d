// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.charts;

import org.ionbench.api.analysis.Window;
import org.ionbench.engine.plotting.AxisScale;

import java.util.function.Consumer;

/** A pair of handles over an axis. Lengths are pixels from the low end of the axis. */
final class Handles {
    private static final double APART = 4;
    private static final double OPEN = 1.5;

    private final String key;
    private final String axis;
    private final String label;
    private final Consumer<Window> live;
    private final Consumer<Window> released;
    private Window window;

    Handles(
            String key,
            String axis,
            String label,
            Window window,
            Consumer<Window> live,
            Consumer<Window> released) {
        this.key = key;
        this.axis = axis;
        this.label = label;
        this.window = window;
        this.live = live;
        this.released = released;
    }

    /** What they are known by. */
    String key() {
        return key;
    }

    /** What their window is; empty where there is but one. */
    String label() {
        return label;
    }

    /** Id of the axis they stand over. */
    String axis() {
        return axis;
    }

    Window window() {
        return window;
    }

    /** Where a handle is drawn; at an end of the axis where its side is open or out of sight. */
    double pixel(AxisScale scale, boolean high) {
        double value = high ? window.high() : window.low();
        if (Double.isInfinite(value)) {
            return high ? scale.length() : 0;
        }
        double pixel = scale.pixel(value);
        return Double.isNaN(pixel) ? 0 : Math.clamp(pixel, 0, scale.length());
    }

    /** Moves a handle; at the very end of the axis its side becomes open. */
    void move(AxisScale scale, boolean high, double pixel) {
        double other = pixel(scale, !high);
        double value;
        if (high) {
            double at = Math.max(pixel, other + APART);
            value = at >= scale.length() - OPEN ? Double.POSITIVE_INFINITY : scale.value(at);
        } else {
            double at = Math.min(pixel, other - APART);
            value = at <= OPEN ? Double.NEGATIVE_INFINITY : scale.value(at);
        }
        double low = high ? window.low() : value;
        double top = high ? value : window.high();
        if (low < top && value != (high ? window.high() : window.low())) {
            window = new Window(low, top);
            live.accept(window);
        }
    }

    /** Puts them back, as when a drag is given up. */
    void reset(Window before) {
        if (!before.equals(window)) {
            window = before;
            live.accept(window);
        }
    }

    void release() {
        released.accept(window);
    }
}

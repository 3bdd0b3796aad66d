// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

/**
 * A setting touched on the chart: a window over an axis, shown as a pair of draggable handles.
 * Either bound may be open (infinite). Written as {@code "1:1e6"}; an open bound is left out.
 *
 * @param low the lower bound, in the setting's unit
 * @param high the upper bound
 */
public record Window(double low, double high) {
    /** Open on both sides. */
    public static final Window ALL = new Window(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Window {
        if (!(low < high)) {
            throw new IllegalArgumentException("not a window: " + low + " to " + high);
        }
    }

    /**
     * Reads {@code "LO:HI"}; either side or all may be empty.
     *
     * @throws IllegalArgumentException if it is not of that form or empty inside
     */
    public static Window parse(String text) {
        String s = text.strip();
        if (s.isEmpty()) {
            return ALL;
        }
        int colon = s.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "a window is written LOW:HIGH, not \"" + text + "\"");
        }
        String lo = s.substring(0, colon).strip();
        String hi = s.substring(colon + 1).strip();
        try {
            return new Window(
                    lo.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(lo),
                    hi.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(hi));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a window is written LOW:HIGH in numbers, not \"" + text + "\"", e);
        }
    }

    public boolean contains(double x) {
        return low <= x && x <= high;
    }

    @Override
    public String toString() {
        return (Double.isInfinite(low) ? "" : Double.toString(low))
                + (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY ? "" : ":")
                + (Double.isInfinite(high) ? "" : Double.toString(high));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.properties;

import java.util.List;
import java.util.function.Consumer;

/**
 * One line of a sheet.
 *
 * @param section the heading it stands under
 * @param label its name on screen
 * @param value its text
 * @param kind how it came about
 * @param hint what would do, shown while the field is empty
 * @param choices what can be chosen; empty where anything can be typed
 * @param isOpen whether something else than the choices can be typed
 * @param set takes a new text; refuses it with an IllegalArgumentException and its sentence
 */
record Property(
        String section,
        String label,
        String value,
        Kind kind,
        String hint,
        List<String> choices,
        boolean isOpen,
        Consumer<String> set) {

    /** How a property came about. */
    enum Kind {
        /** Somebody typed it and may type something else. */
        TYPED,
        /** It follows from what was typed. */
        DERIVED,
        /** The file or the program says so. */
        TOLD
    }

    static Property typed(
            String section, String label, String value, String hint, Consumer<String> set) {
        return new Property(section, label, value, Kind.TYPED, hint, List.of(), true, set);
    }

    static Property derived(String section, String label, String value) {
        return new Property(
                section, label, value, Kind.DERIVED, "", List.of(), false, Property::refuse);
    }

    static Property told(String section, String label, String value) {
        return new Property(
                section, label, value, Kind.TOLD, "", List.of(), false, Property::refuse);
    }

    private static void refuse(String text) {
        throw new IllegalArgumentException("This cannot be changed: " + text);
    }

    Property withChoices(List<String> all, boolean open) {
        return new Property(section, label, value, kind, hint, List.copyOf(all), open, set);
    }

    /** The same line as text that cannot be typed in. */
    Property locked() {
        return kind == Kind.TYPED ? told(section, label, value) : this;
    }

    /** Whether the same widgets can show another value of it. */
    boolean isLike(Property other) {
        return section.equals(other.section)
                && label.equals(other.label)
                && kind == other.kind
                && choices.equals(other.choices);
    }
}

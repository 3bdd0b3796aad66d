// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors.settings;

/** What fields do with what was typed. */
public interface Touch {

    /**
     * Changes a setting, as one edit.
     *
     * @throws IllegalArgumentException with a sentence if the text cannot be read
     */
    void set(String key, String text);

    /** A text was refused, or, with an empty sentence, is in order again. */
    void refused(String key, String sentence);

    /** The brush of a mask was taken up or put down. */
    void brush(String key, boolean on);
}

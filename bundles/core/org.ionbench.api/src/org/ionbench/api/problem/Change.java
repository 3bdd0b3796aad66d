// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.problem;

/**
 * A change of one property in a project that would mend a problem. The workbench makes it with a
 * click, as an edit that can be undone; the command line prints how it is made.
 *
 * @param id of the cell or recording that is changed
 * @param name by which people name it
 * @param key the property: {@code "areal capacity"}, {@code "sample density"}
 * @param text what it becomes, with its unit; empty clears it
 */
public record Change(String id, String name, String key, String text) {

    /** {@code "Set thickness of pellet 3 to 0.42 mm"}. */
    public String sentence() {
        return text.isEmpty()
                ? "Clear " + key + " of " + name
                : "Set " + key + " of " + name + " to " + text;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.explorer;

/** How the explorer groups what is in a project. */
public enum Grouping {
    CELL("Group by cell"),
    SAMPLE("Group by sample"),
    TECHNIQUE("Group by technique"),
    DATE("Group by date");

    private final String label;

    Grouping(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

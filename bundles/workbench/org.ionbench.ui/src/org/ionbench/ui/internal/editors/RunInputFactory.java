// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

/** Brings editors of a run back. */
public final class RunInputFactory extends InputFactory {
    static final String ID = "org.ionbench.ui.runInput";

    public RunInputFactory() {
        super(RunInput::new);
    }
}

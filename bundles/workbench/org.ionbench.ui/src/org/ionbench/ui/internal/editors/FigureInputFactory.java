// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

/** Brings editors of a figure back. */
public final class FigureInputFactory extends InputFactory {
    static final String ID = "org.ionbench.ui.figureInput";

    public FigureInputFactory() {
        super(FigureInput::new);
    }
}

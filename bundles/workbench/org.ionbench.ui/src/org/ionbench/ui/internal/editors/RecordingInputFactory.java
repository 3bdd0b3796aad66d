// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

/** Brings editors of a recording back. */
public final class RecordingInputFactory extends InputFactory {
    static final String ID = "org.ionbench.ui.recordingInput";

    public RecordingInputFactory() {
        super(RecordingInput::new);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.problem;

/** An analysis cannot go on; the message is one clear sentence with what to do. */
public final class AnalysisException extends Exception {
    private static final long serialVersionUID = 1L;

    public AnalysisException(String sentence) {
        super(sentence);
    }

    public AnalysisException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

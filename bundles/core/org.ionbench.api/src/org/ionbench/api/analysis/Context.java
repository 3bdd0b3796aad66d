// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.analysis;

import org.ionbench.api.circuit.Elements;
import org.ionbench.api.progress.Progress;

/**
 * What a run is given besides its settings.
 *
 * @param runId the id of this run: the prefix of its sources of uncertainty
 * @param inputs what it reads
 * @param elements the contributed circuit elements
 * @param progress to report on and to ask whether the run is still wanted
 */
public record Context(String runId, Inputs inputs, Elements elements, Progress progress) {

    /** The key of a parameter of this run as a source of uncertainty. */
    public String source(String parameter) {
        return "run:" + runId + "/" + parameter;
    }
}

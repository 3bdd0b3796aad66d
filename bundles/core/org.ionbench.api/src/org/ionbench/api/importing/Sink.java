// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import org.ionbench.api.problem.Problem;

import java.util.Map;

/** Takes what an importer reads. */
public interface Sink {

    /**
     * Begins a recording; the one before is finished by this. Names within a file should differ;
     * the sink numbers those that do not.
     */
    RecordingSink recording(String name, Technique technique);

    /** Something about the file as a whole. */
    void problem(Problem problem);

    /**
     * A run the vendor already made, such as its own fit: offered to the user as a run to repeat.
     *
     * @param analysis the id of an analysis
     * @param settings its settings as text
     */
    default void suggestRun(String analysis, Map<String, String> settings) {}
}

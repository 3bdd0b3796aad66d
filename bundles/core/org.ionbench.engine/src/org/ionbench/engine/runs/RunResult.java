// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.report.Report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run with its result and where it came from: what reports, tables and the command line print.
 *
 * @param id the run's id
 * @param label its name on screen
 * @param analysis the id of its analysis
 * @param analysisName the analysis' name; its id where it is not installed
 * @param version the version of the bundle that contributes the analysis; empty if not installed
 * @param revision the analysis' revision
 * @param sample the name of the sample; empty if there is none
 * @param cell the name of the cell; empty if there is none
 * @param inputs what it was computed from, further up too
 * @param settings all settings as text
 * @param state whether the report is that of today's inputs
 * @param why one sentence why it failed; empty otherwise
 * @param report the current report, or the last one that is known
 */
public record RunResult(
        String id,
        String label,
        String analysis,
        String analysisName,
        String version,
        int revision,
        String sample,
        String cell,
        List<Input> inputs,
        Map<String, String> settings,
        RunState state,
        Optional<String> why,
        Optional<Report> report) {

    public RunResult {
        inputs = List.copyOf(inputs);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * A recording the result rests on.
     *
     * @param recording its name
     * @param rawFile the vendor's file within the project; several as {@code Origins} has them
     * @param sha256 the hash of that file, or their hashes
     * @param importer what read it, id and revision
     */
    public record Input(String recording, String rawFile, String sha256, String importer) {}
}

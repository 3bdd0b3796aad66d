// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.model.Project;

import java.util.List;
import java.util.Optional;

/**
 * An immutable picture of the project for trees, search and labels on any thread.
 *
 * @param name the project's name
 * @param samples in the project's order
 * @param cells in the project's order
 * @param recordings in the project's order
 * @param runs in the project's order
 */
public record Outline(
        String name,
        List<SampleItem> samples,
        List<CellItem> cells,
        List<RecordingItem> recordings,
        List<RunItem> runs) {

    /** A sample. */
    public record SampleItem(String id, String name, String batch) {}

    /** A cell and the id of its sample. */
    public record CellItem(String id, String name, Optional<String> sample) {}

    /**
     * A recording, the id of its cell, and where it came from.
     *
     * @param temperature the set, oven or sample temperature in K, as {@link
     *     org.ionbench.api.importing.Recording#temperature}
     * @param fixture whether a cell names it as short or open measurement of its fixture
     */
    public record RecordingItem(
            String id,
            String name,
            String technique,
            Optional<String> cell,
            Optional<Double> temperature,
            String rawFile,
            String sha256,
            boolean fixture) {}

    /** A run, the id of its analysis and what it reads. */
    public record RunItem(
            String id,
            String label,
            String analysis,
            Optional<String> cell,
            List<String> recordings,
            List<String> upstream) {}

    static Outline of(Project project) {
        return new Outline(
                project.getName(),
                project.getSamples().stream()
                        .map(s -> new SampleItem(s.getId(), s.getName(), s.getBatch()))
                        .toList(),
                project.getCells().stream()
                        .map(
                                c ->
                                        new CellItem(
                                                c.getId(),
                                                c.getName(),
                                                Optional.ofNullable(c.getSample())
                                                        .map(s -> s.getId())))
                        .toList(),
                project.getRecordings().stream().map(r -> item(project, r)).toList(),
                project.getRuns().stream()
                        .map(
                                r ->
                                        new RunItem(
                                                r.getId(),
                                                r.getLabel(),
                                                r.getAnalysis(),
                                                Optional.ofNullable(r.getCell())
                                                        .map(c -> c.getId()),
                                                r.getRecordings().stream()
                                                        .map(x -> x.getId())
                                                        .toList(),
                                                r.getUpstream().stream()
                                                        .map(x -> x.getId())
                                                        .toList()))
                        .toList());
    }

    private static RecordingItem item(Project project, org.ionbench.model.Recording r) {
        return new RecordingItem(
                r.getId(),
                r.getName(),
                r.getTechnique(),
                Optional.ofNullable(r.getCell()).map(c -> c.getId()),
                temperature(r),
                r.getRawFile(),
                r.getSha256(),
                project.getCells().stream()
                        .anyMatch(c -> c.getShortCircuit() == r || c.getOpenCircuit() == r));
    }

    private static Optional<Double> temperature(org.ionbench.model.Recording r) {
        for (String kind : List.of("sample temperature", "oven temperature", "set temperature")) {
            for (var m : r.getConditions()) {
                if (m.getProperty().equals(kind)) {
                    return org.ionbench.api.quantity.Unit.parse(m.getUnit())
                            .map(u -> u.toSi(m.getValue()));
                }
            }
        }
        return Optional.empty();
    }
}

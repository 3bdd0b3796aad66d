// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.wizards;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.importing.ReadFile;
import org.ionbench.ui.internal.explorer.Words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found in a file, as far as the wizard shows it: the numbers themselves are let go.
 *
 * @param file the file
 * @param isLookedAt whether it was read already
 * @param isFailed whether nothing of it can be imported
 * @param format what reads it
 * @param contents what is in it
 * @param spectra how many impedance spectra are in it
 * @param problems what was found wrong, one sentence a line
 * @param headers the columns of its first recording
 * @param rows the first rows of it
 */
record LookedAt(
        Path file,
        boolean isLookedAt,
        boolean isFailed,
        String format,
        String contents,
        int spectra,
        String problems,
        List<String> headers,
        List<List<String>> rows) {
    private static final int ROWS = 30;

    /** A file that waits to be looked at. */
    static LookedAt not(Path file) {
        return new LookedAt(file, false, false, "", "", 0, "", List.of(), List.of());
    }

    static LookedAt of(ReadFile read) {
        List<Recording> recordings = read.recordings();
        List<String> headers = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        if (!recordings.isEmpty()) {
            // what is known comes first, flags and counters after it
            List<Column> columns =
                    recordings.getFirst().table().columns().stream()
                            .sorted(
                                    Comparator.comparing(
                                            c -> c.spec().kind() == QuantityKind.OTHER))
                            .toList();
            columns.forEach(c -> headers.add(c.spec().name()));
            int count = Math.min(ROWS, recordings.getFirst().table().rows());
            for (int i = 0; i < count; i++) {
                int row = i;
                rows.add(columns.stream().map(c -> c.text(row)).toList());
            }
        }
        return new LookedAt(
                read.file(),
                true,
                recordings.isEmpty(),
                read.importer().map(Contribution::name).orElse("not recognised")
                        + (read.certainty().id().equals("perhaps") ? " (perhaps)" : ""),
                contents(recordings),
                (int) recordings.stream().filter(r -> r.technique().equals(Technique.EIS)).count(),
                read.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")),
                headers,
                rows);
    }

    private static String contents(List<Recording> recordings) {
        Map<String, Integer> count = new LinkedHashMap<>();
        recordings.forEach(r -> count.merge(Words.technique(r.technique().id()), 1, Integer::sum));
        long rows = recordings.stream().mapToLong(r -> r.table().rows()).sum();
        return count.isEmpty()
                ? ""
                : count.entrySet().stream()
                                .map(
                                        e ->
                                                (e.getValue() > 1 ? e.getValue() + " \u00d7 " : "")
                                                        + e.getKey())
                                .collect(Collectors.joining(", "))
                        + ", "
                        + rows
                        + " rows";
    }
}

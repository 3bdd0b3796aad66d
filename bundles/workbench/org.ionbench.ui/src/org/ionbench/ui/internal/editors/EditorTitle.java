// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.editors;

import org.ionbench.engine.session.Outline;
import org.ionbench.engine.session.Outline.CellItem;
import org.ionbench.engine.session.Outline.RecordingItem;
import org.ionbench.engine.session.Outline.RunItem;
import org.ionbench.ui.internal.explorer.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an editor is called: recordings of a series have one name, so the cell and the temperature
 * tell them apart, as in {@code "Circuit fit, composite, 40 °C"}.
 */
final class EditorTitle {

    private EditorTitle() {}

    /**
     * The title of a recording or run.
     *
     * @param id its id
     * @param name its name
     */
    static String of(Outline outline, String id, String name) {
        Optional<RunItem> run = outline.runs().stream().filter(r -> r.id().equals(id)).findFirst();
        List<RecordingItem> read = read(outline, id);
        List<String> more = new ArrayList<>();
        cell(outline, run, read).filter(c -> !name.contains(c)).ifPresent(more::add);
        if (read.size() == 1) {
            read.getFirst().temperature().map(Words::celsius).ifPresent(more::add);
        }
        if (more.isEmpty()) {
            return name;
        }
        // a run is called after its recording, which says less than cell and temperature do
        String first =
                run.isPresent() && read.size() == 1
                        ? without(name, ", " + read.getFirst().name())
                        : name;
        return first + ", " + String.join(", ", more);
    }

    private static String without(String name, String ending) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }

    /** The name of the cell, where there are several. */
    private static Optional<String> cell(
            Outline outline, Optional<RunItem> run, List<RecordingItem> read) {
        if (outline.cells().size() < 2) {
            return Optional.empty();
        }
        List<String> cells =
                Stream.concat(
                                run.flatMap(RunItem::cell).stream(),
                                read.stream().flatMap(r -> r.cell().stream()))
                        .distinct()
                        .toList();
        return cells.size() == 1
                ? outline.cells().stream()
                        .filter(c -> c.id().equals(cells.getFirst()))
                        .map(CellItem::name)
                        .findFirst()
                : Optional.empty();
    }

    /** The recordings this is or rests on. */
    private static List<RecordingItem> read(Outline outline, String id) {
        Set<String> wanted = new HashSet<>(Set.of(id));
        int before;
        do {
            before = wanted.size();
            for (RunItem r : outline.runs()) {
                if (wanted.contains(r.id())) {
                    wanted.addAll(r.recordings());
                    wanted.addAll(r.upstream());
                }
            }
        } while (wanted.size() > before);
        return outline.recordings().stream().filter(r -> wanted.contains(r.id())).toList();
    }
}

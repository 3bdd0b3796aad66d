// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Need;
import org.ionbench.model.Cell;
import org.ionbench.model.Pair;
import org.ionbench.model.Project;
import org.ionbench.model.Recording;
import org.ionbench.model.Run;
import org.ionbench.model.store.Fresh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the runs that were planned among those of a project, and makes those that are missing. */
final class RunMaker {
    /** An analysis with what it reads. */
    private record Reading(String analysis, Set<Object> inputs) {}

    private final Project project;
    private final boolean chosen;
    private final Map<Reading, List<Run>> byInputs = new HashMap<>();
    private final Map<PlannedRun, Run> made = new IdentityHashMap<>();

    /**
     * @param chosen whether the recordings were chosen one by one: then a run of other settings
     *     stays as it is
     */
    RunMaker(Project project, boolean chosen) {
        this.project = project;
        this.chosen = chosen;
        project.getRuns().forEach(this::know);
    }

    /** The run that was planned, found or made, with what it reads; within an edit. */
    Run make(PlannedRun planned) {
        return make(planned, true);
    }

    private Run make(PlannedRun planned, boolean last) {
        Run known = made.get(planned);
        if (known != null) {
            return known;
        }
        List<Run> upstream = planned.upstream().stream().map(u -> make(u, false)).toList();
        Run run = existing(planned, upstream, last).orElseGet(() -> fresh(planned, upstream));
        Cell cell = planned.group().cell().orElse(null);
        if (run.getCell() != cell) {
            run.setCell(cell);
        }
        settle(run, planned.link());
        made.put(planned, run);
        return run;
    }

    /** The run if it is there just as it is wanted; changes nothing. */
    Optional<Run> there(PlannedRun planned) {
        return there(planned, true);
    }

    private Optional<Run> there(PlannedRun planned, boolean last) {
        List<Run> upstream = new ArrayList<>();
        for (PlannedRun u : planned.upstream()) {
            Optional<Run> found = there(u, false);
            if (found.isEmpty()) {
                return found;
            }
            upstream.add(found.get());
        }
        PlannedRun.Link link = planned.link();
        return equal(planned, upstream, last)
                .filter(
                        r ->
                                link.texts()
                                        .current(Picture.stored(r), r.getRevision())
                                        .entrySet()
                                        .containsAll(link.wanted().entrySet()));
    }

    private Optional<Run> equal(PlannedRun planned, List<Run> upstream, boolean last) {
        Set<Object> inputs = inputs(planned.recordings(), upstream);
        Cell cell = planned.group().cell().orElse(null);
        String analysis = planned.link().contribution().id();
        return byInputs.getOrDefault(new Reading(analysis, inputs), List.of()).stream()
                .filter(r -> !inputs.isEmpty() || r.getCell() == cell)
                .filter(r -> !chosen || !last || isSettled(r, planned.link()))
                .findFirst();
    }

    private Optional<Run> existing(PlannedRun planned, List<Run> upstream, boolean last) {
        Set<Object> inputs = inputs(planned.recordings(), upstream);
        Cell cell = planned.group().cell().orElse(null);
        String analysis = planned.link().contribution().id();
        Optional<Run> equal = equal(planned, upstream, last);
        Need need = planned.link().need();
        boolean isEach = need.scope() == Need.Scope.EACH;
        if (equal.isPresent() || chosen || isEach && need.also().isEmpty()) {
            return equal;
        }
        Optional<Run> grown =
                project.getRuns().stream()
                        .filter(r -> r.getAnalysis().equals(analysis))
                        .filter(r -> r.getCell() == cell)
                        .filter(r -> !isEach || r.getRecordings().equals(planned.recordings()))
                        .filter(r -> inputs.containsAll(living(r)))
                        .findFirst();
        grown.ifPresent(
                r -> {
                    replace(r.getRecordings(), planned.recordings());
                    replace(r.getUpstream(), upstream);
                    know(r);
                });
        return grown;
    }

    private void know(Run run) {
        Set<Object> inputs = inputs(run.getRecordings(), run.getUpstream());
        byInputs.computeIfAbsent(new Reading(run.getAnalysis(), inputs), k -> new ArrayList<>())
                .add(run);
    }

    private static Set<Object> inputs(List<Recording> recordings, List<Run> upstream) {
        Set<Object> inputs = new HashSet<>(recordings);
        inputs.addAll(upstream);
        return inputs;
    }

    /** What a run reads, without runs whose recordings were deleted. */
    private static Set<Object> living(Run run) {
        return inputs(
                run.getRecordings(),
                run.getUpstream().stream().filter(u -> !reads(u).isEmpty()).toList());
    }

    /** The recordings a run rests on. */
    private static Set<Recording> reads(Run run) {
        Set<Recording> all = new LinkedHashSet<>();
        Set<Run> seen = new HashSet<>();
        List<Run> open = new ArrayList<>(List.of(run));
        while (!open.isEmpty()) {
            Run next = open.removeLast();
            if (seen.add(next)) {
                all.addAll(next.getRecordings());
                open.addAll(next.getUpstream());
            }
        }
        return all;
    }

    private static <T> void replace(List<T> list, List<T> with) {
        if (!list.equals(with)) {
            list.clear();
            list.addAll(with);
        }
    }

    private Run fresh(PlannedRun planned, List<Run> upstream) {
        PlannedRun.Link link = planned.link();
        Run run = Fresh.run(link.contribution().id(), link.contribution().revision());
        run.setLabel(planned.label());
        run.getRecordings().addAll(planned.recordings());
        run.getUpstream().addAll(upstream);
        project.getRuns().add(run);
        if (!link.first().isEmpty()) {
            SettingTexts texts = link.texts();
            Map<String, String> settings = texts.changed(texts.defaults(), link.first());
            store(run, settings, link.contribution().revision());
        }
        know(run);
        return run;
    }

    /** Whether a run has the settings asked for, and defaults otherwise. */
    private static boolean isSettled(Run run, PlannedRun.Link link) {
        Map<String, String> wanted = new LinkedHashMap<>(link.texts().defaults());
        wanted.putAll(link.wanted());
        try {
            return link.texts()
                    .written(link.texts().current(Picture.stored(run), run.getRevision()))
                    .equals(link.texts().written(wanted));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void settle(Run run, PlannedRun.Link link) {
        Map<String, String> current = link.texts().current(Picture.stored(run), run.getRevision());
        if (!run.getSettings().isEmpty() && current.entrySet().containsAll(link.wanted().entrySet())
                || run.getSettings().isEmpty() && link.texts().keys().isEmpty()) {
            return;
        }
        store(run, link.texts().changed(current, link.wanted()), link.contribution().revision());
    }

    /** Writes settings into a run, within an edit, and touches only what differs. */
    static void store(Run run, Map<String, String> settings, int revision) {
        Map<String, Pair> known = new HashMap<>();
        run.getSettings().forEach(p -> known.put(p.getKey(), p));
        settings.forEach(
                (key, value) -> {
                    Pair pair = known.get(key);
                    if (pair == null) {
                        run.getSettings().add(Fresh.pair(key, value));
                    } else if (!Objects.equals(pair.getValue(), value)) {
                        pair.setValue(value);
                    }
                });
        if (run.getRevision() != revision) {
            run.setRevision(revision);
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.problem.Reason;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.internal.reports.ReportStore;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Pair;
import org.ionbench.model.Run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All runs of a project as they stood at a moment, each after those it reads. Made on the owner's
 * thread, immutable, read on any.
 */
final class Picture {
    /** A picture of nothing. */
    static final Picture NONE = new Picture(Map.of(), Map.of(), Map.of());

    private final Map<String, RunSnapshot> runs;
    private final Map<String, Exposed<Recording>> recordings;
    private final Map<String, Exposed<Cell>> cells;

    /**
     * Something several runs may read.
     *
     * @param content the hash of all of it
     * @param of the ids of the objects it was made from
     */
    private record Exposed<T>(T value, String content, Set<String> of) {}

    private Picture(
            Map<String, RunSnapshot> runs,
            Map<String, Exposed<Recording>> recordings,
            Map<String, Exposed<Cell>> cells) {
        this.runs = runs;
        this.recordings = recordings;
        this.cells = cells;
    }

    /**
     * The runs of a session as they are now.
     *
     * @param before an earlier picture of the session, of which is kept what was not touched since
     * @param touched the ids of all objects that were touched since
     */
    static Picture of(Session session, Catalog catalog, Picture before, Set<String> touched) {
        return new Camera(session, catalog, before, touched).picture();
    }

    /** All runs, each after those it reads. */
    List<RunSnapshot> runs() {
        return List.copyOf(runs.values());
    }

    /** Of these runs and all they read alone. */
    Picture of(Set<String> ids) {
        LinkedHashMap<String, RunSnapshot> part = new LinkedHashMap<>();
        Set<String> wanted = new HashSet<>(ids);
        for (RunSnapshot run : runs().reversed()) {
            if (wanted.contains(run.id())) {
                wanted.addAll(run.upstream());
                part.putFirst(run.id(), run);
            }
        }
        return new Picture(part, recordings, cells);
    }

    /** The run with an id. */
    Optional<RunSnapshot> run(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** How all runs stand to what is known of their results. */
    Map<String, Standing> standings(ReportStore store) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        for (RunSnapshot run : runs.values()) {
            standings.put(run.id(), standing(run, standings, store));
        }
        return standings;
    }

    /**
     * How one run stands.
     *
     * @param upstream how those stand that it reads
     */
    Standing standing(RunSnapshot run, Map<String, Standing> upstream, ReportStore store) {
        Fingerprint key = new Fingerprint().add(run.content()).add(run.upstream().size());
        List<String> labels = new ArrayList<>();
        List<Optional<String>> failures = new ArrayList<>();
        for (String id : run.upstream()) {
            Standing standing = upstream.get(id);
            Optional<String> failure = standing.ending().flatMap(e -> e);
            key.add(standing.key()).add(failure);
            labels.add(runs.get(id).label());
            failures.add(failure);
        }
        String found = key.key();
        Optional<Optional<String>> ending = store.ending(found);
        if (ending.isPresent()) {
            return new Standing(found, ending);
        }
        Optional<String> hopeless =
                run.trouble()
                        .or(
                                () ->
                                        run.needs()
                                                ? Computation.starved(labels, failures)
                                                : Optional.empty());
        return new Standing(found, hopeless.map(Optional::of));
    }

    /** Makes the picture; remembers what several runs share. */
    private static final class Camera {
        private final Session session;
        private final Catalog catalog;
        private final Picture before;
        private final Set<String> touched;
        private final Map<String, RunSnapshot> taken = new LinkedHashMap<>();
        private final Set<String> open = new HashSet<>();
        private final Map<String, Exposed<Recording>> recordings = new HashMap<>();
        private final Map<String, Exposed<Cell>> cells = new HashMap<>();

        Camera(Session session, Catalog catalog, Picture before, Set<String> touched) {
            this.session = session;
            this.catalog = catalog;
            this.before = before;
            this.touched = touched;
        }

        Picture picture() {
            keep(before.recordings, recordings);
            keep(before.cells, cells);
            session.project().getRuns().forEach(this::take);
            return new Picture(Collections.unmodifiableMap(taken), recordings, cells);
        }

        private <T> void keep(Map<String, Exposed<T>> old, Map<String, Exposed<T>> kept) {
            old.forEach(
                    (id, exposed) -> {
                        if (Collections.disjoint(exposed.of(), touched)) {
                            kept.put(id, exposed);
                        }
                    });
        }

        /** Whether nothing changed that a run was made from. */
        private boolean isKept(RunSnapshot old) {
            return !touched.contains(old.id())
                    && !isOfProject(old.contribution())
                    && old.trouble().isEmpty()
                    && old.upstream().stream().allMatch(u -> taken.get(u) == before.runs.get(u))
                    && old.all().stream().allMatch(r -> isSame(recordings.get(r.id()), r))
                    && old.cell().stream().allMatch(c -> isSame(cells.get(c.id()), c));
        }

        private static boolean isSame(Exposed<?> now, Object before) {
            return now != null && now.value() == before;
        }

        private void take(Run run) {
            if (taken.containsKey(run.getId())) {
                return;
            }
            open.add(run.getId());
            List<Run> reads = reads(run);
            RunSnapshot old = before.runs.get(run.getId());
            if (old != null) {
                for (Run other : reads) {
                    if (!open.contains(other.getId())) {
                        take(other);
                    }
                }
                if (isKept(old)) {
                    taken.put(old.id(), old);
                    return;
                }
            }
            Set<String> troubles = new LinkedHashSet<>();
            List<String> upstream = new ArrayList<>();
            Map<String, Recording> all = new LinkedHashMap<>();
            List<Recording> direct = new ArrayList<>();
            boolean ofProject = isOfProject(catalog.analysis(run.getAnalysis()));
            // What reads everything goes without what cannot be read; other runs say so.
            Set<String> unread = ofProject ? new LinkedHashSet<>() : troubles;
            for (var recording : ofProject ? measured() : run.getRecordings()) {
                snapshot(recording, unread)
                        .ifPresent(
                                r -> {
                                    direct.add(r);
                                    all.put(r.id(), r);
                                });
            }
            for (Run other : reads) {
                if (open.contains(other.getId()) && !taken.containsKey(other.getId())) {
                    troubles.add(
                            "It reads its own result by way of "
                                    + other.getLabel()
                                    + "; delete one of the two.");
                    continue;
                }
                take(other);
                upstream.add(other.getId());
                taken.get(other.getId()).all().forEach(r -> all.putIfAbsent(r.id(), r));
            }
            Optional<Cell> cell = ofProject ? Optional.empty() : cell(run, all.values(), troubles);
            List<Cell> several = ofProject ? cells(troubles) : cell.stream().toList();
            Map<String, String> cellOf = ofProject ? cellOf() : Map.of();
            Map<String, String> settings = new LinkedHashMap<>();
            run.getSettings().forEach(p -> settings.put(p.getKey(), p.getValue()));
            int revision = run.getRevision();
            Optional<Contribution<Analysis<?>>> contribution = catalog.analysis(run.getAnalysis());
            if (contribution.isEmpty()) {
                troubles.add(
                        "The analysis "
                                + run.getAnalysis()
                                + " is not installed; install the bundle that contributes it.");
            } else if (contribution.get().instance().isEmpty()) {
                troubles.add(contribution.get().failure().orElse(run.getAnalysis()));
            } else {
                revision = contribution.get().revision();
                known(contribution.get(), run.getRevision(), settings, troubles);
            }
            Fingerprint content =
                    new Fingerprint()
                            .add(run.getId())
                            .add(run.getAnalysis())
                            .add(revision)
                            .add(settings)
                            .add(direct.size());
            direct.forEach(r -> content.add(recordings.get(r.id()).content()));
            content.add(cell.map(c -> cells.get(c.id()).content()));
            if (ofProject) {
                content.add(several.stream().map(c -> cells.get(c.id()).content()).toList());
                content.add(cellOf);
            }
            taken.put(
                    run.getId(),
                    new RunSnapshot(
                            run.getId(),
                            label(run),
                            run.getAnalysis(),
                            contribution,
                            settings,
                            direct,
                            List.copyOf(all.values()),
                            cell,
                            several,
                            cellOf,
                            upstream,
                            contribution
                                    .flatMap(Contribution::instance)
                                    .filter(a -> !a.need().upstream().isEmpty())
                                    .isPresent(),
                            content.key(),
                            troubles.stream().findFirst()));
        }

        // ---- runs that read all of the project

        private static boolean isOfProject(Optional<Contribution<Analysis<?>>> contribution) {
            return contribution
                    .flatMap(Contribution::instance)
                    .filter(a -> a.need().scope() == Need.Scope.PROJECT)
                    .isPresent();
        }

        /** The runs a run reads: those it names, or all there are of the kinds it wants. */
        private List<Run> reads(Run run) {
            Optional<Contribution<Analysis<?>>> contribution = catalog.analysis(run.getAnalysis());
            if (!isOfProject(contribution)) {
                return run.getUpstream();
            }
            List<String> also =
                    contribution
                            .flatMap(Contribution::instance)
                            .orElseThrow()
                            .need()
                            .also()
                            .stream()
                            .map(Need.Beside::analysis)
                            .toList();
            return session.project().getRuns().stream()
                    .filter(r -> r != run && also.contains(r.getAnalysis()))
                    .filter(r -> !isOfProject(catalog.analysis(r.getAnalysis())))
                    .toList();
        }

        /** All recordings but those of fixtures. */
        private List<org.ionbench.model.Recording> measured() {
            var project = session.project();
            return project.getRecordings().stream()
                    .filter(
                            r ->
                                    project.getCells().stream()
                                            .noneMatch(
                                                    c ->
                                                            c.getShortCircuit() == r
                                                                    || c.getOpenCircuit() == r))
                    .toList();
        }

        private List<Cell> cells(Set<String> troubles) {
            List<Cell> all = new ArrayList<>();
            for (org.ionbench.model.Cell live : session.project().getCells()) {
                snapshot(live, troubles).ifPresent(all::add);
            }
            return all;
        }

        private Map<String, String> cellOf() {
            Map<String, String> cellOf = new HashMap<>();
            for (var r : session.project().getRecordings()) {
                if (r.getCell() != null) {
                    cellOf.put(r.getId(), r.getCell().getId());
                }
            }
            return cellOf;
        }

        private static String label(Run run) {
            return run.getLabel().isEmpty() ? run.getAnalysis() : run.getLabel();
        }

        /** Leaves what the analysis itself would write of its settings. */
        private static void known(
                Contribution<Analysis<?>> contribution,
                int revision,
                Map<String, String> settings,
                Set<String> troubles) {
            SettingTexts texts = new SettingTexts(contribution);
            try {
                Map<String, String> written = texts.written(texts.current(settings, revision));
                settings.clear();
                settings.putAll(written);
            } catch (IllegalArgumentException e) {
                troubles.add(String.valueOf(e.getMessage()));
            } catch (RuntimeException | LinkageError e) {
                troubles.add(Computation.defect(contribution, e));
            }
        }

        private Optional<Recording> snapshot(
                org.ionbench.model.Recording recording, Set<String> troubles) {
            Exposed<Recording> known = recordings.get(recording.getId());
            if (known != null) {
                return Optional.of(known.value());
            }
            try {
                Recording fresh = session.recording(recording.getId());
                recordings.put(
                        fresh.id(),
                        new Exposed<>(
                                fresh, new Fingerprint().add(fresh).key(), Set.of(fresh.id())));
                return Optional.of(fresh);
            } catch (IOException e) {
                troubles.add(
                        "The numbers of "
                                + recording.getName()
                                + " cannot be read; import its file again: "
                                + Reason.of(e)
                                + ".");
                return Optional.empty();
            }
        }

        /** The cell of the recordings, wherever they were moved since the run was made. */
        private Optional<Cell> cell(Run run, Iterable<Recording> all, Set<String> troubles) {
            Set<org.ionbench.model.Cell> found = new LinkedHashSet<>();
            boolean any = false;
            for (Recording r : all) {
                any = true;
                session.find(org.ionbench.model.Recording.class, r.id())
                        .map(org.ionbench.model.Recording::getCell)
                        .ifPresent(found::add);
            }
            if (!any && run.getCell() != null) {
                found.add(run.getCell());
            }
            if (found.size() != 1) {
                return Optional.empty();
            }
            return snapshot(found.iterator().next(), troubles);
        }

        private Optional<Cell> snapshot(org.ionbench.model.Cell live, Set<String> troubles) {
            String id = live.getId();
            if (!cells.containsKey(id)) {
                try {
                    Cell fresh = session.cellSnapshot(id);
                    cells.put(
                            id,
                            new Exposed<>(fresh, new Fingerprint().add(fresh).key(), madeOf(live)));
                } catch (IOException e) {
                    troubles.add(
                            "A fixture measurement of its cell cannot be read: "
                                    + Reason.of(e)
                                    + ".");
                    return Optional.empty();
                }
            }
            return Optional.of(cells.get(id).value());
        }

        /** The objects that make a cell: itself, its sample and materials, its fixture. */
        private static Set<String> madeOf(org.ionbench.model.Cell cell) {
            Set<String> ids = new HashSet<>(Set.of(cell.getId()));
            Optional.ofNullable(cell.getShortCircuit()).ifPresent(r -> ids.add(r.getId()));
            Optional.ofNullable(cell.getOpenCircuit()).ifPresent(r -> ids.add(r.getId()));
            if (cell.getSample() != null) {
                ids.add(cell.getSample().getId());
                cell.getSample().getComponents().stream()
                        .filter(c -> c.getMaterial() != null)
                        .forEach(c -> ids.add(c.getMaterial().getId()));
            }
            return ids;
        }
    }

    /** The settings of a run as they are stored. */
    static Map<String, String> stored(Run run) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Pair p : run.getSettings()) {
            settings.put(p.getKey(), p.getValue());
        }
        return settings;
    }
}

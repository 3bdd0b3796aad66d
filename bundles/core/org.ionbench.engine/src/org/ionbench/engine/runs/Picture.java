// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.cell.Cell;
import org.ionbench.api.importing.Recording;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Identified;
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
    private final Map<String, RunSnapshot> runs;

    private Picture(Map<String, RunSnapshot> runs) {
        this.runs = Collections.unmodifiableMap(runs);
    }

    /** The runs of a session as they are now. */
    static Picture of(Session session, Catalog catalog) {
        return new Camera(session, catalog).picture();
    }

    /** All runs, each after those it reads. */
    List<RunSnapshot> runs() {
        return List.copyOf(runs.values());
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
        Optional<String> hopeless = run.trouble().or(() -> Computation.starved(labels, failures));
        return new Standing(found, hopeless.map(Optional::of));
    }

    /** Makes the picture; remembers what several runs share. */
    private static final class Camera {
        private final Session session;
        private final Catalog catalog;
        private final Map<String, RunSnapshot> taken = new LinkedHashMap<>();
        private final Set<String> open = new HashSet<>();
        private final Map<String, Recording> recordings = new HashMap<>();
        private final Map<String, Cell> cells = new HashMap<>();
        private final Map<String, String> contents = new HashMap<>();

        Camera(Session session, Catalog catalog) {
            this.session = session;
            this.catalog = catalog;
        }

        Picture picture() {
            session.project().getRuns().forEach(this::take);
            return new Picture(taken);
        }

        private void take(Run run) {
            if (taken.containsKey(run.getId())) {
                return;
            }
            open.add(run.getId());
            Set<String> troubles = new LinkedHashSet<>();
            List<String> upstream = new ArrayList<>();
            Map<String, Recording> all = new LinkedHashMap<>();
            List<Recording> direct = new ArrayList<>();
            for (var recording : run.getRecordings()) {
                snapshot(recording, troubles)
                        .ifPresent(
                                r -> {
                                    direct.add(r);
                                    all.put(r.id(), r);
                                });
            }
            for (Run other : run.getUpstream()) {
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
            Optional<Cell> cell = cell(run, all.values(), troubles);
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
            direct.forEach(r -> content.add(contents.get(r.id())));
            content.add(cell.map(c -> contents.get(c.id())));
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
                            upstream,
                            content.key(),
                            troubles.stream().findFirst()));
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
            Recording known = recordings.get(recording.getId());
            if (known != null) {
                return Optional.of(known);
            }
            try {
                Recording fresh = session.recording(recording.getId());
                recordings.put(fresh.id(), fresh);
                contents.put(fresh.id(), new Fingerprint().add(fresh).key());
                return Optional.of(fresh);
            } catch (IOException e) {
                troubles.add(
                        "The numbers of "
                                + recording.getName()
                                + " cannot be read; import its file again. "
                                + e.getMessage());
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
            String id = found.stream().map(Identified::getId).findFirst().orElseThrow();
            if (!cells.containsKey(id)) {
                try {
                    Cell fresh = session.cellSnapshot(id);
                    cells.put(id, fresh);
                    contents.put(id, new Fingerprint().add(fresh).key());
                } catch (IOException e) {
                    troubles.add(
                            "A fixture measurement of its cell cannot be read: " + e.getMessage());
                    return Optional.empty();
                }
            }
            return Optional.of(cells.get(id));
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

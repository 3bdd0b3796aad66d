// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Cell;
import org.ionbench.model.Pair;
import org.ionbench.model.Project;
import org.ionbench.model.Recording;
import org.ionbench.model.Run;
import org.ionbench.model.store.Fresh;

import java.io.IOException;
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

/**
 * Makes the runs of one analysis and of those upstream of it. First it is worked out which there
 * must be, then, in one edit, what is missing is made.
 */
final class Planner {

    /** Recordings that belong together: those of a cell, or one that has none. */
    private record Group(Optional<Cell> cell, List<Recording> recordings) {}

    /** A run there must be. */
    private record Planned(
            Link link, Group group, List<Recording> recordings, List<Planned> upstream) {

        List<Recording> all() {
            return !recordings.isEmpty()
                    ? recordings
                    : upstream.stream().flatMap(u -> u.all().stream()).distinct().toList();
        }
    }

    /** An analysis with what it reads. */
    private record Reading(String analysis, Set<Object> inputs) {}

    /** One analysis of the chain, with the settings asked for. */
    private record Link(
            Contribution<Analysis<?>> contribution,
            Analysis<?> analysis,
            SettingTexts texts,
            Map<String, String> wanted,
            Map<String, String> first) {

        Need need() {
            return analysis.need();
        }
    }

    private final Session session;
    private final Project project;
    private final List<Link> chain;
    private final List<List<Link>> beside;
    private final boolean chosen;
    private final List<String> obstacles = new ArrayList<>();
    private final Map<Reading, List<Run>> byInputs = new HashMap<>();
    private final Map<Planned, Run> made = new IdentityHashMap<>();
    private final Map<Group, List<Planned>> besides = new HashMap<>();

    private Planner(
            Session session,
            Catalog catalog,
            String id,
            Map<String, String> settings,
            boolean chosen)
            throws AnalysisException {
        this.session = session;
        this.project = session.project();
        List<Contribution<Analysis<?>>> all = SettingTexts.chain(catalog, id, settings);
        chain = links(all, settings, Map.of());
        beside =
                SettingTexts.beside(catalog, all).stream()
                        .map(side -> links(side.chain(), settings, side.first()))
                        .toList();
        this.chosen = chosen;
    }

    /** Plans for all of some cells, see {@link Runs#plan}. */
    static List<String> plan(
            Session session,
            Catalog catalog,
            String analysisId,
            Set<String> cellIds,
            Map<String, String> settings)
            throws AnalysisException {
        Planner planner = new Planner(session, catalog, analysisId, settings, false);
        return planner.make(planner.groups(cellIds));
    }

    /** Plans for chosen recordings, see {@link Runs#planOn}. */
    static List<String> planOn(
            Session session,
            Catalog catalog,
            String analysisId,
            List<String> recordingIds,
            Map<String, String> settings)
            throws AnalysisException {
        Planner planner = new Planner(session, catalog, analysisId, settings, true);
        return planner.make(planner.chosen(recordingIds));
    }

    // ---- which analyses, with which settings

    private static List<Link> links(
            List<Contribution<Analysis<?>>> chain,
            Map<String, String> settings,
            Map<String, String> first) {
        List<Link> links = new ArrayList<>();
        for (Contribution<Analysis<?>> c : chain) {
            SettingTexts texts = new SettingTexts(c);
            Map<String, String> begin = links.isEmpty() ? first : Map.of();
            links.add(new Link(c, c.instance().orElseThrow(), texts, texts.own(settings), begin));
        }
        return links;
    }

    // ---- over what

    private List<Group> groups(Set<String> cellIds) throws AnalysisException {
        Set<Recording> fixtures = fixtures();
        List<Group> groups = new ArrayList<>();
        for (String id : cellIds) {
            if (session.find(Cell.class, id).isEmpty()) {
                throw new AnalysisException("There is no cell with the id " + id + ".");
            }
        }
        for (Cell cell : project.getCells()) {
            if (cellIds.isEmpty() || cellIds.contains(cell.getId())) {
                groups.add(whole(cell));
            }
        }
        if (cellIds.isEmpty()) {
            project.getRecordings().stream()
                    .filter(r -> r.getCell() == null && !fixtures.contains(r))
                    .forEach(r -> groups.add(new Group(Optional.empty(), List.of(r))));
        }
        return groups;
    }

    private List<Group> chosen(List<String> recordingIds) throws AnalysisException {
        Set<Recording> fixtures = fixtures();
        List<String> techniques = techniques(chain);
        Set<String> read = new HashSet<>(techniques);
        beside.forEach(b -> read.addAll(techniques(b)));
        Map<Optional<Cell>, List<Recording>> byCell = new LinkedHashMap<>();
        for (String id : new LinkedHashSet<>(recordingIds)) {
            Recording r =
                    session.find(Recording.class, id)
                            .orElseThrow(
                                    () ->
                                            new AnalysisException(
                                                    "There is no recording with the id "
                                                            + id
                                                            + "."));
            if (fixtures.contains(r)) {
                throw new AnalysisException(
                        r.getName()
                                + " is a measurement of a fixture, which is taken off others and"
                                + " not analysed itself.");
            }
            if (!techniques.isEmpty() && !read.contains(r.getTechnique())) {
                throw new AnalysisException(
                        name()
                                + " reads recordings of "
                                + String.join(", ", techniques)
                                + "; "
                                + r.getName()
                                + " is one of "
                                + (r.getTechnique().isEmpty()
                                        ? "an unknown technique"
                                        : r.getTechnique())
                                + ".");
            }
            byCell.computeIfAbsent(Optional.ofNullable(r.getCell()), k -> new ArrayList<>()).add(r);
        }
        List<Group> groups = new ArrayList<>();
        byCell.forEach((cell, recordings) -> groups.add(new Group(cell, recordings)));
        return groups;
    }

    private static List<String> techniques(List<Link> chain) {
        return chain.getLast().need().techniques().stream().map(t -> t.id()).toList();
    }

    /** Measurements of the fixture itself, which are never analysed. */
    private Set<Recording> fixtures() {
        Set<Recording> fixtures = new HashSet<>();
        for (Cell cell : project.getCells()) {
            Optional.ofNullable(cell.getShortCircuit()).ifPresent(fixtures::add);
            Optional.ofNullable(cell.getOpenCircuit()).ifPresent(fixtures::add);
        }
        return fixtures;
    }

    private String name() {
        return chain.getFirst().contribution().name();
    }

    // ---- which runs there must be

    private List<String> make(List<Group> groups) throws AnalysisException {
        List<Planned> planned = planned(chain, 0, groups);
        if (planned.isEmpty()) {
            throw new AnalysisException(
                    name()
                            + " applies to nothing here: "
                            + obstacles.stream().findFirst().orElseGet(this::nothing));
        }
        Set<String> ids = new LinkedHashSet<>();
        project.getRuns().forEach(this::know);
        if (session.isReadOnly()) {
            for (Planned p : planned) {
                ids.add(there(p, true).orElseThrow(this::mayNotMake).getId());
            }
            return List.copyOf(ids);
        }
        session.edit(
                "Run " + name(),
                () -> {
                    for (Planned p : planned) {
                        ids.add(realise(p, true).getId());
                    }
                });
        return List.copyOf(ids);
    }

    private AnalysisException mayNotMake() {
        return new AnalysisException(
                name()
                        + " was not run yet with these settings, and no run can be added: "
                        + session.readOnlyReason().orElse("the project can only be read"));
    }

    private String nothing() {
        List<String> techniques = techniques(chain);
        return techniques.isEmpty()
                ? "there is no cell."
                : "there are no recordings of "
                        + String.join(", ", techniques)
                        + (chain.stream().allMatch(l -> l.need().scope() == Need.Scope.EACH)
                                ? "."
                                : " that belong to a cell.");
    }

    private List<Planned> planned(List<Link> chain, int place, List<Group> groups) {
        Link link = chain.get(place);
        Need need = link.need();
        List<Planned> planned = new ArrayList<>();
        if (need.scope() == Need.Scope.PROJECT) {
            Group all = new Group(Optional.empty(), List.of());
            return List.of(new Planned(link, all, List.of(), List.of()));
        }
        if (need.scope() == Need.Scope.CELL) {
            for (Group g : groups) {
                if (g.cell().isPresent() && applies(link, g, List.of())) {
                    planned.add(new Planned(link, g, List.of(), List.of()));
                }
            }
            return planned;
        }
        if (need.upstream().isEmpty()) {
            if (need.scope() == Need.Scope.ALL_OF_PROJECT) {
                Group all =
                        new Group(
                                Optional.empty(),
                                groups.stream().flatMap(g -> g.recordings().stream()).toList());
                over(link, all, fitting(need, all), planned);
                return planned;
            }
            for (Group g : groups) {
                List<Recording> fitting = fitting(need, g);
                if (need.scope() == Need.Scope.EACH) {
                    fitting.forEach(r -> over(link, g, List.of(r), planned));
                } else if (chosen || g.cell().isPresent()) {
                    over(link, g, fitting, planned);
                }
            }
            return planned;
        }
        List<Planned> upstream = planned(chain, place + 1, groups);
        switch (need.scope()) {
            case EACH ->
                    upstream.forEach(
                            u -> planned.add(new Planned(link, u.group(), List.of(), List.of(u))));
            case ALL_OF_PROJECT -> {
                if (!upstream.isEmpty()) {
                    Group all = new Group(Optional.empty(), List.of());
                    planned.add(new Planned(link, all, List.of(), upstream));
                }
            }
            default -> {
                Map<Group, List<Planned>> byGroup = new LinkedHashMap<>();
                for (Planned u : upstream) {
                    if (chosen || u.group().cell().isPresent()) {
                        byGroup.computeIfAbsent(u.group(), k -> new ArrayList<>()).add(u);
                    }
                }
                byGroup.forEach((g, all) -> planned.add(new Planned(link, g, List.of(), all)));
            }
        }
        return planned;
    }

    private static List<Recording> fitting(Need need, Group group) {
        return group.recordings().stream()
                .filter(
                        r ->
                                need.techniques().isEmpty()
                                        || need.techniques().stream()
                                                .anyMatch(t -> t.id().equals(r.getTechnique())))
                .toList();
    }

    private void over(Link link, Group group, List<Recording> recordings, List<Planned> planned) {
        if (!recordings.isEmpty() && applies(link, group, recordings)) {
            List<Planned> upstream = link == chain.getLast() ? beside(group) : List.of();
            planned.add(new Planned(link, group, recordings, upstream));
        }
    }

    /**
     * The runs whose reports are given beside recordings of a group: on those chosen that are fit
     * for it, else on all of their cell.
     */
    private List<Planned> beside(Group group) {
        List<Planned> known = besides.get(group);
        if (known != null) {
            return known;
        }
        List<Planned> all = new ArrayList<>();
        for (List<Link> links : beside) {
            List<Planned> of = planned(links, 0, List.of(group));
            if (of.isEmpty() && chosen && group.cell().isPresent()) {
                of = planned(links, 0, List.of(whole(group.cell().get())));
            }
            all.addAll(of);
        }
        besides.put(group, all);
        return all;
    }

    private Group whole(Cell cell) {
        Set<Recording> fixtures = fixtures();
        return new Group(
                Optional.of(cell),
                project.getRecordings().stream()
                        .filter(r -> r.getCell() == cell && !fixtures.contains(r))
                        .toList());
    }

    /** Whether an analysis says it can read these; what it says is kept for the case of none. */
    private boolean applies(Link link, Group group, List<Recording> recordings) {
        try {
            List<org.ionbench.api.importing.Recording> read = new ArrayList<>();
            for (Recording r : recordings) {
                read.add(session.recording(r.getId()));
            }
            Optional<org.ionbench.api.cell.Cell> cell = Optional.empty();
            if (group.cell().isPresent()) {
                cell = Optional.of(session.cellSnapshot(group.cell().get().getId()));
            }
            Optional<String> obstacle = link.analysis().obstacle(new Inputs(read, List.of(), cell));
            obstacle.ifPresent(obstacles::add);
            return obstacle.isEmpty();
        } catch (IOException e) {
            // The run is made all the same, and says itself that its numbers cannot be read.
            return true;
        } catch (RuntimeException | LinkageError e) {
            obstacles.add(Computation.defect(link.contribution(), e));
            return false;
        }
    }

    // ---- making them

    private Run realise(Planned planned, boolean last) {
        Run known = made.get(planned);
        if (known != null) {
            return known;
        }
        List<Run> upstream = planned.upstream().stream().map(u -> realise(u, false)).toList();
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
    private Optional<Run> there(Planned planned, boolean last) {
        List<Run> upstream = new ArrayList<>();
        for (Planned u : planned.upstream()) {
            Optional<Run> found = there(u, false);
            if (found.isEmpty()) {
                return found;
            }
            upstream.add(found.get());
        }
        Link link = planned.link();
        return equal(planned, upstream, last)
                .filter(
                        r ->
                                link.texts()
                                        .current(Picture.stored(r), r.getRevision())
                                        .entrySet()
                                        .containsAll(link.wanted().entrySet()));
    }

    private Optional<Run> equal(Planned planned, List<Run> upstream, boolean last) {
        Set<Object> inputs = inputs(planned.recordings(), upstream);
        Cell cell = planned.group().cell().orElse(null);
        String analysis = planned.link().contribution().id();
        return byInputs.getOrDefault(new Reading(analysis, inputs), List.of()).stream()
                .filter(r -> !inputs.isEmpty() || r.getCell() == cell)
                .filter(r -> !chosen || !last || isSettled(r, planned.link()))
                .findFirst();
    }

    private Optional<Run> existing(Planned planned, List<Run> upstream, boolean last) {
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

    private Run fresh(Planned planned, List<Run> upstream) {
        Link link = planned.link();
        Run run = Fresh.run(link.contribution().id(), link.contribution().revision());
        run.setLabel(label(planned));
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

    private static String label(Planned planned) {
        String of =
                planned.link().need().scope() == Need.Scope.EACH
                        ? String.join(", ", planned.all().stream().map(Recording::getName).toList())
                        : planned.group().cell().map(Cell::getName).orElse("");
        String name = planned.link().contribution().name();
        return of.isEmpty() ? name : name + ", " + of;
    }

    /** Whether a run has the settings asked for, and defaults otherwise. */
    private static boolean isSettled(Run run, Link link) {
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

    private static void settle(Run run, Link link) {
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

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Inputs;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.runs.PlannedRun.Group;
import org.ionbench.engine.runs.PlannedRun.Link;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Cell;
import org.ionbench.model.Project;
import org.ionbench.model.Recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans the runs of one analysis and of those upstream of it. First it is worked out which there
 * must be, then, in one edit, what is missing is {@linkplain RunMaker made}.
 */
final class Planner {
    private static final Group NOTHING = new Group(Optional.empty(), List.of());

    private final Session session;
    private final Project project;
    private final List<Link> chain;
    private final List<List<Link>> beside;
    private final boolean chosen;
    private final List<String> obstacles = new ArrayList<>();
    private final Map<Group, List<PlannedRun>> besides = new HashMap<>();

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
        List<PlannedRun> planned = planned(chain, 0, groups);
        if (planned.isEmpty()) {
            throw new AnalysisException(
                    name()
                            + " applies to nothing here: "
                            + obstacles.stream().findFirst().orElseGet(this::nothing));
        }
        Set<String> ids = new LinkedHashSet<>();
        RunMaker maker = new RunMaker(project, chosen);
        if (session.isReadOnly()) {
            for (PlannedRun p : planned) {
                ids.add(maker.there(p).orElseThrow(this::mayNotMake).getId());
            }
            return List.copyOf(ids);
        }
        session.edit(
                "Run " + name(),
                () -> {
                    for (PlannedRun p : planned) {
                        ids.add(maker.make(p).getId());
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

    private List<PlannedRun> planned(List<Link> chain, int place, List<Group> groups) {
        Link link = chain.get(place);
        Need need = link.need();
        if (need.scope() == Need.Scope.PROJECT) {
            return List.of(new PlannedRun(link, NOTHING, List.of(), List.of()));
        }
        if (need.scope() == Need.Scope.CELL) {
            return groups.stream()
                    .filter(g -> g.cell().isPresent() && applies(link, g, List.of()))
                    .map(g -> new PlannedRun(link, g, List.of(), List.of()))
                    .toList();
        }
        return need.upstream().isEmpty()
                ? overRecordings(link, groups)
                : overReports(link, planned(chain, place + 1, groups));
    }

    private List<PlannedRun> overRecordings(Link link, List<Group> groups) {
        Need need = link.need();
        List<PlannedRun> planned = new ArrayList<>();
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

    private List<PlannedRun> overReports(Link link, List<PlannedRun> upstream) {
        if (upstream.isEmpty()) {
            return List.of();
        }
        return switch (link.need().scope()) {
            case EACH ->
                    upstream.stream()
                            .map(u -> new PlannedRun(link, u.group(), List.of(), List.of(u)))
                            .toList();
            case ALL_OF_PROJECT -> List.of(new PlannedRun(link, NOTHING, List.of(), upstream));
            default -> {
                Map<Group, List<PlannedRun>> byGroup = new LinkedHashMap<>();
                for (PlannedRun u : upstream) {
                    if (chosen || u.group().cell().isPresent()) {
                        byGroup.computeIfAbsent(u.group(), k -> new ArrayList<>()).add(u);
                    }
                }
                yield byGroup.entrySet().stream()
                        .map(e -> new PlannedRun(link, e.getKey(), List.of(), e.getValue()))
                        .toList();
            }
        };
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

    private void over(
            Link link, Group group, List<Recording> recordings, List<PlannedRun> planned) {
        if (!recordings.isEmpty() && applies(link, group, recordings)) {
            List<PlannedRun> upstream = link == chain.getLast() ? beside(group) : List.of();
            planned.add(new PlannedRun(link, group, recordings, upstream));
        }
    }

    /**
     * The runs whose reports are given beside recordings of a group: on those chosen that are fit
     * for it, else on all of their cell.
     */
    private List<PlannedRun> beside(Group group) {
        List<PlannedRun> known = besides.get(group);
        if (known != null) {
            return known;
        }
        List<PlannedRun> all = new ArrayList<>();
        for (List<Link> links : beside) {
            List<PlannedRun> of = planned(links, 0, List.of(group));
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
}

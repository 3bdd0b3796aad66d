// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run is made over: each, all of a cell, all of a project, the cell alone. */
class ScopeTest {
    private static final String EACH = "each";
    private static final String PAIR = "pair";
    private static final String OF_CELL = "of cell";
    private static final String OF_PROJECT = "of project";
    private static final String CELL = "cell";
    private static final String BESIDE = "beside";
    private static final String BEGUN = "begun";
    private static final String PROJECT = "project";

    @TempDir Path folder;

    private final Catalog catalog = catalog();
    private Session session;
    private Runs runs;
    private String first;
    private String second;

    private static Catalog catalog() {
        Catalog.Builder b = Catalog.builder();
        add(b, EACH, Need.eachRecording(Technique.EIS));
        add(b, PAIR, Need.allRecordings(Technique.EIS, Technique.CA));
        add(b, OF_CELL, Need.allReports(EACH));
        add(b, OF_PROJECT, new Need(Need.Scope.ALL_OF_PROJECT, List.of(), OF_CELL));
        add(b, CELL, Need.cell());
        add(b, BESIDE, Need.eachRecording(Technique.CA).with(EACH).with("not installed"));
        add(b, BEGUN, Need.eachRecording(Technique.CA).with(EACH, Map.of("factor", "3")));
        add(b, PROJECT, Need.project(EACH, BESIDE));
        return b.build();
    }

    private static void add(Catalog.Builder b, String id, Need need) {
        b.analysis(Lab.contribution(id, new Toys.Sum(need), new Lab.Counts()));
    }

    @BeforeEach
    void make() throws IOException {
        session = Lab.project(folder);
        first = Lab.pellet(session, "first", 30, 40);
        second = Lab.pellet(session, "second", 50);
        Recording spectrum = Lab.spectrum("transient", 60);
        Lab.take(session, spectrum.change().technique(Technique.CA).build(), Optional.of(first));
        Lab.take(session, Lab.spectrum("loose", 70), Optional.empty());
        runs = Runs.of(session, catalog);
    }

    @AfterEach
    void close() throws IOException {
        runs.close();
        session.close();
    }

    private List<Double> sums(String analysis, Set<String> cells) throws AnalysisException {
        List<String> ids = runs.plan(analysis, cells, Map.of());
        runs.recompute(Progress.NONE);
        return ids.stream().map(id -> Lab.value(runs, id, "sum")).toList();
    }

    @Test
    void each() throws AnalysisException {
        assertEquals(List.of(41., 41., 41., 41.), sums(EACH, Set.of()));
        assertEquals(List.of(41.), sums(EACH, Set.of(second)));
    }

    @Test
    void allRecordingsOfACell() throws AnalysisException {
        assertEquals(List.of(123., 41.), sums(PAIR, Set.of()));
        assertEquals("pair, first", session.outline().runs().getFirst().label());
        assertEquals(Optional.of(first), session.outline().runs().getFirst().cell());
    }

    @Test
    void allReportsOfACell() throws AnalysisException {
        assertEquals(List.of(82., 41.), sums(OF_CELL, Set.of()));
    }

    @Test
    void allOfTheProject() throws AnalysisException {
        assertEquals(List.of(123.), sums(OF_PROJECT, Set.of()));
        assertEquals(1, runs.plan(OF_PROJECT, Set.of(), Map.of()).size());
        assertEquals(1, Lab.ids(session, OF_PROJECT).size());
    }

    @Test
    void theCellAlone() throws AnalysisException {
        assertEquals(List.of(0., 0.), sums(CELL, Set.of()));
        assertEquals(2, runs.plan(CELL, Set.of(), Map.of()).size());
        assertEquals(2, session.outline().runs().size());
        String run = Lab.ids(session, CELL).getFirst();
        assertEquals("first", runs.result(run).cell());
        session.set(first, "thickness", "0.9 mm");
        assertEquals(RunState.STALE, runs.state(run));
        assertEquals(RunState.CURRENT, runs.state(Lab.ids(session, CELL).getLast()));
    }

    @Test
    void chosenRecordingsOfSeveralCells() throws AnalysisException {
        List<String> all = session.outline().recordings().stream().map(r -> r.id()).toList();
        var e = assertThrows(AnalysisException.class, () -> runs.planOn(EACH, all, Map.of()));
        assertTrue(e.getMessage().contains("transient"), e.getMessage());
        List<String> ids = runs.planOn(PAIR, all, Map.of());
        runs.recompute(Progress.NONE);
        assertEquals(
                List.of(123., 41., 41.),
                ids.stream().map(id -> Lab.value(runs, id, "sum")).toList());
    }

    @Test
    void someRunsAreComputedWithWhatTheyRead() throws AnalysisException {
        String run = runs.plan(OF_CELL, Set.of(), Map.of()).getFirst();
        runs.recompute(Set.of(run), Progress.NONE);
        assertEquals(82, Lab.value(runs, run, "sum"));
        assertEquals(3, runs.results().stream().filter(r -> r.state() == RunState.CURRENT).count());
        assertThrows(
                IllegalArgumentException.class,
                () -> runs.recompute(Set.of("none"), Progress.NONE));
    }

    @Test
    void aRunFollowsItsRecordingToAnotherCell() throws AnalysisException {
        String run = runs.plan(EACH, Set.of(second), Map.of()).getFirst();
        runs.recompute(Progress.NONE);
        String recording = session.outline().runs().getFirst().recordings().getFirst();
        session.set(recording, "cell", "first");
        assertEquals("first", runs.result(run).cell());
        assertEquals(RunState.STALE, runs.state(run));
        assertTrue(runs.plan(EACH, Set.of(first), Map.of()).contains(run));
    }

    /** The transient of the first cell, with the reports of its two spectra: 41 + 2 x 41. */
    @Test
    void reportsBesideARecording() throws Exception {
        assertEquals(List.of(123.), sums(BESIDE, Set.of()));
        assertEquals(2, Lab.ids(session, EACH).size());
        assertEquals("first", runs.results().getLast().cell());
        assertEquals("beside, transient", runs.results().getLast().label());
        Lab.take(session, Lab.spectrum("later", 80), Optional.of(first));
        assertEquals(List.of(164.), sums(BESIDE, Set.of()));
        assertEquals(1, Lab.ids(session, BESIDE).size());
        assertEquals(3, Lab.ids(session, EACH).size());
    }

    /** Settings that only what is beside has go there. */
    @Test
    void settingsReachWhatIsBeside() throws Exception {
        runs.plan(BESIDE, Set.of(), Map.of("factor", "2"));
        runs.recompute(Progress.NONE);
        assertEquals(2 * (41 + 2 * 2 * 41.), Lab.value(runs, last(BESIDE), "sum"));
    }

    /** Runs that are made for it begin with its settings; others keep theirs, and a choice wins. */
    @Test
    void settingsToBeginWith() throws Exception {
        runs.planOn(EACH, ids("first 30.0"), Map.of("factor", "5"));
        assertEquals(List.of(41 + 5 * 41. + 3 * 41), sums(BEGUN, Set.of()));
        runs.plan(BEGUN, Set.of(), Map.of("factor", "2"));
        runs.recompute(Progress.NONE);
        assertEquals(2 * (41 + 2 * 2 * 41.), Lab.value(runs, last(BEGUN), "sum"));
    }

    @Test
    void chosenWithWhatIsBeside() throws Exception {
        List<String> transients = ids("transient");
        assertEquals(123., sumOn(transients));
        List<String> both = new ArrayList<>(transients);
        both.addAll(ids("first 30.0"));
        assertEquals(82., sumOn(both));
    }

    private double sumOn(List<String> recordings) throws AnalysisException {
        List<String> planned = runs.planOn(BESIDE, recordings, Map.of());
        runs.recompute(Progress.NONE);
        return Lab.value(runs, planned.getFirst(), "sum");
    }

    private List<String> ids(String name) {
        return session.outline().recordings().stream()
                .filter(r -> r.name().equals(name))
                .map(r -> r.id())
                .toList();
    }

    private String last(String analysis) {
        return Lab.ids(session, analysis).getLast();
    }

    @Test
    void besideNothing() throws Exception {
        Recording other = Lab.spectrum("alone", 60).change().technique(Technique.CA).build();
        String third = session.cell("third");
        Lab.take(session, other, Optional.of(third));
        assertEquals(List.of(41.), sums(BESIDE, Set.of(third)));
        assertTrue(Lab.ids(session, EACH).isEmpty());
    }

    /** What is beside may fail; the run goes on and says what it went without. */
    @Test
    void whatIsBesideMayFail() throws Exception {
        runs.plan(BESIDE, Set.of(), Map.of());
        for (String id : Lab.ids(session, EACH)) {
            runs.set(id, Map.of("mood", "sad"));
        }
        runs.recompute(Progress.NONE);
        assertEquals(RunState.CURRENT, runs.state(last(BESIDE)));
        assertEquals(41., Lab.value(runs, last(BESIDE), "sum"));
        assertEquals(2, runs.report(last(BESIDE)).orElseThrow().problems().size());
    }

    /** All five recordings, and what there is of reports, without making any. */
    @Test
    void whateverIsInTheProject() throws Exception {
        assertEquals(List.of(5 * 41.), sums(PROJECT, Set.of()));
        assertEquals(1, session.outline().runs().size());
        sums(EACH, Set.of(second));
        assertEquals(6 * 41., Lab.value(runs, last(PROJECT), "sum"));
        session.set(first, "thickness", "0.9 mm");
        assertEquals(RunState.STALE, runs.state(last(PROJECT)));
        runs.recompute(Progress.NONE);
        session.undo();
        assertEquals(RunState.CURRENT, runs.state(last(PROJECT)));
        session.set(ids("loose").getFirst(), "cell", "second");
        assertEquals(RunState.STALE, runs.state(last(PROJECT)));
        assertEquals(1, runs.plan(PROJECT, Set.of(), Map.of()).size());
        assertEquals(1, Lab.ids(session, PROJECT).size());
    }

    /** A table that is gone keeps nothing else from being read. */
    @Test
    void whatCannotBeReadIsPassedOver() throws Exception {
        String loose = ids("loose").getFirst();
        var live = session.find(org.ionbench.model.Recording.class, loose).orElseThrow();
        Files.delete(session.layout().tables().resolve(live.getTableId() + ".npy"));
        assertEquals(List.of(4 * 41.), sums(PROJECT, Set.of()));
    }
}

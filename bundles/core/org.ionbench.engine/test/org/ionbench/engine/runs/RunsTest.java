// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.Unit;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.SessionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From spectra to an activation energy and back by undo, with every computation counted. */
class RunsTest {
    private static final double[] CELSIUS = {30, 50, 70, 90};

    @TempDir Path folder;

    private final Lab.Counts counts = new Lab.Counts();
    private final Catalog catalog = Lab.impedance(counts).build();
    private Session session;
    private Runs runs;
    private String cell;

    @BeforeEach
    void make() throws IOException {
        session = Lab.project(folder.resolve("p"));
        cell = Lab.pellet(session, "pellet", CELSIUS);
        runs = Runs.of(session, catalog);
    }

    @AfterEach
    void close() throws IOException {
        runs.close();
        session.close();
    }

    private String arrhenius() throws AnalysisException {
        List<String> planned = runs.plan(Lab.ARRHENIUS, Set.of(), Lab.CIRCUIT);
        assertEquals(1, planned.size());
        return planned.getFirst();
    }

    private void reopen() throws IOException {
        runs.close();
        session.close();
        session = Lab.open(folder.resolve("p"));
        runs = Runs.of(session, catalog);
    }

    private Set<RunState> states(String analysis) {
        Set<RunState> states = new HashSet<>();
        Lab.ids(session, analysis).forEach(id -> states.add(runs.state(id)));
        return states;
    }

    // ---- planning

    @Test
    void anArrheniusRunMakesTheRunsItNeedsAsOneEdit() throws AnalysisException {
        String before = session.undoLabel().orElseThrow();
        String id = arrhenius();
        assertEquals(4, Lab.ids(session, Lab.FIT).size());
        assertEquals(4, Lab.ids(session, Lab.CONDUCTIVITY).size());
        assertEquals(List.of(id), Lab.ids(session, Lab.ARRHENIUS));
        assertEquals(RunState.NEVER, runs.state(id));
        session.undo();
        assertEquals(List.of(), session.outline().runs());
        assertEquals(before, session.undoLabel().orElseThrow());
    }

    @Test
    void planningTwiceChangesNothing() throws AnalysisException {
        String id = arrhenius();
        session.edit("Name", () -> session.project().setName("x"));
        session.undo();
        assertEquals(List.of(id), runs.plan(Lab.ARRHENIUS, Set.of(cell), Lab.CIRCUIT));
        assertEquals("Name", session.redoLabel().orElseThrow(), "nothing new is no edit");
        assertEquals(Lab.ids(session, Lab.FIT), runs.plan(Lab.FIT, Set.of(), Map.of()));
    }

    @Test
    void settingsReachTheRunsUpstream() throws AnalysisException {
        String id = runs.plan(Lab.ARRHENIUS, Set.of(), Map.of("range", "10:1e5")).getFirst();
        for (String fit : Lab.ids(session, Lab.FIT)) {
            assertEquals("10.0:100000.0", runs.settings(fit).get("range"));
        }
        assertFalse(runs.settings(id).containsKey("range"));
        runs.plan(Lab.ARRHENIUS, Set.of(), Map.of("range", "1:", "form", "sigma"));
        assertEquals(4, Lab.ids(session, Lab.FIT).size());
        assertEquals("1.0:", runs.settings(Lab.ids(session, Lab.FIT).getLast()).get("range"));
        assertEquals("sigma", runs.settings(id).get("form"));
    }

    @Test
    void aSettingNobodyHasIsRefusedWithThoseThereAre() {
        var e =
                assertThrows(
                        AnalysisException.class,
                        () -> runs.plan(Lab.ARRHENIUS, Set.of(), Map.of("cirquit", "R0")));
        assertTrue(e.getMessage().contains("cirquit"), e.getMessage());
        assertTrue(e.getMessage().contains("circuit"), e.getMessage());
        assertTrue(e.getMessage().contains("form"), e.getMessage());
        assertThrows(
                AnalysisException.class,
                () -> runs.plan(Lab.ARRHENIUS, Set.of(), Map.of("range", "wide")));
        assertEquals(List.of(), session.outline().runs());
    }

    @Test
    void fixturesAreNeverAnalysedAndLooseRecordingsOnlyOneByOne() throws Exception {
        String loose = Lab.take(session, Lab.spectrum("loose", 40), Optional.empty());
        String fixture = Lab.take(session, Lab.spectrum("fixture", 25), Optional.of(cell));
        session.set(cell, "short", fixture);
        assertEquals(5, runs.plan(Lab.FIT, Set.of(), Map.of()).size());
        assertEquals(4, runs.plan(Lab.FIT, Set.of(cell), Map.of()).size());
        String id = runs.plan(Lab.ARRHENIUS, Set.of(), Map.of()).getFirst();
        assertEquals(1, Lab.ids(session, Lab.ARRHENIUS).size());
        Set<String> read = new HashSet<>();
        session.outline().runs().forEach(r -> read.addAll(r.recordings()));
        assertTrue(read.contains(loose));
        assertFalse(read.contains(fixture));
        assertEquals(4, runs.result(id).inputs().size());
        assertThrows(
                AnalysisException.class, () -> runs.planOn(Lab.FIT, List.of(fixture), Map.of()));
    }

    @Test
    void aNewSpectrumJoinsTheRunOverItsCell() throws Exception {
        String id = arrhenius();
        Lab.take(session, Lab.spectrum("late", 60), Optional.of(cell));
        assertEquals(List.of(id), runs.plan(Lab.ARRHENIUS, Set.of(), Map.of()));
        assertEquals(5, runs.result(id).inputs().size());
        assertEquals(5, Lab.ids(session, Lab.FIT).size());
    }

    @Test
    void chosenRecordingsGetARunOfTheirOwn() throws Exception {
        String whole = arrhenius();
        List<String> some =
                session.outline().recordings().stream().map(r -> r.id()).limit(3).toList();
        List<String> part = runs.planOn(Lab.ARRHENIUS, some, Lab.CIRCUIT);
        assertEquals(1, part.size());
        assertNotEquals(whole, part.getFirst());
        assertEquals(3, runs.result(part.getFirst()).inputs().size());
        assertEquals(part, runs.planOn(Lab.ARRHENIUS, some, Lab.CIRCUIT));
        List<String> other = runs.planOn(Lab.FIT, some, Map.of("circuit", "R0-p(R1,CPE1)-CPE2"));
        assertEquals(3, other.size());
        assertFalse(other.contains(Lab.ids(session, Lab.FIT).getFirst()));
        assertEquals(List.of(whole), runs.plan(Lab.ARRHENIUS, Set.of(), Map.of()));
    }

    @Test
    void nothingToAnalyseIsSaid() throws IOException {
        try (Session empty = Lab.project(folder.resolve("empty"));
                Runs none = Runs.of(empty, catalog)) {
            var e =
                    assertThrows(
                            AnalysisException.class,
                            () -> none.plan(Lab.ARRHENIUS, Set.of(), Map.of()));
            assertTrue(e.getMessage().contains("eis"), e.getMessage());
            assertThrows(AnalysisException.class, () -> none.plan("no.such", Set.of(), Map.of()));
        }
    }

    // ---- computing

    @Test
    void theActivationEnergyOfTheSimulationComesOut() throws Exception {
        String id = arrhenius();
        runs.recompute(Progress.NONE);
        assertEquals(RunState.CURRENT, runs.state(id));
        assertEquals(Lab.ENERGY, Lab.value(runs, id, "activation energy"), 0.003);
        RunResult result = runs.result(id);
        assertEquals("pellet", result.cell());
        assertEquals(4, result.inputs().size());
        assertEquals("test.importer, revision 3", result.inputs().getFirst().importer());
        assertEquals(Set.of(), problemsOfStore());
    }

    private Set<String> problemsOfStore() {
        return runs.writeProblem().map(Set::of).orElse(Set.of());
    }

    @Test
    void aThicknessMovesThePrefactorAndNotTheEnergy() throws Exception {
        String id = arrhenius();
        runs.recompute(Progress.NONE);
        double energy = Lab.value(runs, id, "activation energy");
        double prefactor = prefactor(id);
        int computed = counts.all();
        assertEquals(9, computed);

        session.set(cell, "thickness", "0.64 +- 0.02 mm");
        assertEquals(Set.of(RunState.STALE), states(Lab.CONDUCTIVITY));
        assertEquals(RunState.STALE, runs.state(id));
        assertEquals(
                energy, Lab.value(runs, id, "activation energy"), "the last report is still shown");
        runs.recompute(Progress.NONE);
        assertEquals(RunState.CURRENT, runs.state(id));
        assertEquals(energy, Lab.value(runs, id, "activation energy"), 1e-9);
        assertEquals(2 * prefactor, prefactor(id), 1e-9 * prefactor);

        int again = counts.all();
        session.undo();
        assertEquals(RunState.CURRENT, runs.state(id), "the old report is found by its key");
        assertEquals(prefactor, prefactor(id));
        session.redo();
        assertEquals(RunState.CURRENT, runs.state(id));
        runs.recompute(Progress.NONE);
        assertEquals(again, counts.all(), "nothing was computed twice");
    }

    private double prefactor(String id) {
        return runs.report(id).orElseThrow().quantities().stream()
                .filter(q -> q.unit().equals(Unit.of("S K/cm")))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void everyEditIsSeenAlsoWhereAnEarlierListenerLooksFirst() throws Exception {
        String id = arrhenius();
        runs.close();
        List<RunState> first = new ArrayList<>();
        session.addListener(
                event -> {
                    if (event instanceof SessionEvent.Edited) {
                        first.add(runs.state(id));
                    }
                });
        runs = Runs.of(session, catalog);
        runs.recompute(Progress.NONE);
        for (String thickness : List.of("0.5 mm", "0.6 mm", "0.7 mm")) {
            session.edit("Name", () -> session.project().setName("of " + thickness));
            assertEquals(RunState.CURRENT, runs.state(id), "no run reads the project's name");
            session.set(cell, "thickness", thickness);
            assertEquals(RunState.STALE, first.getLast(), thickness);
            assertEquals(RunState.STALE, runs.state(id), thickness);
            runs.recompute(Progress.NONE);
            assertEquals(RunState.CURRENT, runs.state(id), thickness);
        }
        assertEquals(6, first.size());
    }

    @Test
    void aSettingMakesOnlyWhatReadsItStale() throws Exception {
        String id = arrhenius();
        runs.recompute(Progress.NONE);
        String fit = Lab.ids(session, Lab.FIT).get(1);
        runs.set(fit, Map.of("range", "1:2e5"));
        assertEquals("Set range", session.undoLabel().orElseThrow());
        assertEquals(RunState.STALE, runs.state(fit));
        assertEquals(1, states(Lab.FIT, RunState.STALE), "the other fits do not read it");
        assertEquals(1, states(Lab.CONDUCTIVITY, RunState.STALE));
        assertEquals(RunState.STALE, runs.state(id));
        int before = counts.all();
        runs.recompute(Progress.NONE);
        assertEquals(before + 3, counts.all());
        runs.set(fit, Map.of("range", "1.00:200000"));
        assertEquals(RunState.CURRENT, runs.state(fit), "the same window in other words");
        assertThrows(IllegalArgumentException.class, () -> runs.set(fit, Map.of("range", "wide")));
        assertThrows(IllegalArgumentException.class, () -> runs.set(fit, Map.of("no", "1")));
    }

    private long states(String analysis, RunState state) {
        return Lab.ids(session, analysis).stream().filter(i -> runs.state(i) == state).count();
    }

    @Test
    void tenStepsOfUndoBringEverythingBackAndRedoIsNeverLost() throws Exception {
        String id = arrhenius();
        runs.recompute(Progress.NONE);
        List<Double> shown = new ArrayList<>(List.of(prefactor(id)));
        for (int i = 1; i <= 10; i++) {
            session.set(cell, "thickness", "0.3" + (char) ('0' + i % 10) + "5 mm");
            runs.recompute(Progress.NONE);
            shown.add(prefactor(id));
        }
        int computed = counts.all();
        for (int i = 9; i >= 0; i--) {
            session.undo();
            assertEquals(shown.get(i), prefactor(id));
            assertEquals(RunState.CURRENT, runs.state(id));
            runs.recompute(Progress.NONE);
            assertEquals("Set thickness", session.redoLabel().orElseThrow());
        }
        for (int i = 1; i <= 10; i++) {
            session.redo();
            assertEquals(shown.get(i), prefactor(id));
            runs.recompute(Progress.NONE);
        }
        assertEquals(computed, counts.all());
        assertEquals(Optional.empty(), session.redoLabel());
    }

    @Test
    void whatWasSavedIsCurrentWhenItIsOpenedAgain() throws Exception {
        String id = arrhenius();
        runs.recompute(Progress.NONE);
        double energy = Lab.value(runs, id, "activation energy");
        session.save();
        int computed = counts.all();
        reopen();
        for (RunResult result : runs.results()) {
            assertEquals(RunState.CURRENT, result.state(), result.label());
        }
        assertEquals(energy, Lab.value(runs, id, "activation energy"));
        runs.recompute(Progress.NONE);
        assertEquals(computed, counts.all());

        session.set(cell, "thickness", "0.4 mm");
        session.save();
        reopen();
        assertEquals(RunState.STALE, runs.state(id));
        assertEquals(energy, Lab.value(runs, id, "activation energy"), "the last one is found");
    }

    @Test
    void aPreviewChangesNothing() throws Exception {
        String id = arrhenius();
        runs.recompute(Progress.NONE);
        String fit = Lab.ids(session, Lab.FIT).getFirst();
        var edits = session.undoLabel();
        long changes = session.changes();
        var preview = runs.preview(fit, Map.of("range", "100:1e6"));
        var report = preview.compute(Progress.NONE);
        assertTrue(report.fits().getFirst().range().getFirst() >= 100);
        assertTrue(runs.report(fit).orElseThrow().fits().getFirst().range().getFirst() < 20);
        assertEquals(edits, session.undoLabel());
        assertEquals(changes, session.changes());
        assertEquals(RunState.CURRENT, runs.state(fit));
        assertEquals(
                Lab.value(runs, id, "activation energy"),
                runs.preview(id, Map.of()).compute(Progress.NONE).quantities().getFirst().value());
    }

    @Test
    void listenersHearWhichRunsChanged() throws Exception {
        String id = arrhenius();
        runs.recompute(Progress.NONE);
        List<Set<String>> heard = new ArrayList<>();
        runs.addListener(heard::add);
        String fit = Lab.ids(session, Lab.FIT).getFirst();
        runs.set(fit, Map.of("range", "1:2e5"));
        assertEquals(1, heard.size());
        assertEquals(3, heard.getFirst().size());
        assertTrue(heard.getFirst().containsAll(Set.of(fit, id)));
        runs.rename(fit, "other");
        assertEquals(1, heard.size(), "a name is no result");
    }
}

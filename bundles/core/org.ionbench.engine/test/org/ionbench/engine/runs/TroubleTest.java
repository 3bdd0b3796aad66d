// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.analysis.Analysis;
import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.AnalysisException;
import org.ionbench.api.progress.Progress;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.session.Session;
import org.ionbench.model.Run;
import org.ionbench.model.store.Fresh;
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
import java.util.concurrent.CancellationException;

/** What becomes of runs that fail, are cancelled, or whose analysis is gone or another one. */
class TroubleTest {
    private static final String EACH = "toy.each";
    private static final String SUM = "toy.sum";

    @TempDir Path folder;

    private final Lab.Counts counts = new Lab.Counts();
    private Session session;
    private Runs runs;

    @BeforeEach
    void make() throws IOException {
        session = Lab.project(folder.resolve("p"));
        Lab.pellet(session, "a", 30, 40, 50);
        runs = Runs.of(session, toys());
    }

    @AfterEach
    void close() throws IOException {
        runs.close();
        session.close();
    }

    private Catalog toys() {
        return builder().build();
    }

    private Catalog.Builder builder() {
        return Catalog.builder()
                .analysis(toy(EACH, 1, new Toys.Sum(Need.eachRecording(Technique.EIS))))
                .analysis(toy(SUM, 1, new Toys.Sum(Need.allReports(EACH))));
    }

    private org.ionbench.engine.catalog.Contribution<Analysis<?>> toy(
            String id, int revision, Analysis<?> analysis) {
        return Lab.contribution(id, revision, analysis, counts);
    }

    private void reopen(Catalog catalog) throws IOException {
        session.save();
        runs.close();
        session.close();
        session = Lab.open(folder.resolve("p"));
        runs = Runs.of(session, catalog);
    }

    @Test
    void aFailedRunIsLeftOutAndNamed() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        String sad = Lab.ids(session, EACH).get(1);
        runs.set(sad, Map.of("mood", "sad"));
        runs.recompute(Progress.NONE);
        assertEquals(RunState.FAILED, runs.state(sad));
        assertEquals(Optional.of("It is in no mood."), runs.why(sad));
        assertEquals(RunState.CURRENT, runs.state(sum));
        assertEquals(82, Lab.value(runs, sum, "sum"));
        var problem = runs.report(sum).orElseThrow().problems().getFirst();
        assertEquals("run.upstream.failed", problem.code());
        assertTrue(problem.message().contains("It is in no mood."), problem.message());
        int computed = counts.all();
        reopen(toys());
        assertEquals(RunState.FAILED, runs.state(sad), "failing is kept as well");
        assertEquals(RunState.CURRENT, runs.state(sum));
        runs.recompute(Progress.NONE);
        assertEquals(computed, counts.all());
        runs.set(sad, Map.of("mood", "fine"));
        assertEquals(RunState.NEVER, runs.state(sad));
        runs.recompute(Progress.NONE);
        assertEquals(123, Lab.value(runs, sum, "sum"));
    }

    @Test
    void aRunThatReadsNothingButFailuresFails() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        for (String id : Lab.ids(session, EACH)) {
            runs.set(id, Map.of("mood", "sad"));
        }
        runs.recompute(Progress.NONE);
        assertEquals(RunState.FAILED, runs.state(sum));
        assertTrue(runs.why(sum).orElseThrow().contains("It is in no mood."));
        assertEquals(0, counts.of(SUM));
    }

    @Test
    void aDefectFailsItsRunOnlyAndIsTold() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        List<Throwable> told = new ArrayList<>();
        runs.addListener(
                new RunsListener() {
                    @Override
                    public void changed(Set<String> runIds) {}

                    @Override
                    public void defect(String runId, Throwable thrown) {
                        told.add(thrown);
                    }
                });
        String broken = Lab.ids(session, EACH).getFirst();
        runs.set(broken, Map.of("mood", "broken"));
        runs.recompute(Progress.NONE);
        assertEquals(RunState.FAILED, runs.state(broken));
        assertTrue(runs.why(broken).orElseThrow().contains(EACH), runs.why(broken).orElseThrow());
        assertTrue(runs.why(broken).orElseThrow().contains("bug"));
        assertEquals(1, told.size());
        assertEquals(RunState.CURRENT, runs.state(sum));
        int computed = counts.of(EACH);
        runs.recompute(Progress.NONE);
        assertEquals(computed, counts.of(EACH), "not tried again in vain");
        reopen(toys());
        assertEquals(RunState.NEVER, runs.state(broken));
        runs.recompute(Progress.NONE);
        assertEquals(computed + 1, counts.of(EACH), "but tried anew by the next program");
    }

    @Test
    void cancellingKeepsWhatIsThere() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        Progress cancelled = Progress.until(() -> counts.of(EACH) >= 2);
        assertThrows(CancellationException.class, () -> runs.recompute(cancelled));
        long current =
                Lab.ids(session, EACH).stream()
                        .filter(id -> runs.state(id) == RunState.CURRENT)
                        .count();
        assertEquals(1, current, "the second was cancelled under way");
        assertEquals(RunState.NEVER, runs.state(sum));
        runs.recompute(Progress.NONE);
        assertEquals(123, Lab.value(runs, sum, "sum"));
        assertEquals(4, counts.of(EACH));
    }

    @Test
    void withoutThePlugInResultsAndSettingsAreStillThere() throws Exception {
        runs.plan(SUM, Set.of(), Map.of("factor", "2"));
        runs.recompute(Progress.NONE);
        String sum = Lab.ids(session, SUM).getFirst();
        String each = Lab.ids(session, EACH).getFirst();
        Catalog without =
                Catalog.builder()
                        .analysis(toy(SUM, 1, new Toys.Sum(Need.allReports(EACH))))
                        .build();
        reopen(without);
        assertEquals("2.0", runs.settings(each).get("factor"));
        assertEquals(RunState.CURRENT, runs.state(each), "its inputs are those of its report");
        assertEquals(492, Lab.value(runs, sum, "sum"));
        assertThrows(IllegalArgumentException.class, () -> runs.set(each, Map.of("factor", "3")));
        assertThrows(AnalysisException.class, () -> runs.plan(SUM, Set.of(), Map.of()));
        String recording = session.outline().recordings().getFirst().id();
        session.set(recording, "temperature", "35 degC");
        assertEquals(RunState.STALE, runs.state(each));
        assertTrue(runs.why(each).orElseThrow().contains(EACH));
        assertEquals(82, Lab.value(runs, each, "sum"), "the last one is shown");
        assertEquals(EACH, runs.result(each).analysisName());
        runs.recompute(Progress.NONE);
        assertEquals("2.0", runs.settings(each).get("factor"));
        reopen(toys());
        assertEquals("2.0", runs.settings(each).get("factor"));
        runs.recompute(Progress.NONE);
        assertEquals(RunState.CURRENT, runs.state(sum));
    }

    @Test
    void aNewRevisionMigratesSettingsAndMakesResultsStale() throws Exception {
        runs.plan(EACH, Set.of(), Map.of());
        String id = Lab.ids(session, EACH).getFirst();
        Run run = session.find(Run.class, id).orElseThrow();
        session.edit(
                "Old",
                () -> {
                    run.getSettings().clear();
                    run.getSettings().add(Fresh.pair("times", "3"));
                    run.getSettings().add(Fresh.pair("strange", "kept"));
                });
        Catalog second =
                Catalog.builder()
                        .analysis(toy(EACH, 2, new Toys.Sum(Need.eachRecording(Technique.EIS))))
                        .build();
        runs.recompute(Progress.NONE);
        assertEquals(41, Lab.value(runs, id, "sum"));
        reopen(second);
        assertEquals(RunState.STALE, runs.state(id));
        assertEquals("3", runs.settings(id).get("factor"));
        assertEquals("kept", runs.settings(id).get("strange"));
        assertEquals("factor", runs.settings(id).keySet().iterator().next());
        runs.recompute(Progress.NONE);
        assertEquals(123, Lab.value(runs, id, "sum"));
        runs.set(id, Map.of("factor", "4"));
        assertEquals("kept", runs.settings(id).get("strange"));
        assertEquals(2, session.find(Run.class, id).orElseThrow().getRevision());
        runs.recompute(Progress.NONE);
        assertEquals(164, Lab.value(runs, id, "sum"));
    }

    @Test
    void aSettingThatCannotBeReadFailsTheRunAndCanBeMended() throws Exception {
        runs.plan(EACH, Set.of(), Map.of());
        String id = Lab.ids(session, EACH).getFirst();
        Run run = session.find(Run.class, id).orElseThrow();
        session.edit("Spoil", () -> run.getSettings().getFirst().setValue("many"));
        assertEquals(RunState.FAILED, runs.state(id));
        assertTrue(runs.why(id).orElseThrow().contains("many"));
        runs.recompute(Progress.NONE);
        runs.set(id, Map.of("mood", "fine"));
        assertEquals("many", runs.settings(id).get("factor"));
        runs.set(id, Map.of("factor", "2"));
        runs.recompute(Progress.NONE);
        assertEquals(82, Lab.value(runs, id, "sum"));
    }

    @Test
    void aLostTableFailsItsRunOnly() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        session.save();
        String table = session.project().getRecordings().getFirst().getTableId();
        runs.close();
        session.close();
        Files.delete(folder.resolve("p/tables/" + table + ".npy"));
        session = Lab.open(folder.resolve("p"));
        runs = Runs.of(session, toys());
        runs.recompute(Progress.NONE);
        String lost = Lab.ids(session, EACH).getFirst();
        assertEquals(RunState.FAILED, runs.state(lost));
        assertEquals(82, Lab.value(runs, sum, "sum"));
    }

    @Test
    void runsThatReadEachOtherInACircleAreNamed() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        String each = Lab.ids(session, EACH).getFirst();
        Run first = session.find(Run.class, each).orElseThrow();
        Run last = session.find(Run.class, sum).orElseThrow();
        session.edit("Tangle", () -> first.getUpstream().add(last));
        runs.recompute(Progress.NONE);
        assertEquals(
                1,
                runs.results().stream()
                        .filter(r -> r.why().orElse("").startsWith("It reads its own result"))
                        .count());
    }

    @Test
    void aReadOnlyProjectComputesInMemory() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        session.save();
        try (Session second = Lab.open(folder.resolve("p"));
                Runs reading = Runs.of(second, toys())) {
            assertTrue(second.isReadOnly());
            assertEquals(RunState.NEVER, reading.state(sum));
            reading.recompute(Progress.NONE);
            assertEquals(123, Lab.value(reading, sum, "sum"));
            assertTrue(Files.notExists(folder.resolve("p/reports")));
            assertEquals(List.of(sum), reading.plan(SUM, Set.of(), Map.of()));
            var e =
                    assertThrows(
                            AnalysisException.class,
                            () -> reading.plan(SUM, Set.of(), Map.of("factor", "2")));
            assertTrue(e.getMessage().contains("added"), e.getMessage());
        }
    }

    @Test
    void deletingARecordingOrARunIsSurvived() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        runs.recompute(Progress.NONE);
        session.delete(session.outline().recordings().getFirst().id());
        assertEquals(RunState.STALE, runs.state(sum));
        runs.plan(SUM, Set.of(), Map.of());
        runs.recompute(Progress.NONE);
        assertEquals(82, Lab.value(runs, sum, "sum"), "the run over the cell lost one");
        runs.delete(Lab.ids(session, EACH).getLast());
        assertThrows(IllegalArgumentException.class, () -> runs.state("none"));
        runs.recompute(Progress.NONE);
        assertEquals(41, Lab.value(runs, sum, "sum"));
        session.undo();
        session.undo();
        session.undo();
        assertEquals(RunState.CURRENT, runs.state(sum));
        assertEquals(123, Lab.value(runs, sum, "sum"));
    }

    @Test
    void aResultThatWasTamperedWithIsFound() throws Exception {
        String sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
        runs.set(Lab.ids(session, EACH).getFirst(), Map.of("mood", "sad"));
        runs.recompute(Progress.NONE);
        assertEquals(Optional.empty(), runs.verify(sum, Progress.NONE));
        session.save();
        try (var files = Files.list(folder.resolve("p/reports"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                Files.writeString(file, text.replace("\"value\":82.0", "\"value\":83.0"));
            }
        }
        reopen(toys());
        assertEquals(83, Lab.value(runs, sum, "sum"), "taken as it is");
        String differs = runs.verify(sum, Progress.NONE).orElseThrow();
        assertTrue(differs.contains("83.0") && differs.contains("82.0"), differs);
        for (String id : Lab.ids(session, EACH)) {
            assertEquals(Optional.empty(), runs.verify(id, Progress.NONE));
        }
    }

    @Test
    void theFolderOfReportsDoesNotGrowWithoutEnd() throws Exception {
        runs.plan(EACH, Set.of(), Map.of());
        String id = Lab.ids(session, EACH).getFirst();
        for (int i = 0; i < 250; i++) {
            runs.set(id, Map.of("factor", String.valueOf(i)));
            runs.recompute(Progress.NONE);
        }
        reopen(toys());
        assertEquals(RunState.CURRENT, runs.state(id));
        try (var files = Files.list(folder.resolve("p/reports"))) {
            assertEquals(203, files.count(), "what is shown, and the newest 200 others");
        }
        runs.set(id, Map.of("factor", "240"));
        assertEquals(RunState.CURRENT, runs.state(id));
        runs.set(id, Map.of("factor", "3"));
        assertEquals(RunState.STALE, runs.state(id));
    }
}

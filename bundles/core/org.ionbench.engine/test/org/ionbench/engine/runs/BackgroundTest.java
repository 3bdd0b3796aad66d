// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.analysis.Need;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.api.table.Table;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Computing in the background after each edit, with owner and worker on threads of their own. */
@Timeout(60)
class BackgroundTest {
    private static final String EACH = "toy.each";
    private static final String SUM = "toy.sum";

    @TempDir Path folder;

    private final Lab.Counts counts = new Lab.Counts();
    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch may = new CountDownLatch(1);
    private final AtomicBoolean wasCancelled = new AtomicBoolean();
    private final AtomicBoolean cancel = new AtomicBoolean();
    private Session session;
    private Runs runs;
    private List<String> each;
    private String sum;

    @BeforeEach
    void make() throws Exception {
        try (Session making = Lab.project(folder.resolve("p"))) {
            Lab.pellet(making, "a", 30, 40, 50);
            making.save();
        }
        on(
                () -> {
                    session = Lab.open(folder.resolve("p"), owner);
                    runs = Runs.of(session, toys());
                    sum = runs.plan(SUM, Set.of(), Map.of()).getFirst();
                    each = Lab.ids(session, EACH);
                    return "";
                });
    }

    @AfterEach
    void close() throws Exception {
        may.countDown();
        on(
                () -> {
                    runs.close();
                    session.close();
                    return "";
                });
        owner.shutdown();
        worker.shutdown();
        assertTrue(worker.awaitTermination(10, TimeUnit.SECONDS));
    }

    /** A mood "slow" waits until it may go on or is cancelled. */
    private Catalog toys() {
        Toys.Act act =
                (context, settings) -> {
                    if (settings.mood().equals("reading")) {
                        begun.countDown();
                        readForEver(context.inputs().recordings().getFirst().table());
                    }
                    if (settings.mood().equals("slow")) {
                        begun.countDown();
                        try {
                            while (!may.await(1, TimeUnit.MILLISECONDS)) {
                                wasCancelled.compareAndSet(false, context.progress().isCancelled());
                                context.progress().checkCancelled();
                            }
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                };
        return Catalog.builder()
                .analysis(
                        Lab.contribution(
                                EACH, new Toys.Sum(Need.eachRecording(Technique.EIS), act), counts))
                .analysis(Lab.contribution(SUM, new Toys.Sum(Need.allReports(EACH), act), counts))
                .build();
    }

    private static void readForEver(Table table) {
        for (int i = 0; ; i = (i + 1) % table.rows()) {
            if (Double.isNaN(table.columns().getFirst().at(i))) {
                throw new IllegalArgumentException("no such number was written");
            }
        }
    }

    private <T> T on(Callable<T> call) throws Exception {
        return owner.submit(call).get(30, TimeUnit.SECONDS);
    }

    private void automatic() throws Exception {
        on(
                () -> {
                    runs.automatic(worker, this::progress);
                    return "";
                });
    }

    private Progress progress() {
        return Progress.until(cancel::get);
    }

    private void set(String run, String key, String value) throws Exception {
        on(
                () -> {
                    runs.set(run, Map.of(key, value));
                    return "";
                });
    }

    private void untilIdle() throws Exception {
        while (on(() -> runs.isBusy())) {
            Thread.sleep(1);
        }
    }

    private RunState state(String id) throws Exception {
        return on(() -> runs.state(id));
    }

    private double value(String id) throws Exception {
        return on(() -> Lab.value(runs, id, "sum"));
    }

    @Test
    void everyEditIsFollowedByItsResults() throws Exception {
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        List<Boolean> busy = Collections.synchronizedList(new ArrayList<>());
        String ownerThread = on(() -> Thread.currentThread().getName());
        on(
                () -> {
                    runs.addListener(
                            new RunsListener() {
                                @Override
                                public void changed(Set<String> runIds) {
                                    threads.add(Thread.currentThread().getName());
                                }

                                @Override
                                public void busy(boolean isBusy) {
                                    busy.add(isBusy);
                                }
                            });
                    return "";
                });
        automatic();
        untilIdle();
        assertEquals(RunState.CURRENT, state(sum));
        assertEquals(123, value(sum));
        set(each.getFirst(), "factor", "3");
        untilIdle();
        assertEquals(205, value(sum));
        assertEquals(Set.of(ownerThread), Set.copyOf(threads));
        assertEquals(List.of(true, false, true, false), busy);
        assertEquals(6, counts.all());
    }

    @Test
    void aRunNobodyWantsAnyMoreIsDropped() throws Exception {
        on(
                () -> {
                    runs.set(each.getFirst(), Map.of("mood", "slow"));
                    return "";
                });
        automatic();
        begun.await();
        set(each.getFirst(), "mood", "fine");
        untilIdle();
        assertTrue(wasCancelled.get());
        assertEquals(123, value(sum));
        assertEquals(RunState.CURRENT, state(sum));
    }

    @Test
    void aRunThatIsStillWantedGoesOn() throws Exception {
        set(each.getFirst(), "mood", "slow");
        automatic();
        begun.await();
        set(each.getLast(), "factor", "5");
        on(
                () -> {
                    runs.rename(sum, "another name");
                    return "";
                });
        Thread.sleep(20);
        may.countDown();
        untilIdle();
        assertFalse(wasCancelled.get());
        assertEquals(41 + 41 + 205, value(sum));
        assertEquals(3, counts.of(EACH));
    }

    @Test
    void cancellingStopsUntilTheNextEdit() throws Exception {
        set(each.getFirst(), "mood", "slow");
        automatic();
        begun.await();
        cancel.set(true);
        untilIdle();
        assertEquals(RunState.NEVER, state(sum));
        cancel.set(false);
        set(each.getFirst(), "mood", "fine");
        untilIdle();
        assertEquals(RunState.CURRENT, state(sum));
    }

    @Test
    void closingWhileItComputesEndsIt() throws Exception {
        set(each.getFirst(), "mood", "slow");
        automatic();
        begun.await();
        on(
                () -> {
                    session.close();
                    return "";
                });
        worker.submit(() -> {}).get(10, TimeUnit.SECONDS);
        assertTrue(wasCancelled.get());
    }

    @Test
    void closingTakesMappedTablesAwayFromWhoReadsThem() throws Exception {
        List<Throwable> defects = Collections.synchronizedList(new ArrayList<>());
        String run =
                on(
                        () -> {
                            String id = Lab.take(session, large(), Optional.empty());
                            runs.addListener(
                                    new RunsListener() {
                                        @Override
                                        public void changed(Set<String> runIds) {}

                                        @Override
                                        public void defect(String runId, Throwable thrown) {
                                            defects.add(thrown);
                                        }
                                    });
                            return runs.planOn(EACH, List.of(id), Map.of("mood", "reading"))
                                    .getFirst();
                        });
        assertEquals(RunState.NEVER, state(run));
        automatic();
        begun.await();
        on(
                () -> {
                    session.close();
                    return "";
                });
        worker.submit(() -> {}).get(10, TimeUnit.SECONDS);
        on(() -> "");
        assertEquals(List.of(), defects, "it is nobody's fault");
    }

    /** A recording of more than a MiB, which is mapped and not held in memory. */
    private static Recording large() {
        double[] values = new double[200_000];
        return Recording.of(
                        "large",
                        Technique.EIS,
                        ArrayTable.rows(values.length)
                                .column(ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"), values)
                                .build())
                .build();
    }

    @Test
    void whatIsShownAsCurrentIsAlwaysRight() throws Exception {
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        on(
                () -> {
                    runs.addListener(changed -> check(wrong));
                    return "";
                });
        automatic();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            int what = random.nextInt(5);
            String run = each.get(random.nextInt(3));
            String factor = String.valueOf(1 + random.nextInt(4));
            on(
                    () -> {
                        if (what == 0 && session.undoLabel().orElse("").equals("Set factor")) {
                            session.undo();
                        } else if (what == 1 && session.redoLabel().isPresent()) {
                            session.redo();
                        } else {
                            runs.set(run, Map.of("factor", factor));
                        }
                        return "";
                    });
            if (random.nextInt(4) == 0) {
                Thread.sleep(random.nextInt(8));
            }
        }
        untilIdle();
        on(
                () -> {
                    check(wrong);
                    return "";
                });
        assertEquals(List.of(), wrong);
        assertEquals(RunState.CURRENT, state(sum));
    }

    private void check(List<String> wrong) {
        double all = 0;
        for (String id : each) {
            double expected = 41 * Double.parseDouble(runs.settings(id).get("factor"));
            all += expected;
            if (runs.state(id) == RunState.CURRENT && Lab.value(runs, id, "sum") != expected) {
                wrong.add(id);
            }
        }
        if (runs.state(sum) == RunState.CURRENT && Lab.value(runs, sum, "sum") != all) {
            wrong.add("sum");
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ArrayTable;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.engine.joining.ProjectJoin;
import org.ionbench.engine.session.Incoming;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;
import org.ionbench.model.tables.StoredTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work on many recordings is done beside the owner's thread, and cancelling it changes nothing. The
 * owner here is a thread of its own, as in the workbench.
 */
class OvenMatchTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-02-03T12:00:00");

    @TempDir Path folder;
    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private Session session;
    private List<String> ids;

    @BeforeEach
    void open() throws IOException {
        Path project = folder.resolve("p");
        Session made = Session.create(project, Template.EMPTY, Runnable::run, Clock.systemUTC());
        for (int k = 0; k < 2; k++) {
            Path file = Files.writeString(folder.resolve(k + ".txt"), "file " + k);
            made.importFile(
                    new Incoming(file, StoredTable.hash(file), "test", 1, List.of(recording(k))),
                    Optional.empty(),
                    Progress.NONE);
        }
        made.save();
        made.close();
        session = Session.open(project, owner, Clock.systemUTC());
        ids = session.onOwner(() -> OvenMatch.all(session));
    }

    @AfterEach
    void close() throws IOException {
        session.close();
        owner.shutdownNow();
    }

    private static Recording recording(int hour) {
        ArrayTable table =
                ArrayTable.rows(2)
                        .column(
                                ColumnSpec.of("t").as(QuantityKind.TIME, "s"),
                                new double[] {0, 600})
                        .column(
                                ColumnSpec.of("I").as(QuantityKind.CURRENT, "A"),
                                new double[] {1, 1})
                        .build();
        return Recording.of("run " + hour, Technique.CYCLING, table)
                .start(NOON.plusHours(hour))
                .build();
    }

    /** 40 degC from noon to half past twelve. */
    private static TemperatureLog log() {
        ArrayTable table =
                ArrayTable.rows(2)
                        .column(
                                ColumnSpec.text("Date"),
                                new String[] {"2026-02-03 12:00:00", "2026-02-03 12:30:00"})
                        .column(
                                ColumnSpec.of("T").as(QuantityKind.TEMPERATURE, "degC"),
                                new double[] {40, 40})
                        .build();
        return TemperatureLog.of(
                "oven.csv", Recording.of("log", Technique.OTHER, table).build(), "");
    }

    private Optional<String> undo() {
        return session.onOwner(session::undoLabel);
    }

    @Test
    void temperaturesAreFoundOnOneThreadAndSetOnTheOwners() throws IOException {
        OvenMatch match = OvenMatch.find(session, ids, log(), 0, Progress.NONE);
        assertTrue(undo().isEmpty(), "finding changes nothing");
        OvenMatch.Result result = session.onOwner(match::set);
        assertEquals(List.of(ids.get(0)), List.copyOf(result.temperatures().keySet()));
        assertEquals(List.of(ids.get(1)), List.copyOf(result.outside().keySet()));
        assertEquals(
                "40 degC",
                session.onOwner(() -> session.properties(ids.get(0)).get("oven temperature")));
    }

    @Test
    void aRecordingThatIsDeletedMeanwhileIsPassedOver() throws IOException {
        OvenMatch match = OvenMatch.find(session, ids, log(), 0, Progress.NONE);
        session.onOwner(
                () -> {
                    session.delete(ids.get(0));
                    return ids;
                });
        assertTrue(session.onOwner(match::set).temperatures().isEmpty());
    }

    @Test
    void aCancelledMatchOrJoinChangesNothing() {
        AtomicInteger asked = new AtomicInteger();
        Progress second = Progress.until(() -> asked.incrementAndGet() >= 2);
        assertThrows(
                CancellationException.class, () -> OvenMatch.find(session, ids, log(), 0, second));
        assertThrows(
                CancellationException.class,
                () -> ProjectJoin.prepare(session, ids, Progress.until(() -> true)));
        assertTrue(undo().isEmpty());
    }

    @Test
    void recordingsAreJoinedOnOneThreadAndReplacedOnTheOwners() throws IOException {
        ProjectJoin join = ProjectJoin.prepare(session, ids, Progress.NONE);
        assertTrue(undo().isEmpty(), "preparing changes nothing");
        String joined = session.onOwner(join::finish);
        assertEquals(List.of(joined), session.onOwner(() -> OvenMatch.all(session)));
        assertEquals(4, session.onOwner(() -> join.joined().table().rows()));
        session.onOwner(
                () -> {
                    session.undo();
                    return joined;
                });
        assertEquals(ids, session.onOwner(() -> OvenMatch.all(session)));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.session.PendingSave;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;
import org.ionbench.model.Recording;
import org.ionbench.model.Run;
import org.ionbench.model.store.Fresh;
import org.ionbench.model.tables.StoredTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** An instrument that writes, its clock in our hands. */
class FolderWatchTest {
    private static final Duration REST = Duration.ofSeconds(10);

    @TempDir Path folder;
    private final Hand clock = new Hand();
    private Path inbox;
    private Session session;
    private FolderWatch watch;

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Numbers, one a line, parted into recordings by lines of dashes. */
    private static final class Lines implements Importer {
        @Override
        public Sniff sniff(Head head) {
            return head.nameEndsWith(".num") ? Sniff.certain("ending") : Sniff.no("ending");
        }

        @Override
        public void read(Source source, Sink sink, Progress progress) throws IOException {
            String text = new String(source.bytes(1 << 20), StandardCharsets.UTF_8);
            if (text.startsWith("bad")) {
                throw new FormatException(source.name(), "line 1", "expected numbers");
            }
            int n = 1;
            for (String part : text.split("-\n")) {
                RecordingSink recording = sink.recording("part " + n++, Technique.OTHER);
                recording.column(ColumnSpec.of("t").as(QuantityKind.TIME, "s"));
                part.lines().forEach(l -> recording.row(new double[] {Double.parseDouble(l)}));
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        session = Session.create(folder.resolve("p"), Template.EMPTY, Runnable::run, clock);
        watch = watch();
    }

    private FolderWatch watch() {
        Catalog.Builder catalog = Catalog.builder();
        catalog.importer(Contribution.of("test.lines", new Lines()));
        return new FolderWatch(
                session, catalog.build(), inbox, ImportChoices.NONE.withCell("C1"), clock, REST);
    }

    @AfterEach
    void close() throws IOException {
        session.close();
    }

    private Path write(String name, String text) throws IOException {
        Path file = inbox.resolve(name);
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        return file;
    }

    private FolderWatch.Look look() throws IOException {
        return watch.look(Progress.NONE);
    }

    private FolderWatch.Look lookAfter(Duration time) throws IOException {
        clock.pass(time);
        return look();
    }

    private List<Recording> recordings() {
        return session.project().getRecordings();
    }

    private int rows(int recording) throws IOException {
        return session.recording(recordings().get(recording).getId()).table().rows();
    }

    private long raws() throws IOException {
        try (Stream<Path> files = Files.walk(session.layout().root().resolve("raw"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aFileIsReadWhenNothingWasWrittenForAWhile() throws IOException {
        write("a.num", "1\n2\n");
        assertTrue(look().isEmpty());
        clock.pass(Duration.ofSeconds(6));
        write("a.num", "3\n");
        assertTrue(look().isEmpty());
        assertTrue(lookAfter(Duration.ofSeconds(6)).isEmpty());
        FolderWatch.Look look = lookAfter(Duration.ofSeconds(6));
        assertEquals(1, look.fresh().size());
        assertEquals(3, rows(0));
        assertEquals("C1", recordings().getFirst().getCell().getName());
        assertTrue(lookAfter(REST).isEmpty());
    }

    @Test
    void whatLiesThereLongIsReadAtOnce() throws IOException {
        write("a.num", "1\n");
        assertEquals(1, lookAfter(REST).fresh().size());
    }

    @Test
    void aGrownFileKeepsWhatWasSaidOfItsRecordings() throws IOException {
        write("a.num", "1\n2\n");
        lookAfter(REST);
        Recording recording = recordings().getFirst();
        String id = recording.getId();
        String table = recording.getTableId();
        session.set(id, "name", "mine");
        session.set(id, "oven temperature", "60 degC");
        Run run = Fresh.run("test.analysis", 1);
        session.edit(
                "Run",
                () -> {
                    run.getRecordings().add(recording);
                    run.getSettings().add(Fresh.pair("mask", "1"));
                    session.project().getRuns().add(run);
                });
        write("a.num", "3\n-\n7\n");
        assertTrue(look().isEmpty());
        FolderWatch.Look look = lookAfter(REST);
        assertEquals(1, look.grown().size());
        assertEquals(4, look.grown().getFirst().rows());
        assertEquals(2, recordings().size());
        assertEquals(id, recordings().getFirst().getId());
        assertEquals("mine", recordings().getFirst().getName());
        assertEquals("60 degC", session.properties(id).get("oven temperature"));
        assertEquals(3, rows(0));
        assertEquals(1, rows(1));
        assertEquals("C1", recordings().get(1).getCell().getName());
        assertEquals(List.of(recording), run.getRecordings());
        assertEquals("1", run.getSettings().getFirst().getValue());
        assertNotEquals(table, recording.getTableId());
        session.undo();
        assertEquals(table, recording.getTableId());
        assertEquals(1, recordings().size());
        session.redo();
        assertEquals(2, recordings().size());
    }

    @Test
    void copiesOfSupersededStatesGoOnceTheSavedProjectNamesThemNoMore() throws IOException {
        write("a.num", "1\n");
        lookAfter(REST);
        session.save();
        for (int k = 2; k < 6; k++) {
            write("a.num", k + "\n");
            look();
            lookAfter(REST);
        }
        // The saved state and the last: the others are beginnings of it.
        session.dropSuperseded();
        assertEquals(2, raws());
        session.save();
        session.dropSuperseded();
        assertEquals(1, raws());
        assertEquals(5, rows(0));
        assertTrue(
                Files.isRegularFile(
                        session.layout().resolve(recordings().getFirst().getRawFile())));
    }

    /** Every file that the open project names is there, with the bytes of its hash. */
    private void assertFilesAreThere() throws IOException {
        for (Recording r : recordings()) {
            Path raw = session.layout().resolve(r.getRawFile());
            assertEquals(r.getSha256(), StoredTable.hash(raw), r.getRawFile());
        }
    }

    @Test
    void undoAfterASaveFindsTheFilesOfEveryStateAndSoDoesRedo() throws IOException {
        for (int k = 1; k < 6; k++) {
            write("a.num", k + "\n");
            look();
            lookAfter(REST);
            session.save();
            session.dropSuperseded();
            assertEquals(1, raws(), "a beginning takes no room of its own");
        }
        for (int rows = 4; rows >= 1; rows--) {
            session.undo();
            session.save();
            assertEquals(rows, rows(0));
            assertFilesAreThere();
            session.dropSuperseded();
            assertFilesAreThere();
        }
        for (int rows = 2; rows <= 5; rows++) {
            session.redo();
            session.restoreRaws();
            assertEquals(rows, rows(0));
            assertFilesAreThere();
        }
        session.undo();
        session.undo();
        assertTrue(lookAfter(REST).isEmpty(), "undoing is no growth");
        assertFilesAreThere();
        write("a.num", "6\n");
        look();
        assertEquals(1, lookAfter(REST).grown().size(), "an earlier state is known");
        assertEquals(6, rows(0));
        assertEquals(1, recordings().size());
        session.save();
        session.close();
        assertEquals(1, raws());
    }

    @Test
    void aStateThatTheNextDoesNotBeginWithStaysUntilTheProjectIsClosed() throws IOException {
        Path file = write("a.num", "1\n2\n");
        lookAfter(REST);
        session.save();
        Files.delete(file);
        write("a.num", "0\n2\n3\n");
        look();
        assertEquals(1, lookAfter(REST).grown().size());
        session.save();
        session.dropSuperseded();
        assertEquals(2, raws(), "undo may want the first");
        session.undo();
        assertFilesAreThere();
        session.redo();
        session.close();
        assertEquals(1, raws(), "what the saved project names");
    }

    @Test
    void whatARecoveryNamesIsNotDropped() throws IOException {
        write("a.num", "1\n");
        lookAfter(REST);
        PendingSave autosave = session.prepareAutosave();
        autosave.write();
        autosave.finish();
        write("a.num", "2\n");
        look();
        lookAfter(REST);
        session.dropSuperseded();
        assertEquals(2, raws());
        session.save();
        session.dropSuperseded();
        assertEquals(1, raws());
    }

    @Test
    void aWatchThatBeginsAnewKnowsFilesThatGrewMeanwhile() throws IOException {
        write("a.num", "1\n2\n");
        lookAfter(REST);
        write("a.num", "3\n");
        watch = watch();
        look();
        FolderWatch.Look look = lookAfter(REST);
        assertEquals(1, look.grown().size());
        assertEquals(1, recordings().size());
        assertEquals(3, rows(0));
    }

    @Test
    void anotherFileOfTheSameNameIsNoGrownOne() throws IOException {
        write("a.num", "1\n2\n");
        lookAfter(REST);
        Files.createDirectory(inbox.resolve("next day"));
        write("next day/a.num", "5\n6\n7\n");
        look();
        assertEquals(1, lookAfter(REST).fresh().size());
        assertEquals(2, recordings().size());
    }

    @Test
    void whatFailsIsSaidOnceAndTriedAgainWhenItChanges() throws IOException {
        Path bad = write("b.num", "bad");
        FolderWatch.Look look = lookAfter(REST);
        assertTrue(look.fresh().getFirst().isFailed());
        assertTrue(lookAfter(REST).isEmpty());
        Files.delete(bad);
        write("b.num", "4\n5\n");
        look();
        assertFalse(lookAfter(REST).fresh().getFirst().isFailed());
        assertEquals(2, rows(0));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Sink;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.importing.Source;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.engine.catalog.Catalog;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.session.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** What is not imported to its end leaves nothing behind. */
class ProjectImportTest {
    @TempDir Path folder;
    private Session session;
    private ProjectImport importing;

    /** A spectrum of one frequency for each line. */
    private static final class Spectra implements Importer {
        @Override
        public Sniff sniff(Head head) {
            return head.nameEndsWith(".num") ? Sniff.certain("ending") : Sniff.no("ending");
        }

        @Override
        public void read(Source source, Sink sink, Progress progress) throws IOException {
            String text = new String(source.bytes(1 << 10), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                RecordingSink recording = sink.recording(line, Technique.EIS);
                recording.column(ColumnSpec.of("f").as(QuantityKind.FREQUENCY, "Hz"));
                recording.row(new double[] {Double.parseDouble(line)});
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        session =
                Session.create(
                        folder.resolve("p"), Template.EMPTY, Runnable::run, Clock.systemUTC());
        Catalog.Builder catalog = Catalog.builder();
        catalog.importer(Contribution.of("test.spectra", new Spectra()));
        importing = new ProjectImport(session, catalog.build());
    }

    @AfterEach
    void close() throws IOException {
        session.close();
    }

    private List<Path> files(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            Files.writeString(folder.resolve(i + ".num"), i + "\n" + 10 * i + "\n");
        }
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> folder.resolve(i + ".num"))
                .toList();
    }

    /** How many files lie in a folder of the project and below. */
    private long stored(String name) {
        Path below = folder.resolve("p").resolve(name);
        if (!Files.isDirectory(below)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertNothing() {
        assertTrue(session.project().getRecordings().isEmpty());
        assertTrue(session.project().getCells().isEmpty());
        assertFalse(session.isDirty());
        assertEquals(0, stored("raw"));
        assertEquals(0, stored("tables"));
    }

    @Test
    void cancelledWithinAFile() {
        Progress afterTheCopy = Progress.until(() -> stored("raw") > 0);
        assertThrows(
                CancellationException.class,
                () -> importing.run(files(1), ImportChoices.NONE, afterTheCopy));
        assertNothing();
        Progress afterATable = Progress.until(() -> stored("tables") > 0);
        assertThrows(
                CancellationException.class,
                () -> importing.run(files(1), ImportChoices.NONE, afterATable));
        assertNothing();
    }

    @Test
    void cancelledBetweenFiles() {
        Progress afterTwo = Progress.until(() -> stored("raw") >= 2);
        assertThrows(
                CancellationException.class,
                () -> importing.run(files(30), ImportChoices.NONE, afterTwo));
        assertNothing();
    }

    @Test
    void refused() throws IOException {
        ImportChoices three =
                ImportChoices.NONE.withTemperatures(TemperatureList.parse("30,40,50"));
        ImportResult result = importing.run(files(1), three, Progress.NONE);
        assertTrue(result.refusal().orElseThrow().contains("3 temperatures for 2 spectra"));
        assertNothing();
    }

    /** The copy may be wanted again by redo. */
    @Test
    void whatLayThereBeforeStays() throws IOException {
        importing.run(files(1), ImportChoices.NONE, Progress.NONE);
        long raw = stored("raw");
        long tables = stored("tables");
        session.undo();
        Progress afterATable = Progress.until(() -> stored("tables") > tables);
        assertThrows(
                CancellationException.class,
                () -> importing.run(files(1), ImportChoices.NONE, afterATable));
        assertEquals(raw, stored("raw"));
        assertEquals(tables, stored("tables"));
    }
}

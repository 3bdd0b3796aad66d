// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.ionbench.api.importing.Head;
import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.quantity.QuantityKind;
import org.ionbench.api.table.Column;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.testkit.internal.Damage;
import org.ionbench.testkit.internal.Fork;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What every importer promises, as JUnit tests: implement this interface in a test class, name the
 * importer and some of its files.
 *
 * <p>Checked are: it knows its own files, texts among them in another encoding too, and leaves
 * other content alone; two readings give the same; columns are consistent; cancelling ends the
 * reading; a file cut at every twentieth and 200 damaged copies give a result or an {@link
 * IOException} with a sentence, within 5 s each and in a JVM with 512 MB. Values are for the
 * importer's own tests to compare with what is known of them.
 */
public interface ImporterContract {

    /** A new importer: a public class with a public constructor without arguments. */
    Importer importer();

    /**
     * Files of the format, best small ones: written by the test itself, or read from a folder. If
     * there are none the tests are skipped.
     */
    List<MemorySource> fixtures() throws IOException;

    /** How many damaged copies of each file are read. */
    default int mutations() {
        return 200;
    }

    @TestFactory
    default Stream<DynamicTest> knowsItsOwnFiles() throws IOException {
        return each(
                file -> {
                    Sniff sniff = importer().sniff(file.head());
                    assertNotEquals(Sniff.Certainty.NO, sniff.certainty(), sniff.reason());
                    assertFalse(sniff.reason().isBlank(), "a reason");
                });
    }

    @TestFactory
    default Stream<DynamicTest> knowsTextSavedAnewInAnotherEncoding() throws IOException {
        return each(
                file -> isPlainText(file.content()),
                file -> {
                    String text = "\ufeff" + new String(file.content(), StandardCharsets.US_ASCII);
                    for (Charset c : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                        MemorySource anew = file.with(text.getBytes(c));
                        Sniff sniff = importer().sniff(anew.head());
                        assertEquals(importer().sniff(file.head()), sniff, c.name());
                        List<Recording> before = RecordedSink.read(importer(), file).recordings();
                        List<Recording> after = RecordedSink.read(importer(), anew).recordings();
                        assertEquals(before.size(), after.size(), c.name());
                        for (int i = 0; i < before.size(); i++) {
                            sameTable(before.get(i), after.get(i));
                        }
                    }
                });
    }

    /** Text of which every byte is a character; XML says itself how it is encoded. */
    private static boolean isPlainText(byte[] content) {
        for (byte b : content) {
            if (b <= 0) {
                return false;
            }
        }
        return content.length > 0 && content[0] != '<';
    }

    @Test
    default void leavesOtherContentAlone() {
        Random random = new Random(20_260_101);
        for (int n = 0; n < 300; n++) {
            byte[] noise = new byte[n < 5 ? n : 1 + random.nextInt(Head.SIZE)];
            random.nextBytes(noise);
            Sniff sniff = importer().sniff(new Head("file.unknown", noise, noise.length));
            if (n >= 40) {
                // a handful of random bytes may look like a short text
                assertEquals(Sniff.Certainty.NO, sniff.certainty(), () -> "noise: " + sniff);
            }
        }
        for (int c : new int[] {0, ' ', '\n', ',', '0', 'x', 255}) {
            byte[] same = new byte[Head.SIZE];
            Arrays.fill(same, (byte) c);
            Sniff sniff = importer().sniff(new Head("file.unknown", same, same.length));
            assertNotEquals(Sniff.Certainty.CERTAIN, sniff.certainty(), () -> "all " + c);
        }
        Sniff empty = importer().sniff(new Head("", new byte[0], 0));
        assertEquals(Sniff.Certainty.NO, empty.certainty(), "an empty file");
    }

    @TestFactory
    default Stream<DynamicTest> sniffsDamagedHeads() throws IOException {
        return each(
                file -> {
                    for (int seed = 0; seed < 100; seed++) {
                        byte[] head = Damage.mutated(file.head().bytes(), seed);
                        assertNotNull(importer().sniff(new Head(file.name(), head, head.length)));
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> readsTwiceTheSame() throws IOException {
        return each(
                file -> {
                    Importer importer = importer();
                    RecordedSink first = RecordedSink.read(importer, file);
                    RecordedSink second = RecordedSink.read(importer, file);
                    assertEquals(first.problems().toString(), second.problems().toString());
                    assertEquals(first.suggestedRuns(), second.suggestedRuns());
                    assertEquals(first.recordings().size(), second.recordings().size());
                    for (int i = 0; i < first.recordings().size(); i++) {
                        same(first.recordings().get(i), second.recordings().get(i));
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> columnsAreConsistent() throws IOException {
        return each(
                file -> {
                    RecordedSink sink = RecordedSink.read(importer(), file);
                    List<Recording> recordings = sink.recordings();
                    assertTrue(
                            recordings.stream().anyMatch(r -> r.table().rows() > 0)
                                    || !sink.problems().isEmpty()
                                    || recordings.stream().anyMatch(r -> !r.problems().isEmpty()),
                            "a recording with rows, or a problem that says why there is none");
                    for (Recording r : recordings) {
                        assertFalse(r.name().isBlank(), "a recording has a name");
                        for (Column c : r.table().columns()) {
                            consistent(r, c);
                        }
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> endsWhenCancelled() throws IOException {
        return each(
                file -> {
                    int asked = asked(file, Integer.MAX_VALUE);
                    assertTrue(asked > 0, "asks whether it was cancelled");
                    for (int after : new int[] {0, asked / 2, asked - 1}) {
                        assertThrows(
                                CancellationException.class,
                                () -> asked(file, after),
                                "cancelled after " + after + " questions");
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> survivesDamage() throws IOException {
        return each(
                file ->
                        assertEquals(
                                "", String.join("\n", Fork.read(importer(), file, mutations()))));
    }

    /** A test of one file. */
    @FunctionalInterface
    interface FileTest {
        void check(MemorySource file) throws Exception;
    }

    private Stream<DynamicTest> each(FileTest test) throws IOException {
        return each(file -> true, test);
    }

    private Stream<DynamicTest> each(Predicate<MemorySource> which, FileTest test)
            throws IOException {
        List<MemorySource> files = fixtures();
        assumeTrue(!files.isEmpty(), "the importer's files are not here");
        return files.stream()
                .filter(which)
                .map(f -> DynamicTest.dynamicTest(f.name(), () -> test.check(f)));
    }

    private static void consistent(Recording r, Column column) {
        ColumnSpec spec = column.spec();
        String where = r.name() + ", column " + spec.vendorName();
        assertEquals(r.table().rows(), column.rows(), where);
        if (spec.kind() != QuantityKind.OTHER) {
            assertFalse(spec.isText(), where + " is a quantity and text");
            assertEquals(spec.kind().dimension(), spec.unit().dimension(), where);
        }
        if (spec.isText()) {
            for (int i = 0; i < column.rows(); i++) {
                assertNotNull(column.text(i), where);
            }
        }
    }

    private static void same(Recording a, Recording b) {
        assertEquals(a.name(), b.name());
        assertEquals(a.technique(), b.technique());
        assertEquals(a.instrument(), b.instrument());
        assertEquals(a.start(), b.start());
        assertEquals(a.zone(), b.zone());
        assertEquals(a.metadata(), b.metadata());
        assertEquals(a.assumptions(), b.assumptions());
        assertEquals(a.changes(), b.changes());
        assertEquals(a.problems().toString(), b.problems().toString());
        sameTable(a, b);
    }

    private static void sameTable(Recording a, Recording b) {
        assertEquals(describe(a), describe(b));
        for (int i = 0; i < a.table().columns().size(); i++) {
            Column x = a.table().columns().get(i);
            Column y = b.table().columns().get(i);
            for (int row = 0; row < x.rows(); row++) {
                assertEquals(x.text(row), y.text(row), x.spec().vendorName());
            }
        }
    }

    private static List<String> describe(Recording r) {
        List<String> columns = new ArrayList<>();
        for (Column c : r.table().columns()) {
            ColumnSpec s = c.spec();
            columns.add(
                    String.join(
                            "|",
                            s.vendorName(),
                            s.name(),
                            s.unitText().orElse(""),
                            s.isText() + " " + s.isNegated(),
                            Integer.toString(c.rows())));
        }
        return columns;
    }

    /** How often a reading asks whether it was cancelled, which it is after so many times. */
    private int asked(MemorySource file, int after) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Progress progress = Progress.until(() -> asked.getAndIncrement() >= after);
        importer().read(file, new RecordedSink(), progress);
        return asked.get();
    }
}

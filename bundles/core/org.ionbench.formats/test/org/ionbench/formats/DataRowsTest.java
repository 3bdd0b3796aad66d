// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.progress.Progress;
import org.ionbench.api.table.ColumnSpec;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.List;

class DataRowsTest {
    private static Recording read(String text) throws IOException {
        RecordedSink sink = new RecordedSink();
        RecordingSink recording = sink.recording("a", Technique.OTHER);
        recording.column(ColumnSpec.of("x"));
        recording.column(ColumnSpec.of("y"));
        DataRows rows = new DataRows(Dialect.of(','), 2, recording);
        try (Lines lines = Lines.of(MemorySource.of("a.txt", text), Progress.NONE)) {
            while (lines.next()) {
                rows.add(lines);
            }
        }
        rows.finish();
        return sink.recordings().getFirst();
    }

    private static List<String> codes(Recording r) {
        return r.problems().stream().map(p -> p.code() + " " + p.place()).toList();
    }

    @Test
    void wordsAndBlanksAreNoRows() throws IOException {
        Recording r = read("head,er\n1,2\n\n3,4\nend\n");
        assertArrayEquals(new double[] {1, 3}, Samples.stored(r.table().column("x").orElseThrow()));
        assertEquals(List.of(), codes(r));
    }

    @Test
    void textsAndClockTimesBetweenNumbersAndRowsInQuotes() throws IOException {
        RecordedSink sink = new RecordedSink();
        RecordingSink recording = sink.recording("a", Technique.OTHER);
        recording.column(ColumnSpec.text("date"));
        recording.column(ColumnSpec.of("time"));
        recording.column(ColumnSpec.of("x"));
        recording.column(ColumnSpec.of("twice"));
        List<DataRows.Cell> cells =
                List.of(DataRows.Cell.TEXT, DataRows.Cell.CLOCK, DataRows.Cell.NUMBER);
        DataRows rows = new DataRows(Dialect.of(','), cells, recording).inQuotes();
        String text = "a,0d 00:01:5.5,1\n\"b c,1d 00:00:01,2\"\n,1,2\n007,12,3\nd,soon,4\n";
        try (Lines lines = Lines.of(MemorySource.of("a.txt", text), Progress.NONE)) {
            while (lines.next()) {
                if (rows.read(lines)) {
                    double[] v = rows.values();
                    rows.hand(new double[] {v[0], v[1], v[2], 2 * v[2]});
                }
            }
        }
        rows.finish();
        Recording r = sink.recordings().getFirst();
        assertEquals(List.of("rows.number line 5, column 2"), codes(r));
        var columns = r.table().columns();
        assertEquals("b c", columns.get(0).text(1));
        assertEquals("007", columns.get(0).text(2));
        assertArrayEquals(
                new double[] {65.5, 86_401, 12, Double.NaN}, Samples.stored(columns.get(1)));
        assertArrayEquals(new double[] {2, 4, 6, 8}, Samples.stored(columns.get(3)));
    }

    @Test
    void aDelimiterAtTheEndIsNoFault() throws IOException {
        assertEquals(List.of(), codes(read("1,2,\n3,4,\n")));
    }

    @Test
    void faultsAreToldOnceWithTheirPlace() throws IOException {
        Recording r = read("1,2\n3\n4,x\n5\n6,7,8\n9");
        assertEquals(5, r.table().rows());
        assertEquals(
                List.of("rows.cut line 6", "rows.ragged line 2", "rows.number line 3, column 2"),
                codes(r));
        assertEquals(List.of("3"), r.problems().get(1).arguments());
        assertEquals(List.of("rows.empty "), codes(read("nothing\n")));
    }

    @ParameterizedTest
    @CsvSource({"12,12", "' -3 ',-3", "'2e+6',2000000.0", "'1,5',1.5", "007,007", "1.2.3,1.2.3"})
    void metadata(String text, String value) {
        assertEquals(value, String.valueOf(Metadata.value(text)));
        assertEquals("NaN", Metadata.value("NaN"));
    }
}

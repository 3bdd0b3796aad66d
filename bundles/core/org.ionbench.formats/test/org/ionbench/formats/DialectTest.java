// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.progress.Progress;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class DialectTest {

    @Test
    void tellsDelimiterAndDecimal() {
        check(new Dialect(',', '.', '\0'), 1, 3, "f,Z',Z''", "10000.0,109.0,-26.5", "7,1.5,2");
        check(new Dialect(';', ',', '\0'), 1, 2, "Zeit;Strom", "0,5;1,25", "1,0;1,5");
        check(new Dialect(';', '.', '\0'), 1, 2, "t;I", "0.5;1.25", "1.0;1.5");
        check(new Dialect('\t', ',', '\0'), 0, 3, "1,5\t2,25\t3,125", "2,5\t2,25\t3,5");
        check(new Dialect(' ', '.', '\0'), 1, 3, "  f  re  im", "  1.0  2.0   3", "10.0 5 6");
        check(new Dialect(' ', ',', '\0'), 0, 2, "1,5 2,5", "2,5 3,5");
        check(new Dialect(',', '.', '\0'), 0, 3, "1, 2, 3", "4, 5, 6");
        check(new Dialect('|', '.', '\0'), 0, 2, "1.5 | 2", "2.5 | 3");
    }

    @Test
    void tellsThousands() {
        check(new Dialect('\t', '.', ','), 0, 2, "1,234.5\t1", "2,345,678.5\t0.5");
        check(new Dialect(';', ',', '.'), 0, 2, "1.234,5;1", "12.345,25;2");
        check(new Dialect(',', '.', ','), 0, 2, "\"1,234.5\",1", "\"2,345.5\",2");
        // three digits behind a comma alone: a decimal comma unless points are there too
        check(new Dialect(';', ',', '\0'), 0, 2, "1,234;5,678", "2,345;6,789");
        check(new Dialect(';', '.', ','), 0, 2, "1,234;0.5", "2,345;0.25");
    }

    @Test
    void keepsTextColumns() {
        check(
                Dialect.of(','),
                1,
                4,
                "Time,Mode,E,I",
                "2020-01-01 10:00:00,CC,3.5,1.25",
                "2020-01-01 10:00:01,CV,3.6,1.5");
    }

    @Test
    void listensToTheUser() {
        List<String> sample = List.of("1,234;5", "2,345;6");
        assertEquals(
                new Dialect(';', '.', ','),
                Dialect.detect(sample, Map.of("decimal", ".")).orElseThrow().dialect());
        assertEquals(
                ',',
                Dialect.detect(sample, Map.of("delimiter", "comma"))
                        .orElseThrow()
                        .dialect()
                        .delimiter());
        assertTrue(Dialect.detect(List.of("no", "numbers"), Map.of()).isEmpty());
        assertEquals(
                List.of("Decimal comma assumed."),
                Dialect.detect(List.of("1,5;2", "2,5;3"), Map.of()).orElseThrow().assumptions());
    }

    @Test
    void splitsQuotes() {
        assertEquals(
                List.of("a,b", "c\"d", "", "e"), Dialect.of(',').split("\"a,b\",\"c\"\"d\",, e "));
        assertEquals(List.of("a", "b", "c"), Dialect.of(' ').split("  a \t b  c  "));
        assertEquals(List.of(""), Dialect.of(',').split(""));
        assertEquals(List.of("x", ""), Dialect.of('\t').split(" x \t"));
    }

    /** Rows must see what split and Numbers see, whatever the line. */
    @Test
    void readsRowsAsSplitDoes() throws IOException {
        List<String> texts =
                List.of(
                        "1,2.5,-3e2",
                        " 1 , 2 ,3 ",
                        "1,,3",
                        "1,abc,3",
                        "\"1\",\"x,y\",3",
                        "1,2",
                        "1,2,3,",
                        ",,",
                        "1,2,3,4,5",
                        "1 2,3",
                        "\"a\"\"b\",1,2",
                        "\"open,1,2");
        String all = String.join("\n", texts) + "\n";
        Lines lines =
                Lines.of(
                        "f",
                        new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)),
                        Encoding.UTF_8,
                        Progress.NONE);
        Rows rows = new Rows(Dialect.of(','), 3);
        Numbers numbers = Numbers.plain();
        for (String text : texts) {
            assertTrue(lines.next());
            List<String> fields = Dialect.of(',').split(text);
            int n = rows.read(lines);
            if (!text.startsWith("\"open")) {
                assertEquals(fields.size(), n, text);
                for (int i = 0; i < 3 && i < n; i++) {
                    assertEquals(
                            numbers.parse(fields.get(i)).orElse(Double.NaN),
                            rows.values()[i],
                            text);
                    assertEquals(numbers.parse(fields.get(i)).isEmpty(), rows.isText(i), text);
                    assertEquals(fields.get(i), rows.text(i, lines), text);
                }
            }
        }
    }

    /** Where delimiter and decimal are the same sign, quotes tell them apart. */
    @Test
    void readsQuotedCommas() throws IOException {
        Lines lines =
                Lines.of(
                        "f",
                        new ByteArrayInputStream(
                                "12,5,\"1,5\",1,234".getBytes(StandardCharsets.UTF_8)),
                        Encoding.UTF_8,
                        Progress.NONE);
        lines.next();
        Rows rows = new Rows(new Dialect(',', ',', '\0'), 5);
        assertEquals(5, rows.read(lines));
        assertArrayEquals(new double[] {12, 5, 1.5, 1, 234}, rows.values());
    }

    @Test
    void readsRowsPartedByBlanks() throws IOException {
        Lines lines =
                Lines.of(
                        "f",
                        new ByteArrayInputStream(
                                "  1.5 \t 2  x \n".getBytes(StandardCharsets.UTF_8)),
                        Encoding.UTF_8,
                        Progress.NONE);
        lines.next();
        Rows rows = new Rows(Dialect.of(Dialect.BLANKS), 3);
        assertEquals(3, rows.read(lines));
        assertArrayEquals(new double[] {1.5, 2, Double.NaN}, rows.values());
        assertEquals("x", rows.text(2, lines));
        assertEquals(1, rows.texts());
    }

    private static void check(Dialect dialect, int first, int columns, String... sample) {
        Dialect.Found found = Dialect.detect(List.of(sample), Map.of()).orElseThrow();
        assertEquals(dialect, found.dialect(), sample[0]);
        assertEquals(first, found.first(), sample[0]);
        assertEquals(columns, found.columns(), sample[0]);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ionbench.api.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class LastLineTest {

    /**
     * Columns: the last values of three lines above, the last value of the last line, what it is.
     */
    @ParameterizedTest
    @CsvSource({
        "1.5E-05,2.5E-06,3.5E-10,4.5E-0,CUT",
        "1.5E-05,2.5E-06,3.5E-10,4.5E,CUT",
        "1.5E-05,2.5E-06,3.5E-10,4.5,CUT",
        "1.5E-05,2.5E-06,3.5E-10,4.5E-07,WHOLE",
        "1.5E-10,2.5E-10,3.5E-9,4.5E-8,WHOLE",
        "25.47953,25.47955,25.4796,25,CUT",
        "25.47953,25.47955,25.4796,25.,CUT",
        "25.47953,25.47955,25.4796,'',CUT",
        "25.47953,25.47955,25.4796,-,CUT",
        "25.47953,25.47955,25.4796,25.4,DOUBTFUL",
        "25.47953,25.47955,25.4796,25.4797,WHOLE",
        "5.47953,5.47955,5.47967,25.479,DOUBTFUL",
        "41,41,41,7,DOUBTFUL",
        "1,2,3,4,WHOLE",
        "a,'',b,'',WHOLE",
    })
    void isToldByTheLinesAbove(String a, String b, String c, String last, LastLine expected) {
        for (String delimiter : List.of("\t", ";", ",")) {
            List<String> above =
                    List.of("0" + delimiter + a, "1" + delimiter + b, "2" + delimiter + c);
            assertEquals(expected, LastLine.of(above, "3" + delimiter + last));
        }
    }

    @Test
    void lacksTheDelimiterThatEndsAllOthers() {
        List<String> above = List.of("0;1.5;", "1;2.5;", "2;3.5;");
        assertEquals(LastLine.CUT, LastLine.of(above, "3;4.5"));
        assertEquals(LastLine.WHOLE, LastLine.of(above, "3;4.5;"));
    }

    @Test
    void linesOfAnotherWidthSayNothing() {
        assertEquals(LastLine.WHOLE, LastLine.of(List.of("Time;U", "", "0;1.5;2"), "3;4"));
        assertEquals(LastLine.WHOLE, LastLine.of(List.of(), "3;4"));
        assertEquals(LastLine.CUT, LastLine.of(List.of(" 1  2.5E-05", " 2 3.5E-05"), " 3   4.5E"));
    }

    @Test
    void linesRememberThoseAboveOverTheEdgeOfTheirBuffer() throws IOException {
        for (int rows : new int[] {4, 5000, 5461, 6000, 20_000}) {
            String text = "E;I\n" + "1.234;5E-07\n".repeat(rows) + "1.234;5E-0";
            for (String end : List.of("", "\n", "\0\0\0")) {
                byte[] bytes = (text + end).getBytes(StandardCharsets.US_ASCII);
                try (Lines lines =
                        Lines.of(
                                "f",
                                new ByteArrayInputStream(bytes),
                                Encoding.UTF_8,
                                Progress.NONE)) {
                    for (int i = 0; i < rows + 1; i++) {
                        assertTrue(lines.next());
                        assertEquals(LastLine.WHOLE, lines.ending());
                    }
                    assertTrue(lines.next());
                    assertEquals(
                            end.equals("\n") ? LastLine.WHOLE : LastLine.CUT,
                            lines.ending(),
                            rows + " rows");
                }
            }
        }
    }
}

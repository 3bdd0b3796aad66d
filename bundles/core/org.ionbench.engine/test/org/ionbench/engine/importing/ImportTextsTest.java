// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Temperatures, patterns of names and names of cells as people write them. */
class ImportTextsTest {

    @Test
    void temperaturesAreRangesOrLists() {
        assertEquals(
                List.of(30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0),
                TemperatureList.parse("30:100:10").values());
        assertEquals(List.of(0.1, 0.2, 0.3), TemperatureList.parse("0.1:0.3:0.1").values());
        assertEquals(List.of(100.0, 75.0, 50.0), TemperatureList.parse("100:50:25").values());
        assertEquals(List.of(-20.0, -10.0, 0.0), TemperatureList.parse("-20:0:10").values());
        assertEquals(List.of(30.0, 35.0), TemperatureList.parse("30:38:5").values());
        assertEquals("303.15 K", TemperatureList.parse("303.15, 313.15 K").text(0));
        assertEquals("60 degC", TemperatureList.parse("30,60").text(1));
        for (String text : List.of("30:100:10", "-20:0:10", "303.15,313.15 K", "25.5")) {
            TemperatureList list = TemperatureList.parse(text);
            assertEquals(list, TemperatureList.parse(list.toString()));
        }
    }

    @Test
    void whatIsNoTemperatureIsRefusedWithASentence() {
        for (String text :
                List.of("", "warm", "30:100:0", "30:100:10:1", "-300,20", "-1 K", "1:9e9:1e-9")) {
            String said =
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> TemperatureList.parse(text),
                                    text)
                            .getMessage();
            assertTrue(said.contains("temperatures"), said);
        }
        assertThrows(
                IllegalArgumentException.class, () -> TemperatureList.parse("0:999999:0.000001"));
    }

    @Test
    void namesAreReadByTheirPattern() {
        NamePattern pattern = NamePattern.parse("{sample}_{temperature}C_{technique}");
        assertEquals(
                Map.of("sample", "LBH_ZrO2 25", "temperature", "60 degC", "technique", "EIS"),
                pattern.match("LBH_ZrO2 25_060C_EIS.par").orElseThrow());
        assertEquals(
                "-20.5 degC", pattern.match("a_-20p5C_EIS.mpr").orElseThrow().get("temperature"));
        assertTrue(pattern.match("a_warmC_EIS.mpr").isEmpty());
        assertEquals(
                "333.15 K",
                NamePattern.parse("*_{temperature}K.par")
                        .match("pellet 3_333.15K.par")
                        .orElseThrow()
                        .get("temperature"));
        assertEquals(
                Map.of("cell", "C1", "pressure", "30MPa"),
                NamePattern.parse("{cell}-{pressure}").match("C1-30MPa.dta").orElseThrow());
        for (String wrong : List.of("", "no field", "{a}_{a}", "{}", "{a", "a}")) {
            assertThrows(IllegalArgumentException.class, () -> NamePattern.parse(wrong), wrong);
        }
    }

    @Test
    void cellsAreNamedAfterWhatTheirFilesHaveInCommon() {
        assertEquals("pellet", CellNames.common(List.of("pellet_030C.par", "pellet_040C.par")));
        assertEquals("pellet_030C", CellNames.common(List.of("pellet_030C.par")));
        assertEquals("LBH 2", CellNames.common(List.of("LBH 2 (1).DTA", "LBH 2 (2).DTA")));
        assertEquals("", CellNames.common(List.of("a.par", "b.par")));
        assertEquals("", CellNames.common(List.of()));
    }
}

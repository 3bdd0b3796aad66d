// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Technique;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class CollectedTest {
    private final Collected collected = new Collected();

    private List<String> names() {
        return collected.recordings().stream().map(Recording::name).toList();
    }

    @Test
    void recordingsOfOneNameAreNumbered() {
        for (String name : List.of("a", "a (2)", "a", "b", "a", "a (2)")) {
            collected.recording(name, Technique.OTHER);
        }
        assertEquals(List.of("a", "a (2)", "a (3)", "b", "a (4)", "a (2) (2)"), names());
    }

    @Test
    void manyRecordingsOfOneNameTakeNoLongerThanOfMany() {
        assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    for (int n = 0; n < 30_000; n++) {
                        collected.recording("spectrum", Technique.EIS);
                    }
                });
        assertEquals("spectrum (30000)", names().getLast());
    }
}

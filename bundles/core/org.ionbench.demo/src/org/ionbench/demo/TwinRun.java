// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An analysis to be run on a cell of the twin, with the settings a user would choose.
 *
 * @param analysis its id
 * @param settings by key, those of analyses upstream too
 */
public record TwinRun(String analysis, Map<String, String> settings) {

    public TwinRun {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** With the defaults. */
    public static TwinRun of(String analysis) {
        return new TwinRun(analysis, Map.of());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import java.util.Map;

/**
 * A run the vendor's software made already, such as its own fit.
 *
 * @param analysis the id of an analysis
 * @param settings its settings as text
 */
public record SuggestedRun(String analysis, Map<String, String> settings) {
    public SuggestedRun {
        settings = Map.copyOf(settings);
    }
}

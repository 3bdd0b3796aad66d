// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Sniff;
import org.ionbench.engine.catalog.Contribution;

import java.util.List;

/**
 * What a file may be, the surest first; importers that say no are left out.
 *
 * @param candidates importers with their opinions
 */
public record Detection(List<Candidate> candidates) {
    public Detection {
        candidates = List.copyOf(candidates);
    }

    /**
     * An importer that thinks it may read the file.
     *
     * @param importer which
     * @param opinion how sure it is, and why
     */
    public record Candidate(Contribution<Importer> importer, Sniff opinion) {}
}

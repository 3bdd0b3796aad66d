// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.runs;

import java.util.Optional;

/**
 * How a run stands to what is known of its results.
 *
 * @param key the hash of all its result depends on
 * @param ending empty if it is still to be computed; else how that ended: with the sentence of a
 *     failure, or with none
 */
record Standing(String key, Optional<Optional<String>> ending) {

    boolean isOpen() {
        return ending.isEmpty();
    }

    boolean isDone() {
        return ending.isPresent() && ending.get().isEmpty();
    }

    /** The sentence of the failure, if it failed. */
    Optional<String> failure() {
        return ending.flatMap(e -> e);
    }
}

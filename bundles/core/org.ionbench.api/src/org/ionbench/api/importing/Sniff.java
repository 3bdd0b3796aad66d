// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import java.util.Locale;

/**
 * An importer's opinion of a file, with the reason.
 *
 * @param certainty how sure the importer is
 * @param reason why, in a few words ("begins with EXPLAIN")
 */
public record Sniff(Certainty certainty, String reason) {

    /** How sure an importer is that a file is its own. */
    public enum Certainty {
        NO,
        PERHAPS,
        CERTAIN;

        /** The lower-case word used in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Sniff no(String reason) {
        return new Sniff(Certainty.NO, reason);
    }

    public static Sniff perhaps(String reason) {
        return new Sniff(Certainty.PERHAPS, reason);
    }

    public static Sniff certain(String reason) {
        return new Sniff(Certainty.CERTAIN, reason);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import java.util.List;

/**
 * What became of a file that was imported.
 *
 * @param recordings the ids of its recordings, in the order of the file
 * @param duplicate whether the project had this very file already, so that nothing changed
 */
public record Taken(List<String> recordings, boolean duplicate) {

    public Taken {
        recordings = List.copyOf(recordings);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.importing.Recording;

import java.util.List;
import java.util.Optional;

/**
 * A file whose bytes and tables lie in the project folder already, but which the project does not
 * name yet. Made on any thread by {@link Session#store}, taken up by {@link Session#take}; one that
 * is never taken up is swept away when the project is opened next.
 *
 * @param incoming what was stored
 * @param rawName the copy's path within the project
 * @param isCopied whether the copy was made now; else it lay there before
 * @param tables the ids of the tables, one for each recording
 */
public record Stored(Incoming incoming, String rawName, boolean isCopied, List<String> tables) {

    public Stored {
        tables = List.copyOf(tables);
    }

    /** The recording at a place in the file. */
    public Optional<Recording> recording(int index) {
        return index < incoming.recordings().size()
                ? Optional.of(incoming.recordings().get(index))
                : Optional.empty();
    }
}

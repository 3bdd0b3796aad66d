// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.api.importing;

import org.ionbench.api.progress.Progress;

import java.io.IOException;

/**
 * Reads one file format. Stateless and free of side effects: one instance may read several files at
 * once from several threads.
 */
public interface Importer {

    /** Looks at the head of a file; never throws on any content. */
    Sniff sniff(Head head);

    /**
     * Streams the recordings of a file into the sink, each one whole or up to where the file ends,
     * with a problem where something was left out.
     *
     * @throws org.ionbench.api.problem.FormatException if the file is not of this format or so
     *     damaged that nothing can be told
     * @throws IOException if it cannot be read
     * @throws java.util.concurrent.CancellationException if progress was cancelled
     */
    void read(Source source, Sink sink, Progress progress) throws IOException;
}

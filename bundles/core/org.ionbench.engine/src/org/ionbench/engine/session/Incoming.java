// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import org.ionbench.api.importing.Recording;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that was detected and read and is to be taken into a project.
 *
 * @param file where it lies now
 * @param sha256 the hash of its bytes, 64 hexadecimal digits in lower case
 * @param importer the id of the importer that read it
 * @param importerRevision that importer's revision
 * @param recordings what it read, in the order of the file
 */
public record Incoming(
        Path file,
        String sha256,
        String importer,
        int importerRevision,
        List<Recording> recordings) {

    public Incoming {
        recordings = List.copyOf(recordings);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }
}

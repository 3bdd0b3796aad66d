// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.instruments.ametek;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.problem.Problem;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an importer reads, kept in memory. */
final class Collected {
    final List<Recording> recordings;
    final List<Problem> problems;

    private Collected(RecordedSink sink) {
        recordings = sink.recordings();
        problems = sink.problems();
    }

    static Collected read(Importer importer, String name, byte[] bytes) throws IOException {
        return new Collected(RecordedSink.read(importer, MemorySource.of(name, bytes)));
    }

    static Collected read(Importer importer, Path file) throws IOException {
        return read(importer, file.getFileName().toString(), Files.readAllBytes(file));
    }

    static Sniff sniff(Importer importer, String name, byte[] bytes) {
        return importer.sniff(MemorySource.of(name, bytes).head());
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Sniff;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
import org.ionbench.engine.catalog.Contribution;
import org.ionbench.engine.session.Incoming;
import org.ionbench.engine.spectra.CyclingSpectra;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that was looked at and, where an importer knows it, read.
 *
 * @param file where it lies
 * @param sha256 the hash of its bytes, 64 hexadecimal digits; empty if it could not be opened
 * @param bytes its size; 0 if it could not be opened
 * @param importer what read it; empty if no importer could
 * @param certainty how sure that importer was
 * @param recordings what it read, in the order of the file; in memory
 * @param suggestions runs the vendor's software made already
 * @param problems of the file as a whole; an error if it was not read to its end
 */
public record ReadFile(
        Path file,
        String sha256,
        long bytes,
        Optional<Contribution<Importer>> importer,
        Sniff.Certainty certainty,
        List<Recording> recordings,
        List<SuggestedRun> suggestions,
        List<Problem> problems) {

    public ReadFile {
        recordings = List.copyOf(recordings);
        suggestions = List.copyOf(suggestions);
        problems = List.copyOf(problems);
    }

    /** Whether there is nothing in it to go on with. */
    public boolean isFailed() {
        return importer.isEmpty()
                || problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    /** The first error; empty if it was read. */
    public Optional<Problem> error() {
        return problems.stream().filter(p -> p.severity() == Severity.ERROR).findFirst();
    }

    /** The file with other recordings in the place of its own. */
    public ReadFile withRecordings(List<Recording> others) {
        return new ReadFile(
                file, sha256, bytes, importer, certainty, others, suggestions, problems);
    }

    /** The file as a project keeps it: spectra apart from the cycling they were taken in. */
    public ReadFile withSpectraApart() {
        return withRecordings(CyclingSpectra.apart(recordings));
    }

    /** The file of which nothing can be taken. */
    ReadFile failed(Problem problem) {
        return new ReadFile(
                file, sha256, bytes, importer, certainty, List.of(), List.of(), List.of(problem));
    }

    /**
     * The file as a project takes it.
     *
     * @throws IllegalStateException if it was not read
     */
    public Incoming incoming() {
        Contribution<Importer> by = importer.orElseThrow(IllegalStateException::new);
        return new Incoming(file, sha256, by.id(), by.revision(), recordings);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.problem.Severity;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.session.Stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that was read and, if the project lacked it, stored; its numbers lie on disk.
 *
 * @param read what was read, without the recordings
 * @param stored where it lies in the project; empty if the project has it, or another file of the
 *     same bytes brings it
 * @param techniques of its recordings in the order of the file
 * @param rows of all of them together
 * @param remarks problems of the recordings
 * @param fixture whether it is a measurement of the fixture
 */
record Arrival(
        ReadFile read,
        Optional<Stored> stored,
        List<Technique> techniques,
        long rows,
        List<Problem> remarks,
        boolean fixture) {

    Arrival {
        techniques = List.copyOf(techniques);
        remarks = List.copyOf(remarks);
    }

    Arrival ofFixture() {
        return new Arrival(read, stored, techniques, rows, remarks, true);
    }

    Arrival withStored(Optional<Stored> value) {
        return new Arrival(read, value, techniques, rows, remarks, fixture);
    }

    int spectra() {
        return fixture ? 0 : (int) techniques.stream().filter(Technique.EIS::equals).count();
    }

    boolean isThere() {
        return !techniques.isEmpty();
    }

    /** What became of it. */
    ImportedFile imported(List<String> recordings, String cell, boolean duplicate) {
        List<Problem> problems = new ArrayList<>(read.problems());
        // What is wrong with a part is no failure of the file: the other parts are there.
        remarks.forEach(p -> problems.add(p.severity() == Severity.ERROR ? warning(p) : p));
        return new ImportedFile(
                read.file(),
                read.importer().map(c -> c.id()),
                recordings,
                rows,
                cell.isEmpty() ? Optional.empty() : Optional.of(cell),
                duplicate,
                problems);
    }

    private static Problem warning(Problem p) {
        return Problem.of(p.code(), Severity.WARNING, p.message()).at(p.place()).mend(p.mend());
    }
}

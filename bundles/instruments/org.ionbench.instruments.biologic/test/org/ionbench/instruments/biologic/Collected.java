// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.instruments.biologic;

import org.ionbench.api.importing.Importer;
import org.ionbench.api.importing.Recording;
import org.ionbench.api.importing.Source;
import org.ionbench.api.problem.Problem;
import org.ionbench.api.table.Column;
import org.ionbench.testkit.RecordedSink;
import org.ionbench.testkit.Samples;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an importer read.
 *
 * @param problems of the file as a whole
 */
record Collected(List<Recording> tables, List<Problem> problems) {

    static Collected read(Importer importer, Source source) throws IOException {
        RecordedSink sink = RecordedSink.read(importer, source);
        return new Collected(sink.recordings(), sink.problems());
    }

    /** All problems, of the file and of its recordings. */
    List<String> codes() {
        return Stream.concat(problems.stream(), tables.stream().flatMap(t -> t.problems().stream()))
                .map(Problem::code)
                .toList();
    }

    Recording first() {
        return tables.getFirst();
    }

    /** The values of a column as they are stored. */
    static double[] column(Recording table, String vendorName) {
        return column(table, vendorName, 1);
    }

    /** The same of a name that may occur several times. */
    static double[] column(Recording table, String vendorName, int occurrence) {
        return table.table().columns().stream()
                .filter(c -> c.spec().vendorName().equals(vendorName))
                .skip(occurrence - 1L)
                .map(Samples::stored)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no column " + vendorName + " in " + names(table)));
    }

    static List<String> names(Recording table) {
        return table.table().columns().stream().map(c -> c.spec().vendorName()).toList();
    }

    /** A stored value of a column in SI. */
    static double si(Recording table, int column, int row) {
        Column c = table.table().columns().get(column);
        return c.spec().toSi(c.at(row));
    }
}

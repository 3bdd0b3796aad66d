// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.formats;

import org.ionbench.api.importing.RecordingSink;
import org.ionbench.api.importing.Technique;
import org.ionbench.api.problem.Problem;

/** What a file names and an importer does not know: it costs that part, and is told. */
public final class Unknown {
    private static final int LONGEST = 80;

    private Unknown() {}

    /**
     * Tells that the technique a file names is none of the known ones, where it was taken for
     * {@link Technique#OTHER}; a file that names none is left in peace.
     */
    public static void technique(String name, Technique taken, RecordingSink recording) {
        String called = name.strip();
        if (called.isEmpty() || !taken.equals(Technique.OTHER)) {
            return;
        }
        String shown = called.length() > LONGEST ? called.substring(0, LONGEST) + "..." : called;
        recording.problem(
                Problem.info(
                                "technique.unknown",
                                "The technique \""
                                        + shown
                                        + "\" is not known here; all points are read, as of no"
                                        + " technique.")
                        .with(shown)
                        .mend(
                                "Please send us the file with the name and version of the program"
                                        + " that wrote it."));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.results;

import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.runs.RunResult;
import org.ionbench.engine.runs.RunState;

import java.util.List;

/** What becomes of a command whose runs failed. */
public final class Results {

    private Results() {}

    /** Names each run without a result; the exit code of the command. */
    public static int exitCode(Door door, List<RunResult> results) {
        List<RunResult> failed =
                results.stream().filter(r -> r.state() != RunState.CURRENT).toList();
        failed.forEach(
                r ->
                        door.say(
                                ProblemText.sentence(
                                        (r.cell().isEmpty() ? "" : r.cell() + ", ")
                                                + r.label()
                                                + ": "
                                                + r.why().orElse("there is no current result"))));
        return failed.isEmpty()
                ? Exit.DONE
                : failed.size() == results.size() ? Exit.CANNOT_GO_ON : Exit.SOME_FAILED;
    }
}

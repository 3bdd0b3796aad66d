// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.files;

import org.ionbench.api.problem.Problem;

import java.nio.file.Path;

/** Problems of files in one sentence. */
public final class Sentences {

    private Sentences() {}

    /** Names the file, the place and what to do. */
    public static String failure(Path file, Problem problem) {
        String name = String.valueOf(file.getFileName());
        String message = problem.message();
        String s = message.startsWith(name) ? message : name + ": " + message;
        return with(s, problem);
    }

    /** The problem, its place and what to do. */
    public static String of(Problem problem) {
        return with(problem.message(), problem);
    }

    private static String with(String message, Problem problem) {
        String s = message.strip();
        if (!problem.place().isEmpty() && !s.contains(problem.place())) {
            s = s.endsWith(".") ? s.substring(0, s.length() - 1) : s;
            s += " (" + problem.place() + ").";
        }
        return problem.mend().isEmpty() ? s : s + " " + problem.mend();
    }
}

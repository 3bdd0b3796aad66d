// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.output;

import org.ionbench.api.problem.Change;
import org.ionbench.api.problem.Problem;

import java.nio.file.Path;
import java.util.List;

/** Problems as sentences and as JSON. */
public final class ProblemText {

    private ProblemText() {}

    /** Names the file, the place and what to do. */
    public static String failure(Path file, Problem problem) {
        String name = String.valueOf(file.getFileName());
        String message = problem.message();
        String s =
                message.startsWith(name)
                        ? file + message.substring(name.length())
                        : file + ": " + message;
        return with(s, problem);
    }

    /** The problem, its place and what to do. */
    public static String of(Problem problem) {
        return with(problem.message(), problem);
    }

    /** A member with problems. */
    public static void write(JsonDocument json, List<Problem> problems) {
        json.list("problems", () -> problems.forEach(p -> write(json, p)));
    }

    private static void write(JsonDocument json, Problem p) {
        json.object(
                () -> {
                    json.put("severity", p.severity().id()).put("code", p.code());
                    json.put("message", p.message());
                    json.put("place", p.place().isEmpty() ? null : p.place());
                    json.put("mend", p.mend().isEmpty() ? null : p.mend());
                    if (!p.changes().isEmpty()) {
                        json.list("changes", () -> p.changes().forEach(c -> write(json, c)));
                    }
                });
    }

    private static void write(JsonDocument json, Change c) {
        json.object(
                () -> {
                    json.put("id", c.id()).put("name", c.name());
                    json.put("key", c.key()).put("text", c.text());
                });
    }

    /** The command that makes a change. */
    public static String command(String project, Change c) {
        return "ionbench set "
                + quoted(project)
                + " "
                + quoted(c.name())
                + " "
                + quoted(c.key() + "=" + c.text());
    }

    /** With a full stop at its end. */
    public static String sentence(String text) {
        String s = text.strip();
        return s.endsWith(".") || s.endsWith("?") ? s : s + ".";
    }

    /** A word as a shell takes it. */
    public static String quoted(String word) {
        return word.matches("[\\w./=+:@%-]+")
                ? word
                : "\"" + word.replaceAll("([\"\\\\$`])", "\\\\$1") + "\"";
    }

    private static String with(String message, Problem problem) {
        String s = message.strip();
        if (!problem.place().isEmpty() && !s.contains(problem.place())) {
            s = s.endsWith(".") ? s.substring(0, s.length() - 1) : s;
            s += " (" + problem.place() + ").";
        }
        s = sentence(s);
        return problem.mend().isEmpty() ? s : s + " " + problem.mend();
    }
}

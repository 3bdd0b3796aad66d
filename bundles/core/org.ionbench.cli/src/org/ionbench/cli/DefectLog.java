// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** Where the stacks of defects go. */
final class DefectLog {

    private DefectLog() {}

    /** Writes a stack; returns a sentence that says where it is. */
    static String write(Throwable defect, Clock clock) {
        StringWriter stack = new StringWriter();
        PrintWriter lines = new PrintWriter(stack);
        lines.println(clock.instant() + " ionbench " + Version.text());
        defect.printStackTrace(lines);
        lines.println();
        Path log = Door.state().resolve("ionbench.log");
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(
                    log,
                    stack.toString(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return "Please report it with what stands in " + log + ".";
        } catch (IOException e) {
            return "The log cannot be written; the defect is " + defect + ".";
        }
    }
}

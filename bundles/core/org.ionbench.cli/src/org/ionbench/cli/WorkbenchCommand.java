// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/**
 * Opens the workbench. The start script does so before this program runs; who comes here ran the
 * program without it.
 */
@Command(description = "Opens the workbench, with a project if one is named.")
public final class WorkbenchCommand extends Verb {
    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "The project to open.")
    private Path project;

    public WorkbenchCommand(Door door) {
        super(door);
    }

    @Override
    public Integer call() throws CannotGoOn {
        throw new CannotGoOn(
                "The workbench is opened by the start script: ionbench workbench"
                        + (project == null ? "." : " " + project + "."));
    }
}

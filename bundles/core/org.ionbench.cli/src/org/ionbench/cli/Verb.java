// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** One command; what it returns is the exit code, see {@link Exit}. */
@CommandLine.Command
public abstract class Verb implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help and ends.")
    private boolean help;

    private final Door door;

    protected Verb(Door door) {
        this.door = door;
    }

    protected Door door() {
        return door;
    }

    /** What stands below the options in the help; lines, or nothing. */
    protected String moreHelp() {
        return "";
    }

    /** Refuses a file where a folder is meant. */
    protected static void needFolder(Path path) throws CannotGoOn {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CannotGoOn(path + " is a file; please name a folder");
        }
    }

    /** Refuses the id of an importer that is not there. */
    protected void needImporter(String id) {
        if (!id.isEmpty() && door.catalog().importer(id).isEmpty()) {
            throw wrong("There is no importer " + id + "; see ionbench list importers");
        }
    }

    /** The command is not written as it should be. */
    protected ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}

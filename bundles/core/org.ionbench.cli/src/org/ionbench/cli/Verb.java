// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    /** The command is not written as it should be. */
    protected ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}

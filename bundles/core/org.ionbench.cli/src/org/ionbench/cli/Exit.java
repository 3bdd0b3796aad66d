// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

/** The exit codes of all commands. */
public final class Exit {
    /** All was done. */
    public static final int DONE = 0;

    /** Done, but some inputs failed; each is named on standard error. */
    public static final int SOME_FAILED = 1;

    /** The command was not written as it should be. */
    public static final int WRONG_USAGE = 2;

    /** Cannot go on. */
    public static final int CANNOT_GO_ON = 3;

    /** A defect of the program. */
    public static final int DEFECT = 70;

    private Exit() {}
}

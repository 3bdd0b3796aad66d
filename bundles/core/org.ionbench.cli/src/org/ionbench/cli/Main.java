// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

/** The command line's entry point. */
public final class Main {

    private Main() {}

    /** Says how the command line is used; exit code 2 is wrong usage. */
    public static void main(String[] args) {
        System.err.println("usage: ionbench COMMAND [ARGUMENT...]");
        System.exit(2);
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Who holds a project's lock, in one line for those who would like to have it. */
final class Holder {

    private Holder() {}

    static String describe(Clock clock) {
        return System.getProperty("user.name", "somebody")
                + " on "
                + host()
                + ", process "
                + ProcessHandle.current().pid()
                + ", since "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The machine's name without asking the network, which may take its time. */
    private static String host() {
        for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name.strip();
            }
        }
        try {
            return Files.readString(Path.of("/etc/hostname"), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "this machine";
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class WriterLockTest {

    @TempDir Path folder;

    @Test
    void theSecondIsToldWhoIsFirst() throws Exception {
        var held =
                assertInstanceOf(
                        WriterLock.Outcome.Held.class, WriterLock.ask(folder, "ada on host"));
        var second =
                assertInstanceOf(WriterLock.Outcome.ReadOnly.class, WriterLock.ask(folder, "bob"));
        assertEquals("The project is open elsewhere: ada on host.", second.reason());
        held.lock().close();
        var third = assertInstanceOf(WriterLock.Outcome.Held.class, WriterLock.ask(folder, "bob"));
        third.lock().close();
    }

    @Test
    void aFolderThatIsNotThereCanOnlyBeRead() {
        assertInstanceOf(
                WriterLock.Outcome.ReadOnly.class, WriterLock.ask(folder.resolve("no"), "x"));
    }

    @Test
    void aLockEndsWithItsProcess() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classPath(Holder.class, WriterLock.class),
                                Holder.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        try {
            assertEquals("held", other.inputReader().readLine());
            var refused =
                    assertInstanceOf(
                            WriterLock.Outcome.ReadOnly.class, WriterLock.ask(folder, "me"));
            assertTrue(refused.reason().contains("the other"), refused.reason());
        } finally {
            other.destroyForcibly();
        }
        assertTrue(other.waitFor(10, TimeUnit.SECONDS));
        assertTrue(Files.exists(folder.resolve(".lock")));
        var held = assertInstanceOf(WriterLock.Outcome.Held.class, WriterLock.ask(folder, "me"));
        held.lock().close();
    }

    private static String classPath(Class<?>... classes) {
        return Stream.of(classes)
                .map(c -> c.getProtectionDomain().getCodeSource().getLocation())
                .map(url -> Path.of(URI.create(url.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Another program that holds the lock until it is killed. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            WriterLock.Outcome outcome = WriterLock.ask(Path.of(args[0]), "the other");
            System.out.println(outcome instanceof WriterLock.Outcome.Held ? "held" : "refused");
            Thread.sleep(60_000);
        }
    }
}

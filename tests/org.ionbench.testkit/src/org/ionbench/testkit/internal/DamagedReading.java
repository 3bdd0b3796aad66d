// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.testkit.internal;

import org.ionbench.api.importing.Importer;
import org.ionbench.testkit.MemorySource;
import org.ionbench.testkit.RecordedSink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The main class of the JVM in which damaged files are read: each must give a result or an
 * IOException with a sentence within five seconds. Ends with 0, or with 1 and one line for each
 * fault on standard output.
 *
 * <p>Arguments: importer class, file with the content, name to show, folder of companions or empty,
 * number of mutations, then options as key and value.
 */
public final class DamagedReading {
    private static final long SECONDS = 5;
    private static final int PARTS = 20;

    private final Importer importer;
    private final MemorySource whole;
    private volatile String what = "starting";
    private volatile long since = System.nanoTime();
    private volatile boolean done;
    private int faults;

    private DamagedReading(Importer importer, MemorySource whole) {
        this.importer = importer;
        this.whole = whole;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new java.util.LinkedHashMap<>();
        for (int i = 5; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        MemorySource whole =
                new MemorySource(
                        args[2],
                        Files.readAllBytes(Path.of(args[1])),
                        options,
                        args[3].isEmpty() ? Optional.empty() : Optional.of(Path.of(args[3])));
        Importer importer =
                (Importer) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        int faults = new DamagedReading(importer, whole).watch(Integer.parseInt(args[4]));
        Runtime.getRuntime().halt(faults == 0 ? 0 : 1);
    }

    private int watch(int mutations) throws InterruptedException {
        Thread reader = new Thread(() -> readAll(mutations), "reader");
        reader.setDaemon(true);
        reader.start();
        while (reader.isAlive() && !done) {
            reader.join(50);
            if (!done && System.nanoTime() - since > SECONDS * 1_000_000_000L) {
                fault("takes longer than " + SECONDS + " s", reader.getStackTrace());
                return faults;
            }
        }
        if (!done) {
            System.out.println(whole.name() + ": the reader ended early");
            return 1;
        }
        return faults;
    }

    private void readAll(int mutations) {
        for (int part = 0; part < PARTS; part++) {
            begin("cut to " + part + "/" + PARTS);
            read(Damage.truncated(whole.content(), part, PARTS));
        }
        for (int seed = 0; seed < mutations; seed++) {
            begin("mutation " + seed);
            read(Damage.mutated(whole.content(), seed));
        }
        done = true;
    }

    private void begin(String name) {
        what = name;
        since = System.nanoTime();
    }

    /** Everything but a result and an IOException is a fault, errors of the JVM too. */
    private void read(byte[] content) {
        MemorySource source = whole.with(content);
        try {
            if (importer.sniff(source.head()) == null) {
                fault("sniff gives null", new StackTraceElement[0]);
            }
            RecordedSink.read(importer, source).recordings();
        } catch (IOException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                fault("an exception without a sentence", e.getStackTrace());
            }
        } catch (RuntimeException | Error e) {
            fault(e.toString(), e.getStackTrace());
        }
    }

    private void fault(String sentence, StackTraceElement[] stack) {
        faults++;
        StringBuilder line = new StringBuilder(whole.name() + ", " + what + ": " + sentence);
        for (int i = 0; i < Math.min(6, stack.length); i++) {
            line.append(" < ").append(stack[i]);
        }
        System.out.println(line);
    }
}

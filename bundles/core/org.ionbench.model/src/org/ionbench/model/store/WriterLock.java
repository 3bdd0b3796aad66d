// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write into a project: an operating system lock on {@code .lock}, so that it ends
 * with its process however that ends. The file's text says who holds it.
 */
public final class WriterLock implements AutoCloseable {
    private static final int SENTENCE_LIMIT = 400;

    private final FileChannel channel;
    private final FileLock lock;

    private WriterLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** What became of asking for the lock. */
    public sealed interface Outcome {
        /** It is ours. */
        record Held(WriterLock lock) implements Outcome {}

        /** The project can only be read; the sentence says why. */
        record ReadOnly(String reason) implements Outcome {}
    }

    /**
     * Asks for the lock and does not wait.
     *
     * @param holder one line that tells others who holds it: user, host, process, since
     */
    public static Outcome ask(Path folder, String holder) {
        Path file = folder.resolve(".lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            return new Outcome.ReadOnly("The project's folder cannot be written to.");
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)));
                return new Outcome.Held(new WriterLock(channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            // Another session of this very program holds it; said below as for any other.
        } catch (IOException e) {
            close(channel);
            return new Outcome.ReadOnly(
                    "The project's folder is on a file system that cannot lock files.");
        }
        close(channel);
        return new Outcome.ReadOnly("The project is open elsewhere: " + holder(file));
    }

    /** Lets others write. The file stays, so that nobody locks a file that is being deleted. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (lock.isValid()) {
                channel.truncate(0);
                lock.release();
            }
        }
    }

    private static String holder(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            return text.isEmpty()
                    ? "by a program that did not say its name."
                    : text.substring(0, Math.min(SENTENCE_LIMIT, text.length())) + ".";
        } catch (IOException e) {
            return "by another program.";
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            return;
        }
    }
}

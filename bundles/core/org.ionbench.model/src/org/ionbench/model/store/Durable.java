// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writing that a crash at any moment leaves whole: the old file or the new one. */
public final class Durable {

    private Durable() {}

    /** Writes beside the file, forces to disk, renames over it, forces the folder. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        move(beside, file);
        force(file.toAbsolutePath().getParent());
    }

    /** Copies a file, forces the copy to disk and only then gives it its name. */
    public static void copy(Path from, Path to) throws IOException {
        copy(from, Long.MAX_VALUE, to);
    }

    /** The same with so many bytes of its beginning, or all where it has no more. */
    public static void copy(Path from, long bytes, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Path beside = to.resolveSibling(to.getFileName() + ".new");
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out =
                        FileChannel.open(
                                beside,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)) {
            long at = 0;
            long copied = 1;
            while (copied > 0 && at < bytes) {
                copied = in.transferTo(at, bytes - at, out);
                at += copied;
            }
            out.force(true);
        }
        move(beside, to);
        force(to.getParent());
    }

    /** Makes the names in a folder durable, where the system can. */
    public static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders, and its file system keeps a journal of names.
            return;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

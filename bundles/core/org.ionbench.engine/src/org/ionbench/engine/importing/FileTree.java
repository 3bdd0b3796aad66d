// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.importing;

import org.ionbench.model.store.ProjectFolder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files that folders stand for: those in them and in their folders, in the order in which
 * people count ({@code run 2} before {@code run 10}). Left out are hidden files and folders,
 * experiment projects, and what may not be read; links to folders are not followed.
 */
public final class FileTree {
    /** By names, runs of digits by their value, whatever the case. */
    public static final Comparator<Path> AS_PEOPLE_COUNT =
            Comparator.comparing(FileTree::counted).thenComparing(Path::toString);

    private FileTree() {}

    /** The files and, in the place of each folder, those in it; each once. */
    public static List<Path> files(Collection<Path> filesAndFolders) throws IOException {
        Set<Path> all = new LinkedHashSet<>();
        for (Path path : filesAndFolders) {
            if (Files.isDirectory(path)) {
                all.addAll(below(path));
            } else {
                all.add(path);
            }
        }
        return List.copyOf(all);
    }

    private static List<Path> below(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        boolean leftOut =
                                ProjectFolder.isProject(dir)
                                        || (!dir.equals(folder) && isHidden(dir));
                        return leftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (!isHidden(file) && Files.isRegularFile(file)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (file.equals(folder)) {
                            throw e;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(AS_PEOPLE_COUNT);
        return found;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    /** The path with each run of digits led by its length, so that texts sort as numbers do. */
    private static String counted(Path path) {
        String s = path.toString().toLowerCase(Locale.ROOT);
        StringBuilder counted = new StringBuilder(s.length() + 8);
        for (int i = 0; i < s.length(); ) {
            int end = i;
            while (end < s.length() && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
                end++;
            }
            if (end == i) {
                counted.append(s.charAt(i++));
                continue;
            }
            int first = i;
            while (first < end - 1 && s.charAt(first) == '0') {
                first++;
            }
            counted.append('0').append((char) ('0' + Math.min(end - first, 70)));
            counted.append(s, first, end);
            i = end;
        }
        return counted.toString();
    }
}

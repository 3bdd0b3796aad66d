// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import org.ionbench.model.tables.StoredTable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a project and where things lie in it. Any folder holding {@code project.ionbench}
 * is a project.
 *
 * @param root the folder
 */
public record ProjectFolder(Path root) {
    /** The name of the project file. */
    public static final String PROJECT_FILE = "project.ionbench";

    private static final Set<String> RESERVED_ON_WINDOWS =
            Set.of(
                    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6",
                    "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
                    "lpt8", "lpt9");
    private static final int LONGEST_NAME = 120;

    /** Whether a folder holds a project. */
    public static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve(PROJECT_FILE));
    }

    /**
     * Makes an empty project folder with what git needs to know about it.
     *
     * @throws FileAlreadyExistsException if there is a project already
     */
    public static ProjectFolder create(Path root) throws IOException {
        if (isProject(root)) {
            throw new FileAlreadyExistsException(
                    root.toString(), null, "there is a project already");
        }
        Files.createDirectories(root);
        ProjectFolder folder = new ProjectFolder(root);
        ifMissing(
                root.resolve(".gitattributes"),
                """
                project.ionbench text eol=lf
                raw/** -text
                tables/*.npy binary
                tables/*.json text eol=lf
                reports/*.json text eol=lf linguist-generated
                """);
        ifMissing(
                root.resolve(".gitignore"),
                """
                /.lock
                /cache/
                /project.ionbench.recovery
                *.new
                """);
        return folder;
    }

    public Path projectFile() {
        return root.resolve(PROJECT_FILE);
    }

    /** Unsaved work, written by autosave. */
    public Path recoveryFile() {
        return root.resolve(PROJECT_FILE + ".recovery");
    }

    public Path tables() {
        return root.resolve("tables");
    }

    public Path reports() {
        return root.resolve("reports");
    }

    public Path cache() {
        return root.resolve("cache");
    }

    /** The path of a raw file within the project, with slashes: {@code raw/0123456789ab/a.par}. */
    public static String rawName(String sha256, String fileName) {
        return "raw/" + sha256.substring(0, 12) + "/" + safeName(fileName);
    }

    /**
     * The file a relative path of the project names.
     *
     * @throws IOException if it would lie outside the project
     */
    public Path resolve(String relative) throws IOException {
        Path base = root.toAbsolutePath().normalize();
        Path file = base.resolve(relative).normalize();
        if (!file.startsWith(base)) {
            throw new IOException("the project names a file outside its folder: " + relative);
        }
        return file;
    }

    /** A file name that every file system takes: letters of any script stay as they are. */
    public static String safeName(String name) {
        StringBuilder s = new StringBuilder();
        name.codePoints()
                .map(c -> c < 0x20 || c == 0x7f || "<>:\"/\\|?*".indexOf(c) >= 0 ? '_' : c)
                .forEach(s::appendCodePoint);
        String safe = s.toString().strip();
        while (safe.endsWith(".") || safe.endsWith(" ")) {
            safe = safe.substring(0, safe.length() - 1);
        }
        int dot = safe.indexOf('.');
        String stem = dot < 0 ? safe : safe.substring(0, dot);
        if (stem.isEmpty() || RESERVED_ON_WINDOWS.contains(stem.toLowerCase(Locale.ROOT))) {
            safe = "_" + safe;
        }
        if (safe.length() <= LONGEST_NAME) {
            return safe;
        }
        int last = safe.lastIndexOf('.');
        String end = last > 0 && safe.length() - last <= 12 ? safe.substring(last) : "";
        int cut = LONGEST_NAME - end.length();
        return safe.substring(0, Character.isHighSurrogate(safe.charAt(cut - 1)) ? cut - 1 : cut)
                + end;
    }

    /**
     * Deletes tables that nobody names and what an interrupted write left behind. Only the holder
     * of the lock may do this.
     *
     * @return how many files were deleted
     */
    public int sweep(Set<String> tableIds) throws IOException {
        Set<String> wanted = new HashSet<>();
        tableIds.forEach(id -> wanted.addAll(StoredTable.files(id)));
        int swept = 0;
        if (Files.isDirectory(tables())) {
            try (Stream<Path> files = Files.list(tables())) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String name = file.getFileName().toString();
                    boolean ours = name.endsWith(".npy") || name.endsWith(".json");
                    if (ours && !wanted.contains(name)) {
                        Files.delete(file);
                        swept++;
                    }
                }
            }
        }
        for (Path beside :
                new Path[] {
                    root.resolve(PROJECT_FILE + ".new"),
                    root.resolve(PROJECT_FILE + ".recovery.new")
                }) {
            swept += Files.deleteIfExists(beside) ? 1 : 0;
        }
        return swept;
    }

    private static void ifMissing(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

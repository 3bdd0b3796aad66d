// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which files a folder stands for, and in which order. */
class FileTreeTest {
    @TempDir Path folder;

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }

    @Test
    void aFolderStandsForWhatIsBelowItInTheOrderOfCounting() throws IOException {
        for (String name :
                List.of(
                        "run 10.txt",
                        "run 2.txt",
                        "Run 1.txt",
                        "run 007.txt",
                        "b/deep/x.txt",
                        ".hidden.txt",
                        ".git/config",
                        "project/project.ionbench",
                        "project/raw/0123/y.txt")) {
            file(name);
        }
        List<String> found =
                FileTree.files(List.of(folder)).stream()
                        .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                        .toList();
        assertEquals(
                List.of("b/deep/x.txt", "Run 1.txt", "run 2.txt", "run 007.txt", "run 10.txt"),
                found);
    }

    @Test
    void filesThatAreNamedStayWhereTheyAre() throws IOException {
        file("b/1.txt");
        file("b/2.txt");
        file("a.txt");
        Path named = folder.resolve("b/2.txt");
        Path missing = folder.resolve("nowhere.txt");
        assertEquals(
                List.of(named, missing, folder.resolve("b/1.txt")),
                FileTree.files(List.of(named, missing, folder.resolve("b"))));
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.project;

import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.session.Session;
import org.ionbench.model.store.ProjectFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens projects for a command: all in one thread. */
public final class Projects {

    private Projects() {}

    public static boolean isProject(Path path) {
        return ProjectFolder.isProject(folder(path));
    }

    /** The project's folder, also where its file is named. */
    static Path folder(Path path) {
        boolean file = path.endsWith(ProjectFolder.PROJECT_FILE);
        return file ? path.toAbsolutePath().getParent() : path;
    }

    /** Opens a project for reading, or for writing where that is possible. */
    public static Session open(Door door, Path path) throws CannotGoOn, IOException {
        Path folder = folder(path);
        if (!ProjectFolder.isProject(folder)) {
            throw new CannotGoOn(path + none(folder));
        }
        Session session = Session.open(folder, Runnable::run, door.clock());
        session.problems().forEach(p -> door.say(p.message()));
        if (session.hasRecovery()) {
            door.say(
                    path
                            + " has unsaved work of an earlier session; open it in the workbench to"
                            + " take it over. What was saved last is used.");
        }
        return session;
    }

    private static String none(Path path) {
        if (Files.exists(path) && !Files.isReadable(path)) {
            return " may not be read";
        }
        return Files.isRegularFile(path)
                ? " is a file and no project; please name the project's folder"
                : " is no project; ionbench new "
                        + ProblemText.quoted(path.toString())
                        + " makes one there";
    }

    /** Opens a project that is to be changed. */
    public static Session openToWrite(Door door, Path path) throws CannotGoOn, IOException {
        Session session = open(door, path);
        if (session.isReadOnly()) {
            String why = session.readOnlyReason().orElseThrow();
            session.close();
            throw new CannotGoOn(path + " cannot be changed: " + why);
        }
        return session;
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli.importing;

import org.ionbench.api.problem.Reason;
import org.ionbench.cli.CannotGoOn;
import org.ionbench.cli.Door;
import org.ionbench.cli.Exit;
import org.ionbench.cli.output.ProblemText;
import org.ionbench.engine.importing.ImportChoices;
import org.ionbench.engine.importing.ImportResult.ImportedFile;
import org.ionbench.engine.session.Session;
import org.ionbench.engine.watching.FolderWatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Imports what comes into a folder until the program is interrupted; the project is saved after
 * each look that brought something.
 *
 * @param pause from one look to the next
 */
record Watching(Door door, Session session, Path folder, ImportChoices choices, Duration pause) {

    /** Watches to the end; the exit code of the command. */
    int run() throws CannotGoOn {
        if (!Files.isDirectory(folder)) {
            throw new CannotGoOn("There is no folder " + folder + " to watch");
        }
        FolderWatch watch =
                new FolderWatch(session, door.catalog(), folder, choices, door.clock(), pause);
        door.say("Watching " + folder + ". Press Ctrl-C to end.");
        boolean failed = false;
        do {
            failed |= !look(watch);
        } while (door.pause(pause));
        door.say("The project is saved.");
        return failed ? Exit.SOME_FAILED : Exit.DONE;
    }

    /** Whether all that came could be imported. */
    private boolean look(FolderWatch watch) {
        try {
            FolderWatch.Look look = watch.look(door.progress());
            look.notes().forEach(door::say);
            look.fresh().forEach(f -> tell(f, ""));
            look.grown().forEach(f -> tell(f, "has grown: "));
            door.out().flush();
            if (session.isDirty()) {
                session.save();
                session.dropSuperseded();
            }
            return look.fresh().stream().noneMatch(ImportedFile::isFailed)
                    && look.grown().stream().noneMatch(ImportedFile::isFailed);
        } catch (IOException e) {
            // A network drive that is away for a while comes back.
            door.say(folder + " could not be looked at: " + ProblemText.sentence(Reason.of(e)));
            return false;
        }
    }

    private void tell(ImportedFile f, String how) {
        f.error().ifPresent(p -> door.say(ProblemText.failure(f.file(), p)));
        if (!f.recordings().isEmpty()) {
            door.out().println(ImportedText.line(f, how));
        }
    }
}

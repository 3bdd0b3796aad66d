// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.ui.internal.projects;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which projects were open and which ones lately, kept in the workbench's preferences. */
final class Remembered {
    private static final int LONGEST = 10;
    private static final String OPEN = "open";
    private static final String RECENT = "recent";

    private final IEclipsePreferences preferences =
            InstanceScope.INSTANCE.getNode("org.ionbench.ui");

    /** The folders that were open at the end. */
    List<Path> open() {
        return read(OPEN);
    }

    /** The folders that were open lately, the latest first. */
    List<Path> recent() {
        return read(RECENT);
    }

    void opened(Path folder) {
        List<Path> open = read(OPEN);
        open.remove(absolute(folder));
        open.add(absolute(folder));
        write(OPEN, open);
        List<Path> recent = read(RECENT);
        recent.remove(absolute(folder));
        recent.addFirst(absolute(folder));
        write(RECENT, recent.subList(0, Math.min(LONGEST, recent.size())));
    }

    void closed(Path folder) {
        List<Path> open = read(OPEN);
        open.remove(absolute(folder));
        write(OPEN, open);
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private List<Path> read(String key) {
        List<Path> paths = new ArrayList<>();
        for (String line : preferences.get(key, "").split("\n")) {
            try {
                if (!line.isEmpty()) {
                    paths.add(Path.of(line));
                }
            } catch (InvalidPathException e) {
                // A folder of another system, in a copied workspace: nothing to open here.
                continue;
            }
        }
        return paths;
    }

    private void write(String key, List<Path> paths) {
        preferences.put(key, String.join("\n", paths.stream().map(Path::toString).toList()));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(Remembered.class).log(Status.warning("The list of projects cannot be kept", e));
        }
    }
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

import java.util.Set;

/** What happened to a session; told on the owner's thread, once for each step. */
public sealed interface SessionEvent {

    /**
     * The project was changed, by an edit or by taking one back or doing it again.
     *
     * @param label the edit's label
     * @param how which of the three
     * @param touched ids of the objects that changed and of their containers
     */
    record Edited(String label, How how, Set<String> touched) implements SessionEvent {
        /** Done, taken back, or done again. */
        public enum How {
            DONE,
            UNDONE,
            REDONE
        }

        public Edited {
            touched = Set.copyOf(touched);
        }
    }

    /** The project lies on disk as it is in memory, or as it was when saving began. */
    record Saved() implements SessionEvent {}

    /** The whole project is another one: unsaved work was taken over. */
    record Replaced() implements SessionEvent {}

    /** The session was closed; its tables can no longer be read. */
    record Closed() implements SessionEvent {}
}

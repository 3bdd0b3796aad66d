// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.engine.session;

/** Hears what happens to a session, on the owner's thread. */
@FunctionalInterface
public interface SessionListener {

    void heard(SessionEvent event);
}

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * An open project: {@link org.ionbench.engine.session.Session} creates, opens, edits, undoes, saves
 * and imports, and hands out immutable snapshots for work on other threads. The live project
 * belongs to one thread, the owner's; everything else gets values. Nothing of EMF shows.
 */
package org.ionbench.engine.session;

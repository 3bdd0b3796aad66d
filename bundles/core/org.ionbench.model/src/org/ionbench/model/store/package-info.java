// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * An experiment project on disk and in the hand: the folder and its lock, reading and durable
 * writing of {@code project.ionbench}, and edits that can be undone. EMF does the work and shows in
 * no signature; the objects themselves are the plain interfaces of {@link org.ionbench.model}.
 */
package org.ionbench.model.store;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
package org.ionbench.engine.joining;

import org.ionbench.api.importing.Recording;

/**
 * A recording that is to be joined with others.
 *
 * @param recording what was measured
 * @param file the name of the file it came from, without folders
 * @param sha256 the hash of that file
 */
public record Part(Recording recording, String file, String sha256) {}

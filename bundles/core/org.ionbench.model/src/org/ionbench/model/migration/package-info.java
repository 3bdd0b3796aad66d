// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Older project files in today's terms: one class a step, each a change of the XML document before
 * EMF reads it, each with a golden project of the version it starts from. A newer file is refused
 * with a sentence, and XML that names other files or entities is refused unread.
 */
package org.ionbench.model.migration;

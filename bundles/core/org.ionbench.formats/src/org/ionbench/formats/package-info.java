// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * What every importer needs and nobody should write twice: encodings, number and locale detection,
 * dates, exact double parsing, bounded binary reading, guarded zip and XML.
 */
package org.ionbench.formats;

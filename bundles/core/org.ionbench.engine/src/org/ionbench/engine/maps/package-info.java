// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * What the columns of a table are, said once by the user and kept by the project for every file
 * with the same headings.
 */
package org.ionbench.engine.maps;

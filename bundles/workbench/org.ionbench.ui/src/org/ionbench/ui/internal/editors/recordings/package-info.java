// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The pages of the recording editor: the natural plot or two columns of one's choice, the table
 * with every row of the file, and what is known about the recording.
 */
package org.ionbench.ui.internal.editors.recordings;

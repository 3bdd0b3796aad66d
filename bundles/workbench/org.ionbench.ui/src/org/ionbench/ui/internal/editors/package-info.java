// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The two editors, one for every recording and one for every run, and what they are opened on.
 * Inputs are kept by the workbench, so editors come back at the next start; {@link
 * org.ionbench.ui.internal.editors.Open} opens them.
 */
package org.ionbench.ui.internal.editors;

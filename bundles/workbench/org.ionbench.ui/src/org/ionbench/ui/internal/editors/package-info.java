// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * What editors are opened on: a recording or a run of an open project. Inputs are kept by the
 * workbench, so editors come back at the next start; {@link org.ionbench.ui.internal.editors.Open}
 * opens them.
 */
package org.ionbench.ui.internal.editors;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Exporters of recordings that need no library of their own: comma-separated values, NumPy arrays,
 * the Battery Data Format. Found through the extension point {@code org.ionbench.api.exporters},
 * never called by name.
 */
package org.ionbench.engine.exporting;

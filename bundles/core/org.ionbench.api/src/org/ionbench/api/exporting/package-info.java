// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What writes a recording for other programs. Contributed through the extension point {@code
 * org.ionbench.api.exporters}.
 */
package org.ionbench.api.exporting;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What a vendor's file format contributes: an {@link org.ionbench.api.importing.Importer} looks at
 * a file's head, and streams recordings from a {@link org.ionbench.api.importing.Source} into a
 * {@link org.ionbench.api.importing.Sink}. It is stateless and never sees the project. Contributed
 * through the extension point {@code org.ionbench.api.importers}.
 */
package org.ionbench.api.importing;

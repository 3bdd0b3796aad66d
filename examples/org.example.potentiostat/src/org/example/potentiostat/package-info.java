// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** A laboratory's own importer, in a bundle of its own, found only through the extension point. */
package org.example.potentiostat;

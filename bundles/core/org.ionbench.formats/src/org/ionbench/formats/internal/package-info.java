// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Tables and streams behind the readers; no promise is made about them. */
package org.ionbench.formats.internal;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Linear algebra of small dense problems behind the fits; no promise is made about it. */
package org.ionbench.numerics.internal;

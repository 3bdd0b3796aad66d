// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** Spectra of one cell before and after something was done to it, arc by arc. */
package org.ionbench.analysis.stability.comparison;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The electronic share of a conductivity, from polarisations between electrodes that let no ion
 * through.
 */
package org.ionbench.analysis.transference.blocking;

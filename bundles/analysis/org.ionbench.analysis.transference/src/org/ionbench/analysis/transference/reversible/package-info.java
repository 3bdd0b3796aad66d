// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The share of one ion in a conductivity, from small polarisations and slow impedances between
 * electrodes of its metal.
 */
package org.ionbench.analysis.transference.reversible;

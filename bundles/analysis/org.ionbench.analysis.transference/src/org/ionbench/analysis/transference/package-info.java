// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What the currents of a polarised cell have in common, whether its electrodes block or not: the
 * {@linkplain org.ionbench.analysis.transference.Polarisation step}, its {@linkplain
 * org.ionbench.analysis.transference.Tail tail} and the resistances that fits of the spectra before
 * and after it found.
 */
package org.ionbench.analysis.transference;

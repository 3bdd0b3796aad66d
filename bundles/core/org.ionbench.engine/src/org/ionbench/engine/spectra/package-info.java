// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Impedance spectra that were taken while a cell was cycled: taken out of the rows of the cycling
 * and told at which cycle and state of charge they were taken.
 */
package org.ionbench.engine.spectra;

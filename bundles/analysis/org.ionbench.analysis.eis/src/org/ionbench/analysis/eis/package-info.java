// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Impedance spectroscopy: the fit of an equivalent circuit, the conductivity that follows from it
 * and from the geometry of the cell, and the activation energy of a temperature series. The
 * analyses are contributed through the registry; {@link org.ionbench.analysis.eis.CircuitFitter}
 * serves programs.
 */
package org.ionbench.analysis.eis;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * From the resistance of an electrolyte to its conductivity, and from the conductivities of a
 * temperature series to the activation energy.
 */
package org.ionbench.analysis.eis.conduction;

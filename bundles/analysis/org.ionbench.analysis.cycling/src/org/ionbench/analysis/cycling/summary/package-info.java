// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The summary of a cell on a cycler: capacities, coulombic efficiency with its convention,
 * retention and fade with changes of rate set apart, energies and voltages, and the tables and
 * plots a laboratory looks at first.
 */
package org.ionbench.analysis.cycling.summary;

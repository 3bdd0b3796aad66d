// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Whether what a project says of its cells can be true together: masses with capacities and
 * currents, geometries with densities, temperatures, references, areas, energies with
 * conductivities. What cannot is said with the change that would mend it.
 */
package org.ionbench.analysis.consistency;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What a sample is made of: shares by volume and by mass, how far a porous component is filled by
 * the others, the density of the composite without pores and how dense its pellet is.
 */
package org.ionbench.analysis.composition;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** The current density at which metal grows through the electrolyte of a symmetrical cell. */
package org.ionbench.analysis.cycling.plating;

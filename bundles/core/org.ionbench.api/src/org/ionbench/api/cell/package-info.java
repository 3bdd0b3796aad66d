// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The cell a recording was measured on, as analyses see it: sample, pellet geometry, electrodes,
 * reference, fixture, active mass and counting conventions. Nobody types an area twice.
 */
package org.ionbench.api.cell;

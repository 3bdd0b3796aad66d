// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Currents that follow a potential in time, from equations: steps and scans of the twin's cells.
 * Seeded noise and {@link StrictMath} give the same numbers on every machine.
 */
package org.ionbench.demo.dc;

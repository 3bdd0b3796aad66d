// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Cells that are charged and discharged by a schedule: their true capacities cycle by cycle, the
 * course of their voltage, and the cycler's file.
 */
package org.ionbench.demo.battery;

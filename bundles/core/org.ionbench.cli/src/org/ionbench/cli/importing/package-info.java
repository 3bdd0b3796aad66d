// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The command that takes files into a project: once, or as a running instrument writes them; joined
 * in time, told what their columns are, given the temperature of an oven.
 */
package org.ionbench.cli.importing;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * From which potential on an electrolyte is oxidised or reduced: six ways to read an onset from a
 * scan, what they give, and how far that depends on the windows they read it from.
 */
package org.ionbench.analysis.stability.onset;

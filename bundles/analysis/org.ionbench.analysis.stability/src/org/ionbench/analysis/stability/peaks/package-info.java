// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Peaks of cyclic scans over their baselines, what their height says over several scan rates, and
 * how much of a current is capacitive.
 */
package org.ionbench.analysis.stability.peaks;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What is stored at an interface: capacitance and area from scans at several rates, the share of a
 * current that is capacitive, and the space charge of a semiconductor.
 */
package org.ionbench.analysis.stability.capacitance;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * What the analyses of scans share: the {@linkplain org.ionbench.analysis.stability.Voltammogram
 * current over a scanned potential} with its branches and cycles, the {@linkplain
 * org.ionbench.analysis.stability.Reference electrode} it is counted against, the resistance whose
 * {@linkplain org.ionbench.analysis.stability.Resistance drop} may be taken off.
 */
package org.ionbench.analysis.stability;

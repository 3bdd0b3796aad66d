// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Importers for what Maccor's battery cyclers write as text: exports of tests (.txt, .csv, .001 and
 * so on), exports of impedance spectra (.EDA0001.001) and procedures (.000).
 */
package org.ionbench.instruments.maccor;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Impedance spectroscopy: circuit elements, circuit fit, conductivity, Arrhenius. */
package org.ionbench.analysis.eis;

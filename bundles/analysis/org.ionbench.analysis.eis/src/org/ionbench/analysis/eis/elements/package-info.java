// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * The circuit elements of impedance spectroscopy, each with its impedance and analytic derivatives
 * by all its parameters. Found through the extension point {@code org.ionbench.api.elements}.
 */
package org.ionbench.analysis.eis.elements;

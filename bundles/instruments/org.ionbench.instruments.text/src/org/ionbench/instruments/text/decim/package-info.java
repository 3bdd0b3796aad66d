// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Result files of DECiM: the spectrum, the fit and its parameters, the latter also in the
 * conventions of our own circuit elements.
 */
package org.ionbench.instruments.text.decim;

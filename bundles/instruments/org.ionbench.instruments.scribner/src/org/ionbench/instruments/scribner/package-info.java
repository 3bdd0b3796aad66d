// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importer for spectra of ZPlot and ZView, the programs of Solartron's analysers (.z). */
package org.ionbench.instruments.scribner;

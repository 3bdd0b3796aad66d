// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importers for Autolab instruments of Metrohm: text of NOVA and spectra of FRA (.dfr). */
package org.ionbench.instruments.metrohm;

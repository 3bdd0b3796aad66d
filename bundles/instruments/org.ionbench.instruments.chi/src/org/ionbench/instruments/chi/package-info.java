// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importer for the text of CH Instruments' programs (.txt, .csv). */
package org.ionbench.instruments.chi;

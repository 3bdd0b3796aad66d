// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Importers for sessions of PSTrace and MultiTrace (.pssession) and for PSTrace's text (.csv). */
package org.ionbench.instruments.palmsens;

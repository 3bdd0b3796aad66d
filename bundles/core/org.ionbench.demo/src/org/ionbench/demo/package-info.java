// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Writes the synthetic example files in the formats of real instruments. */
package org.ionbench.demo;

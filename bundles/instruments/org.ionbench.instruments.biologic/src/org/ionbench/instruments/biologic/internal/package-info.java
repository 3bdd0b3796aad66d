// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The parts of EC-Lab's formats: modules, record layout, column ids, column names, techniques,
 * settings, and the text header. Column names are those EC-Lab writes into its text exports, so
 * that the binary and the text of one measurement give the same recording.
 */
package org.ionbench.instruments.biologic.internal;

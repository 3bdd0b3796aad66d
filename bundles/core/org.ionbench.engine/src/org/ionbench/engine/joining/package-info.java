// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * Recordings that follow one another in time become one: after a power cut, or where a program
 * writes a file for each technique. Time and counters run on over the seams, and which rows came
 * from which file stays on record.
 */
package org.ionbench.engine.joining;

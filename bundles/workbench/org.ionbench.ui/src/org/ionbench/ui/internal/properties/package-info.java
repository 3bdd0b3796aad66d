// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * The Properties view: what is known of the selected project, sample, cell, recording or run, as
 * fields to type in, with what is derived from them set apart.
 */
package org.ionbench.ui.internal.properties;

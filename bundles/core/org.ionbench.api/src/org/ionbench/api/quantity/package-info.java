// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/**
 * Numbers with a meaning: units in a small closed table, the kinds of measured columns, and
 * quantities whose uncertainty is split by source, so that what is common to several results (the
 * thickness of one pellet) stays common.
 */
package org.ionbench.api.quantity;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Tables over all open projects: the results, and the problems of recordings and runs. */
package org.ionbench.ui.internal.views;

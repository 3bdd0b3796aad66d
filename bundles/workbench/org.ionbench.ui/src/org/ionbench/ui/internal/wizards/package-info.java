// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** The wizards: a new project, and importing files into one. */
package org.ionbench.ui.internal.wizards;

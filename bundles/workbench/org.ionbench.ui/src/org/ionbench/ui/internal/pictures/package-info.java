// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Our own icons: SVG on a 16 px grid in two colours, for the light and for the dark theme. */
package org.ionbench.ui.internal.pictures;

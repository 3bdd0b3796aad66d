// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Files of Neware's battery testers: {@code .nda}, {@code .ndax} and exported text. */
package org.ionbench.instruments.neware;

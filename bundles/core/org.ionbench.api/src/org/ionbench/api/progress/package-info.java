// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** Progress and cancelling of long work, independent of any user interface. */
package org.ionbench.api.progress;

// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Records and pages of {@code .nda} and {@code .ndax}, and the points put together from them. */
package org.ionbench.instruments.neware.internal.binary;

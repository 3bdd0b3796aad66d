// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0
/** Smoothing of noisy curves, with their derivatives, and the peaks of curves. */
package org.ionbench.numerics.smoothing;

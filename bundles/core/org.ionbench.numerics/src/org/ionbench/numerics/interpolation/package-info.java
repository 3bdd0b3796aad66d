// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/** Functions through given points. */
package org.ionbench.numerics.interpolation;
